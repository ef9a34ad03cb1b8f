#include "reports/charts/chart_slope.h"

#include "reports/draw/dodge.h"
#include "reports/draw/plot.h"

#include <math.h>
#include <stdlib.h>

static const double head = 18, foot = 6, row_natural = 17, row_least = 11, row_most = 26,
                    lines_least = 70, value_gap = 14, name_gap = 5, name_share = 0.4, dot = 2.3,
                    name_least = 24;

/* The plot between its two ends, and where its labels stand. */
struct slopes {
    const struct chart_slope *slope;
    struct scale y;
    double left, right;             /* x of the two ends */
    double value_width, name_width; /* of the labels' columns */
};

/* A label at one end, wanted at the height of its value. */
struct end {
    const struct chart_slope_row *row;
    double value, place;
};

static struct extent extent(const void *data, double width)
{
    const struct chart_slope *slope = data;
    double rows = fmax(1, (double)slope->count), around = head + foot;

    (void)width;
    return (struct extent){around + rows * row_least, around + rows * row_natural,
                           around + rows * row_most};
}

static struct scale scale_of(const struct chart_slope *slope, double from, double to)
{
    double low = HUGE_VAL, high = -HUGE_VAL;

    for (size_t r = 0; r < slope->count; r++) {
        const double ends[] = {slope->rows[r].left, slope->rows[r].right};

        for (size_t e = 0; e < 2; e++) {
            if (!isfinite(ends[e]))
                continue;
            low = fmin(low, ends[e]);
            high = fmax(high, ends[e]);
        }
    }
    return low <= high ? scale_linear(low, high, from, to) : scale_linear(0, 1, from, to);
}

static void draw_line(struct scene *scene, const struct slopes *slopes,
                      const struct chart_slope_row *row)
{
    bool coloured = row->tone != TONE_PLAIN;
    uint32_t colour = coloured ? theme_tone(row->tone) : COLOUR_CONTEXT;
    struct point left = {slopes->left, scale_place(slopes->y, row->left)};
    struct point right = {slopes->right, scale_place(slopes->y, row->right)};

    scene_key(scene, row->key);
    scene_role(scene, ROLE_DATA);
    if (isfinite(row->left) && isfinite(row->right))
        scene_line(scene, left, right, coloured ? theme.line_highlight : theme.line_context,
                   colour);
    if (isfinite(row->left))
        plot_dot(scene, left, dot, colour);
    if (isfinite(row->right))
        plot_dot(scene, right, dot, colour);
}

