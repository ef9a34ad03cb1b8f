#include "tests/support.h"

#include "corpus/base/day.h"
#include "reports/draw/format.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NB "\u00A0"

static int32_t day_of(const char *text)
{
    int32_t day = DAY_NONE;

    assert_true(day_read(&day, span_of(text)));
    return day;
}

static void counts_have_separators(void **state)
{
    (void)state;
    assert_string_equal(format_count(&tongues[TONGUE_ENGLISH], 0).text, "0");
    assert_string_equal(format_count(&tongues[TONGUE_ENGLISH], 999).text, "999");
    assert_string_equal(format_count(&tongues[TONGUE_ENGLISH], 3412).text, "3,412");
    assert_string_equal(format_count(&tongues[TONGUE_ENGLISH], -1234567).text, "\u22121,234,567");
    assert_string_equal(format_count(&tongues[TONGUE_ENGLISH], -0.2).text, "0");
    assert_string_equal(format_count(&tongues[TONGUE_ENGLISH], NAN).text, "\u2013");
    assert_string_equal(format_count(&tongues[TONGUE_ENGLISH], INFINITY).text, "\u2013");
}

static void large_counts_are_shortened_to_three_digits(void **state)
{
    (void)state;
    assert_string_equal(format_short(&tongues[TONGUE_ENGLISH], 3412).text, "3,412");
    assert_string_equal(format_short(&tongues[TONGUE_ENGLISH], 99999).text, "99,999");
    assert_string_equal(format_short(&tongues[TONGUE_ENGLISH], 218400).text, "218k");
    assert_string_equal(format_short(&tongues[TONGUE_ENGLISH], 2184000).text, "2.18M");
    assert_string_equal(format_short(&tongues[TONGUE_ENGLISH], 21.84e6).text, "21.8M");
    assert_string_equal(format_short(&tongues[TONGUE_ENGLISH], 1.3e9).text, "1.30bn");
    assert_string_equal(format_short(&tongues[TONGUE_ENGLISH], 999.9e3).text, "1.00M");
}

static void shares_are_per_cent_with_one_decimal(void **state)
{
    (void)state;
    assert_string_equal(format_share(&tongues[TONGUE_ENGLISH], 0.1408).text, "14.1%");
    assert_string_equal(format_share(&tongues[TONGUE_ENGLISH], 0.314).text, "31.4%");
    assert_string_equal(format_share(&tongues[TONGUE_ENGLISH], 0).text, "0%");
    assert_string_equal(format_share(&tongues[TONGUE_ENGLISH], 1).text, "100%");
    assert_string_equal(format_share(&tongues[TONGUE_ENGLISH], 0.0001).text, "<" NB "0.1%");
    assert_string_equal(format_share(&tongues[TONGUE_ENGLISH], NAN).text, "\u2013");
}

static void differences_carry_their_sign(void **state)
{
    (void)state;
    assert_string_equal(format_points(&tongues[TONGUE_ENGLISH], 0.043).text, "+4.3" NB "points");
    assert_string_equal(format_points(&tongues[TONGUE_ENGLISH], -0.043).text,
                        "\u22124.3" NB "points");
    assert_string_equal(format_points(&tongues[TONGUE_ENGLISH], 0.0001).text, "0.0" NB "points");
    assert_string_equal(format_change(&tongues[TONGUE_ENGLISH], 0.04).text, "+4%");
    assert_string_equal(format_change(&tongues[TONGUE_ENGLISH], -0.121).text, "\u221212%");
    assert_string_equal(format_change(&tongues[TONGUE_ENGLISH], 0).text, "0%");
}

