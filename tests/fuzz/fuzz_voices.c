/*
 * Any UTF-8 at all, in any of the lexicons' languages: the quotations are in
 * order, do not overlap, lie within the text on the borders of characters,
 * and each has a rule's name; the same text gives the same quotations.
 */
#include "corpus/voices/voices.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_border(struct span text, uint32_t at)
{
    if (at > text.length || (at < text.length && ((unsigned char)text.bytes[at] & 0xC0) == 0x80))
        abort();
}

static void check_quotes(struct span text, const struct voices *voices)
{
    uint32_t end = 0;

    for (size_t i = 0; i < voices->count; i++) {
        const struct quote *quote = &voices->quotes[i];

        if (quote->start < end || quote->end <= quote->start || !quote->rule || !quote->number)
            abort();
        check_border(text, quote->start);
        check_border(text, quote->end);
        end = quote->end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const languages[] = {"en", "ru", "de", "fr"};
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct voices voices = VOICES_EMPTY;
    struct words words = WORDS_EMPTY;
    struct span language = SPAN_EMPTY, text = SPAN_EMPTY;
    struct fault fault;
    size_t count = 0;

    if (size == 0)
        return 0;
    language = span_of(languages[data[0] % 4]);
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
