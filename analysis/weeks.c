#include "analysis/weeks.h"

#include <stdio.h>

static bool days_between(const int32_t *days, size_t count, int32_t first, int32_t last)
{
    for (size_t i = 0; i < count; i++) {
        if (days[i] >= first && days[i] <= last)
            return true;
    }
    return false;
}

/* The last week with articles that ended before `today`; else the last with articles. */
static int32_t last_week(const int32_t *days, size_t count, int32_t today)
{
    for (size_t i = count; i-- > 0;) {
        int32_t week = day_week(days[i]);

        if (week_monday(week) + 6 < today)
            return week;
    }
    return day_week(days[count - 1]);
}

static bool no_articles(const struct weeks_plan *plan, const char *what, struct fault *fault)
{
    char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];

    day_text(first, plan->set_first);
    day_text(last, plan->set_last);
    return fault_set(fault, FAULT_INPUT,
                     "there are no articles in %s; the dated articles go from %s to %s", what,
                     first, last);
}

/* The same for days; DAY_NONE is an end that is open. */
static bool no_articles_between(const struct weeks_plan *plan, int32_t first, int32_t last,
                                struct fault *fault)
{
    char from[DAY_TEXT_SIZE], to[DAY_TEXT_SIZE], what[64];

    day_text(from, first);
    day_text(to, last);
    if (first == DAY_NONE)
        (void)snprintf(what, sizeof what, "the days up to %s", to);
    else if (last == DAY_NONE)
        (void)snprintf(what, sizeof what, "the days from %s on", from);
    else
        (void)snprintf(what, sizeof what, "the days from %s to %s", from, to);
    return no_articles(plan, what, fault);
}

bool weeks_in_order(int32_t first, int32_t last, struct fault *fault)
{
    char from[DAY_TEXT_SIZE], to[DAY_TEXT_SIZE];

    if (first == DAY_NONE || last == DAY_NONE || first <= last)
        return true;
    day_text(from, first);
    day_text(to, last);
    return fault_set(fault, FAULT_USAGE, "--from %s lies after --to %s; give the earlier day first",
                     from, to);
}

static bool choose_week(struct weeks_plan *plan, const struct weeks_wish *wish, const int32_t *days,
                        size_t count, struct fault *fault)
{
    char name[WEEK_TEXT_SIZE];
    int32_t monday;

    plan->study_week = wish->week != WEEK_NONE ? wish->week : last_week(days, count, wish->today);
    monday = week_monday(plan->study_week);
    plan->study_first = monday;
    plan->study_last = monday + 6;
    plan->baseline_first = monday - 7 * wish->baseline_weeks;
    plan->baseline_last = monday - 1;
    if (days_between(days, count, plan->study_first, plan->study_last))
        return true;
    week_text(name, plan->study_week);
    return no_articles(plan, name, fault);
}

static bool choose_days(struct weeks_plan *plan, const struct weeks_wish *wish, const int32_t *days,
                        size_t count, struct fault *fault)
{
    plan->study_first = wish->first != DAY_NONE ? wish->first : plan->set_first;
    plan->study_last = wish->last != DAY_NONE ? wish->last : plan->set_last;
    if (!weeks_in_order(wish->first, wish->last, fault))
        return false;
    if (plan->study_first > plan->study_last)
        return no_articles_between(plan, wish->first, wish->last, fault);
    plan->baseline_last = plan->study_first - 1;
    plan->baseline_first = 2 * plan->study_first - plan->study_last - 1;
    if (plan->study_first == week_monday(day_week(plan->study_first)) &&
        plan->study_last == plan->study_first + 6)
        plan->study_week = day_week(plan->study_first);
    if (days_between(days, count, plan->study_first, plan->study_last))
        return true;
    return no_articles_between(plan, wish->first, wish->last, fault);
}

