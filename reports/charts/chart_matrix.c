#include "reports/charts/chart_matrix.h"

#include "reports/draw/plot.h"

#include <math.h>

static const double head = 30, row_natural = 19, row_least = 15, row_most = 26, label_share = 0.3,
                    label_gap = 8, number_gap = 2, dot_least = 0.6, column_gap = 3, cell_least = 34,
                    cell_most = 92, dot_share = 0.35; /* of a cell's width, at most, its radius */

enum { HEAD_LINES = 3 };

/* The cells' place and the radius that the largest value takes. */
struct matrix {
    const struct chart_matrix *data;
    struct box plot;
    double width, height; /* of a cell */
    double largest, radius;
    size_t from, to; /* the columns of this band */
};

/* Columns that find no room side by side go on below: so many to a band. */
static size_t band_columns(const struct chart_matrix *data, double width)
{
    double room = width * (1 - label_share) - label_gap;
    size_t most = (size_t)fmax(1, floor(room / cell_least));
    size_t bands = (data->column_count + most - 1) / most;

    return bands ? (data->column_count + bands - 1) / bands : 1;
}

static size_t band_count(const struct chart_matrix *data, double width)
{
    size_t columns = band_columns(data, width);

    return data->column_count ? (data->column_count + columns - 1) / columns : 1;
}

static struct extent extent(const void *data, double width)
{
    const struct chart_matrix *matrix = data;
    double rows = fmax(1, (double)matrix->row_count);
    double bands = (double)band_count(matrix, width);

    return (struct extent){bands * (head + rows * row_least), bands * (head + rows * row_natural),
                           bands * (head + rows * row_most)};
}

static struct format_text number_of(const struct tongue *tongue, double value, enum unit unit)
{
    if (unit == UNIT_SHARE)
        return format_fixed(tongue, 100 * value, value > 0 && value < 0.1 ? 1 : 0);
    return format_value(tongue, value, unit);
}

static bool shown(const struct chart_matrix_cell *cell)
{
    return isfinite(cell->value) && cell->value > 0;
}

static double radius_of(const struct matrix *matrix, double value)
{
    return fmax(dot_least, matrix->radius * sqrt(value / matrix->largest));
}

/* Inside the dot in white where it fits, else at its right in the tone of the dot. */
static void draw_number(struct scene *scene, const struct matrix *matrix, struct point centre,
                        const struct chart_matrix_cell *cell)
{
    struct format_text text = number_of(scene->tongue, cell->value, matrix->data->unit);
    double width = typeset_width(scene->typeset, span_of(text.text), STYLE_NOTE);
    double radius = cell->value > 0 ? radius_of(matrix, cell->value) : 0;
    bool inside = width + 2 * number_gap < 2 * radius && cell->tone != TONE_PLAIN;
    struct label label = {.text = span_of(text.text),
                          .x = inside ? centre.x : centre.x + radius + number_gap,
                          .y = centre.y + 2.3,
                          .style = STYLE_NOTE,
                          .align = inside ? ALIGN_CENTRE : ALIGN_LEFT,
                          .halo = !inside,
                          .colour = inside ? COLOUR_PAPER : theme_text_tone(cell->tone)};

    if (!inside && label.x + width > centre.x - matrix->radius + matrix->width - number_gap)
        return;
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, label);
}

/* A dot and its number; where clearly nothing stands, a coloured 0. */
static void draw_cell(struct scene *scene, const struct matrix *matrix, struct point centre,
                      const struct chart_matrix_cell *cell)
{
    if (!shown(cell) && (cell->value != 0 || cell->tone == TONE_PLAIN))
        return;
    if (shown(cell)) {
        scene_role(scene, ROLE_DATA);
        scene_dot(scene, centre, radius_of(matrix, cell->value),
                  cell->tone == TONE_PLAIN ? COLOUR_CONTEXT : theme_tone(cell->tone));
    }
    draw_number(scene, matrix, centre, cell);
}

