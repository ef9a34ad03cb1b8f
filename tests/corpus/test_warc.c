#include "corpus/base/bytes.h"
#include "corpus/read/http.h"
#include "corpus/read/read_warc.h"
#include "tests/support.h"

#include <stdlib.h>

/* --- archives taken apart ---------------------------------------------------------------- */

static void list_member(struct bytes *list, struct input *member)
{
    const struct input_about *about = input_about(member);
    struct bytes text = BYTES_EMPTY;
    struct span ahead;

    while ((ahead = input_ahead(member, 1)).length) {
        bytes_add(&text, ahead);
        input_take(member, ahead.length);
    }
    bytes_print(list, "%.*s %.*s %.*s [%.*s] %s\n", SPAN_PRINT(about->path), SPAN_PRINT(about->url),
                SPAN_PRINT(about->published), SPAN_PRINT(about->charset), bytes_text(&text));
    bytes_release(&text);
}

/* A source that yields a few bytes at a time. */
struct drip {
    struct span bytes;
    size_t at, step;
};

static ssize_t read_drip(void *context, char *room, size_t size)
{
    struct drip *drip = context;
    size_t left = drip->bytes.length - drip->at, count = drip->step < size ? drip->step : size;

    if (count > left)
        count = left;
    if (count)
        memcpy(room, drip->bytes.bytes + drip->at, count);
    drip->at += count;
    return (ssize_t)count;
}

/* Each member on a line: path, address, time, charset, text; then the reasons and the end. */
static struct bytes list_steps(struct span archive, size_t step)
{
    struct drip drip = {.bytes = archive, .step = step};
    struct bytes list = BYTES_EMPTY;
    struct input *member,
        *input = input_open((struct input_about){.path = span_of("c.warc")},
                            (struct input_source){.context = &drip, .read = read_drip});
    struct fault fault = FAULT_EMPTY;
    enum format_result result;
    void *state = NULL;

    assert_true(read_warc_container.claims(SPAN_EMPTY, archive));
    while ((result = read_warc_container.next(&state, input, &member, &fault)) != FORMAT_END) {
        if (result == FORMAT_SKIP) {
            bytes_print(&list, "skip %s\n", fault.message);
            continue;
        }
        list_member(&list, member);
        input_close(member);
    }
    if (fault.kind != FAULT_NONE)
        bytes_print(&list, "end %d %s\n", fault_exit_code(fault.kind), fault.message);
    read_warc_container.close(state);
    input_close(input);
    return list;
}

static void assert_lists(struct span archive, const char *expected)
{
    static const size_t steps[] = {1 << 20, 1000, 7};

    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        struct bytes listed = list_steps(archive, steps[i]);

        assert_string_equal(bytes_text(&listed), expected);
        bytes_release(&listed);
    }
}

/* --- archives made here -------------------------------------------------------------------- */

/* A record; where `length` is negative it is the block's own. */
static void add_record(struct bytes *archive, const char *fields, const char *block, long length)
{
    bytes_print(archive, "WARC/1.1\r\n%sContent-Length: %ld\r\n\r\n%s\r\n\r\n", fields,
                length < 0 ? (long)strlen(block) : length, block);
}

#define PAGE(path)                                                                                 \
    "WARC-Type: response\r\nWARC-Target-URI: http://example.org/" path "\r\n"                      \
    "WARC-Date: 2025-03-04T05:06:07Z\r\nContent-Type: application/http; msgtype=response\r\n"
#define OK(type) "HTTP/1.1 200 OK\r\nContent-Type: " type "\r\n\r\n"

struct record {
    const char *fields, *block;
    long length; /* 0: the block's own */
};

static void assert_records(const struct record *records, size_t count, const char *expected)
{
    struct bytes archive = BYTES_EMPTY;

    for (size_t i = 0; i < count; i++)
        add_record(&archive, records[i].fields, records[i].block,
                   records[i].length ? records[i].length : -1);
    assert_lists(bytes_span(&archive), expected);
    bytes_release(&archive);
}

/* --- records ---------------------------------------------------------------------------------- */

