#include "analysis/gram_rows.h"
#include "tests/numbers.h"

#include <stdlib.h>

enum { TEXTS = 3 };

/* Words b, a, c by number plus 1; "a b" stands in all, over breaks too. */
static const uint32_t texts[TEXTS][8] = {{2, 1, 2, 1, 0, 2, 0, 1}, {2, 1, 3, 2, 1}, {2, 1}};
static const size_t lengths[TEXTS] = {8, 5, 2};
static const struct counted_article articles[TEXTS] = {
    {.week = 0, .in_week = true, .words = 6},
    {.week = 0, .in_week = true, .words = 5},
    {.week = 1, .in_week = true, .words = 2},
};

/* Writes each row as "2022-W24 a b 3/2 of 9; ". */
static bool write_row(void *context, const struct term_row *row, struct fault *fault)
{
    (void)fault;
    bytes_print(context, "%.*s %.*s %u/%u of %u; ", SPAN_PRINT(row->week), SPAN_PRINT(row->term),
                row->count, row->articles, (unsigned)row->tokens);
    return true;
}

static void make_vocabulary(struct table *vocabulary)
{
    (void)table_add(vocabulary, span_of("b"));
    (void)table_add(vocabulary, span_of("a"));
    (void)table_add(vocabulary, span_of("c"));
}

static void write_rows(struct bytes *text, struct gram_options options, size_t most)
{
    struct counts counts = {.articles = (struct counted_article *)articles, .count = TEXTS};
    struct table vocabulary = TABLE_EMPTY;
    struct gram_rows rows = GRAM_ROWS_EMPTY;
    struct fault fault;

    (void)week_read(&counts.plan.week_first, span_of("2022-W24"));
    counts.plan.dated = true;
    make_vocabulary(&vocabulary);
    gram_rows_start(&rows, &vocabulary, options, (struct term_sink){text, write_row});
    rows.most = most;
    for (uint32_t i = 0; i < TEXTS; i++)
        assert_true(gram_rows_add(&rows, &counts, i,
                                  (struct counted_terms){texts[i], lengths[i], NULL, 0}, &fault));
    assert_true(gram_rows_end(&rows, &counts, &fault));
    gram_rows_release(&rows);
    table_release(&vocabulary);
}

static void rows_are_as_worked_by_hand(void **state)
{
    static const struct {
        struct gram_options options;
        const char *rows;
    } cases[] = {
        {{1, 1, 15},
         "2022-W24 a 5/2 of 11; 2022-W24 b 5/2 of 11; 2022-W24 c 1/1 of 11; "
         "2022-W25 a 1/1 of 2; 2022-W25 b 1/1 of 2; "},
        {{2, 1, 15},
         "2022-W24 a b 4/2 of 11; 2022-W24 b a 1/1 of 11; 2022-W24 b c 1/1 of 11; "
         "2022-W24 c a 1/1 of 11; 2022-W25 a b 1/1 of 2; "},
        {{2, 2, 15}, "2022-W24 a b 4/2 of 11; "},
        {{3, 1, 15},
         "2022-W24 a b a 1/1 of 11; 2022-W24 a b c 1/1 of 11; 2022-W24 b a b 1/1 of 11; "
         "2022-W24 b c a 1/1 of 11; 2022-W24 c a b 1/1 of 11; "},
        {{5, 1, 15}, "2022-W24 a b c a b 1/1 of 11; "},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        /* Also where hardly an article fits into memory. */
        for (size_t most = 0; most < 10; most += 9) {
            struct bytes text = BYTES_EMPTY;

            write_rows(&text, cases[i].options, most);
            assert_string_equal(bytes_text(&text), cases[i].rows);
            bytes_release(&text);
        }
    }
}

/* All of a row, in digits. */
static bool write_all(void *context, const struct term_row *row, struct fault *fault)
{
    (void)fault;
    bytes_print(context, "%.*s %.*s %u %u %u %a %a %a %a\n", SPAN_PRINT(row->week),
                SPAN_PRINT(row->term), row->count, row->articles, (unsigned)row->tokens,
                row->rate.value, row->rate.low, row->rate.high, row->dp);
    return true;
}

/* Random articles of a week, through gram_rows (or for single words term_rows). */
static void write_random(struct bytes *text, struct gram_options options, size_t most, bool terms)
{
    enum { WORDS = 60, ARTICLES = 40 };
    uint64_t seed = 20251128;
    struct counted_article article = {.in_week = true, .in_step = true};
    struct counts counts = {.articles = &article, .count = 1};
    struct table vocabulary = TABLE_EMPTY;
    struct gram_rows rows = GRAM_ROWS_EMPTY;
    struct term_rows term_rows = TERM_ROWS_EMPTY;
    struct term_sink sink = {text, write_all};
    struct bag bag = BAG_EMPTY;
    struct fault fault;

    counts.plan.dated = true;
    make_vocabulary(&vocabulary);
    bag_start(&bag, vocabulary.count);
    gram_rows_start(&rows, &vocabulary, options, sink);
    term_rows_start(&term_rows, &vocabulary, options.minimum, GROUPING_NONE, sink);
    rows.most = most;
    for (int i = 0; i < ARTICLES; i++) {
        uint32_t words[WORDS];
        size_t count = numbers_below(&seed, WORDS);

        article.words = 0;
        for (size_t w = 0; w < count; w++) {
            words[w] = numbers_below(&seed, 4);
            article.words += words[w] != 0;
        }
        bag_fill(&bag, words, count);
        assert_true(gram_rows_add(&rows, &counts, 0, (struct counted_terms){words, count, NULL, 0},
                                  &fault));
        assert_true(!terms || term_rows_add(&term_rows, &counts, 0, &bag, &fault));
    }
    assert_true(terms ? term_rows_end(&term_rows, &counts, &fault)
                      : gram_rows_end(&rows, &counts, &fault));
    gram_rows_release(&rows);
    term_rows_release(&term_rows);
    bag_release(&bag);
    table_release(&vocabulary);
}

static void little_memory_changes_no_bit(void **state)
{
    (void)state;
    for (uint32_t n = 1; n <= GRAM_ROWS_MAX; n++) {
        struct bytes whole = BYTES_EMPTY, spilled = BYTES_EMPTY;

        write_random(&whole, (struct gram_options){n, 2, 15}, 0, false);
        write_random(&spilled, (struct gram_options){n, 2, 15}, 100, false);
        assert_true(whole.count > 0);
        assert_string_equal(bytes_text(&spilled), bytes_text(&whole));
        bytes_release(&whole);
        bytes_release(&spilled);
    }
}

static void phrases_of_one_word_are_terms(void **state)
{
    struct bytes grams = BYTES_EMPTY, terms = BYTES_EMPTY;

    (void)state;
    write_random(&grams, (struct gram_options){1, 1, 15}, 0, false);
    write_random(&terms, (struct gram_options){1, 1, 15}, 0, true);
    assert_string_equal(bytes_text(&grams), bytes_text(&terms));
    bytes_release(&grams);
    bytes_release(&terms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_as_worked_by_hand),
        cmocka_unit_test(little_memory_changes_no_bit),
        cmocka_unit_test(phrases_of_one_word_are_terms),
    };

    return cmocka_run_group_tests_name("gram_rows", tests, NULL, NULL);
}
