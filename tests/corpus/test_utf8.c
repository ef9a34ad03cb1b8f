#include "corpus/text/utf8.h"
#include "tests/support.h"

#include <unicode/ustring.h>

static const struct mending {
    const char *text;
    const char *mended;
    size_t replaced;
} mendings[] = {
    {"", "", 0},
    {"plain", "plain", 0},
    {"caf\xE9 noir", "caf\xEF\xBF\xBD noir", 1},
    {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD", 2},                 /* not the shortest form */
    {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3}, /* a surrogate */
    {"a\xE2\x82", "a\xEF\xBF\xBD\xEF\xBF\xBD", 2},               /* cut short */
    {"\xF4\x90\x80\x80z", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz", 4},
    {"\xE2\x82\xAC", "\xE2\x82\xAC", 0},
};

static void bytes_that_are_no_text_are_mended_and_counted(void **state)
{
    struct bytes mended = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(mendings); i++) {
        bytes_clear(&mended);
        assert_int_equal(utf8_repair(&mended, span_of(mendings[i].text)), mendings[i].replaced);
        assert_string_equal(bytes_text(&mended), mendings[i].mended);
    }
    bytes_release(&mended);
}

static void all_two_byte_sequences_are_judged_as_icu_judges_them(void **state)
{
    struct bytes mended = BYTES_EMPTY;

    (void)state;
    for (unsigned pair = 0; pair < 0x10000; pair++) {
        const char bytes[] = {(char)(pair >> 8), (char)(pair & 0xFF), '\0'};
        UChar wide[4];
        UErrorCode error = U_ZERO_ERROR;

        (void)u_strFromUTF8(wide, 4, NULL, bytes, 2, &error);
        assert_int_equal(utf8_valid_length((struct span){bytes, 2}) == 2, U_SUCCESS(error));
        bytes_clear(&mended);
        assert_int_equal(utf8_repair(&mended, (struct span){bytes, 2}) == 0, U_SUCCESS(error));
        assert_int_equal(utf8_valid_length(bytes_span(&mended)), mended.count);
    }
    bytes_release(&mended);
}

static void every_code_point_is_read_forwards_and_backwards(void **state)
{
    struct bytes text = BYTES_EMPTY;

    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        struct utf8_point point = {0};

        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        bytes_clear(&text);
        bytes_add_byte(&text, 'a');
        bytes_add_point(&text, code);
        point = utf8_at(bytes_span(&text), 1);
        if (point.code != code || point.width != text.count - 1)
            fail_msg("U+%04X is read as U+%04X", code, point.code);
        point = utf8_before(bytes_span(&text), text.count);
        if (point.code != code || point.width != text.count - 1)
            fail_msg("U+%04X is read backwards as U+%04X", code, point.code);
    }
    bytes_release(&text);
}

static void nothing_stands_before_the_first_and_after_the_last_byte(void **state)
{
    (void)state;
    assert_int_equal(utf8_before(span_of("a"), 0).width, 0);
    assert_int_equal(utf8_at(span_of("a"), 1).width, 0);
    assert_int_equal(utf8_at(SPAN_EMPTY, 0).width, 0);
}

static void characters_are_counted(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(span_of("")), 0);
    assert_int_equal(utf8_count(span_of("не 東京!")), 6);
    assert_int_equal(utf8_count(span_of("a\xFF\xFE")), 3);
    assert_int_equal(utf8_count(span_of("L’été, 0123456789 – été\xC3")), 24);
    assert_int_equal(utf8_ascii_length(span_of("0123456789abcdefé")), 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_that_are_no_text_are_mended_and_counted),
        cmocka_unit_test(all_two_byte_sequences_are_judged_as_icu_judges_them),
        cmocka_unit_test(every_code_point_is_read_forwards_and_backwards),
        cmocka_unit_test(nothing_stands_before_the_first_and_after_the_last_byte),
        cmocka_unit_test(characters_are_counted),
    };

    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
