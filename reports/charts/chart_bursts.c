#include "reports/charts/chart_bursts.h"

#include "reports/draw/plot.h"

#include <math.h>

static const double head = 14, row_natural = 15, row_least = 12, row_most = 19, label_share = 0.3,
                    label_gap = 8, weeks_width = 58, bar_reach = 0.8, bar_gap = 1.5, bar_most = 26;

/* Where the bars stand. */
struct strip {
    struct box plot;
    double step; /* from one week to the next */
    double bar;  /* width of one */
};

static struct extent extent(const void *data, double width)
{
    const struct chart_bursts *bursts = data;
    double rows = fmax(1, (double)bursts->count);

    (void)width;
    return (struct extent){head + rows * row_least, head + rows * row_natural,
                           head + rows * row_most};
}

static double highest(const struct chart_burst_row *row, size_t weeks)
{
    double high = 0;

    for (size_t w = 0; w < weeks; w++)
        if (isfinite(row->values[w]))
            high = fmax(high, row->values[w]);
    return high;
}

static void draw_week(struct scene *scene, const struct strip *strip,
                      const struct chart_burst_row *row, struct box line, size_t week,
                      double height)
{
    double x = strip->plot.x + strip->step * (double)week;
    double base = line.y + line.height - 2;
    uint32_t burst = row->now ? COLOUR_MORE : COLOUR_SECONDARY;

    if (!isfinite(row->values[week]))
        return;
    scene_role(scene, ROLE_DATA);
    if (height > 0)
        scene_rect(scene, (struct box){x, base - height, strip->bar, height},
                   row->bursts[week] ? burst : COLOUR_CONTEXT);
    scene_role(scene, ROLE_AXIS);
    scene_line(scene, (struct point){x, base}, (struct point){x + strip->bar, base},
               theme.line_grid, COLOUR_CONTEXT);
}

static void draw_row(struct scene *scene, const struct strip *strip, size_t weeks,
                     const struct chart_burst_row *row, struct box line)
{
    double high = highest(row, weeks);
    double y = line.y + line.height / 2 + plot_middle;
    double reach = bar_reach * line.height;

    scene_key(scene, row->key);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = row->label,
                                     .x = line.x,
                                     .y = y,
                                     .style = row->now ? STYLE_LABEL_BOLD : STYLE_LABEL,
                                     .width = strip->plot.x - line.x - label_gap});
    for (size_t w = 0; w < weeks; w++)
        draw_week(scene, strip, row, line, w, high > 0 ? reach * row->values[w] / high : 0);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = row->weeks,
                                     .x = line.x + line.width,
                                     .y = y,
                                     .style = row->now ? STYLE_LABEL_BOLD : STYLE_LABEL,
                                     .colour = row->now ? COLOUR_MORE : COLOUR_SECONDARY,
                                     .align = ALIGN_RIGHT,
                                     .width = weeks_width});
    scene_link(scene, line, row->target);
}

static void draw_columns(struct scene *scene, const struct chart_bursts *bursts,
                         const struct strip *strip, double right)
{
    double free_from = strip->plot.x;

    scene_role(scene, ROLE_AXIS);
    for (size_t w = 0; w < bursts->week_count; w++) {
        double x = strip->plot.x + strip->step * (double)w;
        double width = typeset_width(scene->typeset, bursts->columns[w], STYLE_AXIS);

        if (!bursts->columns[w].length || x < free_from ||
            x + width > strip->plot.x + strip->plot.width)
            continue;
        scene_text(scene, (struct label){.text = bursts->columns[w],
                                         .x = x,
                                         .y = strip->plot.y - 5,
                                         .style = STYLE_AXIS});
        free_from = x + width + 4;
    }
    scene_text(scene, (struct label){.text = bursts->weeks_title,
                                     .x = right,
                                     .y = strip->plot.y - 5,
                                     .style = STYLE_AXIS,
                                     .align = ALIGN_RIGHT,
                                     .width = weeks_width});
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_bursts *bursts = data;
    struct strip strip = {.plot = {.y = area.y + head, .height = area.height - head}};
    double labels = 0;

    if (!bursts->count || !bursts->week_count)
        return;
    for (size_t r = 0; r < bursts->count; r++)
        labels =
            fmax(labels, typeset_width(scene->typeset, bursts->rows[r].label, STYLE_LABEL_BOLD));
    strip.plot.x = area.x + fmin(labels + 1, label_share * area.width) + label_gap;
    strip.plot.width = area.x + area.width - weeks_width - label_gap - strip.plot.x;
    strip.step = strip.plot.width / (double)bursts->week_count;
    strip.bar = fmin(bar_most, strip.step - bar_gap);
    draw_columns(scene, bursts, &strip, area.x + area.width);
    for (size_t r = 0; r < bursts->count; r++) {
        double pitch = scale_band_width(strip.plot.y, area.y + area.height, bursts->count);
        struct box line = {area.x, strip.plot.y + pitch * (double)r, area.width, pitch};

        draw_row(scene, &strip, bursts->week_count, &bursts->rows[r], line);
    }
}

/* Each series with its weeks of bursts; of the others the page shows no number either. */
static void table(struct sheet *sheet, const void *data)
{
    const struct chart_bursts *bursts = data;

    sheet_column(sheet, span_of("Name"), false);
    sheet_column(sheet, span_of("Week"), false);
    sheet_column(sheet, sheet_unit_title(UNIT_SHARE), true);
    for (size_t r = 0; r < bursts->count; r++) {
        const struct chart_burst_row *row = &bursts->rows[r];

        for (size_t w = 0; w < bursts->week_count; w++) {
            if (!row->bursts[w])
                continue;
            sheet_text(sheet, row->label, row->target);
            sheet_text(sheet, bursts->names[w], SPAN_EMPTY);
            sheet_value(sheet, row->values[w], UNIT_SHARE);
        }
    }
}

const struct recipe chart_bursts = {"bursts", extent, draw, table};
