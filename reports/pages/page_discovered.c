#include "corpus/base/day.h"
#include "reports/pages/cells.h"
#include "reports/pages/drawn.h"
#include "reports/pages/pages.h"
#include "reports/pages/panel_alarms.h"

enum { COLUMNS = 9 };

static const char dest[] = "discovered";

static const struct column table_columns[COLUMNS] = {
    {.title = "Terms", .share = 3.4, .bold = true, .lines = 2},
    {.title = "Articles", .share = 0.8, .align = ALIGN_RIGHT},
    {.title = "Stories", .share = 1.1, .align = ALIGN_RIGHT},
    {.title = "Outlets", .share = 0.8, .align = ALIGN_RIGHT},
    {.title = "Share", .share = 0.7, .align = ALIGN_RIGHT},
    {.title = "95% interval", .share = 1.2, .align = ALIGN_RIGHT, .muted = true},
    {.title = "Before", .share = 0.8, .align = ALIGN_RIGHT},
    {.title = "Burst since", .share = 1, .align = ALIGN_RIGHT},
    {.title = "Weeks", .share = 1.2, .align = ALIGN_RIGHT},
};

static void add_topic(struct edition *edition, struct cells *cells,
                      const struct discovered_finding *topic)
{
    struct period_weeks weeks = period_weeks_of(edition->findings);
    double *series = arena_new(edition->arena, weeks.count + 1, sizeof *series);

    for (size_t w = 0; w < weeks.count; w++)
        series[w] = drawn_value(&topic->weeks[weeks.first + w]);
    cells_text(cells, topic->label)->target = edition_link(edition, topic->evidence, dest);
    cells_count(cells, topic->articles);
    cells_count(cells, topic->stories);
    cells_count(cells, topic->outlets);
    cells_value(cells, &topic->share, UNIT_SHARE);
    cells_interval(cells, &topic->share, UNIT_SHARE);
    cells_value(cells, &topic->baseline_share, UNIT_SHARE);
    if (topic->since == WEEK_NONE)
        cells_none(cells);
    else
        cells_format(cells, format_day_short(edition->wording.tongue, week_monday(topic->since)));
    if (weeks.count > 1)
        cells_spark(cells, series, weeks.count);
    else
        cells_none(cells);
}

static void add_table(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    const struct wording *wording = &edition->wording;
    struct cells cells = cells_of(wording, findings->discovered_count, COLUMNS);
    struct grid *grid = arena_new(edition->arena, 1, sizeof *grid);

    for (size_t i = 0; i < findings->discovered_count; i++)
        add_topic(edition, &cells, &findings->discovered[i]);
    *grid = (struct grid){
        .title = SAY(wording, "{n^}~{n|topic|topics} that no dictionary named",
                     NUMBER("n", findings->discovered_count)),
        .subtitle =
            SAY(wording,
                "Words and phrases that rose and stand in the same stories: {risen} of "
                "{tested} tested rose.",
                NUMBER("tested", findings->units_tested), NUMBER("risen", findings->units_risen)),
        .csv = span_of("discovered.csv"),
        .note = edition_note(
            edition, saying_plain(wording, "An article has such a topic with two of its terms. The "
                                           "interval does not know that the topic was chosen "
                                           "because it rose. Burst since: the Monday of the first "
                                           "week of a burst that lasts.")),
        .columns = cells_titles(wording, table_columns, COLUMNS),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = findings->discovered_count,
    };
    cells_trim(&cells, grid);
    document_table(edition->document, grid, SPAN_EMPTY);
}

static void add_none(struct edition *edition)
{
    document_heading(edition->document,
                     saying_plain(&edition->wording, "No topic beyond the dictionary"), SPAN_EMPTY);
    edition_paragraph(edition,
                      SAY(&edition->wording,
                          "{n}~{n|word or phrase was|words and phrases were} tested for a rise; "
                          "{risen#} rose, and none stand together in enough stories to be a topic.",
                          NUMBER("n", edition->findings->units_tested),
                          NUMBER("risen", edition->findings->units_risen)));
}

void page_discovered(struct edition *edition)
{
    const struct findings *findings = edition->findings;
    size_t bursts = panel_alarms_bursts(findings);

    if (!findings->units_tested && !findings->alarms_tested && !bursts)
        return;
    edition_section(edition, "What stands out", "What stands out", dest);
    if (findings->discovered_count)
        add_table(edition);
    else if (findings->units_tested)
        add_none(edition);
    panel_alarms_add(edition, dest);
    if (bursts) {
        struct figure figure = panel_alarms_strip(edition, dest);

        document_figures(edition->document, &figure, 1);
    }
}
