#include "reports/charts/chart_multiples.h"

#include "corpus/base/day.h"
#include "reports/draw/plot.h"

#include <math.h>

static const double panel_natural = 84, panel_least = 60, panel_most = 118, row_gap = 14, head = 14,
                    foot = 12, dot = 2.2, label_above = 4, label_below = 9.5, panel_narrowest = 84;

/* One panel, with its scales. */
struct panel {
    const struct chart_multiples *all;
    const struct chart_trend *trend;
    struct box box, plot;
    struct scale x, y; /* x places numbers of weeks */
    uint32_t colour;
};

/* As many side by side as asked for, but none narrower than a panel can be read. */
static int panel_columns(const struct chart_multiples *all, double width)
{
    int room = (int)fmax(1, floor((width + theme.gutter) / (panel_narrowest + theme.gutter)));
    int columns = all->columns > 0 ? all->columns : 4;

    columns = columns < room ? columns : room;

    return all->count && (size_t)columns > all->count ? (int)all->count : columns;
}

static double panel_rows(const struct chart_multiples *all, double width)
{
    double columns = panel_columns(all, width);

    return fmax(1, ceil((double)all->count / columns));
}

static struct extent extent(const void *data, double width)
{
    double rows = panel_rows(data, width);
    double gaps = (rows - 1) * row_gap;

    return (struct extent){rows * panel_least + gaps, rows * panel_natural + gaps,
                           rows * panel_most + gaps};
}

static double highest(const struct chart_multiples *all)
{
    double high = 0;

    for (size_t t = 0; t < all->count; t++)
        for (size_t w = 0; w < all->week_count; w++) {
            const struct chart_trend *trend = &all->trends[t];
            double top = trend->highs ? trend->highs[w] : trend->values[w];

            if (isfinite(trend->values[w]))
                high = fmax(high, trend->values[w]);
            if (isfinite(top))
                high = fmax(high, top);
        }
    return high > 0 ? high : 1;
}

static struct point place(const struct panel *panel, size_t week, double value)
{
    return (struct point){scale_place(panel->x, panel->all->first_week + (double)week),
                          scale_place(panel->y, value)};
}

static bool partial(const struct panel *panel, size_t week)
{
    return panel->all->partial && panel->all->partial[week];
}

/* A line through the weeks that have a value; a gap breaks it, a lone week is a dot. */
static void draw_line(struct scene *scene, const struct panel *panel, const double *values,
                      double line, uint32_t colour)
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
        else if (run == 1)
            scene_dot(scene, points[0], line, colour);
        run = 0;
    }
}

static void draw_band_run(struct scene *scene, const struct panel *panel, size_t from, size_t to)
{
    size_t weeks = to - from;
    struct point *points = arena_new(&scene->arena, 2 * weeks, sizeof *points);

    for (size_t i = 0; i < weeks; i++) {
        points[i] = place(panel, from + i, panel->trend->highs[from + i]);
        points[2 * weeks - 1 - i] = place(panel, from + i, panel->trend->lows[from + i]);
    }
    scene_path(scene, MARK_AREA, points, 2 * weeks, 0, theme_mix(COLOUR_PAPER, panel->colour, 0.2));
}

static void draw_band(struct scene *scene, const struct panel *panel)
{
    const struct chart_trend *trend = panel->trend;
    size_t from = 0;

    if (!trend->lows || !trend->highs)
        return;
    for (size_t w = 0; w <= panel->all->week_count; w++) {
        if (w < panel->all->week_count && isfinite(trend->lows[w]) && isfinite(trend->highs[w]))
            continue;
        if (w > from + 1)
            draw_band_run(scene, panel, from, w);
        from = w + 1;
    }
}

static void draw_changes(struct scene *scene, const struct panel *panel)
{
    double bottom = panel->plot.y + panel->plot.height;

    for (size_t w = 0; panel->trend->changes && w < panel->all->week_count; w++) {
        double x = place(panel, w, 0).x;
        struct point arrow[] = {{x - 2.4, bottom}, {x + 2.4, bottom}, {x, bottom - 4.4}};

        if (panel->trend->changes[w])
            scene_path(scene, MARK_AREA, arrow, 3, 0, COLOUR_NOTICE);
    }
}

/* The ends of the line or its band under a label that reaches from `left` to `right`. */
static void reach_under(const struct panel *panel, double left, double right, double *top,
                        double *bottom)
{
    const struct chart_trend *trend = panel->trend;

    *top = HUGE_VAL;
    *bottom = -HUGE_VAL;
    for (size_t w = 0; w < panel->all->week_count; w++) {
        double x = place(panel, w, 0).x;
        double high = trend->highs ? trend->highs[w] : trend->values[w];
        double low = trend->lows ? trend->lows[w] : trend->values[w];

        if (x < left - 6 || x > right + 6 || !isfinite(trend->values[w]))
            continue;
        if (!isfinite(high) || !isfinite(low))
            high = low = trend->values[w];
        *top = fmin(*top, place(panel, w, high).y);
        *bottom = fmax(*bottom, place(panel, w, low).y);
    }
    *top = fmin(*top, *bottom - dot);
    *bottom = fmax(*bottom, *top + dot);
}

/*
 * The baseline of the last value's number: above or below what it would cover,
 * whichever is nearer and within the panel; else over the line, on its halo.
 */
