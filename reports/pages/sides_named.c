#include "reports/pages/sides_named.h"

#include "corpus/base/day.h"
#include "reports/pages/wording.h"

static struct side_named name_week(const struct wording *wording, int32_t week, bool year)
{
    struct slot number = FIGURE("week", format_week_number(week));
    struct slot of = TEXT(
        "year", year ? wording_print(wording->arena, "%d", (int)week_name(week).year) : SPAN_EMPTY);

    return (struct side_named){
        .name = SAY(wording, "Week~{week}{year? of {year}}", number, of),
        .inside = SAY(wording, "week~{week}{year? of {year}}", number, of),
        .in = SAY(wording, "in week~{week}{year? of {year}}", number, of),
    };
}

static struct side_named name_days(const struct wording *wording, const struct findings *findings)
{
    struct day_civil first = day_civil(findings->study_first);
    struct day_civil behind = day_civil(findings->study_last + 1);
    struct span days = period_short(wording, findings->study_first, findings->study_last);
    struct span year;

    if (first.month > 1 || first.day > 1 || behind.month > 1 || behind.day > 1 ||
        behind.year != first.year + 1)
        return (struct side_named){days, days, SAY(wording, "over {days}", TEXT("days", days))};
    year = wording_print(wording->arena, "%d", (int)first.year);
    return (struct side_named){year, year, SAY(wording, "in {year}", TEXT("year", year))};
}

/* An outlet, or a store. */
static struct side_named name_source(const struct wording *wording, struct span name)
{
    return (struct side_named){name, name, SAY(wording, "in {outlet}", TEXT("outlet", name))};
}

static bool is_week(const struct findings *findings)
{
    return findings->study_first == week_monday(day_week(findings->study_first)) &&
           findings->study_last == findings->study_first + 6;
}

static struct side_named name_side(const struct wording *wording, const struct findings *own,
                                   const struct findings *other)
{
    int32_t week = day_week(own->study_first), others = day_week(other->study_first);

    if (weeks_are_shared(own->against))
        return name_source(wording, own->period);
    if (is_week(own))
        return name_week(wording, week, week_name(week).year != week_name(others).year);
    return name_days(wording, own);
}

struct sides_named sides_named_of(const struct wording *wording, const struct versus *versus)
{
    return (struct sides_named){name_side(wording, versus->a, versus->b),
                                name_side(wording, versus->b, versus->a)};
}

struct period sides_named_period(const struct wording *wording, const struct versus *versus,
                                 const struct sides_named *sides)
{
    const struct findings *b = versus->b;

    return (struct period){
        .kind = PERIOD_DAYS,
        .name = wording_print(wording->arena, "%.*s · %.*s", SPAN_PRINT(sides->a.name),
                              SPAN_PRINT(sides->b.name)),
        .days =
            arena_copy(wording->arena,
                       span_of(format_days(wording->tongue, b->study_first, b->study_last).text)),
        .here = sides->b.in,
        .subject = sides->b.inside,
        .compared = true,
        .before = sides->a.inside,
        .in_before = sides->a.in,
        .against = SAY(wording, "against {side}", TEXT("side", sides->a.inside)),
    };
}
