#include "reports/charts/chart_multiples.h"

#include "reports/draw/facet.h"

#include <math.h>

static const struct facet_look look = {
    .height = {.least = 60, .natural = 84, .most = 118}, .narrowest = 84, .head = 14};

static const double dot = 2.2, label_above = 4, label_below = 9.5, halo = 2;
static const double name_baseline = 7, name_gap = 6;

enum { COLUMNS = 4 };

/* One panel. */
struct panel {
    const struct chart_multiples *all;
    const struct chart_trend *trend;
    const struct facets *facets;
    struct facet facet;
    uint32_t colour;
};

static struct facets facets_of(const struct chart_multiples *all, double width)
{
    return facets_in(&look, all->count, all->columns > 0 ? (size_t)all->columns : COLUMNS, width);
}

static struct extent extent(const void *data, double width)
{
    struct facets facets = facets_of(data, width);

    return facets_extent(&facets);
}

static double highest(const struct chart_multiples *all)
{
    double high = 0;

    for (size_t t = 0; t < all->count; t++) {
        high = facet_highest(high, all->trends[t].values, all->week_count);
        high = facet_highest(high, all->trends[t].highs, all->week_count);
    }
    return high;
}

static struct point place(const struct panel *panel, size_t week, double value)
{
    return facet_point(panel->facets, &panel->facet, week, value);
}

static bool partial(const struct panel *panel, size_t week)
{
    return panel->all->partial && panel->all->partial[week];
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
    double bottom = panel->facet.plot.y + panel->facet.plot.height;

    for (size_t w = 0; panel->trend->changes && w < panel->all->week_count; w++) {
        double x = place(panel, w, 0).x;
        struct point arrow[] = {{x - 2.4, bottom}, {x + 2.4, bottom}, {x, bottom - 4.4}};

        if (panel->trend->changes[w])
            scene_path(scene, MARK_AREA, arrow, 3, 0, COLOUR_NOTICE);
    }
}

/* What stands under a label that reaches from `left` to `right`. */
struct reach {
    double left, right, top, bottom;
};

/* Adds what a line from `a` to `b`, or that point alone, has there. */
static void add_line(struct reach *reach, struct point a, struct point b)
{
    double from = fmax(a.x, reach->left), to = fmin(b.x, reach->right);
    double slope = b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0;
    double start = a.y + slope * (from - a.x), end = a.y + slope * (to - a.x);

    if (from > to)
        return;
    reach->top = fmin(reach->top, fmin(start, end));
    reach->bottom = fmax(reach->bottom, fmax(start, end));
}

/* An end of the week's band, or its value where there is none. */
static struct point end_of_band(const struct panel *panel, size_t week, const double *ends)
{
    return place(panel, week,
                 ends && isfinite(ends[week]) ? ends[week] : panel->trend->values[week]);
}

/* The line and its band between `left` and `right`. */
static struct reach reach_under(const struct panel *panel, double left, double right)
{
    const struct chart_trend *trend = panel->trend;
    struct reach reach = {left - halo, right + halo, HUGE_VAL, -HUGE_VAL};

    for (size_t w = 0; w < panel->all->week_count; w++) {
        bool goes_on = w + 1 < panel->all->week_count && isfinite(trend->values[w + 1]);
        size_t next = goes_on ? w + 1 : w;

        if (!isfinite(trend->values[w]))
            continue;
        add_line(&reach, end_of_band(panel, w, trend->highs),
                 end_of_band(panel, next, trend->highs));
        add_line(&reach, end_of_band(panel, w, trend->lows), end_of_band(panel, next, trend->lows));
    }
    return reach;
}

/* How high a label may stand: beside the panel's name where that leaves room, else under it. */
static double highest_baseline(struct scene *scene, const struct panel *panel, double left)
{
    double name = typeset_width(scene->typeset, panel->trend->label, STYLE_LABEL_BOLD);
    bool beside = panel->facet.box.x + name + name_gap < left;

    return panel->facet.box.y + (beside ? name_baseline : look.head + 3);
}

/*
 * The baseline of the last value's number: above or below what it would cover,
 * whichever is nearer and within the panel; else over the line, on its halo.
 */
static double value_baseline(const struct panel *panel, double y, struct reach reach,
                             double highest_place)
{
    double above = fmin(reach.top, y - dot) - label_above;
    double below = fmax(reach.bottom, y + dot) + label_below - 1.5;
    bool fits_above = above >= highest_place;
    bool fits_below = below < panel->facet.plot.y + panel->facet.plot.height - 2;

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
    double width, left;

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
    left = fmax(panel->facet.plot.x,
                fmin(at.x - width / 2, panel->facet.box.x + panel->facet.box.width - width));
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = span_of(text.text),
                                     .x = left,
                                     .y = value_baseline(panel, at.y,
                                                         reach_under(panel, left, left + width),
                                                         highest_baseline(scene, panel, left)),
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

static void draw_panel(struct scene *scene, const struct panel *panel)
{
    const struct chart_multiples *all = panel->all;

    scene_key(scene, panel->trend->key);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = panel->trend->label,
                                     .x = panel->facet.box.x,
                                     .y = panel->facet.box.y + name_baseline,
                                     .style = STYLE_LABEL_BOLD,
                                     .width = panel->facet.box.width});
    facet_axes(scene, panel->facets, &panel->facet);
    scene_role(scene, ROLE_CONTEXT);
    for (size_t t = 0; t < all->count; t++)
        if (&all->trends[t] != panel->trend)
            facet_line(scene, panel->facets, &panel->facet, all->trends[t].values,
                       (struct facet_stroke){theme.line_context,
                                             theme_mix(COLOUR_FAINT, COLOUR_PAPER, 0.45),
                                             theme.line_context});
    scene_role(scene, ROLE_INTERVAL);
    draw_band(scene, panel);
    scene_role(scene, ROLE_DATA);
    facet_line(scene, panel->facets, &panel->facet, panel->trend->values,
               (struct facet_stroke){theme.line_series, panel->colour, theme.line_series});
    draw_partial(scene, panel);
    draw_changes(scene, panel);
    draw_last(scene, panel);
    scene_link(scene, panel->facet.box, panel->trend->target);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_multiples *all = data;
    struct facets facets = facets_of(all, area.width);

    if (!all->week_count)
        return;
    facets_scale(&facets, scene, area,
                 (struct facet_weeks){all->first_week, all->week_count, all->unit}, highest(all));
    for (size_t t = 0; t < all->count; t++) {
        enum tone tone = all->trends[t].tone;
        struct panel panel = {.all = all,
                              .trend = &all->trends[t],
                              .facets = &facets,
                              .facet = facets_panel(&facets, t),
                              .colour = tone == TONE_PLAIN ? COLOUR_MORE : theme_tone(tone)};

        draw_panel(scene, &panel);
    }
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
            bool band = trend->lows && trend->highs;

            sheet_text(sheet, trend->label, w == 0 ? trend->target : SPAN_EMPTY);
            sheet_week(sheet, all->first_week + (int32_t)w);
            sheet_value(sheet, trend->values[w], all->unit);
            sheet_range(sheet, band ? trend->lows[w] : (double)NAN,
                        band ? trend->highs[w] : (double)NAN, all->unit);
        }
}

const struct recipe chart_multiples = {"multiples", extent, draw, table};
