#include "reports/charts/chart_speakers.h"

#include "reports/draw/plot.h"

#include <math.h>

static const double axis_height = 12, row_natural = 21, row_least = 19, row_most = 26,
                    row_spare = 4, /* less where no row has a second line */
    label_gap = 8, name_share = 0.34, column_least = 36, bar_height = 6.8, cap_reach = 2;

/* Where the columns stand. */
struct columns {
    struct scale x;
    double name_width;
    double first, second; /* right edges */
    double width;         /* of a column of counts */
};

static struct extent extent(const void *data, double width)
{
    const struct chart_speakers *speakers = data;
    double rows = fmax(1, (double)speakers->count);
    double spare = row_spare;

    (void)width;
    for (size_t i = 0; i < speakers->count; i++)
        if (speakers->rows[i].role.length)
            spare = 0;
    return (struct extent){axis_height + rows * (row_least - spare),
                           axis_height + rows * (row_natural - spare),
                           axis_height + rows * (row_most - spare)};
}

static double highest(const struct chart_speakers *speakers)
{
    double high = 0;

    for (size_t i = 0; i < speakers->count; i++) {
        if (isfinite(speakers->rows[i].share))
            high = fmax(high, speakers->rows[i].share);
        if (isfinite(speakers->rows[i].high))
            high = fmax(high, speakers->rows[i].high);
    }
    return high > 0 ? high : 1;
}

static void draw_bar(struct scene *scene, const struct chart_speaker *row, struct scale x, double y)
{
    uint32_t colour = theme_tone(row->apart ? TONE_PLAIN : TONE_MORE);
    double base = scale_place(x, 0);
    double low, high;

    if (!isfinite(row->share))
        return;
    scene_role(scene, ROLE_DATA);
    scene_rect(
        scene,
        (struct box){base, y - bar_height / 2, scale_place(x, row->share) - base, bar_height},
        theme_mix(colour, COLOUR_PAPER, row->apart ? 0 : 0.15));
    if (!isfinite(row->low) || !isfinite(row->high))
        return;
    low = scale_place(x, row->low);
    high = scale_place(x, row->high);
    scene_role(scene, ROLE_INTERVAL);
    scene_line(scene, (struct point){low, y}, (struct point){high, y}, theme.line_interval,
               COLOUR_INK);
    scene_line(scene, (struct point){low, y - cap_reach}, (struct point){low, y + cap_reach},
               theme.line_interval, COLOUR_INK);
    scene_line(scene, (struct point){high, y - cap_reach}, (struct point){high, y + cap_reach},
               theme.line_interval, COLOUR_INK);
}

static void draw_name(struct scene *scene, const struct chart_speaker *row, double x, double y,
                      double width)
{
    bool both = row->role.length > 0;

    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = row->name,
                                     .x = x,
                                     .y = y + (both ? -0.8 : plot_middle),
                                     .style = STYLE_LABEL,
                                     .width = width});
    scene_text(scene,
               (struct label){
                   .text = row->role, .x = x, .y = y + 7.4, .style = STYLE_NOTE, .width = width});
}

static void draw_count(struct scene *scene, double value, double right, double y, uint32_t colour)
{
    scene_text(scene,
               (struct label){.text = span_of(format_value(scene->tongue, value, UNIT_COUNT).text),
                              .x = right,
                              .y = y + plot_middle,
                              .style = STYLE_LABEL,
                              .align = ALIGN_RIGHT,
                              .colour = colour});
}

static void draw_row(struct scene *scene, const struct chart_speakers *speakers, size_t i,
                     const struct columns *at, struct box line)
{
    const struct chart_speaker *row = &speakers->rows[i];
    double y = line.y + line.height / 2;

    scene_key(scene, row->key);
    if (row->apart && (i == 0 || !speakers->rows[i - 1].apart)) {
        scene_role(scene, ROLE_AXIS);
        scene_line(scene, (struct point){line.x, line.y},
                   (struct point){line.x + line.width, line.y}, theme.line_grid, COLOUR_RULE);
    }
    draw_name(scene, row, line.x, y, at->name_width);
    draw_bar(scene, row, at->x, y);
    scene_role(scene, ROLE_LABEL);
    draw_count(scene, row->first, at->first, y, COLOUR_INK);
    if (speakers->second_title.length)
        draw_count(scene, row->second, at->second, y, COLOUR_SECONDARY);
    scene_link(scene, line, row->target);
}

