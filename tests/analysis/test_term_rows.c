#include "analysis/term_rows.h"
#include "corpus/base/bytes.h"
#include "tests/chance.h"
#include "tests/support.h"

#include <stdio.h>
#include <string.h>

static const uint32_t first_text[] = {1, 2, 0, 1, 3}, second_text[] = {2, 2, 1}, third_text[] = {3};

/* Writes each row as "2022-W24 b 3/2 of 9; ", with its group "2022-W24 Zeta: b 3/2 of 9; ". */
static bool write_row(void *context, const struct term_row *row, struct fault *fault)
{
    (void)fault;
    bytes_print(context, "%.*s %.*s%s%.*s %u/%u of %u; ", SPAN_PRINT(row->week),
                SPAN_PRINT(row->group), row->group.length ? ": " : "", SPAN_PRINT(row->term),
                row->count, row->articles, (unsigned)row->tokens);
    return true;
}

static bool refuse_row(void *context, const struct term_row *row, struct fault *fault)
{
    (void)context;
    (void)row;
    return fault_set(fault, FAULT_OUTPUT, "full");
}

/*
 * Two articles of one week and one of the next, in words b, a, c by number; the second is Alpha's,
 * the others are Zeta's.
 */
static bool add_articles(struct bytes *text, struct term_sink sink, enum grouping_kind by,
                         struct fault *fault)
{
    struct counted_article articles[] = {
        {.step = 0, .in_step = true, .words = 4},
        {.step = 0, .in_step = true, .words = 3, .source = 1},
        {.step = 1, .in_step = true, .words = 1},
    };
    const uint32_t *texts[] = {first_text, second_text, third_text};
    const size_t lengths[] = {COUNT_OF(first_text), COUNT_OF(second_text), COUNT_OF(third_text)};
    struct counts counts = {.articles = articles, .count = COUNT_OF(articles)};
    struct table vocabulary = TABLE_EMPTY;
    struct term_rows rows = TERM_ROWS_EMPTY;
    struct bag bag = BAG_EMPTY;
    bool done = true;

    (void)week_read(&counts.plan.week_first, span_of("2022-W24"));
    counts.plan.dated = true;
    (void)table_add(&counts.sources, span_of("Zeta"));
    (void)table_add(&counts.sources, span_of("Alpha"));
    (void)table_add(&vocabulary, span_of("b"));
    (void)table_add(&vocabulary, span_of("a"));
    (void)table_add(&vocabulary, span_of("c"));
    sink.context = text;
    bag_start(&bag, vocabulary.count);
    term_rows_start(&rows, &vocabulary, 15, by, sink);
    for (uint32_t i = 0; done && i < COUNT_OF(articles); i++) {
        bag_fill(&bag, texts[i], lengths[i]);
        done = term_rows_add(&rows, &counts, i, &bag, fault);
    }
    done = done && term_rows_end(&rows, &counts, fault);
    term_rows_release(&rows);
    bag_release(&bag);
    table_release(&vocabulary);
    table_release(&counts.sources);
    return done;
}

static void rows_come_by_week_then_count_then_text(void **state)
{
    struct bytes text = BYTES_EMPTY;
    struct fault fault;

    (void)state;
    assert_true(add_articles(&text, (struct term_sink){.row = write_row}, GROUPING_NONE, &fault));
    assert_string_equal(bytes_text(&text), "2022-W24 a 3/2 of 7; 2022-W24 b 3/2 of 7; "
                                           "2022-W24 c 1/1 of 7; 2022-W25 c 1/1 of 1; ");
    bytes_release(&text);
}

/* Group by group in the order of their names, each with its own words. */
static void rows_by_outlet_part_those_of_the_week(void **state)
{
    struct bytes text = BYTES_EMPTY;
    struct fault fault;

    (void)state;
    assert_true(add_articles(&text, (struct term_sink){.row = write_row}, GROUPING_OUTLET, &fault));
    assert_string_equal(bytes_text(&text),
                        "2022-W24 Alpha: a 2/1 of 3; 2022-W24 Alpha: b 1/1 of 3; "
                        "2022-W24 Zeta: b 2/1 of 4; 2022-W24 Zeta: a 1/1 of 4; "
                        "2022-W24 Zeta: c 1/1 of 4; 2022-W25 Zeta: c 1/1 of 1; ");
    bytes_release(&text);
}

