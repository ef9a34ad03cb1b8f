#include "corpus/base/memory.h"
#include "corpus/text/shingles.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>

/* Invented words of a long text: the words `from` to `to`, as "w12". */
struct text {
    uint32_t *terms;
    size_t count, capacity;
};

static void add_word(struct text *text, struct table *vocabulary, unsigned word)
{
    char name[16];

    (void)snprintf(name, sizeof name, "w%u", word);
    text->terms = memory_grow(text->terms, &text->capacity, text->count + 2, sizeof *text->terms);
    text->terms[text->count++] = table_add(vocabulary, span_of(name)) + 1;
}

static void sign(struct shingles *shingles, const struct text *text, const struct table *vocabulary)
{
    struct arena arena = ARENA_EMPTY;

    assert_true(shingles_read(shingles,
                              shingles_sign(&arena, vocabulary->hashes, text->terms, text->count)));
    arena_release(&arena);
}

/* Signs the words from..to-1, `rounds` times over; `first` words stand in the vocabulary before. */
static void sign_words(struct shingles *shingles, unsigned from, unsigned to, int rounds,
                       unsigned first)
{
    struct table vocabulary = TABLE_EMPTY;
    struct text text = {0}, before = {0};

    for (unsigned word = 0; word < first; word++)
        add_word(&before, &vocabulary, 100000 - word);
    for (int r = 0; r < rounds; r++) {
        for (unsigned word = from; word < to; word++)
            add_word(&text, &vocabulary, word);
    }
    sign(shingles, &text, &vocabulary);
    free(before.terms);
    free(text.terms);
    table_release(&vocabulary);
}

static void assert_same(const struct shingles *one, const struct shingles *other)
{
    assert_int_equal(one->count, other->count);
    for (uint32_t i = 0; i < one->count; i++)
        assert_int_equal(one->minima[i], other->minima[i]);
}

static void a_signature_does_not_depend_on_the_vocabularys_numbers(void **state)
{
    struct shingles one, other;

    (void)state;
    sign_words(&one, 0, 300, 1, 0);
    sign_words(&other, 0, 300, 1, 77);
    assert_int_equal(one.count, SHINGLES_KEPT);
    assert_same(&one, &other);
}

/* Written down once; another machine must come to the same. */
static void a_signature_is_the_same_on_every_machine(void **state)
{
    static const uint32_t smallest[] = {0x008DAF65, 0x008DDC1F, 0x00DC782C};
    struct shingles shingles;

    (void)state;
    sign_words(&shingles, 0, 1000, 1, 0);
    for (size_t i = 0; i < COUNT_OF(smallest); i++)
        assert_int_equal(shingles.minima[i], smallest[i]);
}

static void breaks_between_words_change_nothing(void **state)
{
    struct table vocabulary = TABLE_EMPTY;
    struct text plain = {0}, broken = {0};
    struct shingles one, other;

    (void)state;
    for (unsigned word = 0; word < 40; word++) {
        add_word(&plain, &vocabulary, word);
        add_word(&broken, &vocabulary, word);
        broken.terms[broken.count++] = 0;
    }
    sign(&one, &plain, &vocabulary);
    sign(&other, &broken, &vocabulary);
    assert_int_equal(one.count, 38);
    assert_same(&one, &other);
    free(plain.terms);
    free(broken.terms);
    table_release(&vocabulary);
}

static void what_a_text_repeats_counts_once(void **state)
{
    struct shingles one, other;

    (void)state;
    sign_words(&one, 0, 30, 2, 0);
    sign_words(&other, 0, 30, 1000, 0);
    assert_int_equal(one.count, 30);
    assert_same(&one, &other);
    sign_words(&one, 0, 60, 2, 0);
    sign_words(&other, 0, 60, 1000, 0);
    assert_int_equal(one.count, SHINGLES_KEPT);
    assert_same(&one, &other);
    sign_words(&one, 0, 220, 2, 0);
    sign_words(&other, 0, 220, 9, 0);
    assert_int_equal(one.count, SHINGLES_KEPT);
    assert_same(&one, &other);
}

static void a_text_of_less_than_eight_words_has_no_signature(void **state)
{
    struct shingles shingles;

    (void)state;
    sign_words(&shingles, 0, 7, 1, 0);
    assert_int_equal(shingles.count, 0);
    sign_words(&shingles, 0, 8, 1, 0);
    assert_int_equal(shingles.count, SHINGLES_LEAST);
}

