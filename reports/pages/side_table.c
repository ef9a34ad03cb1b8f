#include "reports/pages/side_table.h"

#include "reports/pages/cells.h"
#include "reports/pages/wording.h"

static const struct column columns[] = {
    {.title = "", .share = 2.7, .bold = true},
    {.title = "", .share = 0.75, .align = ALIGN_RIGHT, .muted = true},
    {.title = "", .share = 1.5, .align = ALIGN_RIGHT},
    {.title = "Trend", .share = 0.65, .align = ALIGN_RIGHT, .muted = true},
    {.title = "", .share = 0.75, .align = ALIGN_RIGHT, .muted = true},
    {.title = "", .share = 1.5, .align = ALIGN_RIGHT},
    {.title = "Trend", .share = 0.65, .align = ALIGN_RIGHT, .muted = true},
    {.title = "Difference", .share = 1.05, .align = ALIGN_RIGHT},
    {.title = "95% interval", .share = 1.9, .align = ALIGN_RIGHT, .muted = true},
    {.title = "q", .share = 0.85, .align = ALIGN_RIGHT},
};

enum { COLUMNS = sizeof columns / sizeof *columns, COUNT_A = 1, A, COUNT_B = 4, B, RATIO = 7 };

static struct column *columns_of(const struct panel_sides *panel, const struct side_table *table)
{
    const struct wording *wording = &panel->edition->wording;
    struct column *named = cells_titles(wording, columns, COLUMNS);

    named[0].title = saying_plain(wording, table->name).bytes;
    named[COUNT_A].title = named[COUNT_B].title = saying_plain(wording, table->counted).bytes;
    named[A].title = panel->sides.a.name.bytes;
    named[B].title = panel->sides.b.name.bytes;
    if (table->unit != UNIT_SHARE)
        named[RATIO].title = saying_plain(wording, "Ratio").bytes;
    return named;
}

static void add_trend(struct cells *cells, const struct trend_finding *trend)
{
    if (trend && trend->slope.has_interval)
        cells_format(cells, format_change(cells->wording->tongue, trend->slope.value));
    else
        cells_none(cells);
}

/* What cells_change() is for shares: a ratio, its interval, q. */
static void add_ratio(struct cells *cells, const struct change *change)
{
    const struct tongue *tongue = cells->wording->tongue;

    if (!change->difference.has_interval) {
        for (int i = 0; i < 3; i++)
            cells_none(cells);
        return;
    }
    cells_value(cells, &change->difference, UNIT_LOG2)->tone = wording_tone(change->direction);
    cells_interval(cells, &change->difference, UNIT_LOG2);
    if (change->direction != CHANGE_UNTESTED)
        cells_format(cells, format_p(tongue, change->q));
    else
        cells_none(cells);
}

static void add_row(const struct panel_sides *panel, struct cells *cells,
                    const struct side_table *table, const struct versus_row *row)
{
    cells_text(cells, row->label);
    cells_count(cells, (double)row->a_count);
    cells_value(cells, &row->a, table->unit)->target =
        edition_link(panel->edition, row->evidence_a, table->from);
    add_trend(cells, row->trend_a);
    cells_count(cells, (double)row->b_count);
    cells_value(cells, &row->b, table->unit)->target =
        edition_link(panel->edition, row->evidence_b, table->from);
    add_trend(cells, row->trend_b);
    if (table->unit == UNIT_SHARE)
        cells_change(cells, &row->change);
    else
        add_ratio(cells, &row->change);
}

void side_table_add(const struct panel_sides *panel, const struct side_table *table)
{
    const struct versus_rows *all = table->rows;
    struct cells cells = cells_of(&panel->edition->wording, table->most + 1, COLUMNS);
    struct grid *grid = arena_new(panel->edition->arena, 1, sizeof *grid);
    bool *rules = arena_new(panel->edition->arena, table->most + 1, sizeof *rules);
    size_t rows = 0;

    for (size_t i = 0; i < all->count; i++) {
        const struct versus_row *row = &all->items[i];

        if (row->unattributed)
            rules[rows] = true;
        else if (rows == table->most || (table->content && !row->content))
            continue;
        add_row(panel, &cells, table, row);
        rows++;
    }
    if (rows == 0)
        return;
    *grid = (struct grid){
        .title = saying_plain(&panel->edition->wording, table->title),
        .subtitle = table->subtitle,
        .csv = span_of("compare.csv"),
        .note = table->note,
        .columns = columns_of(panel, table),
        .column_count = COLUMNS,
        .cells = cells.items,
        .rows = rows,
        .rule_above = rules,
    };
    cells_trim(&cells, grid);
    document_table(panel->edition->document, grid, SPAN_EMPTY);
}
