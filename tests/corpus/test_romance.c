#include "tests/speech.h"

#include <stdio.h>

/* A text of the file and the quotations it has. */
struct sentence {
    struct span text;
    struct span expected[4]; /* "speaker | speech" */
    size_t count;
};

struct score {
    size_t texts, found, expected, right;
};

static void read_file(struct bytes *bytes, const char *path)
{
    FILE *file = fopen(path, "rb");
    char block[4096];
    size_t count;

    assert_non_null(file);
    while ((count = fread(block, 1, sizeof block, file)) > 0)
        bytes_add(bytes, (struct span){block, count});
    (void)fclose(file);
}

static struct span next_line(struct span *rest)
{
    const char *end = memchr(rest->bytes, '\n', rest->length);
    size_t length = end ? (size_t)(end - rest->bytes) : rest->length;
    struct span line = span_cut(*rest, 0, length);

    *rest = span_cut(*rest, end ? length + 1 : length, rest->length);
    return line;
}

/* False at the end. */
static bool next_sentence(struct sentence *sentence, struct span *rest)
{
    *sentence = (struct sentence){.count = 0};
    while (rest->length) {
        struct span line = next_line(rest);

        if (line.length == 0 && sentence->text.length)
            return true;
        if (line.length == 0 || line.bytes[0] == '#')
            continue;
        if (line.bytes[0] == '>' && sentence->count < COUNT_OF(sentence->expected))
            sentence->expected[sentence->count++] = span_cut(line, 2, line.length);
        else
            sentence->text = line;
    }
    return sentence->text.length > 0;
}

static void judge(struct score *score, struct speech *speech, const struct sentence *sentence)
{
    const struct voices *found = &speech->voices;
    struct bytes *shown = &speech->shown;

    for (size_t i = 0; i < found->count; i++) {
        const struct quote *quote = &found->quotes[i];

        bytes_clear(shown);
        bytes_print(shown, "%.*s | %.*s", SPAN_PRINT(quote->speaker),
                    SPAN_PRINT(speech_words(speech->text, quote)));
        for (size_t k = 0; k < sentence->count; k++)
            score->right += span_equal(bytes_span(shown), sentence->expected[k]);
        if (i >= sentence->count || !span_equal(bytes_span(shown), sentence->expected[i]))
            print_message("%.*s\n    is %s\n", SPAN_PRINT(speech->text), bytes_text(shown));
    }
    if (found->count < sentence->count)
        print_message("%.*s\n    lacks some\n", SPAN_PRINT(speech->text));
    score->texts++;
    score->found += found->count;
    score->expected += sentence->count;
}

static void check(const char *language, double least)
{
    struct speech speech = SPEECH_EMPTY;
    struct bytes file = BYTES_EMPTY;
    struct score score = {0};
    struct sentence sentence;
    struct span rest;
    char path[64];

    (void)snprintf(path, sizeof path, "tests/articles/quotes.%s.txt", language);
    read_file(&file, path);
    rest = bytes_span(&file);
    while (next_sentence(&sentence, &rest)) {
        speech_hear(&speech, sentence.text, span_of(language));
        judge(&score, &speech, &sentence);
    }
    speech_release(&speech);
    print_message("%s: %zu texts, precision %.3f, recall %.3f of spans with speakers\n", language,
                  score.texts, (double)score.right / (double)score.found,
                  (double)score.right / (double)score.expected);
    bytes_release(&file);
    assert_true(score.texts >= 40);
    assert_true((double)score.right >= least * (double)score.found);
    assert_true((double)score.right >= least * (double)score.expected);
}

static void spanish_quotations_have_their_speakers(void **state)
{
    (void)state;
    check("es", 0.9);
}

static void french_quotations_have_their_speakers(void **state)
{
    (void)state;
    check("fr", 0.9);
}

static void italian_quotations_have_their_speakers(void **state)
{
    (void)state;
    check("it", 0.9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spanish_quotations_have_their_speakers),
        cmocka_unit_test(french_quotations_have_their_speakers),
        cmocka_unit_test(italian_quotations_have_their_speakers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
