#include "corpus/base/day.h"
#include "tests/support.h"

/* Known ISO weeks, from the calendar rules: 4 January lies in week 1. */
static const struct known_week {
    const char *day, *week;
    int weekday;
} known_weeks[] = {
    {"2015-12-31", "2015-W53", 4}, {"2016-01-03", "2015-W53", 7}, {"2016-01-04", "2016-W01", 1},
    {"2020-12-31", "2020-W53", 4}, {"2021-01-01", "2020-W53", 5}, {"2026-12-31", "2026-W53", 4},
    {"2027-01-03", "2026-W53", 7}, {"2018-12-31", "2019-W01", 1}, {"2000-02-29", "2000-W09", 2},
    {"1970-01-01", "1970-W01", 4}, {"1969-12-29", "1970-W01", 1}, {"2022-06-14", "2022-W24", 2},
};

static void known_days_lie_in_their_weeks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_weeks); i++) {
        char text[WEEK_TEXT_SIZE];
        int32_t day, week;

        assert_true(day_read(&day, span_of(known_weeks[i].day)));
        week_text(text, day_week(day));
        assert_string_equal(text, known_weeks[i].week);
        assert_int_equal(day_of_week(day), known_weeks[i].weekday);
        assert_true(week_read(&week, span_of(known_weeks[i].week)));
        assert_int_equal(week, day_week(day));
    }
}

static void every_day_reads_back_as_written(void **state)
{
    char before[DAY_TEXT_SIZE] = "";
    int32_t first = day_from_civil((struct day_civil){1, 1, 1});
    int32_t last = day_from_civil((struct day_civil){9999, 12, 31});

    (void)state;
    for (int32_t day = first; day <= last; day += 1 + (day < -30000 || day > 30000) * 96) {
        char text[DAY_TEXT_SIZE];
        int32_t again;

        day_text(text, day);
        assert_true(strcmp(before, text) < 0);
        assert_true(day_read(&again, span_of(text)));
        assert_int_equal(again, day);
        memcpy(before, text, sizeof before);
    }
}

/* All days of a year, summed up; see tests/tables/weeks.py. */
static const struct year_sum {
    int year;
    int days;
    uint64_t sum;
} year_sums[] = {
#include "tests/tables/weeks.inc"
};

static uint64_t add_to_sum(uint64_t sum, const char *text)
{
    for (; *text; text++)
        sum = (sum ^ (unsigned char)*text) * 0x100000001B3;
    return sum;
}

static void every_day_from_2000_to_2040_lies_in_the_week_python_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(year_sums); i++) {
        int32_t first = day_from_civil((struct day_civil){year_sums[i].year, 1, 1});
        uint64_t sum = 0xCBF29CE484222325;

        for (int32_t day = first; day < first + year_sums[i].days; day++) {
            const char weekday[] = {' ', (char)('0' + day_of_week(day)), '\n', '\0'};
            char text[DAY_TEXT_SIZE], week[WEEK_TEXT_SIZE];

            day_text(text, day);
            week_text(week, day_week(day));
            sum = add_to_sum(add_to_sum(add_to_sum(add_to_sum(sum, text), " "), week), weekday);
        }
        if (sum != year_sums[i].sum)
            fail_msg("some day of %d lies in another week", year_sums[i].year);
    }
}

static void weeks_follow_one_another_over_new_year(void **state)
{
    int32_t monday = day_from_civil((struct day_civil){2000, 1, 3});

    (void)state;
    for (int32_t day = monday; day < monday + 41 * 366; day++) {
        struct day_week name = week_name(day_week(day));

        assert_int_equal(day_week(day), day_week(monday) + (day - monday) / 7);
        assert_int_equal(week_from_name(name), day_week(day));
        assert_int_equal(week_monday(day_week(day)), day - (day - monday) % 7);
        assert_true(name.week >= 1 && name.week <= 53);
    }
}

static void texts_that_are_no_days_are_refused(void **state)
{
    static const char *const days[] = {"2024-13-01",  "2023-02-29", "2024-02-30",
                                       "0000-01-01",  "2024-1-01",  "2024/01/01",
                                       "2024-01-01 ", "",           "2024-01-0x"};
    static const char *const weeks[] = {"2021-W53", "2024-W00", "2024-W54", "9999-W81",
                                        "9999-W53", "2024W10",  "",         "2024-Wx1"};
    int32_t value = 7;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(days); i++)
        assert_false(day_read(&value, span_of(days[i])));
    for (size_t i = 0; i < COUNT_OF(weeks); i++)
        assert_false(week_read(&value, span_of(weeks[i])));
    assert_int_equal(value, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days_lie_in_their_weeks),
        cmocka_unit_test(every_day_reads_back_as_written),
        cmocka_unit_test(every_day_from_2000_to_2040_lies_in_the_week_python_says),
        cmocka_unit_test(weeks_follow_one_another_over_new_year),
        cmocka_unit_test(texts_that_are_no_days_are_refused),
    };

    return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}
