#include "reports/charts/chart_dots.h"

#include "reports/draw/plot.h"

#include <math.h>

static const double axis_height = 12, row_natural = 18, row_least = 11, row_most = 24,
                    label_share = 0.38, label_gap = 8, value_width = 34, bar_height = 4.2,
                    reference_reach = 4.6, near_none = 0.4;

static struct extent extent(const void *data, double width)
{
    const struct chart_dots *dots = data;
    double rows = fmax(1, (double)dots->count);

    (void)width;
    return (struct extent){axis_height + rows * row_least, axis_height + rows * row_natural,
                           axis_height + rows * row_most};
}

static void widen(double *low, double *high, double value)
{
    if (!isfinite(value))
        return;
    *low = fmin(*low, value);
    *high = fmax(*high, value);
}

/* Over all values, intervals and references, with a little air. */
static struct scale scale_of(const struct chart_dots *dots, double from, double to)
{
    double low = HUGE_VAL;
    double high = -HUGE_VAL;
    double air;

    for (size_t i = 0; i < dots->count; i++) {
        const struct chart_dot *row = &dots->rows[i];

        widen(&low, &high, row->value);
        widen(&low, &high, row->low);
        widen(&low, &high, row->high);
        widen(&low, &high, row->reference);
    }
    if (!(low <= high))
        low = high = 0;
    /* Near enough to none, or alone: the axis shows how far from none it is. */
    if (dots->unit != UNIT_LOG2 && low > 0 &&
        (low == high || low < near_none * high || dots->unit == UNIT_COUNT))
        low = 0;
    air = 0.04 * (high - low);
    if (dots->unit != UNIT_LOG2)
        low = fmax(low - air, low >= 0 ? 0 : -HUGE_VAL);
    high += air;
    if (dots->unit == UNIT_SHARE)
        high = fmin(high, fmax(1, high - air)); /* no axis past 100 % */
    return scale_linear(low, high, from, to);
}

static void draw_interval(struct scene *scene, const struct chart_dot *row, struct scale x,
                          double y)
{
    uint32_t colour = theme_tone(row->tone);

    if (isfinite(row->low) && isfinite(row->high)) {
        double left = scale_place(x, row->low);

        scene_role(scene, ROLE_INTERVAL);
        scene_rect(
            scene,
            (struct box){left, y - bar_height / 2, scale_place(x, row->high) - left, bar_height},
            theme_mix(colour, COLOUR_PAPER, 0.62));
    }
    if (isfinite(row->reference)) {
        double at = scale_place(x, row->reference);

        scene_role(scene, ROLE_CONTEXT);
        scene_line(scene, (struct point){at, y - reference_reach},
                   (struct point){at, y + reference_reach}, 1, COLOUR_INK);
    }
}

static void draw_row(struct scene *scene, const struct chart_dots *dots, size_t i, struct scale x,
                     struct box line)
{
    const struct chart_dot *row = &dots->rows[i];
    bool clear = row->tone != TONE_PLAIN;
    enum style style = clear ? STYLE_LABEL_BOLD : STYLE_LABEL;
    double y = line.y + line.height / 2;

    scene_key(scene, row->key);
    scene_role(scene, ROLE_LABEL);
    plot_row_label(scene, row->label, style, (struct point){line.x, y},
                   x.from - theme.dot - line.x - label_gap, line.height >= 20 ? 2 : 1);
    draw_interval(scene, row, x, y);
    scene_role(scene, ROLE_DATA);
    if (isfinite(row->value))
        plot_dot(scene, (struct point){scale_place(x, row->value), y}, theme.dot,
                 theme_tone(row->tone));
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){
                          .text = span_of(format_value(scene->tongue, row->value, dots->unit).text),
                          .x = line.x + line.width,
                          .y = y + plot_middle,
                          .style = style,
                          .align = ALIGN_RIGHT,
                          .colour = clear ? theme_tone(row->tone) : COLOUR_SECONDARY});
    scene_link(scene, line, row->target);
}

/* Counts have no halves. */
static struct ticks ticks_of(const struct chart_dots *dots, struct scale x, double width)
{
    int target = plot_tick_target(width, theme.tick_x);
    struct ticks ticks = ticks_inside(x.low, x.high, target);

    while (dots->unit == UNIT_COUNT && ticks.step != floor(ticks.step) && target > 2)
        ticks = ticks_inside(x.low, x.high, --target);
    return ticks;
}

static double label_width(struct scene *scene, const struct chart_dots *dots, double most)
{
    double widest = 0;

    for (size_t i = 0; i < dots->count; i++)
        widest = fmax(widest, typeset_width(scene->typeset, dots->rows[i].label,
                                            dots->rows[i].tone == TONE_PLAIN ? STYLE_LABEL
                                                                             : STYLE_LABEL_BOLD));
    return fmin(widest, most);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_dots *dots = data;
    double labels = label_width(scene, dots, label_share * area.width) + label_gap;
    struct box plot = {area.x + labels, area.y + axis_height, area.width - labels - value_width,
                       area.height - axis_height};
    struct scale x = scale_of(dots, plot.x + theme.dot, plot.x + plot.width - theme.dot);
    struct ticks ticks = ticks_of(dots, x, plot.width);

    if (!dots->count)
        return;
    plot_axis_top(scene, plot, area, x, &ticks, dots->unit);
    for (size_t i = 0; i < dots->count; i++) {
        double pitch = scale_band_width(plot.y, plot.y + plot.height, dots->count);

        draw_row(scene, dots, i, x,
                 (struct box){area.x, plot.y + pitch * (double)i, area.width, pitch});
    }
}

static void table(struct sheet *sheet, const void *data)
{
    const struct chart_dots *dots = data;

    sheet_column(sheet, span_of("Name"), false);
    sheet_column(sheet, sheet_unit_title(dots->unit), true);
    sheet_column(sheet, span_of("95% interval"), true);
    sheet_column(sheet, span_of("Before"), true);
    for (size_t i = 0; i < dots->count; i++) {
        const struct chart_dot *row = &dots->rows[i];

        sheet_text(sheet, row->label, row->target);
        sheet_value(sheet, row->value, dots->unit);
        sheet_range(sheet, row->low, row->high, dots->unit);
        sheet_value(sheet, row->reference, dots->unit);
    }
}

const struct recipe chart_dots = {"dots", extent, draw, table};