static void pages_come_without_their_heads(void **state)
{
    static const struct record records[] = {
        {"WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n", "software: x\r\n", 0},
        {"WARC-Type: request\r\nWARC-Target-URI: http://example.org/a\r\n",
         "GET /a HTTP/1.1\r\n\r\n", 0},
        {PAGE("a"), OK("text/html; charset=\"utf-8\"") "<p>a", 0},
        {PAGE("b"),
         "HTTP/1.0 200\ncontent-type: application/XHTML+xml;x=y ; Charset=koi8-r\n\n<p>b", 0},
        {PAGE("c"), OK("application/json") "{}", 0},
        {"warc-type: resource\r\nwarc-target-uri: <http://example.org/d>\r\n"
         "content-type: text/plain\r\n",
         "HTML", 0},
        {"WARC-Type: conversion\r\nWARC-Target-URI: http://example.org/e\r\n"
         "WARC-Date: 2025-01-01T00:00:00Z\r\nContent-Type: text/plain\r\n",
         "WARC/1.0 is\nno record here", 0},
        {PAGE("f"), "HTTP/1.1 200 OK\r\n\r\nno type", 0},
    };

    (void)state;
    assert_records(records, COUNT_OF(records),
                   "c.warc#3 http://example.org/a 2025-03-04T05:06:07Z [utf-8] <p>a\n"
                   "c.warc#4 http://example.org/b 2025-03-04T05:06:07Z [koi8-r] <p>b\n"
                   "c.warc#5 http://example.org/c 2025-03-04T05:06:07Z [] {}\n"
                   "c.warc#6 http://example.org/d  [] HTML\n"
                   "c.warc#7 http://example.org/e 2025-01-01T00:00:00Z [] WARC/1.0 is\n"
                   "no record here\n"
                   "c.warc#8 http://example.org/f 2025-03-04T05:06:07Z [] no type\n");
}

static void what_is_no_article_is_passed_over(void **state)
{
    static const struct record records[] = {
        {PAGE("a.png"), OK("image/png") "x", 0},
        {PAGE("a.svg"), OK("image/svg+xml") "x", 0},
        {PAGE("a.css"), OK("text/css") "x", 0},
        {PAGE("robots.txt"), OK("text/plain") "User-agent: *", 0},
        {"WARC-Type: response\r\nWARC-Target-URI: dns:example.org\r\nContent-Type: text/dns\r\n",
         "x", 0},
        {"WARC-Type: metadata\r\nContent-Type: text/plain\r\n", "x", 0},
        {"WARC-Type: revisit\r\nContent-Type: application/http\r\n", OK("text/html") "x", 0},
        {"WARC-Type: resource\r\nWARC-Target-URI: urn:text:http://example.org/\r\n"
         "Content-Type: text/plain\r\n",
         "x", 0},
        {"WARC-Type: resource\r\nWARC-Target-URI: "
         "metadata://gnu.org/software/wget/warc/wget.log\r\n"
         "Content-Type: text/plain\r\n",
         "x", 0},
    };

    (void)state;
    assert_records(records, COUNT_OF(records), "");
}

static void other_statuses_are_told_in_numbers(void **state)
{
    static const struct record records[] = {
        {PAGE("a"), "HTTP/1.1 404 Not Found\r\n\r\nx", 0},
        {PAGE("b"), "HTTP/1.1 301 Moved\r\n\r\nx", 0},
        {PAGE("c"), OK("text/html") "c", 0},
        {PAGE("d"), "HTTP/1.1 404 Not Found\r\n\r\nx", 0},
        {PAGE("e"),
         "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: compress\r\n\r\nx", 0},
    };

    (void)state;
    assert_records(records, COUNT_OF(records),
                   "c.warc#3 http://example.org/c 2025-03-04T05:06:07Z [] c\n"
                   "skip responses left out for their HTTP status, 301: 1\n"
                   "skip responses left out for their HTTP status, 404: 2\n"
                   "skip responses left out for an encoding that is not read: 1\n");
}

#define CHUNKED "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

