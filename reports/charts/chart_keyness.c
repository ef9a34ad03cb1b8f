#include "reports/charts/chart_keyness.h"

#include "reports/draw/plot.h"

#include <math.h>

static const double axis_height = 12, row_natural = 17, row_least = 11, row_most = 22,
                    bar_share = 0.4, bar_most = 6.8, label_gap = 5, label_least = 48, inset = 10;

static struct extent extent(const void *data, double width)
{
    const struct chart_keyness *terms = data;
    double rows = fmax(1, (double)terms->count);

    (void)width;
    return (struct extent){axis_height + rows * row_least, axis_height + rows * row_natural,
                           axis_height + rows * row_most};
}

/* The widest of the labels on one side of the base line. */
static double side_width(struct scene *scene, const struct chart_keyness *terms, bool more,
                         double most)
{
    double widest = 0;

    for (size_t i = 0; i < terms->count; i++)
        if ((terms->rows[i].log_ratio >= 0) == more)
            widest = fmax(widest, typeset_width(scene->typeset, terms->rows[i].label, STYLE_LABEL));
    return fmin(widest + label_gap, most);
}

/* How far bars and intervals reach to one side, in doublings. */
static double side_reach(const struct chart_keyness *terms, bool more)
{
    double reach = 0.5;

    for (size_t i = 0; i < terms->count; i++) {
        const struct chart_key_term *row = &terms->rows[i];
        double ends[] = {row->log_ratio, row->low, row->high};

        for (size_t e = 0; e < 3; e++)
            if (isfinite(ends[e]))
                reach = fmax(reach, more ? ends[e] : -ends[e]);
    }
    return reach;
}

/*
 * A scale on which bars and labels of both sides find room: labels of rising
 * terms stand left of the base line, those of falling terms right of it.
 */
static struct scale scale_of(struct scene *scene, const struct chart_keyness *terms,
                             struct box plot)
{
    double most = 0.34 * plot.width;
    double left_label = side_width(scene, terms, true, most);
    double right_label = side_width(scene, terms, false, most);
    double down = side_reach(terms, false);
    double up = side_reach(terms, true);
    double unit = plot.width / (down + up); /* points a doubling */

    unit = fmin(unit, (plot.width - left_label) / up);
    unit = fmin(unit, (plot.width - right_label) / down);
    if (down * unit < left_label)
        down = left_label / unit;
    if (up * unit < right_label)
        up = right_label / unit;
    return scale_linear(-down, up, plot.x, plot.x + plot.width);
}

/* Where the label starts: beyond an interval that crosses the base line, if room is left there. */
static double label_edge(const struct chart_key_term *row, struct scale x, struct box line)
{
    double base = scale_place(x, 0);
    double right;

    if (row->log_ratio >= 0) {
        double left = fmin(base, isfinite(row->low) ? scale_place(x, row->low) : base);

        return (left - line.x >= label_least ? left : base) - label_gap;
    }
    right = fmax(base, isfinite(row->high) ? scale_place(x, row->high) : base);
    return (line.x + line.width - right >= label_least ? right : base) + label_gap;
}

static void draw_row(struct scene *scene, const struct chart_key_term *row, struct scale x,
                     struct box line)
{
    bool more = row->log_ratio >= 0;
    double base = scale_place(x, 0);
    double end = scale_place(x, row->log_ratio);
    double y = line.y + line.height / 2;
    double bar = fmin(bar_most, line.height * bar_share);
    double edge = label_edge(row, x, line);
    double room = more ? edge - line.x : line.x + line.width - edge;

    scene_key(scene, row->key);
    scene_role(scene, ROLE_DATA);
    scene_rect(scene, (struct box){fmin(base, end), y - bar / 2, fabs(end - base), bar},
               theme_mix(theme_tone(more ? TONE_MORE : TONE_LESS), COLOUR_PAPER, 0.15));
    if (isfinite(row->low) && isfinite(row->high)) {
        scene_role(scene, ROLE_INTERVAL);
        scene_line(scene, (struct point){scale_place(x, row->low), y},
                   (struct point){scale_place(x, row->high), y}, theme.line_interval, COLOUR_INK);
    }
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = row->label,
                                     .x = edge,
                                     .y = y + plot_middle,
                                     .style = STYLE_LABEL,
                                     .align = more ? ALIGN_RIGHT : ALIGN_LEFT,
                                     .width = room,
                                     .halo = true});
    scene_link(scene, line, row->target);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_keyness *terms = data;
    struct box plot = {area.x, area.y + axis_height, area.width, area.height - axis_height};
    struct box inner = {area.x + inset / 2, plot.y, area.width - inset, plot.height};
    struct scale x;
    struct ticks ticks;

    if (!terms->count)
        return;
    x = scale_of(scene, terms, inner);
    ticks = ticks_ratio(x.low, x.high, plot_tick_target(inner.width, 44) | 1);
    plot_axis_top(scene, plot, area, x, &ticks, UNIT_LOG2);
    for (size_t i = 0; i < terms->count; i++) {
        double pitch = scale_band_width(plot.y, plot.y + plot.height, terms->count);

        draw_row(scene, &terms->rows[i], x,
                 (struct box){area.x, plot.y + pitch * (double)i, area.width, pitch});
    }
}

static void table(struct sheet *sheet, const void *data)
{
    const struct chart_keyness *terms = data;

    sheet_column(sheet, span_of("Term"), false);
    sheet_column(sheet, sheet_unit_title(UNIT_LOG2), true);
    sheet_column(sheet, span_of("95% interval"), true);
    for (size_t i = 0; i < terms->count; i++) {
        const struct chart_key_term *row = &terms->rows[i];

        sheet_text(sheet, row->label, row->target);
        sheet_value(sheet, row->log_ratio, UNIT_LOG2);
        sheet_range(sheet, row->low, row->high, UNIT_LOG2);
    }
}

const struct recipe chart_keyness = {"keyness", extent, draw, table};
