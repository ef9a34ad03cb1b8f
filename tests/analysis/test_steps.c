#include "analysis/steps.h"
#include "corpus/base/span.h"
#include "tests/support.h"

static int32_t day(const char *text)
{
    int32_t number;

    assert_true(day_read(&number, span_of(text)));
    return number;
}

/* 2024-W51 to 2025-W02, of a set from Wednesday 18 December to Sunday 12 January. */
static struct weeks_plan plan_by(enum weeks_series series)
{
    struct weeks_plan plan = {
        .dated = true,
        .series = series,
        .week_count = 4,
        .set_first = day("2024-12-18"),
        .set_last = day("2025-01-12"),
        .study_first = day("2025-01-06"),
        .study_last = day("2025-01-12"),
    };

    assert_true(week_read(&plan.week_first, span_of("2024-W51")));
    return plan;
}

static const struct {
    enum weeks_series series;
    int32_t count, study;
    struct {
        const char *day;
        int32_t step;
        const char *name;
        bool partial;
    } days[4];
} cases[] = {
    {WEEKS_BY_WEEK,
     4,
     3,
     {{"2024-12-18", 0, "2024-W51", true},
      {"2024-12-31", 2, "2025-W01", false},
      {"2025-01-12", 3, "2025-W02", false},
      {"2025-01-13", -1, "", false}}},
    {WEEKS_BY_DAY,
     28,
     -1,
     {{"2024-12-16", 0, "2024-12-16", true},
      {"2024-12-18", 2, "2024-12-18", false},
      {"2025-01-12", 27, "2025-01-12", false},
      {"2024-12-15", -1, "", false}}},
    {WEEKS_BY_MONTH,
     2,
     -1,
     {{"2024-12-18", 0, "2024-12", true},
      {"2024-12-31", 0, "2024-12", true},
      {"2025-01-01", 1, "2025-01", true},
      {"2025-01-31", -1, "", false}}},
};

static void days_have_their_step_and_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct weeks_plan plan = plan_by(cases[i].series);

        assert_int_equal(steps_count(&plan), cases[i].count);
        assert_int_equal(steps_study(&plan), cases[i].study);
        for (size_t d = 0; d < 4; d++) {
            int32_t step = steps_index(&plan, day(cases[i].days[d].day));
            char name[STEPS_TEXT_SIZE];

            assert_int_equal(step, cases[i].days[d].step);
            steps_text(name, &plan, step);
            assert_string_equal(name, cases[i].days[d].name);
            if (step >= 0)
                assert_int_equal(steps_partial(&plan, step), cases[i].days[d].partial);
        }
        assert_int_equal(steps_index(&plan, DAY_NONE), -1);
    }
}

/* Every day of the weeks is in one step, and steps follow one another without a gap. */
static void steps_part_the_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct weeks_plan plan = plan_by(cases[i].series);
        int32_t monday = week_monday(plan.week_first);

        for (int32_t d = monday; d < monday + 28; d++) {
            struct steps_days days = steps_days(&plan, steps_index(&plan, d));

            assert_true(days.first <= d && d <= days.last);
        }
        for (int32_t step = 1; step < steps_count(&plan); step++)
            assert_int_equal(steps_days(&plan, step).first, steps_days(&plan, step - 1).last + 1);
    }
}

static void a_month_within_the_set_and_the_weeks_is_whole(void **state)
{
    struct weeks_plan plan = plan_by(WEEKS_BY_MONTH);

    (void)state;
    plan.week_count = 11; /* to 2 March */
    plan.set_last = day("2025-03-02");
    assert_int_equal(steps_count(&plan), 4);
    assert_true(steps_partial(&plan, 0));
    assert_false(steps_partial(&plan, 1));
    assert_false(steps_partial(&plan, 2));
    assert_true(steps_partial(&plan, 3));
    plan.study_first = day("2025-02-01");
    plan.study_last = day("2025-02-28");
    assert_int_equal(steps_study(&plan), 2);
}

static void undated_articles_have_no_step(void **state)
{
    struct weeks_plan plan = {.dated = false};

    (void)state;
    assert_int_equal(steps_count(&plan), 0);
    assert_int_equal(steps_study(&plan), -1);
    assert_int_equal(steps_index(&plan, DAY_NONE), -1);
}

static void names_read_back(void **state)
{
    enum weeks_series series = WEEKS_BY_MONTH;

    (void)state;
    for (int s = WEEKS_BY_WEEK; s <= WEEKS_BY_MONTH; s++) {
        assert_true(steps_read(&series, span_of(steps_name((enum weeks_series)s))));
        assert_int_equal(series, s);
    }
    assert_false(steps_read(&series, span_of("year")));
    assert_false(steps_read(&series, span_of("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_have_their_step_and_its_name),
        cmocka_unit_test(steps_part_the_days),
        cmocka_unit_test(a_month_within_the_set_and_the_weeks_is_whole),
        cmocka_unit_test(undated_articles_have_no_step),
        cmocka_unit_test(names_read_back),
    };

    return cmocka_run_group_tests_name("steps", tests, NULL, NULL);
}
