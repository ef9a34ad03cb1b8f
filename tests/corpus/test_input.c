#include "corpus/read/input.h"

#include "corpus/base/bytes.h"
#include "tests/support.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* A source that hands out `step` bytes at a time, and then an error where one is set. */
struct drip {
    struct span left;
    size_t step;
    int error;
    bool closed;
};

static ssize_t drip_read(void *context, char *room, size_t size)
{
    struct drip *drip = context;
    size_t count = drip->step < drip->left.length ? drip->step : drip->left.length;

    if (count == 0 && drip->error) {
        errno = drip->error;
        return -1;
    }
    if (count > size)
        count = size;
    if (count)
        memcpy(room, drip->left.bytes, count);
    drip->left = span_cut(drip->left, count, drip->left.length);
    return (ssize_t)count;
}

static void drip_close(void *context)
{
    ((struct drip *)context)->closed = true;
}

static struct input *open_drip(struct drip *drip)
{
    return input_open((struct input_about){.path = span_of("drip")},
                      (struct input_source){drip, drip_read, drip_close, NULL});
}

static void assert_line(struct input *input, const char *expected)
{
    struct span line;

    assert_true(input_line(input, &line));
    assert_int_equal(line.length, strlen(expected));
    assert_memory_equal(line.bytes, expected, line.length);
}

static void lines_are_the_same_whatever_the_pieces_they_come_in(void **state)
{
    (void)state;
    for (size_t step = 1; step < 12; step++) {
        struct drip drip = {span_of("one\n\ntwo\r\nlast"), step, 0, false};
        struct input *input = open_drip(&drip);
        struct span line;

        assert_line(input, "one");
        assert_line(input, "");
        assert_line(input, "two\r");
        assert_int_equal(input_line_number(input), 3);
        assert_line(input, "last");
        assert_false(input_line(input, &line));
        assert_int_equal(input_bytes(input), 14);
        input_close(input);
        assert_true(drip.closed);
    }
}

static void what_is_looked_at_is_not_yet_read(void **state)
{
    struct drip drip = {span_of("abcdefgh\nij"), 3, 0, false};
    struct input *input = open_drip(&drip);
    struct span rest;

    (void)state;
    assert_true(input_ahead(input, 4).length >= 4);
    input_take(input, 2);
    assert_line(input, "cdefgh");
    assert_true(input_whole(input, &rest));
    assert_int_equal(rest.length, 2);
    assert_int_equal(input_ahead(input, 1).length, 0);
    input_close(input);
}

static void a_line_past_the_limit_is_passed_over(void **state)
{
    size_t length = (size_t)INPUT_MAX + 2;
    char *bytes = malloc(length + 6);
    struct drip drip = {{bytes, length + 6}, 1 << 20, 0, false};
    struct input *input;
    struct span line;

    (void)state;
    assert_non_null(bytes);
    memset(bytes, 'x', length);
    memcpy(bytes + length, "\nnext\n", 6);
    input = open_drip(&drip);
    assert_true(input_line(input, &line));
    assert_null(line.bytes);
    assert_line(input, "next");
    assert_int_equal(input_line_number(input), 2);
    input_close(input);
    drip = (struct drip){{bytes, length}, 1 << 20, 0, false};
    input = open_drip(&drip);
    assert_false(input_whole(input, &line));
    input_close(input);
    free(bytes);
}

static void an_error_ends_the_input_and_cuts_off_no_line(void **state)
{
    struct drip drip = {span_of("a line\nhalf a li"), 4, EIO, false};
    struct input *input = open_drip(&drip);
    struct span line;

    (void)state;
    assert_line(input, "a line");
    assert_false(input_line(input, &line));
    assert_string_equal(input_error(input), strerror(EIO));
    input_close(input);
}

static int64_t drip_seek(void *context, int64_t offset, int whence)
{
    struct drip *drip = context;

    if (whence != SEEK_SET || offset < 0 || offset > 6)
        return -1;
    drip->left = span_cut(span_of("abcdef"), (size_t)offset, 6);
    return offset;
}

