#include "corpus/text/words.h"

#include "tests/support.h"

#include <stdlib.h>

static uint32_t number_at(struct words *words, struct span text, struct token token)
{
    words_read(words, text, &(struct token_list){.items = &token, .count = 1});
    return words_number(words, 0);
}

static uint32_t number_of(struct words *words, const char *word)
{
    struct span text = span_of(word);

    return number_at(words, text, (struct token){0, (uint32_t)text.length, TOKEN_WORD});
}

/* Words that are one term, as they are written. */
static const char *const same[][3] = {
    {"Word", "WORD", "word"},
    {"don't", "don’t", "DON'T"},
    {"Russia’s", "Russia's", "RUSSIA’S"},
    {"anti-terrorism", "Anti‐Terrorism", "ANTI-TERRORISM"},
    {"sixteen-letters!", "SIXTEEN-letters!", "sixteen-LETTERS!"},
    {"seventeen-letters", "SEVENTEEN-letters", "seventeen-LETTERS"},
    {"Жизнь", "ЖИЗНЬ", "жизнь"},
    {"kelvin",
     "\xE2\x84\xAA"
     "elvin",
     "KELVIN"}, /* the Kelvin sign folds to k */
    {"caf\xC3\xA9", "cafe\xCC\x81", "CAF\xC3\x89"},
    {"[]@`{}", "[]@`{}", "[]@`{}"}, /* ASCII's neighbours of the letters stay */
};

static void ways_of_writing_a_term_have_its_one_number(void **state)
{
    struct words words = WORDS_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(same); i++) {
        uint32_t number = number_of(&words, same[i][0]);
        struct bytes folded = BYTES_EMPTY;

        assert_int_equal(number, i);
        for (size_t way = 1; way < 3; way++)
            assert_int_equal(number_of(&words, same[i][way]), number);
        tokens_fold(&folded, span_of(same[i][0]));
        assert_true(span_equal(words_term(&words, number), bytes_span(&folded)));
        bytes_release(&folded);
    }
    words_release(&words);
}

/* A word of letters and marks that depends on `number` alone, 1 to 20 bytes long. */
static struct token make_word(char text[static 32], uint64_t number)
{
    static const char letters[] = "abcXYZ'-@[`{z\xC3";
    uint32_t length = 0;

    do
        text[length++] = letters[number % 13];
    while ((number /= 13) && length < 20);
    return (struct token){0, length, TOKEN_WORD};
}

static void every_word_finds_the_term_that_folding_gives(void **state)
{
    struct words words = WORDS_EMPTY;
    struct bytes folded = BYTES_EMPTY;
    uint64_t random = 1;

    (void)state;
    for (size_t i = 0; i < 50000; i++) {
        char bytes[32] = {0};
        struct token token;
        struct span text = {bytes, 0};

        random = random * 6364136223846793005U + 1442695040888963407U;
        token = make_word(bytes, random >> (random % 61));
        text.length = i % 2 ? token.length : sizeof bytes; /* with and without room behind */
        tokens_fold(&folded, tokens_span(text, token));
        assert_true(
            span_equal(words_term(&words, number_at(&words, text, token)), bytes_span(&folded)));
    }
    bytes_release(&folded);
    words_release(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ways_of_writing_a_term_have_its_one_number),
        cmocka_unit_test(every_word_finds_the_term_that_folding_gives),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