/* The row before, to see that the next follows it. */
struct last_row {
    uint32_t count;
    char term[16];
    size_t rows;
};

static bool follow_row(void *context, const struct term_row *row, struct fault *fault)
{
    struct last_row *last = context;
    char term[16];

    (void)fault;
    (void)snprintf(term, sizeof term, "%.*s", SPAN_PRINT(row->term));
    if (last->rows++ &&
        (row->count > last->count || (row->count == last->count && strcmp(term, last->term) <= 0)))
        fail_msg("%s %u follows %s %u", term, row->count, last->term, last->count);
    last->count = row->count;
    memcpy(last->term, term, sizeof term);
    return true;
}

/* Many terms with few uses, many with as many, and some with more than most. */
static void any_counts_fall_and_ties_go_by_text(void **state)
{
    enum { TERMS = 700, USES = 1200 };
    struct counted_article article = {.in_step = true, .words = 1};
    struct counts counts = {.articles = &article, .count = 1};
    struct table vocabulary = TABLE_EMPTY;
    struct term_rows rows = TERM_ROWS_EMPTY;
    struct last_row last = {0};
    struct bag bag = BAG_EMPTY;
    static uint32_t ids[USES];
    uint32_t seed = 5;
    struct fault fault;

    (void)state;
    (void)week_read(&counts.plan.week_first, span_of("2022-W24"));
    counts.plan.dated = true;
    for (uint32_t t = 0; t < TERMS; t++) {
        char term[16];

        (void)snprintf(term, sizeof term, "%c%u", (int)('a' + chance_draw(&seed, 26)), t);
        (void)table_add(&vocabulary, span_of(term));
    }
    bag_start(&bag, vocabulary.count);
    term_rows_start(&rows, &vocabulary, 15, GROUPING_NONE,
                    (struct term_sink){.context = &last, .row = follow_row});
    for (uint32_t t = 0; t < TERMS; t++) { /* an article each, of one term */
        size_t uses = t % 7 ? chance_draw(&seed, 6) + 1 : 250 + chance_draw(&seed, USES - 250);

        for (size_t i = 0; i < uses; i++)
            ids[i] = t + 1;
        bag_fill(&bag, ids, uses);
        assert_true(term_rows_add(&rows, &counts, 0, &bag, &fault));
    }
    assert_true(term_rows_end(&rows, &counts, &fault));
    assert_int_equal(last.rows, TERMS);
    term_rows_release(&rows);
    bag_release(&bag);
    table_release(&vocabulary);
}

static void a_sink_that_fails_ends_it(void **state)
{
    struct fault fault;

    (void)state;
    assert_false(add_articles(NULL, (struct term_sink){.row = refuse_row}, GROUPING_NONE, &fault));
    assert_string_equal(fault.message, "full");
}

static void a_bag_has_each_word_once(void **state)
{
    struct bag bag = BAG_EMPTY;

    (void)state;
    bag_start(&bag, 3);
    for (int again = 0; again < 2; again++) {
        bag_fill(&bag, first_text, COUNT_OF(first_text));
        assert_int_equal(bag.count, 3);
        assert_int_equal(bag.words[0].term, 0);
        assert_int_equal(bag.words[0].count, 2);
        assert_int_equal(bag.words[2].term, 2);
        assert_int_equal(bag.words[2].count, 1);
    }
    bag_fill(&bag, NULL, 0);
    assert_int_equal(bag.count, 0);
    bag_release(&bag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_come_by_week_then_count_then_text),
        cmocka_unit_test(rows_by_outlet_part_those_of_the_week),
        cmocka_unit_test(any_counts_fall_and_ties_go_by_text),
        cmocka_unit_test(a_sink_that_fails_ends_it),
        cmocka_unit_test(a_bag_has_each_word_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