static int by_place(const void *left, const void *right)
{
    const struct end *a = left, *b = right;

    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* Joins a label that was moved to the end it belongs to. */
static void draw_leader(struct scene *scene, double from, double to, double end, double label)
{
    if (fabs(end - label) < 1)
        return;
    scene_role(scene, ROLE_CONTEXT);
    scene_line(scene, (struct point){from, end}, (struct point){to, label}, theme.line_context,
               COLOUR_FAINT);
}

static void draw_end(struct scene *scene, const struct slopes *slopes, const struct end *end,
                     bool right, double label)
{
    const struct chart_slope_row *row = end->row;
    double side = right ? 1 : -1;
    double at = right ? slopes->right : slopes->left;
    struct format_text value = format_value(scene->tongue, end->value, slopes->slope->unit);
    enum style style = row->tone == TONE_PLAIN ? STYLE_LABEL : STYLE_LABEL_BOLD;
    struct label text = {.text = span_of(value.text),
                         .x = at + side * value_gap,
                         .y = label + plot_middle,
                         .style = style,
                         .align = right ? ALIGN_LEFT : ALIGN_RIGHT,
                         .colour = theme_text_tone(row->tone),
                         .width = slopes->value_width};

    scene_key(scene, row->key);
    draw_leader(scene, at + side * 4, at + side * (value_gap - 2), end->place, label);
    scene_role(scene, ROLE_LABEL);
    scene_text(scene, text);
    if (!right)
        return;
    text.text = row->label;
    text.x += slopes->value_width + name_gap;
    text.width = slopes->name_width;
    scene_text(scene, text);
    scene_link(scene,
               (struct box){at, label - 5, text.x + slopes->name_width - at, theme.label_pitch},
               row->target);
}

/* The labels of one side, at the height of their values or as near as they find room. */
static void draw_ends(struct scene *scene, const struct slopes *slopes, bool right)
{
    size_t rows = slopes->slope->count, count = 0;
    struct end *ends = arena_new(&scene->arena, rows, sizeof *ends);
    double *places = arena_new(&scene->arena, rows, sizeof *places);

    for (size_t r = 0; r < rows; r++) {
        const struct chart_slope_row *row = &slopes->slope->rows[r];
        double value = right ? row->right : row->left;

        if (isfinite(value))
            ends[count++] = (struct end){row, value, scale_place(slopes->y, value)};
    }
    qsort(ends, count, sizeof *ends, by_place);
    for (size_t i = 0; i < count; i++)
        places[i] = ends[i].place;
    dodge_labels(places, count, theme.label_pitch, slopes->y.to, slopes->y.from);
    for (size_t i = 0; i < count; i++)
        draw_end(scene, slopes, &ends[i], right, places[i]);
}

/* The columns' names over their ends. */
static void draw_titles(struct scene *scene, const struct slopes *slopes, struct box area)
{
    scene_role(scene, ROLE_AXIS);
    scene_text(scene, (struct label){.text = slopes->slope->left_title,
                                     .x = area.x,
                                     .y = area.y + 7,
                                     .style = STYLE_AXIS,
                                     .width = slopes->right - area.x - value_gap});
    scene_text(scene, (struct label){.text = slopes->slope->right_title,
                                     .x = slopes->right,
                                     .y = area.y + 7,
                                     .style = STYLE_AXIS,
                                     .width = area.x + area.width - slopes->right});
}

static void find_widths(struct scene *scene, struct slopes *slopes, double width)
{
    const struct chart_slope *slope = slopes->slope;

    for (size_t r = 0; r < slope->count; r++) {
        const double ends[] = {slope->rows[r].left, slope->rows[r].right};

        slopes->name_width =
            fmax(slopes->name_width,
                 typeset_width(scene->typeset, slope->rows[r].label, STYLE_LABEL_BOLD));
        for (size_t e = 0; e < 2; e++) {
            struct format_text text = format_value(scene->tongue, ends[e], slope->unit);

            slopes->value_width =
                fmax(slopes->value_width,
                     typeset_width(scene->typeset, span_of(text.text), STYLE_LABEL_BOLD));
        }
    }
    slopes->name_width = fmin(slopes->name_width, name_share * width);
    slopes->value_width = fmin(slopes->value_width,
                               (width - lines_least - 2 * value_gap - name_gap - name_least) / 2);
    slopes->name_width = fmin(slopes->name_width, width - lines_least - 2 * value_gap - name_gap -
                                                      2 * slopes->value_width);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_slope *slope = data;
    struct slopes slopes = {.slope = slope};

    if (!slope->count)
        return;
    find_widths(scene, &slopes, area.width);
    slopes.left = area.x + slopes.value_width + value_gap;
    slopes.right =
        area.x + area.width - slopes.name_width - name_gap - slopes.value_width - value_gap;
    slopes.y = scale_of(slope, area.y + area.height - foot, area.y + head);
    draw_titles(scene, &slopes, area);
    scene_role(scene, ROLE_AXIS);
    scene_line(scene, (struct point){slopes.left, area.y + head - 4},
               (struct point){slopes.left, area.y + area.height}, theme.line_grid, COLOUR_RULE);
    scene_line(scene, (struct point){slopes.right, area.y + head - 4},
               (struct point){slopes.right, area.y + area.height}, theme.line_grid, COLOUR_RULE);
    for (int coloured = 0; coloured < 2; coloured++)
        for (size_t r = 0; r < slope->count; r++)
            if ((slope->rows[r].tone != TONE_PLAIN) == coloured)
                draw_line(scene, &slopes, &slope->rows[r]);
    draw_ends(scene, &slopes, false);
    draw_ends(scene, &slopes, true);
}

static void table(struct sheet *sheet, const void *data)
{
    const struct chart_slope *slope = data;

    sheet_column(sheet, span_of("Name"), false);
    sheet_column(sheet, slope->left_title, true);
    sheet_column(sheet, slope->right_title, true);
    for (size_t r = 0; r < slope->count; r++) {
        sheet_text(sheet, slope->rows[r].label, slope->rows[r].target);
        sheet_value(sheet, slope->rows[r].left, slope->unit);
        sheet_value(sheet, slope->rows[r].right, slope->unit);
    }
}

const struct recipe chart_slope = {"slope", extent, draw, table};