static void draw_titles(struct scene *scene, const struct chart_speakers *speakers,
                        const struct columns *at, double y)
{
    struct label label = {.text = speakers->first_title,
                          .x = at->first,
                          .y = y,
                          .style = STYLE_AXIS,
                          .align = ALIGN_RIGHT,
                          .width = at->width - 4};

    scene_role(scene, ROLE_AXIS);
    scene_text(scene, label);
    label.text = speakers->second_title;
    label.x = at->second;
    scene_text(scene, label);
}

static double widest_name(struct scene *scene, const struct chart_speakers *speakers, double most)
{
    double widest = 60;

    for (size_t i = 0; i < speakers->count; i++) {
        widest = fmax(widest, typeset_width(scene->typeset, speakers->rows[i].name, STYLE_LABEL));
        widest = fmax(widest, typeset_width(scene->typeset, speakers->rows[i].role, STYLE_NOTE));
    }
    return fmin(widest, most);
}

/* A column is as wide as its longest count. */
static double count_width(struct scene *scene, const struct chart_speakers *speakers)
{
    double width = column_least;

    for (size_t i = 0; i < speakers->count; i++) {
        struct format_text first = format_value(scene->tongue, speakers->rows[i].first, UNIT_COUNT);
        struct format_text second =
            format_value(scene->tongue, speakers->rows[i].second, UNIT_COUNT);

        width = fmax(width, 10 + typeset_width(scene->typeset, span_of(first.text), STYLE_LABEL));
        width = fmax(width, 10 + typeset_width(scene->typeset, span_of(second.text), STYLE_LABEL));
    }
    return width;
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_speakers *speakers = data;
    struct columns at = {.second = area.x + area.width, .width = count_width(scene, speakers)};
    double numbers = (speakers->second_title.length ? 2 : 1) * at.width;
    struct box plot = {.y = area.y + axis_height, .height = area.height - axis_height};
    struct ticks ticks;
    int target;

    if (!speakers->count)
        return;
    at.first = at.second - (speakers->second_title.length ? at.width : 0);
    at.name_width = widest_name(scene, speakers, name_share * area.width - label_gap);
    plot.x = area.x + at.name_width + label_gap;
    plot.width = area.x + area.width - numbers - plot.x;
    target = plot_tick_target(plot.width, 36);
    at.x = plot_from_zero(highest(speakers), target, plot.x, plot.x + plot.width);
    ticks = ticks_inside(0, at.x.high, target);
    plot_axis_top(scene, plot, plot, at.x, &ticks, UNIT_SHARE);
    draw_titles(scene, speakers, &at, plot.y - 3);
    for (size_t i = 0; i < speakers->count; i++) {
        double pitch = scale_band_width(plot.y, plot.y + plot.height, speakers->count);

        draw_row(scene, speakers, i, &at,
                 (struct box){area.x, plot.y + pitch * (double)i, area.width, pitch});
    }
}

static void table(struct sheet *sheet, const void *data)
{
    const struct chart_speakers *speakers = data;

    sheet_column(sheet, span_of("Speaker"), false);
    sheet_column(sheet, sheet_unit_title(UNIT_SHARE), true);
    sheet_column(sheet, span_of("95% interval"), true);
    sheet_column(sheet, speakers->first_title, true);
    if (speakers->second_title.length)
        sheet_column(sheet, speakers->second_title, true);
    for (size_t i = 0; i < speakers->count; i++) {
        const struct chart_speaker *row = &speakers->rows[i];

        sheet_text(sheet, row->name, row->target);
        sheet_value(sheet, row->share, UNIT_SHARE);
        sheet_range(sheet, row->low, row->high, UNIT_SHARE);
        sheet_value(sheet, row->first, UNIT_COUNT);
        if (speakers->second_title.length)
            sheet_value(sheet, row->second, UNIT_COUNT);
    }
}

const struct recipe chart_speakers = {"speakers", extent, draw, table};
