#include "reports/pages/period.h"

#include "corpus/base/day.h"
#include "reports/draw/format.h"
#include "reports/pages/wording.h"

#define BIND "\u00A0"
#define EN_DASH "\u2013"

static bool has_baseline(const struct findings *findings)
{
    return findings->baseline_first != DAY_NONE && findings->baseline_last != DAY_NONE &&
           findings->dated && findings->baseline_articles;
}

static enum period_kind kind_of(const struct findings *findings)
{
    if (!findings->dated || findings->study_first == DAY_NONE)
        return PERIOD_UNDATED;
    return findings->study_week != WEEK_NONE ? PERIOD_WEEK : PERIOD_DAYS;
}

/* "12 weeks before", "week before", "68 days before". */
static const char *earlier(struct arena *arena, const struct findings *findings,
                           enum period_kind kind)
{
    int32_t days = findings->baseline_last - findings->baseline_first + 1;
    uint32_t weeks = findings->baseline_weeks ? findings->baseline_weeks : (uint32_t)days / 7;

    if (kind == PERIOD_WEEK && weeks)
        return weeks == 1 ? "week before"
                          : wording_print(arena, "%u" BIND "weeks before", weeks).bytes;
    return days == 1 ? "day before"
                     : wording_print(arena, "%d" BIND "days before", (int)days).bytes;
}

static void name_days(struct period *period, struct arena *arena, const struct findings *findings)
{
    int32_t days = findings->study_last - findings->study_first + 1;

    period->name = period->days;
    period->here = "on this day";
    period->subject = "this day";
    if (days == 1)
        return;
    period->subject = wording_print(arena, "these %d" BIND "days", (int)days).bytes;
    period->here = wording_print(arena, "in %s", period->subject).bytes;
}

struct period period_of(struct arena *arena, const struct findings *findings)
{
    struct period period = {.kind = kind_of(findings)};

    if (period.kind == PERIOD_UNDATED) {
        period.name = "Undated articles";
        period.days = "undated";
        period.here = "in this set";
        period.subject = "this set";
        return period;
    }
    period.days =
        wording_print(arena, "%s", format_days(findings->study_first, findings->study_last).text)
            .bytes;
    if (period.kind == PERIOD_WEEK) {
        period.name = wording_print(arena, "Week" BIND "%s · %s",
                                    format_week_number(findings->study_week).text, period.days)
                          .bytes;
        period.here = period.subject = "this week";
    } else {
        name_days(&period, arena, findings);
    }
    if (has_baseline(findings)) {
        period.column = earlier(arena, findings, period.kind);
        period.before = wording_print(arena, "the %s", period.column).bytes;
    }
    return period;
}

const char *period_short(struct arena *arena, int32_t first, int32_t last)
{
    int32_t from = day_civil(first).year;
    int32_t to = day_civil(last).year;

    if (first == last)
        return wording_print(arena, "%s" BIND "%d", format_day_short(first).text, (int)from).bytes;
    if (from == to)
        return wording_print(arena, "%s " EN_DASH " %s" BIND "%d", format_day_short(first).text,
                             format_day_short(last).text, (int)to)
            .bytes;
    return wording_print(arena, "%s" BIND "%d " EN_DASH " %s" BIND "%d",
                         format_day_short(first).text, (int)from, format_day_short(last).text,
                         (int)to)
        .bytes;
}

size_t period_whole_weeks(const struct findings *findings)
{
    size_t whole = 0;

    for (size_t i = 0; findings->dated && i < findings->week_count; i++)
        whole += !findings->weeks[i].gap && !findings->weeks[i].partial;
    return whole;
}

/* Whether a weekly chart may begin or end with this week. */
static bool shown_at_ends(const struct findings *findings, size_t i)
{
    return !findings->weeks[i].partial || findings->weeks[i].week == findings->study_week;
}

struct period_weeks period_weeks_of(const struct findings *findings)
{
    size_t first = 0;
    size_t end = findings->week_count;

    while (first < end && !shown_at_ends(findings, first))
        first++;
    while (end > first && !shown_at_ends(findings, end - 1))
        end--;
    if (end - first > PERIOD_WEEKS_SHOWN)
        first = end - PERIOD_WEEKS_SHOWN;
    return (struct period_weeks){.first = first, .count = end - first};
}
