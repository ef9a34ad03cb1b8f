/*
 * Bytes that are no UTF-8 in the formats of rows and items: each becomes
 * U+FFFD and is counted, and what stands round it is read.
 */
#include "corpus/read/read_csv.h"
#include "corpus/read/read_json.h"
#include "corpus/read/read_sgml.h"
#include "tests/reading.h"

struct bad {
    const char *bytes;
    size_t length;
    size_t replaced; /* U+FFFD that stand for it */
};

#define BAD(text, count)                                                                           \
    {                                                                                              \
        text, sizeof(text) - 1, count                                                              \
    }

static const struct bad bad[] = {
    /* bytes that begin nothing */
    BAD("\x80", 1),
    BAD("\xBF", 1),
    BAD("\x80\xBF\x80", 3),
    BAD("\xFE", 1),
    BAD("\xFF", 1),
    BAD("\xFE\xFE\xFF\xFF", 4),
    BAD("\xF5\x80\x80\x80", 4),
    BAD("\xF8\x88\x80\x80\x80", 5),
    BAD("\xFC\x84\x80\x80\x80\x80", 6),
    BAD("\xC0", 1),
    BAD("\xC1", 1),
    /* cut short */
    BAD("\xC3", 1),
    BAD("\xE2\x82", 2),
    BAD("\xE2", 1),
    BAD("\xF0\x9F\x98", 3),
    BAD("\xF0\x9F", 2),
    BAD("\xF0", 1),
    BAD("\xC3\xC3\xA9", 1),
    BAD("\xE2\x82\xC3\xA9", 2),
    BAD("\xF4\x8F\xBF", 3),
    /* longer than needed */
    BAD("\xC0\xAF", 2),
    BAD("\xE0\x80\xAF", 3),
    BAD("\xF0\x80\x80\xAF", 4),
    BAD("\xC1\xBF", 2),
    BAD("\xE0\x9F\xBF", 3),
    BAD("\xF0\x8F\xBF\xBF", 4),
    BAD("\xC0\x80", 2),
    BAD("\xE0\x80\x80", 3),
    BAD("\xF0\x80\x80\x80", 4),
    BAD("\xC0\xA2", 2),
    /* surrogates */
    BAD("\xED\xA0\x80", 3),
    BAD("\xED\xAD\xBF", 3),
    BAD("\xED\xAE\x80", 3),
    BAD("\xED\xAF\xBF", 3),
    BAD("\xED\xB0\x80", 3),
    BAD("\xED\xBE\x80", 3),
    BAD("\xED\xBF\xBF", 3),
    BAD("\xED\xA0\x80\xED\xB0\x80", 6),
    BAD("\xED\xAF\xBF\xED\xBF\xBF", 6),
    /* past the last code point */
    BAD("\xF4\x90\x80\x80", 4),
    BAD("\xF7\xBF\xBF\xBF", 4),
    BAD("\xF4\xBF\xBF\xBF", 4),
    /* other charsets */
    BAD("caf\xE9", 1),
    BAD("\x93so\x94", 2),
    BAD("na\xEFve", 1),
    BAD("\xA3"
        "5",
        1),
    BAD("Gr\xF6\xDF"
        "e",
        2),
    BAD("\xCF\xF0\xE8\xE2\xE5\xF2", 6),
    BAD("\x85", 1),
    BAD("\xC4\xE3\xBA\xC3", 4),
    /* round whole characters */
    BAD("\xC3\xA9\xA9", 1),
    BAD("\xA9\xC3\xA9", 1),
    BAD("\xE2\x82\xAC\x82", 1),
    BAD("\xF0\x9F\x98\x80\x80", 1),
    BAD("\xEF\xBB\xBF\xEF\xBB", 2),
    /* what is UTF-8, if odd */
    BAD("\xE2\x80\xAE", 0),
    BAD("\xEF\xBB\xBF", 0),
    BAD("\xEF\xBF\xBE", 0),
    BAD("\xC2\x85", 0),
    BAD("\xF4\x8F\xBF\xBF", 0),
};