static void ratios_are_times_or_divided(void **state)
{
    static const struct {
        double ratio;
        const char *text;
    } cases[] = {{17.2, "\u00D717"}, {1.4, "\u00D71.4"}, {4, "\u00D74"},
                 {0.25, "\u00F74"},  {1, "\u00D71"},     {0, "\u2013"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(
            format_value(&tongues[TONGUE_ENGLISH], log2(cases[i].ratio), UNIT_LOG2).text,
            cases[i].text);
}

static void p_has_two_significant_digits(void **state)
{
    (void)state;
    assert_string_equal(format_p(&tongues[TONGUE_ENGLISH], 0.0345).text, "0.035");
    assert_string_equal(format_p(&tongues[TONGUE_ENGLISH], 0.05).text, "0.050");
    assert_string_equal(format_p(&tongues[TONGUE_ENGLISH], 0.34).text, "0.34");
    assert_string_equal(format_p(&tongues[TONGUE_ENGLISH], 0.00012).text, "0.00012");
    assert_string_equal(format_p(&tongues[TONGUE_ENGLISH], 0.00009).text, "<" NB "0.0001");
    assert_string_equal(format_p(&tongues[TONGUE_ENGLISH], 0).text, "<" NB "0.0001");
    assert_string_equal(format_p(&tongues[TONGUE_ENGLISH], 1).text, "1.0");
    assert_string_equal(format_p(&tongues[TONGUE_ENGLISH], 1.5).text, "\u2013");
}

static void ranges_join_with_an_en_dash(void **state)
{
    (void)state;
    assert_string_equal(format_range(&tongues[TONGUE_ENGLISH], 0.13, 0.153, UNIT_SHARE).text,
                        "13.0\u201315.3%");
    assert_string_equal(format_range(&tongues[TONGUE_ENGLISH], 71.4, 107.6, UNIT_PER_MILLION).text,
                        "71.4\u2013107.6");
    assert_string_equal(
        format_range(&tongues[TONGUE_ENGLISH], 818.6, 2865.8, UNIT_PER_MILLION).text,
        "819\u20132,866");
    assert_string_equal(format_range(&tongues[TONGUE_ENGLISH], 1, 3, UNIT_LOG2).text,
                        "\u00D72\u20138");
    assert_string_equal(format_range(&tongues[TONGUE_ENGLISH], -3, -1, UNIT_LOG2).text,
                        "\u00F72\u20138");
    assert_string_equal(format_range(&tongues[TONGUE_ENGLISH], -1, 1, UNIT_LOG2).text,
                        "\u00F72" NB "to" NB "\u00D72");
    assert_string_equal(format_range(&tongues[TONGUE_ENGLISH], -0.02, 0.01, UNIT_SHARE).text,
                        "\u22122.0" NB "to" NB "1.0%");
    assert_string_equal(format_range(&tongues[TONGUE_ENGLISH], NAN, 1, UNIT_COUNT).text, "\u2013");
}

static void days_are_written_out(void **state)
{
    (void)state;
    assert_string_equal(
        format_days(&tongues[TONGUE_ENGLISH], day_of("2026-11-16"), day_of("2026-11-22")).text,
        "16\u201322" NB "November 2026");
    assert_string_equal(
        format_days(&tongues[TONGUE_ENGLISH], day_of("2026-09-28"), day_of("2026-10-04")).text,
        "28" NB "September \u2013 4" NB "October 2026");
    assert_string_equal(
        format_days(&tongues[TONGUE_ENGLISH], day_of("2026-12-28"), day_of("2027-01-03")).text,
        "28" NB "December 2026 \u2013 3" NB "January 2027");
    assert_string_equal(
        format_days(&tongues[TONGUE_ENGLISH], day_of("2026-11-16"), day_of("2026-11-16")).text,
        "16" NB "November 2026");
    assert_string_equal(format_weekday(&tongues[TONGUE_ENGLISH], day_of("2026-11-17")).text,
                        "Tue" NB "17");
    assert_string_equal(format_day_short(&tongues[TONGUE_ENGLISH], day_of("2026-11-22")).text,
                        "22" NB "Nov");
    assert_string_equal(format_day_short(&tongues[TONGUE_ENGLISH], DAY_NONE).text, "\u2013");
}

static void no_locale_changes_a_number(void **state)
{
    char before[48];

    (void)state;
    if (!setlocale(LC_ALL, "de_DE.UTF-8") && !setlocale(LC_ALL, "C.UTF-8"))
        skip();
    strcpy(before, format_fixed(&tongues[TONGUE_ENGLISH], 1234.5, 1).text);
    setlocale(LC_ALL, "C");
    assert_string_equal(before, "1,234.5");
}

/* Whatever the number, the text ends, has no two signs, and reads back within rounding. */
static void any_number_reads_back(void **state)
{
    uint64_t seed = 7;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        char plain[64];
        size_t length = 0;
        double value;
        struct format_text text;

        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        value = ((double)(seed >> 11) / 9007199254740992.0 - 0.5) * pow(10, (double)(seed % 12));
        text = format_fixed(&tongues[TONGUE_ENGLISH], value, 3);
        for (const char *at = text.text; *at; at++)
            if (*at == '.' || (*at >= '0' && *at <= '9'))
                plain[length++] = *at;
        plain[length] = '\0';
        assert_near(strtod(plain, NULL), fabs(value), 0.000501);
        assert_int_equal(strncmp(text.text, "\u2212", 3) == 0, value <= -0.0005);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_have_separators),
        cmocka_unit_test(large_counts_are_shortened_to_three_digits),
        cmocka_unit_test(shares_are_per_cent_with_one_decimal),
        cmocka_unit_test(differences_carry_their_sign),
        cmocka_unit_test(ratios_are_times_or_divided),
        cmocka_unit_test(p_has_two_significant_digits),
        cmocka_unit_test(ranges_join_with_an_en_dash),
        cmocka_unit_test(days_are_written_out),
        cmocka_unit_test(no_locale_changes_a_number),
        cmocka_unit_test(any_number_reads_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
