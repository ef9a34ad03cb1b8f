#include "tests/chance.h"
#include "tests/support.h"

#include "corpus/store/record.h"

#include <string.h>

static const struct stored_article article = {
    .number = 7,
    .day = 20416,
    .seconds = -1,
    .id = SPAN_LITERAL("a/1"),
    .source = SPAN_LITERAL("Courier"),
    .title = SPAN_LITERAL("Ferry late"),
    .url = SPAN_LITERAL("https://example.org/1"),
    .published = SPAN_LITERAL("2025-11-24"),
    .declared = SPAN_LITERAL("en"),
    .language = SPAN_LITERAL("en"),
    .words = 300,
    .quotes = 2,
    .left_out = 1,
    .replaced = UINT32_MAX,
    .content = 0x0102030405060708,
    .fingerprint = UINT64_MAX,
    .terms = SPAN_LITERAL("\1\0\2"),
    .signature = SPAN_LITERAL("\0\0\0\1"),
};

static void an_article_comes_back(void **state)
{
    struct bytes record = BYTES_EMPTY;
    struct stored_article again = {.number = 7, .day = 20416};

    (void)state;
    bytes_add_text(&record, "before");
    record_write(&record, &article);
    assert_true(record_read(&again, bytes_span(&record)));
    assert_int_equal(again.number, 7); /* what a record does not hold is left as it was */
    assert_int_equal(again.day, 20416);
    assert_int_equal(again.seconds, -1);
    assert_int_equal(again.words, 300);
    assert_int_equal(again.quotes, 2);
    assert_int_equal(again.left_out, 1);
    assert_int_equal(again.replaced, UINT32_MAX);
    assert_true(again.content == article.content && again.fingerprint == UINT64_MAX);
    assert_true(span_equal(again.id, article.id) && span_equal(again.source, article.source));
    assert_true(span_equal(again.title, article.title) && span_equal(again.url, article.url));
    assert_true(span_equal(again.published, article.published));
    assert_true(span_equal(again.declared, article.declared));
    assert_true(span_equal(again.terms, article.terms));
    assert_true(span_equal(again.signature, article.signature));
    assert_int_equal(again.author.length + again.section.length + again.origin.length +
                         again.title_terms.length + again.said.length,
                     0);
    bytes_release(&record);
}

/* The form is that of record.h on every machine. */
static void the_bytes_are_as_described(void **state)
{
    static const char expected[] =
        "\x08\x07\x06\x05\x04\x03\x02\x01" /* content */
        "\xff\xff\xff\xff\xff\xff\xff\xff"
        "\xff\xff\xff\xff\xff\xff\xff\xff"
        "\xac\x02\x02\x01\xff\xff\xff\xff\x0f" /* words, quotes, left out, replaced */
        "\x03\x07\x0a\x00\x00\x15\x0a\x00\x02\x02\x03\x00\x04\x00"
        "a/1CourierFerry latehttps://example.org/12025-11-24enen\1\0\2\0\0\0\1";
    struct bytes record = BYTES_EMPTY;

    (void)state;
    record_write(&record, &article);
    assert_int_equal(record.count, sizeof expected - 1);
    assert_memory_equal(record.items, expected, sizeof expected - 1);
    bytes_release(&record);
}

static void a_record_cut_short_or_too_long_is_refused(void **state)
{
    struct bytes record = BYTES_EMPTY;
    struct stored_article again;

    (void)state;
    record_write(&record, &article);
    for (size_t length = 0; length < record.count; length++)
        assert_false(record_read(&again, span_cut(bytes_span(&record), 0, length)));
    bytes_add_byte(&record, 0);
    assert_false(record_read(&again, bytes_span(&record)));
    bytes_release(&record);
}

/* Whatever the bytes are, nothing outside them is read. */
static void any_bytes_are_read_or_refused(void **state)
{
    uint32_t seed = 20251126;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        char bytes[64];
        struct stored_article again;
        size_t length = chance_draw(&seed, sizeof bytes + 1);

        for (size_t at = 0; at < length; at++)
            bytes[at] =
                (char)(chance_draw(&seed, 4) ? chance_draw(&seed, 6) : chance_draw(&seed, 256));
        if (record_read(&again, (struct span){bytes, length}))
            assert_true(again.id.length + again.said.length <= length);
    }
}

struct listed {
    struct bytes text;
    size_t stop_at;
};

static bool list_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct listed *listed = context;

    if (listed->stop_at-- == 0)
        return fault_set(fault, FAULT_OUTPUT, "stopped");
    bytes_print(&listed->text, "%u %.*s %u-%u %u %u %u %.*s %.*s %.*s %.*s\n", quote->article,
                SPAN_PRINT(quote->article_id), quote->start, quote->end, quote->number,
                quote->words, (unsigned)quote->kind, SPAN_PRINT(quote->speaker),
                SPAN_PRINT(quote->mention), SPAN_PRINT(quote->cue), SPAN_PRINT(quote->rule));
    return true;
}

static void quotations_come_back_in_their_order(void **state)
{
    struct bytes said = BYTES_EMPTY;
    struct listed listed = {.stop_at = SIZE_MAX};
    struct stored_article speaking = article;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    record_add_quote(&said, &(struct stored_quote){.start = 200,
                                                   .end = 5000000,
                                                   .number = 1,
                                                   .words = 9,
                                                   .kind = QUOTE_TURN,
                                                   .speaker = span_of("Anna Harker"),
                                                   .mention = span_of("Harker"),
                                                   .cue = span_of("said"),
                                                   .rule = span_of("after-cue:900")});
    record_add_quote(&said, &(struct stored_quote){.start = 5000001, .end = 5000002, .number = 2});
    speaking.said = bytes_span(&said);
    assert_true(record_visit_quotes(&speaking, list_quote, &listed, &fault));
    assert_string_equal(bytes_text(&listed.text),
                        "7 a/1 200-5000000 1 9 3 Anna Harker Harker said after-cue:900\n"
                        "7 a/1 5000001-5000002 2 0 0    \n");
    listed.stop_at = 1;
    assert_false(record_visit_quotes(&speaking, list_quote, &listed, &fault));
    assert_string_equal(fault.message, "stopped");
    bytes_release(&listed.text);
    bytes_release(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_comes_back),
        cmocka_unit_test(the_bytes_are_as_described),
        cmocka_unit_test(a_record_cut_short_or_too_long_is_refused),
        cmocka_unit_test(any_bytes_are_read_or_refused),
        cmocka_unit_test(quotations_come_back_in_their_order),
    };

    return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