/* Cuts the baseline to what the set has, and lays the series of weeks over both. */
static bool settle(struct weeks_plan *plan, struct fault *fault)
{
    if (plan->baseline_last < plan->set_first) {
        plan->baseline_first = plan->baseline_last = DAY_NONE;
        plan->week_first = day_week(plan->study_first);
    } else {
        int32_t monday = week_monday(day_week(plan->set_first));

        if (plan->baseline_first < monday)
            plan->baseline_first = monday;
        plan->week_first = day_week(plan->baseline_first);
        plan->baseline_weeks = day_week(plan->baseline_last) - plan->week_first + 1;
    }
    plan->week_count = day_week(plan->study_last) - plan->week_first + 1;
    if (plan->week_count > WEEKS_MOST)
        return fault_set(fault, FAULT_USAGE, "the report would span %d weeks, more than %d",
                         plan->week_count, WEEKS_MOST);
    return true;
}

/* --- two sides ------------------------------------------------------------------------ */

static bool side_has_articles(const struct weeks_plan *plan, const int32_t *days, size_t count,
                              int32_t first, int32_t last, struct fault *fault)
{
    return days_between(days, count, first, last) || no_articles_between(plan, first, last, fault);
}

/* The series holds the sides and, as far as WEEKS_MOST goes, the weeks of the set before and after.
 */
static bool choose_two_spans(struct weeks_plan *plan, const struct weeks_wish *wish,
                             const int32_t *days, size_t count, struct fault *fault)
{
    int32_t earlier = wish->first < wish->other_first ? wish->first : wish->other_first;
    int32_t later = wish->last > wish->other_last ? wish->last : wish->other_last;
    int32_t first = day_week(earlier < plan->set_first ? earlier : plan->set_first);
    int32_t last = day_week(later > plan->set_last ? later : plan->set_last);

    if (wish->first <= wish->other_last && wish->other_first <= wish->last)
        return fault_set(fault, FAULT_USAGE,
                         "the two periods share days, and an article can only stand on one side; "
                         "give periods apart from each other");
    plan->study_first = wish->first;
    plan->study_last = wish->last;
    plan->baseline_first = wish->other_first;
    plan->baseline_last = wish->other_last;
    if (!side_has_articles(plan, days, count, wish->other_first, wish->other_last, fault) ||
        !side_has_articles(plan, days, count, wish->first, wish->last, fault))
        return false;
    if (day_week(later) - day_week(earlier) >= WEEKS_MOST)
        return fault_set(fault, FAULT_USAGE, "the comparison would span %d weeks, more than %d",
                         day_week(later) - day_week(earlier) + 1, WEEKS_MOST);
    if (day_week(later) - first >= WEEKS_MOST)
        first = day_week(later) - WEEKS_MOST + 1;
    if (last - first >= WEEKS_MOST)
        last = first + WEEKS_MOST - 1;
    plan->week_first = first;
    plan->week_count = last - first + 1;
    plan->baseline_weeks = day_week(wish->other_last) - day_week(wish->other_first) + 1;
    return true;
}

static bool choose_shared_days(struct weeks_plan *plan, const struct weeks_wish *wish,
                               struct fault *fault)
{
    int32_t first = wish->first != DAY_NONE ? wish->first : plan->set_first;
    int32_t last = wish->last != DAY_NONE ? wish->last : plan->set_last;
    int32_t weeks = day_week(last) - day_week(first) + 1;

    if (!weeks_in_order(wish->first, wish->last, fault))
        return false;
    if (first > last)
        return no_articles_between(plan, wish->first, wish->last, fault);
    if (weeks > WEEKS_MOST)
        return fault_set(fault, FAULT_USAGE, "the report would span %d weeks, more than %d", weeks,
                         WEEKS_MOST);
    plan->shift = 7 * weeks;
    plan->week_first = day_week(first);
    plan->week_count = 2 * weeks;
    plan->baseline_weeks = weeks;
    plan->baseline_first = first;
    plan->baseline_last = last;
    plan->study_first = first + plan->shift;
    plan->study_last = last + plan->shift;
    return true;
}

static bool choose_sides(struct weeks_plan *plan, const struct weeks_wish *wish,
                         const int32_t *days, size_t count, struct fault *fault)
{
    return wish->against == WEEKS_AGAINST_DAYS ? choose_two_spans(plan, wish, days, count, fault)
                                               : choose_shared_days(plan, wish, fault);
}

