#include "corpus/base/day.h"
#include "reports/pages/cells.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_apart.h"
#include "reports/pages/panel_topics.h"
#include "reports/pages/panel_trends.h"
#include "reports/pages/titles_trends.h"
#include "reports/pages/wording.h"

static const char trends[] = "trends";

enum { COLUMNS = 8 };

static const struct column slope_columns[COLUMNS] = {
    {.title = "Topic", .share = 2.3, .bold = true},
    {.title = "Weeks", .share = 0.8, .align = ALIGN_RIGHT},
    {.title = "% a week", .share = 0.9, .align = ALIGN_RIGHT},
    {.title = "95% interval", .share = 1.5, .align = ALIGN_RIGHT, .muted = true},
    {.title = "q", .share = 0.8, .align = ALIGN_RIGHT},
    {.title = "Within outlets", .share = 1.1, .align = ALIGN_RIGHT},
    {.title = "95% interval", .share = 1.5, .align = ALIGN_RIGHT, .muted = true},
    {.title = "New level from", .share = 1.7, .align = ALIGN_RIGHT},
};

/* A fitted trend of a topic. */
static bool is_slope(const struct trend_finding *trend)
{
    return strcmp(trend->kind, "topic") == 0 && trend->slope.has_value;
}

/* "10 Nov, 24 Nov": the Mondays of the weeks named, which are parted by blanks. */
static struct span change_days(struct edition *edition, struct span weeks)
{
    struct span days = SPAN_EMPTY;

    for (size_t at = 0, end; at < weeks.length; at = end + 1) {
        int32_t week;

        for (end = at; end < weeks.length && weeks.bytes[end] != ' ';)
            end++;
        if (!week_read(&week, span_cut(weeks, at, end)))
            return weeks; /* of a series of days or months */
        days = wording_print(edition->arena, "%.*s%s%s", SPAN_PRINT(days), days.length ? ", " : "",
                             format_day_short(edition->wording.tongue, week_monday(week)).text);
    }
    return days;
}

static void add_slope(struct edition *edition, struct cells *cells,
                      const struct trend_finding *trend)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    struct cell *name = cells_text(cells, titles_topic_label(findings, trend->key));

    for (size_t i = 0; i < findings->topic_count; i++)
        if (span_equal(findings->topics[i].key, trend->key))
            name->target = edition_link(edition, findings->topics[i].evidence, trends);
    cells_count(cells, trend->weeks);
    cells_format(cells, wording_difference(wording, &trend->slope))->tone =
        wording_tone(findings_trend_direction(trend));
    cells_format(cells, wording_difference_interval(wording, &trend->slope));
    cells_format(cells, format_p(wording->tongue, trend->q));
    cells_format(cells, wording_difference(wording, &trend->within));
    cells_format(cells, wording_difference_interval(wording, &trend->within));
    if (trend->change_weeks.length)
        cells_text(cells, change_days(edition, trend->change_weeks));
    else
        cells_none(cells);
}

static const struct prose *slopes_note(struct edition *edition)
{
    struct prose *note = edition_prose(edition);

    saying_add_plain(
        note, &edition->wording,
        "Quasi-Poisson regression of articles on the week, partial weeks left out. "
        "Within outlets: each outlet with a level of its own, so that no outlet’s "
        "silence is in the slope. Clear: the interval leaves out 0, q is at most 0.05, "
        "and the slope within outlets goes clearly the same way.");
    return note;
}

static void add_slopes(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct titles_slopes slopes = titles_slopes_of(findings);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);
    struct cells cells;
    size_t rows = 0;

    for (size_t i = 0; i < findings->trend_count; i++)
        rows += is_slope(&findings->trends[i]);
    if (!rows)
        return;
    cells = cells_of(&edition->wording, rows, COLUMNS);
    for (size_t i = 0; i < findings->trend_count; i++)
        if (is_slope(&findings->trends[i]))
            add_slope(edition, &cells, &findings->trends[i]);
    *grid = (struct grid){
        .title = saying_plain(&edition->wording, "How fast topics rise and fall"),
        .subtitle =
            SAY(&edition->wording,
                "Change of the share from one week to the next, %: {n}~{n|topic|topics} fitted, "
                "{clear?{clear}~with a clear trend/none with a clear trend}.",
                NUMBER("n", slopes.fitted), NUMBER("clear", slopes.rising + slopes.falling)),
        .csv = span_of("trends.csv"),
        .note = slopes_note(edition),
        .columns = cells_titles(&edition->wording, slope_columns, COLUMNS),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = rows,
    };
    cells_trim(&cells, grid);
    document_table(edition->document, grid, SPAN_EMPTY);
}

/* Outlets differ: by outlet where two have articles enough, else why not. */
static void add_outlets(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    struct figure figure;

    if (panel_apart_outlets_count(findings) < 2) {
        edition_paragraph(
            edition,
            SAY(&edition->wording,
                "Topics by outlet are not drawn: fewer than two outlets have the {least} "
                "{vote?stories/articles} that an interval needs. topic_outlets.csv has "
                "them.",
                NUMBER("least", findings->minimum_articles), FLAG("vote", findings->one_vote)));
        return;
    }
    figure = panel_apart_outlets(edition);
    document_figures(edition->document, &figure, 1);
}

void page_trends(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    bool weekly = panel_topics_weekly(findings) && panel_trends_enough(findings);
    bool outlets = panel_apart_outlets_count(findings) > 1 && panel_topics_shown(findings, 1);
    struct figure figure;

    if (!weekly && !outlets)
        return;
    edition_section(edition, weekly ? "Topic trends" : "Topics by outlet",
                    weekly ? "Topic trends" : "Topics by outlet", trends);
    if (weekly) {
        figure = panel_trends_all(edition, trends);
        document_figures(edition->document, &figure, 1);
        add_slopes(edition);
    }
    if (findings->outlets_heard > 1 && panel_topics_shown(findings, 1))
        add_outlets(edition);
}