static void chunks_are_put_together(void **state)
{
    static const struct record records[] = {
        {PAGE("a"), CHUNKED "3\r\n<p>\r\nB;x=y\r\nhello world\r\n0\r\n\r\n", 0},
        {PAGE("b"), CHUNKED "<p>never in chunks", 0},
        {PAGE("c"), CHUNKED "3\r\n<p>\r\n20\r\ntoo short", 0},
        {PAGE("d"), CHUNKED "3\r\n<p>xx\r\n", 0},
        {PAGE("e"), CHUNKED "FFFFFFFFFFFFFFFFF\r\nx", 0},
    };

    (void)state;
    assert_records(
        records, COUNT_OF(records),
        "c.warc#1 http://example.org/a 2025-03-04T05:06:07Z [] <p>hello world\n"
        "c.warc#2 http://example.org/b 2025-03-04T05:06:07Z [] <p>never in chunks\n"
        "skip record 3: its chunks are broken or cut off\n"
        "skip record 4: its chunks are broken or cut off\n"
        "c.warc#5 http://example.org/e 2025-03-04T05:06:07Z [] FFFFFFFFFFFFFFFFF\r\nx\n");
}

/* --- damage ---------------------------------------------------------------------------------- */

static void reading_goes_on_behind_a_broken_record(void **state)
{
    static const struct record records[] = {
        {PAGE("a"), OK("text/html") "a", 0},
        {PAGE("b"), OK("text/html") "longer than it says", 50},
        {PAGE("c"), OK("text/html") "shorter than it says", 400},
        {PAGE("d"), OK("text/html") "d", 0},
        {PAGE("e") "Content-Length: a few\r\n", OK("text/html") "e", 0},
        {PAGE("f"), OK("text/html") "f", 99999999},
        {PAGE("g"), "HTTP/1.1 OK\r\n\r\n", 0},
    };

    (void)state;
    assert_records(records, COUNT_OF(records),
                   "c.warc#1 http://example.org/a 2025-03-04T05:06:07Z [] a\n"
                   "skip record 2: its length is wrong\n"
                   "skip record 3: its length is wrong\n"
                   "c.warc#4 http://example.org/d 2025-03-04T05:06:07Z [] d\n"
                   "skip record 5: its head cannot be read\n"
                   "skip record 6: it is longer than 16 MB\n");
}

static void what_lies_between_records_is_told(void **state)
{
    struct bytes archive = BYTES_EMPTY;

    (void)state;
    add_record(&archive, PAGE("a"), OK("text/html") "a", -1);
    add_record(&archive, PAGE("b"), "HTTP/1.1\r\n\r\n", -1);
    bytes_add_text(&archive, "\r\n\r\n");
    add_record(&archive, PAGE("c"), OK("text/html") "c", -1);
    bytes_add_text(&archive, "tail");
    assert_lists(bytes_span(&archive), "c.warc#1 http://example.org/a 2025-03-04T05:06:07Z [] a\n"
                                       "skip record 2: its HTTP head cannot be read\n"
                                       "c.warc#3 http://example.org/c 2025-03-04T05:06:07Z [] c\n"
                                       "skip 4 bytes behind record 3 are no record\n");
    bytes_release(&archive);
}

/* Heads that never end are many records in few bytes: they are told once, and soon. */
static void heads_in_a_row_that_never_end_are_told_once(void **state)
{
    struct bytes archive = BYTES_EMPTY, listed;

    (void)state;
    for (int i = 0; i < 300000; i++)
        bytes_add_text(&archive, "WARC/1.0\n");
    bytes_add_text(&archive, "x\n");
    add_record(&archive, PAGE("a"), OK("text/html") "a", -1);
    listed = list_steps(bytes_span(&archive), 1 << 20);
    assert_string_equal(bytes_text(&listed),
                        "skip record 1: its head cannot be read\n"
                        "c.warc#300001 http://example.org/a 2025-03-04T05:06:07Z [] a\n");
    bytes_release(&listed);
    bytes_release(&archive);
}

/* Wherever it is cut off, the records before are whole, and the end is told unless it is between
 * two. */
