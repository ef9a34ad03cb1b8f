#include "tests/support.h"

#include "corpus/base/memory.h"
#include "corpus/store/quotespool.h"
#include "corpus/store/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An article with so many quotations, each with a speaker of `length` letters. */
static void add_article(struct quotespool *spool, uint32_t number, size_t quotes, size_t length)
{
    struct bytes said = BYTES_EMPTY;
    char *speaker = memory_take(length + 1);
    char id[16];
    struct fault fault;

    (void)snprintf(id, sizeof id, "a%u", (unsigned)number);
    for (size_t i = 0; i < quotes; i++) {
        memset(speaker, 'a' + (int)i, length);
        record_add_quote(&said, &(struct stored_quote){
                                    .start = (uint32_t)i * 10,
                                    .end = (uint32_t)i * 10 + 4,
                                    .number = (uint32_t)i + 1,
                                    .speaker = {speaker, length},
                                    .cue = span_of("said"),
                                });
    }
    assert_true(quotespool_add(
        spool,
        &(struct stored_article){.number = number, .id = span_of(id), .said = bytes_span(&said)},
        &fault));
    memset(id, 'x', sizeof id); /* what was added is a copy */
    bytes_release(&said);
    free(speaker);
}

struct heard {
    struct bytes text;
    size_t count, stop_at;
};

static bool take_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct heard *heard = context;

    if (heard->count++ == heard->stop_at)
        return fault_set(fault, FAULT_OUTPUT, "stopped");
    bytes_print(&heard->text, "%.*s/%u:%u-%u %.*s|%.*s ", SPAN_PRINT(quote->article_id),
                quote->article, quote->start, quote->end, SPAN_PRINT(quote->speaker),
                SPAN_PRINT(quote->cue));
    return true;
}

/* --- tests ----------------------------------------------------------------------------- */

static void quotations_come_back_in_the_order_of_their_articles(void **state)
{
    struct quotespool *spool = quotespool_open();
    struct heard heard = {.text = BYTES_EMPTY, .stop_at = SIZE_MAX};
    struct fault fault;

    (void)state;
    add_article(spool, 7, 2, 3);
    add_article(spool, 9, 0, 0);
    add_article(spool, 4, 1, 2);
    for (int again = 0; again < 2; again++) {
        bytes_clear(&heard.text);
        assert_true(quotespool_visit(spool, take_quote, &heard, &fault));
        assert_string_equal(bytes_text(&heard.text),
                            "a7/7:0-4 aaa|said a7/7:10-14 bbb|said a4/4:0-4 aa|said ");
    }
    bytes_release(&heard.text);
    quotespool_close(spool);
}

static bool count_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    uint32_t *count = context;

    (void)fault;
    assert_int_equal(quote->article, *count / 2 + 1);
    assert_int_equal(quote->number, *count % 2 + 1);
    assert_int_equal(quote->speaker.length, 1000 * quote->article);
    assert_int_equal(quote->speaker.bytes[999], *count % 2 ? 'b' : 'a');
    ++*count;
    return true;
}

/* In the file and in memory, of many pieces; the last articles are longer than one. */
static void more_than_memory_holds_comes_back_too(void **state)
{
    enum { ARTICLES = 600 };
    struct quotespool *spool = quotespool_open();
    uint32_t count = 0;
    struct fault fault;

    (void)state;
    for (uint32_t number = 1; number <= ARTICLES; number++)
        add_article(spool, number, 2, 1000 * (size_t)number);
    assert_true(quotespool_visit(spool, count_quote, &count, &fault));
    assert_int_equal(count, 2 * ARTICLES);
    quotespool_close(spool);
}

static void a_visitor_that_fails_ends_the_reading(void **state)
{
    struct quotespool *spool = quotespool_open();
    struct heard heard = {.text = BYTES_EMPTY, .stop_at = 2};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    add_article(spool, 1, 2, 1);
    add_article(spool, 2, 2, 1);
    assert_false(quotespool_visit(spool, take_quote, &heard, &fault));
    assert_string_equal(fault.message, "stopped");
    assert_int_equal(heard.count, 3);
    bytes_release(&heard.text);
    quotespool_close(spool);
}

static void nothing_is_visited_where_nothing_was_added(void **state)
{
    struct quotespool *spool = quotespool_open();
    struct heard heard = {.text = BYTES_EMPTY, .stop_at = 0};
    struct fault fault;

    (void)state;
    assert_true(quotespool_visit(spool, take_quote, &heard, &fault));
    assert_int_equal(heard.count, 0);
    quotespool_close(spool);
    quotespool_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotations_come_back_in_the_order_of_their_articles),
        cmocka_unit_test(more_than_memory_holds_comes_back_too),
        cmocka_unit_test(a_visitor_that_fails_ends_the_reading),
        cmocka_unit_test(nothing_is_visited_where_nothing_was_added),
    };

    return cmocka_run_group_tests_name("quotespool", tests, NULL, NULL);
}
