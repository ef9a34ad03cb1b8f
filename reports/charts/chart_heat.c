#include "reports/charts/chart_heat.h"

#include "corpus/base/day.h"
#include "reports/draw/plot.h"

#include <math.h>
#include <stdio.h>

static const double head = 14, key_height = 16, row_natural = 13, row_least = 10.5, row_most = 18,
                    label_share = 0.34, label_gap = 8, last_width = 36, cell_gap = 1,
                    key_width = 90;

enum { KEY_STEPS = 30 };

/* The cells' place and the range of their values. */
struct cells {
    const struct chart_heat *heat;
    struct box plot;
    double width, height; /* of a cell with its gap */
    double low, high;
};

static struct extent extent(const void *data, double width)
{
    const struct chart_heat *heat = data;
    double rows = fmax(1, (double)heat->count);
    double above = head + key_height;

    (void)width;
    return (struct extent){above + rows * row_least, above + rows * row_natural,
                           above + rows * row_most};
}

static void find_range(struct cells *cells)
{
    const struct chart_heat *heat = cells->heat;

    cells->low = HUGE_VAL;
    cells->high = -HUGE_VAL;
    for (size_t r = 0; r < heat->count; r++)
        for (size_t c = 0; c < heat->column_count; c++)
            if (isfinite(heat->rows[r].values[c])) {
                cells->low = fmin(cells->low, heat->rows[r].values[c]);
                cells->high = fmax(cells->high, heat->rows[r].values[c]);
            }
    if (!(cells->low <= cells->high))
        cells->low = cells->high = 0;
    /* A ramp over next to nothing would shout about noise: counts and shares start at 0. */
    if (cells->low > 0 &&
        (heat->unit == UNIT_COUNT || heat->unit == UNIT_SHARE || cells->low < cells->high / 3))
        cells->low = 0;
}

static double heat_of(const struct cells *cells, double value)
{
    if (cells->high > cells->low)
        return (value - cells->low) / (cells->high - cells->low);
    return value == 0 ? 0 : 0.5;
}

/* A number short enough for a cell; the unit is said elsewhere. */
static struct format_text cell_text(const struct tongue *tongue, double value, enum unit unit)
{
    if (unit == UNIT_SHARE)
        return format_fixed(tongue, value * 100, 0);
    return unit == UNIT_RATIO ? format_fixed(tongue, value, 1) : format_short(tongue, value);
}

static void draw_cell(struct scene *scene, const struct cells *cells, struct box box, double value,
                      bool labelled)
{
    struct format_text text;
    uint32_t colour = theme_sequential(heat_of(cells, value));

    scene_role(scene, ROLE_RAMP);
    if (!isfinite(value)) {
        scene_line(scene, (struct point){box.x, box.y + box.height},
                   (struct point){box.x + box.width, box.y}, 0.4, COLOUR_FAINT);
        return;
    }
    scene_rect(scene, box, colour);
    text = cell_text(scene->tongue, value, cells->heat->unit);
    if (!labelled || typeset_width(scene->typeset, span_of(text.text), STYLE_NOTE) > box.width - 1)
        return;
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = span_of(text.text),
                                     .x = box.x + box.width / 2,
                                     .y = box.y + box.height / 2 + 2.3,
                                     .style = STYLE_NOTE,
                                     .align = ALIGN_CENTRE,
                                     .colour = theme_contrast(COLOUR_PAPER, colour) >= 4.5
                                                   ? COLOUR_PAPER
                                                   : COLOUR_BLACK});
}

/* The unit, which only the key's last number carries. */
static struct format_text per_cent(struct format_text number)
{
    struct format_text text;

    (void)snprintf(text.text, sizeof text.text, "%.60s%%", number.text);
    return text;
}

static size_t peak_of(const double *values, size_t count)
{
    size_t peak = count;

    for (size_t c = 0; c < count; c++)
        if (isfinite(values[c]) && (peak == count || values[c] > values[peak]))
            peak = c;
    return peak;
}

static void draw_row(struct scene *scene, const struct cells *cells, size_t r, double left)
{
    const struct chart_heat *heat = cells->heat;
    const struct chart_heat_row *row = &heat->rows[r];
    double y = cells->plot.y + (double)r * cells->height;
    double right = cells->plot.x + cells->plot.width;
    size_t peak = peak_of(row->values, heat->column_count);

    scene_key(scene, row->key);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = row->label,
                                     .x = left,
                                     .y = y + cells->height / 2 + plot_middle - 0.2,
                                     .style = STYLE_LABEL,
                                     .width = cells->plot.x - left - label_gap});
    for (size_t c = 0; c < heat->column_count; c++)
        draw_cell(scene, cells,
                  (struct box){cells->plot.x + (double)c * cells->width, y, cells->width - cell_gap,
                               cells->height - cell_gap},
                  row->values[c], heat->label_all || c == peak);
    if (heat->last_title.length && heat->column_count)
        scene_text(scene,
                   (struct label){
                       .text = span_of(format_value(scene->tongue,
                                                    row->values[heat->column_count - 1], heat->unit)
                                           .text),
                       .x = right + last_width,
                       .y = y + cells->height / 2 + plot_middle - 0.2,
                       .style = STYLE_LABEL_BOLD,
                       .align = ALIGN_RIGHT,
                       .colour = COLOUR_INK});
    scene_link(scene, (struct box){left, y, right - left, cells->height}, row->target);
}

