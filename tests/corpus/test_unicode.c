#include "corpus/text/unicode.h"
#include "tests/support.h"

static const struct classed {
    uint32_t code;
    enum word_class class;
} classed[] = {
    {'a', WORD_CLASS_LETTER},        {0x044F, WORD_CLASS_LETTER},
    {0x05D0, WORD_CLASS_HEBREW},     {'7', WORD_CLASS_DIGIT},
    {0x0667, WORD_CLASS_DIGIT},      {0x30A2, WORD_CLASS_KATAKANA},
    {0x6771, WORD_CLASS_ALONE},      {0x3042, WORD_CLASS_ALONE},
    {0x0E01, WORD_CLASS_ALONE},      {0x20000, WORD_CLASS_ALONE},
    {0x0301, WORD_CLASS_EXTEND},     {0x00AD, WORD_CLASS_EXTEND},
    {0x200D, WORD_CLASS_EXTEND},     {0x200B, WORD_CLASS_SPACE},
    {0x00A0, WORD_CLASS_SPACE},      {0x202F, WORD_CLASS_SPACE},
    {0x2028, WORD_CLASS_SPACE},      {0x0085, WORD_CLASS_SPACE},
    {0x2019, WORD_CLASS_APOSTROPHE}, {0x2010, WORD_CLASS_HYPHEN},
    {0x2014, WORD_CLASS_MARK},       {'_', WORD_CLASS_MARK},
    {0x00B7, WORD_CLASS_MID_LETTER}, {':', WORD_CLASS_MARK},
    {'.', WORD_CLASS_MID_NUMBER},    {',', WORD_CLASS_MID_NUMBER},
    {'"', WORD_CLASS_DOUBLE_QUOTE},  {0x1F600, WORD_CLASS_MARK},
    {0x110000, WORD_CLASS_MARK},
};

static void code_points_have_the_stated_classes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(classed); i++)
        if (unicode_word_class(classed[i].code) != classed[i].class)
            fail_msg("U+%04X has class %d", classed[i].code, unicode_word_class(classed[i].code));
}

static void case_folds_simply(void **state)
{
    static const uint32_t folds[][2] = {
        {'A', 'a'},       {0x0416, 0x0436}, {0x03A3, 0x03C3},   {0x03C2, 0x03C3}, {0x1E9E, 0x00DF},
        {0x00DF, 0x00DF}, {0x0130, 0x0130}, {0x10400, 0x10428}, {0x212A, 'k'},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(folds); i++)
        assert_int_equal(unicode_fold(folds[i][0]), folds[i][1]);
}

static void scripts_are_told_apart(void **state)
{
    (void)state;
    assert_int_equal(unicode_script('a'), SCRIPT_LATIN);
    assert_int_equal(unicode_script(0x0436), SCRIPT_CYRILLIC);
    assert_int_equal(unicode_script(0x6771), SCRIPT_HAN);
    assert_int_equal(unicode_script(0x3042), SCRIPT_KANA);
    assert_int_equal(unicode_script('5'), SCRIPT_COMMON);
    assert_int_equal(unicode_script(0x0301), SCRIPT_COMMON);
    assert_int_equal(unicode_script(0x1200), SCRIPT_OTHER);
    assert_int_equal(unicode_script(0x110000), SCRIPT_COMMON);
}

static void letters_and_digits_are_known(void **state)
{
    (void)state;
    assert_true(unicode_is_letter(0x00E9) && !unicode_is_letter('1'));
    assert_true(unicode_is_upper(0x0416) && !unicode_is_upper(0x0436));
    assert_true(unicode_is_upper(0x01C5)); /* title case */
    assert_true(unicode_is_lower(0x0436) && !unicode_is_lower(0x05D0));
    assert_true(unicode_is_digit(0x0667) && !unicode_is_digit(0x00B2));
    assert_true(unicode_is_space(0x00A0) && !unicode_is_space(0x200B));
    assert_true(unicode_is_ignorable(0x00AD) && !unicode_is_ignorable(0x0301));
    assert_true(unicode_may_compose(0x0301) && !unicode_may_compose(0x00E9));
}

static void letters_and_accents_compose(void **state)
{
    struct bytes normal = BYTES_EMPTY;

    (void)state;
    unicode_nfc(&normal, span_of("cafe\xCC\x81 \xEF\xAC\xAC"));
    /* The presentation form of shin with dagesh and shin dot comes apart, as NFC excludes it. */
    assert_string_equal(bytes_text(&normal), "café \xD7\xA9\xD6\xBC\xD7\x81");
    bytes_clear(&normal);
    unicode_nfc(&normal, SPAN_EMPTY);
    assert_int_equal(normal.count, 0);
    bytes_release(&normal);
}

static void accents_come_off(void **state)
{
    static const struct {
        uint32_t code, base;
    } cases[] = {
        {'a', 'a'},       {0x00E9, 'e'}, {0x1EC7, 'e'},    {0x0439, 0x0438},   {0x0451, 0x0435},
        {0x00F8, 0x00F8}, {0x0301, 0},   {0xAC00, 0xAC00}, {0x1F600, 0x1F600},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(unicode_base(cases[i].code), cases[i].base);
}

static void codes_of_languages_are_known(void **state)
{
    (void)state;
    assert_true(unicode_has_language(span_of("ca")) && unicode_has_language(span_of("haw")));
    assert_true(unicode_has_language(span_of("und")));
    assert_false(unicode_has_language(span_of("xx")) || unicode_has_language(SPAN_EMPTY));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_points_have_the_stated_classes),
        cmocka_unit_test(case_folds_simply),
        cmocka_unit_test(scripts_are_told_apart),
        cmocka_unit_test(letters_and_digits_are_known),
        cmocka_unit_test(letters_and_accents_compose),
        cmocka_unit_test(accents_come_off),
        cmocka_unit_test(codes_of_languages_are_known),
    };

    return cmocka_run_group_tests_name("unicode", tests, NULL, NULL);
}