static const struct {
    const struct format *format;
    const char *before, *after; /* of the bad bytes */
    const char *first, *last;   /* of what is shown, round the mended bytes */
} places[] = {
    {&read_csv_format, "id,text\n1,x", "y\n2,\"next\"\n", "line 2: id=<1> text=<x",
     "y>\nline 3: id=<2> text=<next>\n"},
    {&read_csv_format, "id;text\n1;\"x", "y\"\n2;next\n", "line 2: id=<1> text=<x",
     "y>\nline 3: id=<2> text=<next>\n"},
    {&read_json_lines_format, "{\"text\": \"x", "y\"}\n{\"text\": \"next\"}\n", "line 1: text=<x",
     "y>\nline 2: text=<next>\n"},
    {&read_json_format, "[{\"text\": \"x", "y\"}, {\"text\": \"next\"}]",
     "item 1 (line 1): text=<x", "y>\nitem 2 (line 1): text=<next>\n"},
    {&read_sgml_format, "<REUTERS><TEXT><BODY>x",
     "y</BODY></TEXT></REUTERS>\n<REUTERS><TEXT><BODY>next</BODY></TEXT></REUTERS>\n",
     "line 1: source=<Reuters> text=<x", "y>\nline 2: source=<Reuters> text=<next>\n"},
};

static void bytes_that_are_no_utf8_are_replaced_and_the_rest_is_read(void **state)
{
    (void)state;
    assert_int_equal(COUNT_OF(bad), 60);
    for (size_t i = 0; i < COUNT_OF(places) * COUNT_OF(bad); i++) {
        const struct bad *row = &bad[i % COUNT_OF(bad)];
        size_t place = i / COUNT_OF(bad);
        struct span bytes = {row->bytes, row->length};
        struct bytes text = BYTES_EMPTY, expected = BYTES_EMPTY;

        bytes_add_text(&text, places[place].before);
        bytes_add(&text, bytes);
        bytes_add_text(&text, places[place].after);
        bytes_add_text(&expected, places[place].first);
        assert_int_equal(utf8_repair(&expected, bytes), row->replaced);
        bytes_add_text(&expected, places[place].last);
        assert_reading(places[place].format, NULL, bytes_span(&text), bytes_text(&expected));
        bytes_release(&text);
        bytes_release(&expected);
    }
}

static void all_pairs_of_bytes_past_ascii_leave_the_next_item_alone(void **state)
{
    (void)state;
    for (unsigned pair = 0; pair < 0x4000; pair++) {
        const char bytes[] = {(char)(0x80 | pair >> 7), (char)(0x80 | (pair & 0x7F))};
        struct bytes mended = BYTES_EMPTY, text = BYTES_EMPTY, shown;

        (void)utf8_repair(&mended, (struct span){bytes, 2});
        assert_int_equal(utf8_valid_length(bytes_span(&mended)), mended.count);
        bytes_print(&text, "[{\"text\": \"x%.2s\"}, {\"text\": \"next\"}]", bytes);
        shown = reading_all(&read_json_format,
                            input_of((struct input_about){.path = span_of("a")}, bytes_span(&text)),
                            NULL);
        assert_true(span_starts(bytes_span(&shown), "item 1 (line 1): text=<x"));
        assert_true(span_ends(bytes_span(&shown), ">\nitem 2 (line 1): text=<next>\n"));
        assert_int_equal(shown.count, strlen("item 1 (line 1): text=<x>\n"
                                             "item 2 (line 1): text=<next>\n") +
                                          mended.count);
        bytes_release(&shown);
        bytes_release(&mended);
        bytes_release(&text);
    }
}

/* NUL, and what else is no text: read or refused with a reason, and the next is read. */
static void control_characters_spoil_their_own_row_at_most(void **state)
{
    (void)state;
    for (size_t place = 0; place < COUNT_OF(places); place++) {
        for (int byte = 0; byte < 0x20; byte++) {
            struct bytes text = BYTES_EMPTY, shown;
            struct span last = span_of(places[place].last);

            bytes_add_text(&text, places[place].before);
            bytes_add_byte(&text, (char)byte);
            bytes_add_text(&text, places[place].after);
            shown = reading_all(
                places[place].format,
                input_of((struct input_about){.path = span_of("a")}, bytes_span(&text)), NULL);
            last = span_cut(last, last.length - strlen("<next>\n"), last.length);
            if (!span_ends(bytes_span(&shown), last.bytes))
                fail_msg("\\x%02x in '%s...': %s", (unsigned)byte, places[place].before,
                         bytes_text(&shown));
            bytes_release(&shown);
            bytes_release(&text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_that_are_no_utf8_are_replaced_and_the_rest_is_read),
        cmocka_unit_test(all_pairs_of_bytes_past_ascii_leave_the_next_item_alone),
        cmocka_unit_test(control_characters_spoil_their_own_row_at_most),
    };

    return cmocka_run_group_tests_name("mending", tests, NULL, NULL);
}