static void draw_row(struct scene *scene, const struct matrix *matrix, size_t r, double left)
{
    const struct chart_matrix *data = matrix->data;
    double top = matrix->plot.y + (double)r * matrix->height;
    double y = top + matrix->height / 2;

    scene_key(scene, data->keys ? data->keys[r] : SPAN_EMPTY);
    scene_role(scene, ROLE_AXIS);
    scene_line(scene, (struct point){matrix->plot.x, y},
               (struct point){matrix->plot.x + matrix->plot.width, y}, theme.line_grid,
               COLOUR_GRID);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, (struct label){.text = data->rows[r],
                                     .x = left,
                                     .y = y + plot_middle,
                                     .style = STYLE_LABEL,
                                     .width = matrix->plot.x - left - label_gap});
    for (size_t c = matrix->from; c < matrix->to; c++)
        draw_cell(scene, matrix,
                  (struct point){matrix->plot.x + (double)(c - matrix->from) * matrix->width +
                                     matrix->radius,
                                 y},
                  &data->cells[r * data->column_count + c]);
    if (data->targets)
        scene_link(
            scene,
            (struct box){left, top, matrix->plot.x + matrix->plot.width - left, matrix->height},
            data->targets[r]);
}

/* Column heads stand on the plot, so that short and long ones end on one line. */
static void draw_heads(struct scene *scene, const struct matrix *matrix)
{
    double width = matrix->width - column_gap;

    scene_role(scene, ROLE_AXIS);
    for (size_t c = matrix->from; c < matrix->to; c++) {
        struct span name = matrix->data->columns[c];
        double height = scene_height(scene, name, STYLE_NOTE, width, HEAD_LINES);

        scene_paragraph(scene, name, STYLE_NOTE,
                        (struct point){matrix->plot.x + (double)(c - matrix->from) * matrix->width,
                                       matrix->plot.y - 2 - height},
                        width, HEAD_LINES);
    }
}

static void draw_band(struct scene *scene, const struct matrix *matrix, double left)
{
    draw_heads(scene, matrix);
    for (size_t r = 0; r < matrix->data->row_count; r++)
        draw_row(scene, matrix, r, left);
}

static void draw(struct scene *scene, struct box area, const void *given)
{
    const struct chart_matrix *data = given;
    struct matrix matrix = {.data = data};
    size_t columns = band_columns(data, area.width);
    double band = area.height / (double)band_count(data, area.width);
    double labels = 0;

    if (!data->row_count || !data->column_count)
        return;
    for (size_t r = 0; r < data->row_count; r++)
        labels = fmax(labels, typeset_width(scene->typeset, data->rows[r], STYLE_LABEL));
    labels = fmin(labels, label_share * area.width) + label_gap;
    matrix.width = fmin(cell_most, (area.width - labels) / (double)columns);
    matrix.height = (band - head) / (double)data->row_count;
    for (size_t i = 0; i < data->row_count * data->column_count; i++)
        if (shown(&data->cells[i]))
            matrix.largest = fmax(matrix.largest, data->cells[i].value);
    matrix.radius = fmin(matrix.height / 2 - 0.5, dot_share * matrix.width);
    for (; matrix.from < data->column_count; matrix.from = matrix.to) {
        matrix.to = matrix.from + columns;
        if (matrix.to > data->column_count)
            matrix.to = data->column_count;
        matrix.plot = (struct box){area.x + labels, area.y + head, (double)columns * matrix.width,
                                   band - head};
        draw_band(scene, &matrix, area.x);
        area.y += band;
    }
}

static void table(struct sheet *sheet, const void *given)
{
    const struct chart_matrix *data = given;

    sheet_column(sheet, span_of("Name"), false);
    for (size_t c = 0; c < data->column_count; c++)
        sheet_column(sheet, data->columns[c], true);
    for (size_t r = 0; r < data->row_count; r++) {
        sheet_text(sheet, data->rows[r], data->targets ? data->targets[r] : SPAN_EMPTY);
        for (size_t c = 0; c < data->column_count; c++)
            sheet_value(sheet, data->cells[r * data->column_count + c].value, data->unit);
    }
}

const struct recipe chart_matrix = {"matrix", extent, draw, table};