/* From light to dark, with the two ends and the middle in numbers. */
static void draw_key(struct scene *scene, const struct cells *cells, double right, double y)
{
    double step = key_width / KEY_STEPS;
    double left = right - key_width;

    if (cells->high <= cells->low)
        return; /* one value has no ramp */
    scene_role(scene, ROLE_AXIS);
    for (int i = 0; i < KEY_STEPS; i++)
        scene_rect(scene, (struct box){left + i * step, y, step, 5},
                   theme_sequential((double)i / (KEY_STEPS - 1)));
    for (int i = 0; i < 3; i++) {
        double value = cells->low + (cells->high - cells->low) * i / 2;
        struct format_text text = cell_text(scene->tongue, value, cells->heat->unit);

        if (cells->heat->unit == UNIT_COUNT && value != floor(value))
            continue; /* half an article would round to a lie */
        if (cells->heat->unit == UNIT_SHARE && i == 2)
            text = per_cent(text);
        scene_text(scene, (struct label){.text = span_of(text.text),
                                         .x = left + key_width * i / 2,
                                         .y = y + 12,
                                         .style = STYLE_NOTE,
                                         .align = (enum align)i});
    }
}

static void draw_columns(struct scene *scene, const struct cells *cells)
{
    const struct chart_heat *heat = cells->heat;
    double free_from = cells->plot.x;
    double right = cells->plot.x + cells->plot.width;

    scene_role(scene, ROLE_AXIS);
    for (size_t c = 0; heat->columns && c < heat->column_count; c++) {
        double x = cells->plot.x + (double)c * cells->width;
        double width = typeset_width(scene->typeset, heat->columns[c], STYLE_AXIS);

        if (!heat->columns[c].length || x < free_from || x + width > right)
            continue;
        scene_text(scene, (struct label){.text = heat->columns[c],
                                         .x = x,
                                         .y = cells->plot.y - 5,
                                         .style = STYLE_AXIS});
        free_from = x + width + 4;
    }
    scene_text(scene, (struct label){.text = heat->last_title,
                                     .x = right + last_width,
                                     .y = cells->plot.y - 5,
                                     .style = STYLE_AXIS,
                                     .align = ALIGN_RIGHT,
                                     .width = last_width - 2});
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_heat *heat = data;
    struct cells cells = {.heat = heat};
    double labels = 0;
    double last = heat->last_title.length ? last_width : 0;

    if (!heat->count || !heat->column_count)
        return;
    for (size_t r = 0; r < heat->count; r++)
        labels = fmax(labels, typeset_width(scene->typeset, heat->rows[r].label, STYLE_LABEL));
    labels = fmin(labels, label_share * area.width) + label_gap;
    find_range(&cells);
    cells.plot = (struct box){area.x + labels, area.y + key_height + head,
                              area.width - labels - last, area.height - key_height - head};
    cells.width = cells.plot.width / (double)heat->column_count;
    cells.height = cells.plot.height / (double)heat->count;
    draw_key(scene, &cells, area.x + area.width, area.y);
    draw_columns(scene, &cells);
    for (size_t r = 0; r < heat->count; r++)
        draw_row(scene, &cells, r, area.x);
}

const struct span *chart_heat_weeks(struct arena *arena, const struct tongue *tongue,
                                    int32_t first_week, size_t count)
{
    struct span *labels = arena_new(arena, count ? count : 1, sizeof *labels);

    for (size_t w = 0; w < count; w++) {
        int32_t monday = week_monday(first_week + (int32_t)w);

        if (w == 0 || day_civil(monday).day <= 7)
            labels[w] = arena_copy(arena, span_of((w == 0 ? format_day_short(tongue, monday)
                                                          : format_month(tongue, monday))
                                                      .text));
    }
    return labels;
}

const struct span *chart_heat_week_names(struct arena *arena, const struct tongue *tongue,
                                         int32_t first_week, size_t count)
{
    struct span *names = arena_new(arena, count ? count : 1, sizeof *names);

    for (size_t w = 0; w < count; w++) {
        char text[72];

        (void)snprintf(text, sizeof text, "%s%s", tongue->week,
                       format_week_number(first_week + (int32_t)w).text);
        names[w] = arena_copy(arena, span_of(text));
    }
    return names;
}

const struct span *chart_heat_days(struct arena *arena, const struct tongue *tongue,
                                   int32_t first_day, size_t count)
{
    struct span *labels = arena_new(arena, count ? count : 1, sizeof *labels);

    for (size_t d = 0; d < count; d++)
        labels[d] = arena_copy(arena, span_of(format_weekday(tongue, first_day + (int32_t)d).text));
    return labels;
}

/* A column's name: where only some have a label, its number. */
static struct span column_name(const struct sheet *sheet, const struct chart_heat *heat,
                               size_t column)
{
    const struct span *names = heat->names ? heat->names : heat->columns;

    if (names && names[column].length)
        return names[column];
    return arena_copy(sheet->arena, span_of(format_count(sheet->tongue, (double)column + 1).text));
}

static void table(struct sheet *sheet, const void *data)
{
    const struct chart_heat *heat = data;

    sheet_column(sheet, span_of("Name"), false);
    for (size_t c = 0; c < heat->column_count; c++)
        sheet_column(sheet, column_name(sheet, heat, c), true);
    for (size_t r = 0; r < heat->count; r++) {
        sheet_text(sheet, heat->rows[r].label, heat->rows[r].target);
        for (size_t c = 0; c < heat->column_count; c++)
            sheet_value(sheet, heat->rows[r].values[c], heat->unit);
    }
}

const struct recipe chart_heat = {"heat", extent, draw, table};