static bool choose_before(struct weeks_plan *plan, const struct weeks_wish *wish,
                          const int32_t *days, size_t count, struct fault *fault)
{
    bool by_days = wish->first != DAY_NONE || wish->last != DAY_NONE;

    return (by_days ? choose_days(plan, wish, days, count, fault)
                    : choose_week(plan, wish, days, count, fault)) &&
           settle(plan, fault);
}

static bool none_dated(struct fault *fault)
{
    return fault_set(fault, FAULT_INPUT,
                     "no article is dated, so no week or days can be chosen; leave out "
                     "-w, --from and --to to report on the whole set");
}

bool weeks_choose(struct weeks_plan *plan, const struct weeks_wish *wish, const int32_t *days,
                  size_t count, struct fault *fault)
{
    struct weeks_plan chosen = {
        .study_first = DAY_NONE,
        .study_last = DAY_NONE,
        .study_week = WEEK_NONE,
        .baseline_first = DAY_NONE,
        .baseline_last = DAY_NONE,
        .set_first = count ? days[0] : DAY_NONE,
        .set_last = count ? days[count - 1] : DAY_NONE,
        .dated = count > 0,
        .complete = true,
        .series = wish->series,
        .against = wish->against,
    };
    bool by_days = wish->first != DAY_NONE || wish->last != DAY_NONE;

    if (!chosen.dated && wish->against != WEEKS_AGAINST_BEFORE)
        return fault_set(fault, FAULT_INPUT,
                         "no article is dated, and two sides are compared by their days");
    if (!chosen.dated) {
        if (by_days || wish->week != WEEK_NONE)
            return none_dated(fault);
        *plan = chosen;
        return true;
    }
    if (!(wish->against == WEEKS_AGAINST_BEFORE ? choose_before(&chosen, wish, days, count, fault)
                                                : choose_sides(&chosen, wish, days, count, fault)))
        return false;
    chosen.complete = chosen.study_last - chosen.shift < wish->today;
    *plan = chosen;
    return true;
}

bool weeks_have_articles(const struct weeks_wish *wish, const int32_t *days, size_t count,
                         struct fault *fault)
{
    bool by_days = wish->first != DAY_NONE || wish->last != DAY_NONE;
    struct weeks_plan plan = {0};

    if (!by_days && wish->week == WEEK_NONE)
        return true;
    if (count == 0)
        return none_dated(fault);
    plan.set_first = days[0];
    plan.set_last = days[count - 1];
    return by_days ? choose_days(&plan, wish, days, count, fault)
                   : choose_week(&plan, wish, days, count, fault);
}

int32_t weeks_at(const struct weeks_plan *plan, int32_t index)
{
    int32_t shift = plan->shift / 7;

    return plan->week_first + (shift && index >= shift ? index - shift : index);
}

struct weeks_range weeks_of_trend(const struct weeks_plan *plan)
{
    if (plan->against == WEEKS_AGAINST_BEFORE)
        return (struct weeks_range){0, INT32_MAX};
    return (struct weeks_range){plan->shift / 7, day_week(plan->study_last) - plan->week_first + 1};
}

int32_t weeks_index(const struct weeks_plan *plan, int32_t day)
{
    int32_t index;

    if (day == DAY_NONE || !plan->dated)
        return -1;
    index = day_week(day) - plan->week_first;
    return index >= 0 && index < plan->week_count ? index : -1;
}

bool weeks_in_study(const struct weeks_plan *plan, int32_t day)
{
    return !plan->dated || (day != DAY_NONE && day >= plan->study_first && day <= plan->study_last);
}

bool weeks_in_baseline(const struct weeks_plan *plan, int32_t day)
{
    return plan->baseline_first != DAY_NONE && day != DAY_NONE && day >= plan->baseline_first &&
           day <= plan->baseline_last;
}

bool weeks_partial(const struct weeks_plan *plan, int32_t week)
{
    int32_t monday = week_monday(week);

    return (plan->set_first > monday && plan->set_first <= monday + 6) ||
           (plan->set_last >= monday && plan->set_last < monday + 6);
}