static double value_baseline(const struct panel *panel, double y, double top, double bottom)
{
    double above = fmin(top, y - dot) - label_above;
    double below = fmax(bottom, y + dot) + label_below - 1.5;
    double highest_place = panel->box.y + head + 3;
    bool fits_above = above >= highest_place;
    bool fits_below = below < panel->plot.y + panel->plot.height - 2;

    if (fits_below && (!fits_above || below - y < y - above + 2))
        return below;
    return fits_above ? above : fmax(y - dot - label_above, highest_place);
}

/* The last value: a dot and its number. */
static void draw_last(struct scene *scene, const struct panel *panel)
{
    size_t last = panel->all->week_count;
    struct format_text text;
    struct point at;
    double width, left, top, bottom;

    while (last && !isfinite(panel->trend->values[last - 1]))
        last--;
    if (!last)
        return;
    at = place(panel, last - 1, panel->trend->values[last - 1]);
    if (partial(panel, last - 1))
        scene_ring(scene, at, dot, panel->colour);
    else
        plot_dot(scene, at, dot, panel->colour);
    text = format_value(scene->tongue, panel->trend->values[last - 1], panel->all->unit);
    width = typeset_width(scene->typeset, span_of(text.text), STYLE_LABEL_BOLD);
    left = fmax(panel->plot.x, fmin(at.x - width / 2, panel->box.x + panel->box.width - width));
    reach_under(panel, left, left + width, &top, &bottom);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = span_of(text.text),
                                     .x = left,
                                     .y = value_baseline(panel, at.y, top, bottom),
                                     .style = STYLE_LABEL_BOLD,
                                     .colour = panel->colour,
                                     .halo = true});
}

static void draw_partial(struct scene *scene, const struct panel *panel)
{
    scene_role(scene, ROLE_DATA);
    for (size_t w = 0; w < panel->all->week_count; w++)
        if (partial(panel, w) && isfinite(panel->trend->values[w]))
            scene_ring(scene, place(panel, w, panel->trend->values[w]), 1.8, panel->colour);
}

static void draw_panel(struct scene *scene, const struct panel *panel, const struct ticks *ticks)
{
    const struct chart_multiples *all = panel->all;

    scene_key(scene, panel->trend->key);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = panel->trend->label,
                                     .x = panel->box.x,
                                     .y = panel->box.y + 7,
                                     .style = STYLE_LABEL_BOLD,
                                     .width = panel->box.width});
    plot_axis_left(scene, panel->plot, panel->box.x, panel->y, ticks, all->unit);
    plot_axis_weeks(scene, panel->plot, panel->x, all->first_week, all->week_count);
    scene_role(scene, ROLE_CONTEXT);
    for (size_t t = 0; t < all->count; t++)
        if (&all->trends[t] != panel->trend)
            draw_line(scene, panel, all->trends[t].values, theme.line_context,
                      theme_mix(COLOUR_FAINT, COLOUR_PAPER, 0.45));
    scene_role(scene, ROLE_INTERVAL);
    draw_band(scene, panel);
    scene_role(scene, ROLE_DATA);
    draw_line(scene, panel, panel->trend->values, theme.line_series, panel->colour);
    draw_partial(scene, panel);
    draw_changes(scene, panel);
    draw_last(scene, panel);
    scene_link(scene, panel->box, panel->trend->target);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_multiples *all = data;
    int columns = panel_columns(all, area.width);
    double gap = theme.gutter;
    double width = (area.width - (columns - 1) * gap) / columns;
    double height = (area.height + row_gap) / panel_rows(all, area.width) - row_gap;
    int target = plot_tick_target(height - head - foot, 26);
    struct scale zero = plot_from_zero(highest(all), target, 0, 1);
    struct ticks ticks = ticks_inside(0, zero.high, target);
    double labels = plot_axis_width(scene, &ticks, all->unit);

    if (!all->week_count)
        return;
    for (size_t t = 0; t < all->count; t++) {
        struct panel panel = {.all = all, .trend = &all->trends[t]};
        enum tone tone = panel.trend->tone;
        double left = area.x + (double)(t % (size_t)columns) * (width + gap);
        double top = area.y + floor((double)t / columns) * (height + row_gap);

        panel.box = (struct box){left, top, width, height};
        panel.plot = (struct box){left + labels, top + head, width - labels, height - head - foot};
        panel.colour = tone == TONE_PLAIN ? COLOUR_MORE : theme_tone(tone);
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
    const struct chart_multiples *all = data;

    sheet_column(sheet, span_of("Name"), false);
    sheet_column(sheet, span_of("Week"), false);
    sheet_column(sheet, sheet_unit_title(all->unit), true);
    sheet_column(sheet, span_of("95% interval"), true);
    for (size_t t = 0; t < all->count; t++)
        for (size_t w = 0; w < all->week_count; w++) {
            const struct chart_trend *trend = &all->trends[t];
            struct span week = week_of(sheet->arena, all->first_week + (int32_t)w);
            bool band = trend->lows && trend->highs;

            sheet_text(sheet, trend->label, w == 0 ? trend->target : SPAN_EMPTY);
            sheet_text(sheet, week, SPAN_EMPTY);
            sheet_value(sheet, trend->values[w], all->unit);
            sheet_range(sheet, band ? trend->lows[w] : (double)NAN,
                        band ? trend->highs[w] : (double)NAN, all->unit);
        }
}

const struct recipe chart_multiples = {"multiples", extent, draw, table};
