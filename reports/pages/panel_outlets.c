#include "reports/pages/panel_outlets.h"

#include "reports/charts/chart_heat.h"
#include "reports/pages/titles.h"
#include "reports/pages/wording.h"

#include <math.h>

bool panel_outlets_weekly(const struct findings *findings)
{
    return findings->dated && findings->outlet_count > 1 &&
           period_weeks_of(findings).count >= PANEL_OUTLETS_WEEKS;
}

static size_t shown_of(const struct findings *findings)
{
    return findings->outlet_count < PANEL_OUTLETS ? findings->outlet_count : PANEL_OUTLETS;
}

/* No articles of this outlet are a zero; no articles at all are a gap. */
static struct chart_heat *heat_data(struct edition *edition, struct period_weeks weeks)
{
    const struct findings *findings = edition->findings;
    size_t shown = shown_of(findings);
    struct chart_heat *heat = arena_new(edition->arena, 1, sizeof *heat);
    struct chart_heat_row *rows = arena_new(edition->arena, shown, sizeof *rows);

    for (size_t i = 0; i < shown; i++) {
        const struct findings_outlet *outlet = &findings->outlets[i];
        double *values = arena_new(edition->arena, weeks.count, sizeof *values);

        for (size_t w = 0; w < weeks.count; w++)
            values[w] = findings->weeks[weeks.first + w].gap
                            ? (double)NAN
                            : (double)outlet->weeks[weeks.first + w];
        rows[i] = (struct chart_heat_row){
            .label = outlet->name.length ? outlet->name
                                         : saying_plain(&edition->wording, "(no outlet given)"),
            .key = wording_key(edition->arena, "outlet", outlet->name),
            .values = values};
    }
    *heat = (struct chart_heat){
        .rows = rows,
        .count = shown,
        .columns = chart_heat_weeks(edition->arena, edition->wording.tongue,
                                    findings->weeks[weeks.first].week, weeks.count),
        .names = chart_heat_week_names(edition->arena, edition->wording.tongue,
                                       findings->weeks[weeks.first].week, weeks.count),
        .column_count = weeks.count,
        .unit = UNIT_COUNT,
        .last_title = edition->period.kind == PERIOD_WEEK
                          ? saying_plain(&edition->wording, "{!column}this week")
                          : SPAN_EMPTY};
    return heat;
}

/* How many outlets have articles in every week of the chart. */
static size_t steady(const struct findings *findings, struct period_weeks weeks)
{
    size_t count = 0;

    for (size_t i = 0; i < findings->outlet_count; i++) {
        bool each = true;

        for (size_t w = weeks.first; w < weeks.first + weeks.count; w++)
            each &= findings->outlets[i].weeks[w] > 0 || findings->weeks[w].gap;
        count += each;
    }
    return count;
}

struct figure panel_outlets_heat(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct period_weeks weeks = period_weeks_of(findings);
    size_t shown = shown_of(findings);

    return (struct figure){
        .title = titles_outlets(&edition->wording, steady(findings, weeks), findings->outlet_count),
        .subtitle = saying_plain(&edition->wording, "Articles by outlet and week. The largest week "
                                                    "of each outlet is labelled."),
        .alternative = SAY(&edition->wording,
                           "Heat map of {outlets} outlets by {weeks} weeks, darker for more "
                           "articles; the first row is {first}, the last {last}.",
                           NUMBER("outlets", shown), NUMBER("weeks", weeks.count),
                           TEXT("first", findings->outlets[0].name),
                           TEXT("last", findings->outlets[shown - 1].name)),
        .note = edition_note(
            edition, SAY(&edition->wording,
                         "An outlet that falls silent is exposure, not a trend.{more? The {shown} "
                         "of {all} with the most articles.}",
                         FLAG("more", shown < findings->outlet_count), NUMBER("shown", shown),
                         NUMBER("all", findings->outlet_count))),
        .csv = span_of("coverage.csv"),
        .recipe = &chart_heat,
        .data = heat_data(edition, weeks),
        .columns = 12};
}
