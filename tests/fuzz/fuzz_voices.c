/*
 * Any UTF-8 at all, in any of the lexicons' languages, with and without indirect
 * speech: the quotations are in order, do not overlap, lie within the text on the
 * borders of characters, and each has a decision; speaker, mention and cue
 * stand in the text; the same text gives the same quotations.
 */
#include "corpus/voices/voices.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_border(struct span text, uint32_t at)
{
    if (at > text.length || (at < text.length && ((unsigned char)text.bytes[at] & 0xC0) == 0x80))
        abort();
}

/* What is not empty is a piece of the text. */
static void check_piece(struct span text, struct span piece)
{
    if (piece.length == 0)
        return;
    if (piece.bytes < text.bytes || piece.bytes + piece.length > text.bytes + text.length)
        abort();
    check_border(text, (uint32_t)(piece.bytes - text.bytes));
    check_border(text, (uint32_t)(piece.bytes - text.bytes + piece.length));
}

static void check_quotes(struct span text, const struct voices *voices)
{
    uint32_t end = 0;

    for (size_t i = 0; i < voices->count; i++) {
        const struct quote *quote = &voices->quotes[i];

        if (quote->start < end || quote->end <= quote->start || !quote->decision || !quote->number)
            abort();
        check_border(text, quote->start);
        check_border(text, quote->end);
        if (quote->speech_end <= quote->start || quote->speech_end > quote->end)
            abort();
        check_piece(text, quote->speaker);
        check_piece(text, quote->mention);
        check_piece(text, quote->cue);
        end = quote->end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const languages[] = {"en", "ru", "de", "es", "fr", "it"};
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct voices voices = VOICES_EMPTY;
    struct words words = WORDS_EMPTY;
    struct span language = SPAN_EMPTY, text = SPAN_EMPTY;
    struct fault fault;
    size_t count = 0;

    if (size == 0)
        return 0;
    language = span_of(languages[data[0] % 6]);
    voices.indirect = data[0] >= 128;
    text = (struct span){(const char *)data + 1, size - 1};
    if (tokens_cut(&tokens, text, &fault)) {
        words_read(&words, text, &tokens);
        voices_find(&voices, text, &tokens, &words, language);
        check_quotes(text, &voices);
        count = voices.count;
        voices_find(&voices, text, &tokens, &words, language);
        if (voices.count != count)
            abort();
    }
    voices_release(&voices);
    words_release(&words);
    tokens_release(&tokens);
    return 0;
}