static void an_archive_cut_off_anywhere_keeps_its_whole_records(void **state)
{
    struct bytes archive = BYTES_EMPTY, whole;
    size_t silent = 0;

    (void)state;
    for (int i = 0; i < 4; i++)
        add_record(&archive, PAGE("page"), OK("text/html") "<p>one\n<p>two", -1);
    whole = list_steps(bytes_span(&archive), 1 << 20);
    for (size_t length = 10; length < archive.count; length++) {
        struct bytes cut = list_steps(span_cut(bytes_span(&archive), 0, length), 1 << 20);
        size_t kept = 0;

        while (kept < cut.count && cut.items[kept] == whole.items[kept])
            kept++;
        if (kept == cut.count)
            silent++;
        else
            assert_true(span_starts(span_cut(bytes_span(&cut), kept, cut.count), "end 3 record ") ||
                        span_starts(span_cut(bytes_span(&cut), kept, cut.count), "skip "));
        bytes_release(&cut);
    }
    /* After each record's block there are four bytes of line ends, the last of all at the end. */
    assert_int_equal(silent, 4 * 5 - 1);
    bytes_release(&whole);
    bytes_release(&archive);
}

/* --- ARC ---------------------------------------------------------------------------------------
 */

static void an_arc_is_read_likewise(void **state)
{
    (void)state;
    assert_lists(span_of("filedesc://a.arc 0.0.0.0 20250304050607 text/plain 8\n1 0 x\nf\n\n"
                         "http://example.org/a b 1.2.3.4 20250304050607 text/html 47\n"
                         "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>\n"
                         "http://example.org/c 1.2.3.4 20250304050608 text/plain 4\ntext\n"
                         "http://example.org/d 1.2.3.4 20250304050608 text/plain 99\ntext\n"),
                 "c.warc#2 http://example.org/a b 2025-03-04T05:06:07Z [] <p>\n"
                 "c.warc#3 http://example.org/c 2025-03-04T05:06:08Z [] text\n"
                 "end 3 record 4 is cut off near byte 294; those before are read\n");
    assert_lists(
        span_of("filedesc://a.arc 0.0.0.0 20250304050607 text/plain 200 - - 0 a.arc 8\n"
                "2 0 x\nf\n\n"
                "http://example.org/a 1.2.3.4 20250304050607 text/plain 200 - - 99 a.arc 4\n"
                "text\n"),
        "c.warc#2 http://example.org/a 2025-03-04T05:06:07Z [] text\n");
}

/* --- HTTP ----------------------------------------------------------------------------------------
 */

static void fields_are_found_by_name(void **state)
{
    const struct span head =
        span_of("A: 1\r\nbad line\r\nlong-NAME :  two words \t\r\nA: 2\r\n\r\n");

    (void)state;
    assert_true(span_is(http_field(head, "a"), "1"));
    assert_true(span_is(http_field(head, "Long-Name"), "two words"));
    assert_int_equal(http_field(head, "long").length, 0);
}

static void a_type_is_taken_apart(void **state)
{
    static const struct {
        const char *value, *name, *charset;
    } cases[] = {
        {"text/html", "text/html", ""},
        {"text/html; charset=UTF-8", "text/html", "UTF-8"},
        {" text/html ;a=b; CHARSET = 'x'", "text/html", ""},
        {"text/html;charset='windows-1251'", "text/html", "windows-1251"},
        {"text/html;charset=", "text/html", ""},
        {"", "", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct http_type type = http_type(span_of(cases[i].value));

        assert_true(span_is(type.name, cases[i].name));
        assert_true(span_is(type.charset, cases[i].charset));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_come_without_their_heads),
        cmocka_unit_test(what_is_no_article_is_passed_over),
        cmocka_unit_test(other_statuses_are_told_in_numbers),
        cmocka_unit_test(chunks_are_put_together),
        cmocka_unit_test(reading_goes_on_behind_a_broken_record),
        cmocka_unit_test(heads_in_a_row_that_never_end_are_told_once),
        cmocka_unit_test(what_lies_between_records_is_told),
        cmocka_unit_test(an_archive_cut_off_anywhere_keeps_its_whole_records),
        cmocka_unit_test(an_arc_is_read_likewise),
        cmocka_unit_test(fields_are_found_by_name),
        cmocka_unit_test(a_type_is_taken_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
