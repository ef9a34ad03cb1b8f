/*
 * A bench on which one text after another is heard: cut, read, and asked who
 * says what, as an annotator does.
 *
 *     struct speech speech = SPEECH_EMPTY;
 *
 *     speech_hear(&speech, span_of("“We won,” Ann Miller said."), span_of("en"));
 *     assert_int_equal(speech.voices.count, 1);
 *     speech_release(&speech);
 *
 * Or for a table of texts and what is found in each:
 *
 *     speech_check(&speech, speech_show_words, "en", cases, COUNT_OF(cases));
 */
#ifndef TESTS_SPEECH_H
#define TESTS_SPEECH_H

#include "corpus/base/bytes.h"
#include "corpus/voices/voices.h"
#include "tests/support.h"

#include <string.h>

struct speech {
    struct voices
        voices; /* of the text heard last; `indirect` and `ranker` are the test's to set */
    struct token_list tokens;
    struct words words;
    struct span text;   /* borrowed */
    struct bytes shown; /* what speech_check() compares */
};

#define SPEECH_EMPTY ((struct speech){0})

struct speech_case {
    const char *text;
    const char *expected; /* all that is shown of its quotations */
};

/* Appends what a test compares of one quotation. */
typedef void speech_show(struct bytes *shown, struct span text, const struct quote *quote);

/* Replaces what was heard before; `text` must live as long as what was found is looked at. */
static inline void speech_hear(struct speech *speech, struct span text, struct span language)
{
    struct fault fault = FAULT_EMPTY;

    assert_true(tokens_cut(&speech->tokens, text, &fault));
    words_read(&speech->words, text, &speech->tokens);
    voices_find(&speech->voices, text, &speech->tokens, &speech->words, language);
    speech->text = text;
}

static inline void speech_release(struct speech *speech)
{
    voices_release(&speech->voices);
    tokens_release(&speech->tokens);
    words_release(&speech->words);
    bytes_release(&speech->shown);
    speech->text = SPAN_EMPTY;
}

/* The words of a quotation of `text`. */
static inline struct span speech_words(struct span text, const struct quote *quote)
{
    return span_cut(text, quote->start, quote->end);
}

/* "speaker: words", parted by " / ". */
static inline void speech_show_words(struct bytes *shown, struct span text,
                                     const struct quote *quote)
{
    bytes_print(shown, "%s%.*s: %.*s", shown->count ? " / " : "", SPAN_PRINT(quote->speaker),
                SPAN_PRINT(speech_words(text, quote)));
}

/* Hears every case and releases the bench; fails unless each shows what it should. */
static inline void speech_check(struct speech *speech, speech_show *show, const char *language,
                                const struct speech_case *cases, size_t count)
{
    size_t wrong = 0;

    for (size_t i = 0; i < count; i++) {
        speech_hear(speech, span_of(cases[i].text), span_of(language));
        bytes_clear(&speech->shown);
        for (size_t k = 0; k < speech->voices.count; k++)
            show(&speech->shown, speech->text, &speech->voices.quotes[k]);
        if (strcmp(bytes_text(&speech->shown), cases[i].expected) == 0)
            continue;
        print_error("in:\n%s\nis:\n%s\nnot:\n%s\n", cases[i].text, bytes_text(&speech->shown),
                    cases[i].expected);
        wrong++;
    }
    speech_release(speech);
    assert_int_equal(wrong, 0);
}

#endif