/* Two runs of one series of words: what they share is known exactly. */
static const struct pair {
    unsigned from, to, other_from, other_to;
    double jaccard;   /* of all shingles */
    double tolerance; /* of the estimate; 0 where nothing is estimated */
} pairs[] = {
    {0, 40, 0, 20, 18 / 38.0, 0},
    {0, 40, 10, 30, 18 / 38.0, 0},
    {0, 30, 100, 130, 0, 0},
    {0, 1000, 0, 1000, 1, 0},
    {0, 1000, 0, 500, 498 / 998.0, 0.2},
    {0, 1000, 400, 1400, 598 / 1398.0, 0.2},
    {0, 1000, 2000, 3000, 0, 0.02},
};

static void what_two_texts_share_is_estimated(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        struct shingles one, other;
        struct shingles_shared shared;

        sign_words(&one, pairs[i].from, pairs[i].to, 1, 0);
        sign_words(&other, pairs[i].other_from, pairs[i].other_to, 1, 0);
        shared = shingles_compare(&one, &other);
        assert_near((double)shared.both / (shared.one + shared.other - shared.both),
                    pairs[i].jaccard, pairs[i].tolerance + 1e-12);
        assert_true(shared.both <= shared.one && shared.both <= shared.other);
        shared = shingles_compare(&one, &one);
        assert_int_equal(shared.both, one.count);
        assert_int_equal(shared.one, shared.other);
    }
}

/* Over many pairs the estimate of one half must come out at one half: no bias. */
static void the_estimate_is_right_on_average(void **state)
{
    double sum = 0;
    enum { PAIRS = 200 };

    (void)state;
    for (unsigned i = 0; i < PAIRS; i++) {
        struct shingles one, other;
        struct shingles_shared shared;

        sign_words(&one, 2000 * i, 2000 * i + 602, 1, 0);
        sign_words(&other, 2000 * i + 200, 2000 * i + 802, 1, 0);
        shared = shingles_compare(&one, &other);
        sum += (double)shared.both / (shared.one + shared.other - shared.both);
    }
    assert_near(sum / PAIRS, 0.5, 0.02);
}

static void the_size_of_a_text_is_known_or_estimated(void **state)
{
    struct shingles shingles;

    (void)state;
    sign_words(&shingles, 0, 30, 1, 0);
    assert_int_equal(shingles_size(&shingles), 28);
    sign_words(&shingles, 0, 3002, 1, 0);
    assert_near(shingles_size(&shingles) / 3000.0, 1, 0.4);
}

static const struct damaged {
    const char *bytes;
    size_t length;
} damaged[] = {
    {"\1\0\0", 3},           /* no whole hash */
    {"\0\0\0\0", 4},         /* 0 is no hash */
    {"\2\0\0\0\1\0\0\0", 8}, /* falling */
    {"\2\0\0\0\2\0\0\0", 8}, /* twice */
};

static void bytes_that_are_no_signature_are_refused(void **state)
{
    char long_one[4 * (SHINGLES_KEPT + 1)] = {0};
    struct shingles shingles;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(damaged); i++) {
        assert_false(shingles_read(&shingles, (struct span){damaged[i].bytes, damaged[i].length}));
        assert_int_equal(shingles.count, 0);
    }
    for (size_t i = 0; i <= SHINGLES_KEPT; i++)
        long_one[4 * i] = (char)(i + 1);
    assert_false(shingles_read(&shingles, (struct span){long_one, sizeof long_one}));
    assert_true(shingles_read(&shingles, (struct span){long_one, 4 * SHINGLES_KEPT}));
    assert_int_equal(shingles.count, SHINGLES_KEPT);
    assert_true(shingles_read(&shingles, SPAN_EMPTY));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_signature_does_not_depend_on_the_vocabularys_numbers),
        cmocka_unit_test(a_signature_is_the_same_on_every_machine),
        cmocka_unit_test(breaks_between_words_change_nothing),
        cmocka_unit_test(what_a_text_repeats_counts_once),
        cmocka_unit_test(a_text_of_less_than_eight_words_has_no_signature),
        cmocka_unit_test(what_two_texts_share_is_estimated),
        cmocka_unit_test(the_estimate_is_right_on_average),
        cmocka_unit_test(the_size_of_a_text_is_known_or_estimated),
        cmocka_unit_test(bytes_that_are_no_signature_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
