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

/* What is compared with, in each case: weeks, or days. */
static void name_before(struct period *period, const struct wording *wording,
                        const struct findings *findings)
{
    int32_t days = findings->baseline_last - findings->baseline_first + 1;
    uint32_t weeks = findings->baseline_weeks ? findings->baseline_weeks : (uint32_t)days / 7;

    period->compared = true;
    if (period->kind == PERIOD_WEEK && weeks) {
        struct slot n = NUMBER("n", weeks);

        period->before = SAY(wording, "the {n|week|{n}~weeks} before", n);
        period->in_before = SAY(wording, "in the {n|week|{n}~weeks} before", n);
        period->against = SAY(wording, "against the {n|week|{n}~weeks} before", n);
    } else {
        struct slot n = NUMBER("n", days);

        period->before = SAY(wording, "the {n|day|{n}~days} before", n);
        period->in_before = SAY(wording, "in the {n|day|{n}~days} before", n);
        period->against = SAY(wording, "against the {n|day|{n}~days} before", n);
    }
}

static void name_days(struct period *period, const struct wording *wording,
                      const struct findings *findings)
{
    int32_t days = findings->study_last - findings->study_first + 1;

    period->name = period->days;
    if (days == 1) {
        period->subject = saying_plain(wording, "this day");
        period->here = saying_plain(wording, "on this day");
        return;
    }
    period->subject = SAY(wording, "these {n}~{n|day|days}", NUMBER("n", days));
    period->here = SAY(wording, "in these {n}~{n|day|days}", NUMBER("n", days));
}

static struct span copied(const struct wording *wording, struct format_text text)
{
    return arena_copy(wording->arena, span_of(text.text));
}

struct period period_of(const struct wording *wording, const struct findings *findings)
{
    struct period period = {.kind = kind_of(findings)};

    if (period.kind == PERIOD_UNDATED) {
        period.name = saying_plain(wording, "Undated articles");
        period.days = saying_plain(wording, "undated");
        period.here = saying_plain(wording, "in this set");
        period.subject = saying_plain(wording, "this set");
        return period;
    }
    period.days =
        copied(wording, format_days(wording->tongue, findings->study_first, findings->study_last));
    if (period.kind == PERIOD_WEEK) {
        period.name = SAY(wording, "Week~{week} · {days}",
                          FIGURE("week", format_week_number(findings->study_week)),
                          TEXT("days", period.days));
        period.here = saying_plain(wording, "this week");
        period.subject = saying_plain(wording, "{!subject}this week");
    } else {
        name_days(&period, wording, findings);
    }
    if (has_baseline(findings))
        name_before(&period, wording, findings);
    return period;
}

struct span period_short(const struct wording *wording, int32_t first, int32_t last)
{
    struct format_text from = format_day_short(wording->tongue, first);
    struct format_text to = format_day_short(wording->tongue, last);
    int from_year = (int)day_civil(first).year, to_year = (int)day_civil(last).year;

    if (first == last)
        return wording_print(wording->arena, "%s" BIND "%d", from.text, from_year);
    if (from_year == to_year)
        return wording_print(wording->arena, "%s " EN_DASH " %s" BIND "%d", from.text, to.text,
                             to_year);
    return wording_print(wording->arena, "%s" BIND "%d " EN_DASH " %s" BIND "%d", from.text,
                         from_year, to.text, to_year);
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
