#include "reports/pages/panel_uses.h"

#include "corpus/base/day.h"
#include "reports/charts/chart_multiples.h"
#include "reports/pages/chosen.h"
#include "reports/pages/panel_topics.h"
#include "reports/pages/wording.h"

#include <math.h>

bool panel_uses_weekly(const struct findings *findings)
{
    return period_whole_weeks(findings) >= PANEL_WEEKS_LEAST &&
           period_weeks_of(findings).count >= PANEL_WEEKS_LEAST;
}

static struct chart_multiples *weeks_data(struct edition *edition, const struct chosen *chosen,
                                          struct period_weeks weeks, const char *from)
{
    const struct findings *findings = edition->findings;
    struct chart_multiples *data = arena_new(edition->arena, 1, sizeof *data);
    struct chart_trend *trends = arena_new(edition->arena, chosen->count, sizeof *trends);
    bool *partial = arena_new(edition->arena, weeks.count, sizeof *partial);

    for (size_t i = 0; i < chosen->count; i++) {
        const struct term_finding *term = chosen->terms[i];
        double *values = arena_new(edition->arena, weeks.count, sizeof *values);

        for (size_t w = 0; w < weeks.count; w++) {
            double rate = term->weeks[weeks.first + w];

            values[w] = rate < 0 ? (double)NAN : rate;
        }
        trends[i] = (struct chart_trend){.label = term->term,
                                         .key = wording_key(edition->arena, "term", term->term),
                                         .target = edition_link(edition, term->evidence, from),
                                         .values = values,
                                         .tone = wording_tone(term->direction)};
    }
    for (size_t w = 0; w < weeks.count; w++)
        partial[w] = findings->weeks[weeks.first + w].partial;
    *data = (struct chart_multiples){.trends = trends,
                                     .count = chosen->count,
                                     .first_week = findings->weeks[weeks.first].week,
                                     .week_count = weeks.count,
                                     .partial = partial,
                                     .unit = UNIT_PER_MILLION};
    return data;
}

/* The week of the shown ones with the highest rate, or their number where two share it. */
static size_t peak_of(const struct term_finding *term, struct period_weeks weeks)
{
    size_t peak = weeks.count;
    bool tied = false;

    for (size_t w = 0; w < weeks.count; w++) {
        double rate = term->weeks[weeks.first + w];

        if (rate < 0)
            continue;
        if (peak == weeks.count || rate > term->weeks[weeks.first + peak]) {
            peak = w;
            tied = false;
        } else if (rate == term->weeks[weeks.first + peak]) {
            tied = true;
        }
    }
    return tied ? weeks.count : peak;
}

static struct span weeks_title(struct edition *edition, const struct term_finding *term,
                               struct period_weeks weeks)
{
    const struct wording *wording = &edition->wording;
    const struct findings *findings = edition->findings;
    size_t peak = peak_of(term, weeks);
    struct slot name =
        TEXT("term", wording_quoted(wording, wording_shorten(edition->arena, term->term, 24)));
    int32_t week;

    if (peak == weeks.count)
        return SAY(wording, "Terms over {n} {n|week|weeks}", NUMBER("n", weeks.count));
    week = findings->weeks[weeks.first + peak].week;
    if (edition->period.kind == PERIOD_WEEK && week == findings->study_week)
        return SAY(wording, "{term}: its highest rate is this week’s", name);
    return SAY(wording, "{term}: its highest rate was in the week of {day}", name,
               FIGURE("day", format_day_short(wording->tongue, week_monday(week))));
}

static struct span weeks_note(struct edition *edition, struct period_weeks weeks)
{
    const struct findings *findings = edition->findings;
    bool gap = false;

    for (size_t w = weeks.first; w < weeks.first + weeks.count; w++)
        gap |= findings->weeks[w].gap;
    return SAY(&edition->wording,
               "A week’s rate has no interval here; terms.csv has it.{gap? A gap: a week without "
               "articles.}{hollow? Hollow: a week that the set covers in part.}",
               FLAG("gap", gap),
               FLAG("hollow", findings->weeks[weeks.first + weeks.count - 1].partial));
}

struct figure panel_uses_weeks(struct edition *edition, const char *from)
{
    const struct wording *wording = &edition->wording;
    struct chosen chosen = chosen_terms(edition->findings, true);
    struct period_weeks weeks = period_weeks_of(edition->findings);
    const struct term_finding *first = chosen.terms[0];
    double rate = first->weeks[weeks.first + weeks.count - 1];

    return (struct figure){
        .title = weeks_title(edition, first, weeks),
        .subtitle = SAY(wording,
                        "Uses per million words each week, of {moved?the terms above that changed "
                        "clearly/the terms above}, all on one scale.{several? Grey: the others "
                        "shown.}",
                        FLAG("moved", chosen.moved > 0), FLAG("several", chosen.count > 1)),
        .alternative =
            SAY(wording,
                "{n} small line {n|chart|charts} on one scale, {weeks} weeks each. In the last "
                "week {first} has {rate} uses per million words.",
                NUMBER("n", chosen.count), NUMBER("weeks", weeks.count), TEXT("first", first->term),
                FIGURE("rate", format_value(wording->tongue, rate < 0 ? (double)NAN : rate,
                                            UNIT_PER_MILLION))),
        .note = edition_note(edition, weeks_note(edition, weeks)),
        .csv = span_of("terms.csv"),
        .recipe = &chart_multiples,
        .data = weeks_data(edition, &chosen, weeks, from),
        .columns = 12};
}
