#include "reports/charts/chart_xray.h"

#include "reports/draw/format.h"
#include "reports/draw/plot.h"

#include <math.h>

static const double head = 14, row_natural = 13, row_least = 10.5, row_most = 17,
                    label_share = 0.25, label_gap = 8, count_width = 40, dp_width = 30,
                    tick_reach = 0.34;

static struct extent extent(const void *data, double width)
{
    const struct chart_xray *xray = data;
    double rows = fmax(1, (double)xray->count);

    (void)width;
    return (struct extent){head + rows * row_least, head + rows * row_natural,
                           head + rows * row_most};
}

/* A day's name stands where it fits between the one before and the right border. */
static void draw_days(struct scene *scene, const struct chart_xray *xray, struct box plot)
{
    double width = plot.width / (double)xray->column_count;
    double free_from = plot.x;

    scene_role(scene, ROLE_AXIS);
    for (size_t c = 0; c < xray->column_count; c++) {
        double x = plot.x + (double)c * width;

        if (xray->shaded && xray->shaded[c])
            scene_rect(scene, (struct box){x, plot.y, width, plot.height}, COLOUR_PANEL);
    }
    for (size_t c = 0; c <= xray->column_count; c++) {
        double x = plot.x + (double)c * width;
        struct span day = c < xray->column_count ? xray->columns[c] : SPAN_EMPTY;
        double end = x + 2 + typeset_width(scene->typeset, day, STYLE_AXIS);
        bool named = x >= free_from && end <= plot.x + plot.width;

        scene_line(scene, (struct point){x, named ? plot.y - 10 : plot.y},
                   (struct point){x, plot.y + plot.height}, theme.line_grid, COLOUR_GRID);
        if (!named || !day.length)
            continue;
        scene_text(scene,
                   (struct label){.text = day, .x = x + 2, .y = plot.y - 5, .style = STYLE_AXIS});
        free_from = end + 4;
    }
}

static void draw_row(struct scene *scene, const struct chart_xray_row *row, struct box plot,
                     struct box line)
{
    uint32_t colour = row->tone == TONE_PLAIN ? COLOUR_SECONDARY : theme_tone(row->tone);
    double y = line.y + line.height / 2;
    struct format_text articles = format_count(scene->tongue, (double)row->articles);
    struct format_text dispersion = format_fixed(scene->tongue, row->dp, 2);
    struct label number = {.x = line.x + line.width - dp_width,
                           .y = y + plot_middle,
                           .style = STYLE_LABEL,
                           .align = ALIGN_RIGHT};

    scene_key(scene, row->key);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = row->label,
                                     .x = line.x,
                                     .y = y + plot_middle,
                                     .style = STYLE_LABEL,
                                     .width = plot.x - line.x - label_gap});
    number.text = span_of(articles.text);
    scene_text(scene, number);
    number.x = line.x + line.width;
    number.colour = COLOUR_SECONDARY;
    number.text = span_of(dispersion.text);
    scene_text(scene, number);
    scene_role(scene, ROLE_DATA);
    for (size_t i = 0; i < row->count; i++) {
        double x = plot.x + fmin(fmax(row->places[i], 0), 1) * plot.width;
        struct point ends[] = {{x, y - line.height * tick_reach},
                               {x, y + line.height * tick_reach}};

        scene_path(scene, MARK_LINE, ends, 2, theme.line_tick, colour)->opacity = 0.75;
    }
    scene_link(scene, line, row->target);
}

static void draw_titles(struct scene *scene, const struct chart_xray *xray, struct box area,
                        double y)
{
    struct label label = {.text = xray->counted.length ? xray->counted
                                                       : span_of(scene->tongue->articles),
                          .x = area.x + area.width - dp_width,
                          .y = y,
                          .style = STYLE_AXIS,
                          .align = ALIGN_RIGHT};

    scene_role(scene, ROLE_AXIS);
    scene_text(scene, label);
    label.text = span_of("DP");
    label.x = area.x + area.width;
    scene_text(scene, label);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_xray *xray = data;
    double labels = 0;
    struct box plot = {.y = area.y + head, .height = area.height - head};

    if (!xray->count || !xray->column_count)
        return;
    for (size_t r = 0; r < xray->count; r++)
        labels = fmax(labels, typeset_width(scene->typeset, xray->rows[r].label, STYLE_LABEL));
    plot.x = area.x + fmin(labels, label_share * area.width) + label_gap;
    plot.width = area.x + area.width - count_width - dp_width - plot.x;
    draw_days(scene, xray, plot);
    draw_titles(scene, xray, area, plot.y - 5);
    for (size_t r = 0; r < xray->count; r++) {
        double pitch = scale_band_width(plot.y, plot.y + plot.height, xray->count);
        struct box line = {area.x, plot.y + pitch * (double)r, area.width, pitch};

        draw_row(scene, &xray->rows[r], plot, line);
    }
}

static void table(struct sheet *sheet, const void *data)
{
    const struct chart_xray *terms = data;

    sheet_column(sheet, span_of("Term"), false);
    sheet_column(sheet, terms->counted.length ? terms->counted : span_of("Articles"), true);
    sheet_column(sheet, span_of("DP"), true);
    for (size_t i = 0; i < terms->count; i++) {
        const struct chart_xray_row *row = &terms->rows[i];

        sheet_text(sheet, row->label, row->target);
        sheet_value(sheet, (double)row->articles, UNIT_COUNT);
        sheet_value(sheet, row->dp, UNIT_RATIO);
    }
}

const struct recipe chart_xray = {"xray", extent, draw, table};
