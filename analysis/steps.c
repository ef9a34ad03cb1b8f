#include "analysis/steps.h"

#include <stdio.h>

static const char *const names[] = {
    [WEEKS_BY_WEEK] = "week", [WEEKS_BY_DAY] = "day", [WEEKS_BY_MONTH] = "month"};

const char *steps_name(enum weeks_series series)
{
    return names[series];
}

bool steps_read(enum weeks_series *series, struct span text)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!span_equal(text, span_of(names[i])))
            continue;
        *series = (enum weeks_series)i;
        return true;
    }
    return false;
}

/* Months in a row from January of the year 0. */
static int32_t month_of(int32_t day)
{
    struct day_civil civil = day_civil(day);

    return 12 * civil.year + civil.month - 1;
}

static struct steps_days month_days(int32_t month)
{
    struct day_civil civil = {month / 12, month % 12 + 1, 1};
    struct steps_days days = {.first = day_from_civil(civil)};

    civil.day = 31;
    while (day_from_civil(civil) == DAY_NONE)
        civil.day--;
    days.last = day_from_civil(civil);
    return days;
}

static int32_t number_of(const struct weeks_plan *plan, int32_t day)
{
    return plan->series == WEEKS_BY_DAY     ? day
           : plan->series == WEEKS_BY_MONTH ? month_of(day)
                                            : day_week(day);
}

static int32_t first_day(const struct weeks_plan *plan)
{
    return week_monday(plan->week_first);
}

static int32_t last_day(const struct weeks_plan *plan)
{
    return week_monday(plan->week_first + plan->week_count) - 1;
}

int32_t steps_count(const struct weeks_plan *plan)
{
    if (!plan->dated)
        return 0;
    return number_of(plan, last_day(plan)) - number_of(plan, first_day(plan)) + 1;
}

int32_t steps_index(const struct weeks_plan *plan, int32_t day)
{
    if (weeks_index(plan, day) < 0)
        return -1;
    return number_of(plan, day) - number_of(plan, first_day(plan));
}

struct steps_days steps_days(const struct weeks_plan *plan, int32_t step)
{
    int32_t number = number_of(plan, first_day(plan)) + step;

    switch (plan->series) {
    case WEEKS_BY_DAY:
        return (struct steps_days){number, number};
    case WEEKS_BY_MONTH:
        return month_days(number);
    case WEEKS_BY_WEEK:
    default:
        return (struct steps_days){week_monday(number), week_monday(number) + 6};
    }
}

bool steps_partial(const struct weeks_plan *plan, int32_t step)
{
    struct steps_days days = steps_days(plan, step);

    if (plan->series == WEEKS_BY_WEEK)
        return weeks_partial(plan, weeks_at(plan, step));
    return days.first < first_day(plan) || days.last > last_day(plan) ||
           days.first < plan->set_first || days.last > plan->set_last;
}

int32_t steps_study(const struct weeks_plan *plan)
{
    int32_t step = plan->dated ? steps_index(plan, plan->study_first) : -1;
    struct steps_days days;

    if (step < 0)
        return -1;
    days = steps_days(plan, step);
    return days.first == plan->study_first && days.last == plan->study_last ? step : -1;
}

void steps_text(char text[static STEPS_TEXT_SIZE], const struct weeks_plan *plan, int32_t step)
{
    struct steps_days days;

    text[0] = '\0';
    if (step < 0)
        return;
    days = steps_days(plan, step);
    if (plan->series == WEEKS_BY_WEEK)
        week_text(text, weeks_at(plan, step));
    else
        day_text(text, days.first);
    if (plan->series == WEEKS_BY_MONTH) /* "2022-06-01" without its day */
        text[strlen(text) - 3] = '\0';
}