static void an_input_moves_where_its_source_can(void **state)
{
    struct drip drip = {span_of("abcdef"), 4, 0, false};
    struct input *input =
        input_open((struct input_about){0},
                   (struct input_source){.context = &drip, .read = drip_read, .seek = drip_seek});

    (void)state;
    assert_true(span_is(input_ahead(input, 100), "abcdef"));
    input_take(input, 5);
    assert_int_equal(input_seek(input, 9, SEEK_SET), -1);
    assert_true(span_is(input_ahead(input, 1), "f"));
    assert_int_equal(input_seek(input, 2, SEEK_SET), 2);
    assert_int_equal(input_bytes(input), 2);
    assert_true(span_is(input_ahead(input, 100), "cdef"));
    input_close(input);
    input = input_of((struct input_about){0}, span_of("abc"));
    assert_int_equal(input_seek(input, 0, SEEK_SET), -1);
    input_close(input);
}

static void mended_lines_count_each_byte_replaced(void **state)
{
    struct input *input =
        input_of((struct input_about){0}, span_of("ok\n\xC3\n\xC3\xA9\n\xFF\xFE"));

    (void)state;
    input_mend(input);
    assert_line(input, "ok");
    assert_line(input, "\xEF\xBF\xBD");
    assert_int_equal(input_replaced(input), 1);
    assert_line(input, "\xC3\xA9");
    assert_line(input, "\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_int_equal(input_replaced(input), 3);
    input_close(input);
}

/* Bytes of a charset and what they are in UTF-8. */
static const struct conversion {
    const char *charset;
    struct span bytes;
    const char *text;
    uint64_t replaced;
} conversions[] = {
    {"UTF-16LE", {"a\0\x16\x04\n\0b\0", 8}, "aЖ\nb", 0},
    {"UTF-16BE", {"\xD8\x3D\xDE\x00", 4}, "\xF0\x9F\x98\x80", 0},
    {"UTF-16BE", {"\0a\0", 3}, "a\xEF\xBF\xBD", 1},
    {"WINDOWS-1252", {"\x93quoted\x94", 8}, "“quoted”", 0},
    {"KOI8-R", {"\xD0\xD2\xC1\xD7\xC4\xC1", 6}, "правда", 0},
    {"EUC-JP", {"\xC6\xFC\xCB\xDC\xFF", 5}, "日本\xEF\xBF\xBD", 1},
};

static void a_charset_is_converted_whatever_the_pieces_it_comes_in(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(conversions); i++) {
        for (size_t step = 1; step < 9; step++) {
            struct drip drip = {conversions[i].bytes, step, 0, false};
            struct input *input = open_drip(&drip);
            struct span whole;

            (void)input_ahead(input, 1);
            assert_true(input_convert(input, conversions[i].charset));
            assert_true(input_whole(input, &whole));
            assert_int_equal(whole.length, strlen(conversions[i].text));
            assert_memory_equal(whole.bytes, conversions[i].text, whole.length);
            assert_int_equal(input_replaced(input), conversions[i].replaced);
            input_close(input);
        }
    }
}

static void a_charset_that_is_not_known_changes_nothing(void **state)
{
    struct input *input = input_of((struct input_about){0}, span_of("as it is"));

    (void)state;
    assert_false(input_convert(input, "no such charset"));
    assert_line(input, "as it is");
    input_close(input);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_the_same_whatever_the_pieces_they_come_in),
        cmocka_unit_test(what_is_looked_at_is_not_yet_read),
        cmocka_unit_test(a_line_past_the_limit_is_passed_over),
        cmocka_unit_test(an_input_moves_where_its_source_can),
        cmocka_unit_test(an_error_ends_the_input_and_cuts_off_no_line),
        cmocka_unit_test(mended_lines_count_each_byte_replaced),
        cmocka_unit_test(a_charset_is_converted_whatever_the_pieces_it_comes_in),
        cmocka_unit_test(a_charset_that_is_not_known_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
