#include "reports/charts/chart_pairs.h"

#include "corpus/base/day.h"
#include "reports/draw/plot.h"

#include <math.h>

static const double panel_natural = 72, panel_least = 54, panel_most = 110, row_gap = 14, head = 14,
                    foot = 12, dot = 2.2, panel_narrowest = 108, value_gap = 5;

enum { COLUMNS_MOST = 3 };

/* One panel, with its scales. */
struct panel {
    const struct chart_pairs *all;
    const struct chart_pair *row;
    struct box box, plot;
    struct scale x, y; /* x places numbers of weeks */
};

static size_t panel_columns(const struct chart_pairs *all, double width)
{
    size_t room = (size_t)fmax(1, floor((width + theme.gutter) / (panel_narrowest + theme.gutter)));
    size_t columns = room < COLUMNS_MOST ? room : COLUMNS_MOST;

    return all->count && columns > all->count ? all->count : columns;
}

static double panel_rows(const struct chart_pairs *all, double width)
{
    return fmax(1, ceil((double)all->count / (double)panel_columns(all, width)));
}

static struct extent extent(const void *data, double width)
{
    double rows = panel_rows(data, width);
    double gaps = (rows - 1) * row_gap;

    return (struct extent){rows * panel_least + gaps, rows * panel_natural + gaps,
                           rows * panel_most + gaps};
}

static double highest_of(const double *values, size_t count, double high)
{
    for (size_t w = 0; values && w < count; w++)
        if (isfinite(values[w]))
            high = fmax(high, values[w]);
    return high;
}

static double highest(const struct chart_pairs *all)
{
    double high = 0;

    for (size_t i = 0; i < all->count; i++) {
        high = highest_of(all->rows[i].a, all->week_count, high);
        high = highest_of(all->rows[i].b, all->week_count, high);
        high = highest_of(all->rows[i].whole, all->week_count, high);
    }
    return high > 0 ? high : 1;
}

static struct point place(const struct panel *panel, size_t week, double value)
{
    return (struct point){scale_place(panel->x, panel->all->first_week + (double)week),
                          scale_place(panel->y, value)};
}

static void draw_line(struct scene *scene, const struct panel *panel, const double *values,
                      double line, uint32_t colour, bool dots)
{
    size_t count = panel->all->week_count;
    struct point *points = arena_new(&scene->arena, count, sizeof *points);
    size_t run = 0;

    for (size_t w = 0; w <= count; w++) {
        if (w < count && isfinite(values[w])) {
            points[run++] = place(panel, w, values[w]);
            continue;
        }
        if (run > 1)
            scene_path(scene, MARK_LINE, points, run, line, colour);
        if (run == 1 && dots)
            plot_dot(scene, points[0], dot, colour);
        run = 0;
    }
}

/* At the right end of the head, `right` from it; gives where the text begins. */
static double draw_value(struct scene *scene, const struct panel *panel, double value, double right,
                         uint32_t colour)
{
    struct format_text text = format_value(scene->tongue, value, panel->all->unit);
    double width;

    if (!isfinite(value))
        return right;
    width = typeset_width(scene->typeset, span_of(text.text), STYLE_LABEL_BOLD);
    scene_text(scene, (struct label){.text = span_of(text.text),
                                     .x = right - width,
                                     .y = panel->box.y + 7,
                                     .style = STYLE_LABEL_BOLD,
                                     .colour = colour});
    return right - width - value_gap;
}

static void draw_head(struct scene *scene, const struct panel *panel)
{
    double right = panel->box.x + panel->box.width;

    scene_role(scene, ROLE_LABEL);
    right = draw_value(scene, panel, panel->row->b_value, right, COLOUR_MORE);
    right = draw_value(scene, panel, panel->row->a_value, right, COLOUR_LESS);
    scene_text(scene, (struct label){.text = panel->row->label,
                                     .x = panel->box.x,
                                     .y = panel->box.y + 7,
                                     .style = STYLE_LABEL_BOLD,
                                     .width = right - panel->box.x});
}

static void draw_panel(struct scene *scene, const struct panel *panel, const struct ticks *ticks)
{
    const struct chart_pairs *all = panel->all;

    scene_key(scene, panel->row->key);
    draw_head(scene, panel);
    plot_axis_left(scene, panel->plot, panel->box.x, panel->y, ticks, all->unit);
    plot_axis_weeks(scene, panel->plot, panel->x, all->first_week, all->week_count);
    if (panel->row->whole) {
        scene_role(scene, ROLE_CONTEXT);
        draw_line(scene, panel, panel->row->whole, theme.line_series, COLOUR_CONTEXT, false);
    }
    scene_role(scene, ROLE_DATA);
    draw_line(scene, panel, panel->row->a, theme.line_series, COLOUR_LESS, true);
    draw_line(scene, panel, panel->row->b, theme.line_series, COLOUR_MORE, true);
    scene_link(scene, panel->box, panel->row->target);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_pairs *all = data;
    size_t columns = panel_columns(all, area.width);
    double width = (area.width - (double)(columns - 1) * theme.gutter) / (double)columns;
    double height = (area.height + row_gap) / panel_rows(all, area.width) - row_gap;
    int target = plot_tick_target(height - head - foot, 26);
    struct scale zero = plot_from_zero(highest(all), target, 0, 1);
    struct ticks ticks = ticks_inside(0, zero.high, target);
    double labels = plot_axis_width(scene, &ticks, all->unit);

    if (!all->week_count)
        return;
    for (size_t i = 0; i < all->count; i++) {
        struct panel panel = {.all = all, .row = &all->rows[i]};
        double left = area.x + (double)(i % columns) * (width + theme.gutter);
        double top = area.y + floor((double)i / (double)columns) * (height + row_gap);

        panel.box = (struct box){left, top, width, height};
        panel.plot = (struct box){left + labels, top + head, width - labels, height - head - foot};
        panel.x = scale_linear(all->first_week, all->first_week + (double)all->week_count - 1,
                               panel.plot.x, panel.plot.x + panel.plot.width - 4);
        panel.y = scale_linear(0, zero.high, panel.plot.y + panel.plot.height, panel.plot.y);
        draw_panel(scene, &panel, &ticks);
    }
}

static struct span week_of(struct arena *arena, int32_t week)
{
    char text[WEEK_TEXT_SIZE];

    week_text(text, week);
    return arena_copy(arena, span_of(text));
}

static void table(struct sheet *sheet, const void *data)
{
    const struct chart_pairs *all = data;

    sheet_column(sheet, span_of("Name"), false);
    sheet_column(sheet, span_of("Week"), false);
    sheet_column(sheet, all->a_title, true);
    sheet_column(sheet, all->b_title, true);
    for (size_t i = 0; i < all->count; i++)
        for (size_t w = 0; w < all->week_count; w++) {
            const struct chart_pair *row = &all->rows[i];

            if (!isfinite(row->a[w]) && !isfinite(row->b[w]))
                continue;
            sheet_text(sheet, row->label, w == 0 ? row->target : SPAN_EMPTY);
            sheet_text(sheet, week_of(sheet->arena, all->first_week + (int32_t)w), SPAN_EMPTY);
            sheet_value(sheet, row->a[w], all->unit);
            sheet_value(sheet, row->b[w], all->unit);
        }
}

const struct recipe chart_pairs = {"pairs", extent, draw, table};
