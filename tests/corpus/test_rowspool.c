#include "tests/support.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"
#include "corpus/store/record.h"
#include "corpus/store/rowspool.h"

#include <stdlib.h>
#include <string.h>

static const struct span signature = SPAN_LITERAL("\0\1\2");

/* In the order of a walk. */
static const struct stored_article articles[] = {
    {.number = 9, .day = DAY_NONE, .source = SPAN_LITERAL("Zeit"), .id = SPAN_LITERAL("u")},
    {.number = 4, .day = -3, .source = SPAN_LITERAL("Zeit"), .id = SPAN_LITERAL("a")},
    {.number = 8, .day = 20, .source = SPAN_LITERAL(""), .id = SPAN_LITERAL("z")},
    {.number = 7, .day = 20, .source = SPAN_LITERAL("Bote"), .id = SPAN_LITERAL("a")},
    {.number = 2, .day = 20, .source = SPAN_LITERAL("Bote"), .id = SPAN_LITERAL("a/1")},
    {.number = 3, .day = 20, .source = SPAN_LITERAL("Bote"), .id = SPAN_LITERAL("a/1")},
    {.number = 1, .day = 20, .source = SPAN_LITERAL("Zeit"), .id = SPAN_LITERAL("a")},
    {.number = 6, .day = 21, .source = SPAN_LITERAL("Bote"), .id = SPAN_LITERAL("a")},
};

enum { ARTICLES = COUNT_OF(articles) };

struct walked {
    size_t count, stop_at;
};

static bool take_next(void *context, const struct stored_article *article, struct fault *fault)
{
    struct walked *walked = context;
    const struct stored_article *expected = &articles[walked->count];

    if (walked->count == walked->stop_at)
        return fault_set(fault, FAULT_OUTPUT, "stopped");
    walked->count++;
    assert_int_equal(article->number, expected->number);
    assert_int_equal(article->day, expected->day);
    assert_true(span_equal(article->source, expected->source));
    assert_true(span_equal(article->id, expected->id));
    assert_int_equal(article->words, article->number * 11);
    assert_int_equal(article->title.length, article->number);
    for (size_t i = 0; i < article->title.length; i++)
        assert_int_equal(article->title.bytes[i], 't');
    assert_true(span_equal(article->signature, signature));
    assert_int_equal(article->url.length, 0);
    return true;
}

/* Adds the article as one that was read from its record. */
static void add_article(struct rowspool *rows, const struct stored_article *article)
{
    struct stored_article copy = *article;
    struct bytes record = BYTES_EMPTY;
    struct fault fault;

    record_write(&record, article);
    copy.record = bytes_span(&record);
    assert_true(rowspool_add(rows, &copy, &fault));
    bytes_release(&record); /* what was added is a copy */
}

/* Adds them in steps of `step`, which has no divisor in common with their number. */
static void add_articles(struct rowspool *rows, size_t step)
{
    for (size_t i = 0; i < ARTICLES; i++) {
        char title[] = "tttttttttt";
        struct stored_article article = articles[i * step % ARTICLES];

        article.words = article.number * 11;
        article.title = (struct span){title, article.number};
        article.signature = signature;
        add_article(rows, &article);
    }
}

/* --- tests ----------------------------------------------------------------------------- */

static void articles_come_back_in_the_walk_s_order(void **state)
{
    static const size_t steps[] = {1, 3, 5, 7};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        struct rowspool rows = ROWSPOOL_EMPTY;
        struct walked walked = {.stop_at = ARTICLES};
        struct fault fault;

        add_articles(&rows, steps[i]);
        assert_true(rowspool_visit(&rows, take_next, &walked, &fault));
        assert_int_equal(walked.count, ARTICLES);
        rowspool_release(&rows);
    }
}

static void articles_in_the_file_come_back_too(void **state)
{
    struct rowspool rows = ROWSPOOL_EMPTY;
    struct walked walked = {.stop_at = ARTICLES};
    struct fault fault;

    (void)state;
    rows.memory = 250; /* of two records: the last lie in memory */
    add_articles(&rows, 3);
    assert_true(rowspool_visit(&rows, take_next, &walked, &fault));
    assert_int_equal(walked.count, ARTICLES);
    rowspool_release(&rows);
}

static void parts_of_any_days_change_nothing(void **state)
{
    static const struct {
        int32_t ends[3];
        size_t count;
    } parts[] = {
        {{-3, 20, 21}, 3},
        {{-4, 19, 30}, 3},
        {{20, 30}, 2},
        {{0}, 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        for (size_t memory = 0; memory <= 150; memory += 150) {
            struct rowspool rows = ROWSPOOL_EMPTY;
            struct walked walked = {.stop_at = ARTICLES};
            struct fault fault;

            rows.memory = memory ? memory : rows.memory;
            for (size_t p = 0; p < parts[i].count; p++)
                rowspool_divide(&rows, parts[i].ends[p]);
            add_articles(&rows, 5);
            assert_true(rowspool_visit(&rows, take_next, &walked, &fault));
            assert_int_equal(walked.count, ARTICLES);
            rowspool_release(&rows);
        }
    }
}

/* A long title makes the part longer than what is read in one piece. */
static bool take_long(void *context, const struct stored_article *article, struct fault *fault)
{
    size_t *count = context;

    (void)fault;
    assert_int_equal(article->number, ++*count);
    assert_int_equal(article->title.length, ROWSPOOL_PIECE / 4 + article->number);
    assert_int_equal(article->title.bytes[article->title.length - 1], 't');
    return true;
}

static void a_part_longer_than_a_piece_is_read_article_by_article(void **state)
{
    struct rowspool rows = ROWSPOOL_EMPTY;
    size_t length = ROWSPOOL_PIECE / 4;
    char *title = memory_take(length + 5);
    size_t count = 0;
    struct fault fault;

    (void)state;
    memset(title, 't', length + 5);
    for (uint32_t number = 5; number > 0; number--)
        add_article(&rows, &(struct stored_article){.number = number,
                                                    .day = (int32_t)number,
                                                    .title = {title, length + number}});
    assert_true(rowspool_visit(&rows, take_long, &count, &fault));
    assert_int_equal(count, 5);
    free(title);
    rowspool_release(&rows);
}

static void a_visitor_that_fails_ends_the_visit(void **state)
{
    struct rowspool rows = ROWSPOOL_EMPTY;
    struct walked walked = {.stop_at = 3};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    add_articles(&rows, 5);
    assert_false(rowspool_visit(&rows, take_next, &walked, &fault));
    assert_int_equal(walked.count, 3);
    assert_string_equal(fault.message, "stopped");
    rowspool_release(&rows);
}

static void nothing_is_visited_where_nothing_was_added(void **state)
{
    struct rowspool rows = ROWSPOOL_EMPTY;
    struct walked walked = {.stop_at = 0};
    struct fault fault;

    (void)state;
    assert_true(rowspool_visit(&rows, take_next, &walked, &fault));
    rowspool_release(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles_come_back_in_the_walk_s_order),
        cmocka_unit_test(articles_in_the_file_come_back_too),
        cmocka_unit_test(parts_of_any_days_change_nothing),
        cmocka_unit_test(a_part_longer_than_a_piece_is_read_article_by_article),
        cmocka_unit_test(a_visitor_that_fails_ends_the_visit),
        cmocka_unit_test(nothing_is_visited_where_nothing_was_added),
    };

    return cmocka_run_group_tests_name("rowspool", tests, NULL, NULL);
}
