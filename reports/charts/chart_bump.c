#include "reports/charts/chart_bump.h"

#include "reports/draw/format.h"
#include "reports/draw/plot.h"

#include <math.h>
#include <stdio.h>

static const double axis_height = 18, foot = 6, row_natural = 18, row_least = 11, row_most = 26,
                    rank_room = 16, name_gap = 16, name_share = 0.4, dot_grey = 1.6,
                    line_grey = 0.9, dot_coloured = 2.3;

/* The scales: x by week from 0, y by rank. */
struct axes {
    const struct chart_bump *bump;
    struct scale x, y;
    double name_width;
};

/* The lowest rank of all, at least the number of rows. */
static double ranks_of(const struct chart_bump *bump)
{
    int most = (int)bump->count;

    for (size_t r = 0; r < bump->count; r++)
        for (size_t w = 0; w < bump->week_count; w++)
            most = bump->rows[r].ranks[w] > most ? bump->rows[r].ranks[w] : most;
    return most > 1 ? most : 1;
}

static struct extent extent(const void *data, double width)
{
    double rows = ranks_of(data);
    double around = axis_height + foot;

    (void)width;
    return (struct extent){around + rows * row_least, around + rows * row_natural,
                           around + rows * row_most};
}

static struct point place(const struct axes *axes, size_t week, int rank)
{
    return (struct point){scale_place(axes->x, (double)week), scale_place(axes->y, rank)};
}

static void draw_run(struct scene *scene, const struct point *points, size_t count, enum tone tone)
{
    bool coloured = tone != TONE_PLAIN;
    uint32_t colour = theme_tone(tone);

    if (count > 1) {
        scene_role(scene, ROLE_CONTEXT);
        scene_path(scene, MARK_CURVE, points, count, coloured ? theme.line_casing : 3.2,
                   COLOUR_PAPER);
        scene_role(scene, ROLE_DATA);
        scene_path(scene, MARK_CURVE, points, count, coloured ? theme.line_highlight : line_grey,
                   colour);
    }
    scene_role(scene, ROLE_DATA);
    for (size_t i = 0; i < count; i++)
        scene_dot(scene, points[i], coloured ? dot_coloured : dot_grey, colour);
}

/* Runs of weeks with a rank; a week without one breaks the curve. */
static void draw_curve(struct scene *scene, const struct axes *axes,
                       const struct chart_bump_row *row)
{
    size_t weeks = axes->bump->week_count;
    struct point *points = arena_new(&scene->arena, weeks, sizeof *points);
    size_t run = 0;

    scene_key(scene, row->key);
    for (size_t w = 0; w <= weeks; w++) {
        if (w < weeks && row->ranks[w] > 0) {
            points[run++] = place(axes, w, row->ranks[w]);
            continue;
        }
        draw_run(scene, points, run, row->tone);
        run = 0;
    }
}

static void draw_rank(struct scene *scene, struct label label, int rank)
{
    char text[16];

    (void)snprintf(text, sizeof text, "%d", rank);
    label.text = span_of(text);
    scene_text(scene, label);
}

static void draw_names(struct scene *scene, const struct axes *axes,
                       const struct chart_bump_row *row)
{
    size_t last = axes->bump->week_count - 1;
    bool coloured = row->tone != TONE_PLAIN;
    enum style style = coloured ? STYLE_LABEL_BOLD : STYLE_LABEL;
    uint32_t colour = coloured ? theme_tone(row->tone) : COLOUR_SECONDARY;

    scene_key(scene, row->key);
    scene_role(scene, ROLE_LABEL);
    if (row->ranks[0] > 0) {
        struct point at = place(axes, 0, row->ranks[0]);

        draw_rank(scene,
                  (struct label){
                      .x = at.x - 6, .y = at.y + 2.5, .style = STYLE_AXIS, .align = ALIGN_RIGHT},
                  row->ranks[0]);
    }
    if (row->ranks[last] > 0) {
        struct point at = place(axes, last, row->ranks[last]);

        draw_rank(scene,
                  (struct label){
                      .x = at.x + 7, .y = at.y + plot_middle, .style = style, .colour = colour},
                  row->ranks[last]);
        scene_text(scene, (struct label){.text = row->label,
                                         .x = at.x + name_gap + 3,
                                         .y = at.y + plot_middle,
                                         .style = style,
                                         .colour = colour,
                                         .width = axes->name_width});
        scene_link(scene,
                   (struct box){axes->x.from, at.y - 5,
                                at.x + name_gap + 3 + axes->name_width - axes->x.from, 10},
                   row->target);
    }
}

static void draw_weeks(struct scene *scene, const struct axes *axes, double y)
{
    double pitch = axes->bump->week_count > 1 ? scale_place(axes->x, 1) - axes->x.from : 100;
    size_t stride = pitch < 16 ? (size_t)ceil(16 / pitch) : 1;
    size_t last = axes->bump->week_count - 1;

    scene_role(scene, ROLE_AXIS);
    for (size_t w = 0; w <= last; w++) {
        char text[72];
        if ((last - w) % stride != 0)
            continue;
        (void)snprintf(text, sizeof text, "%s%s", w < stride && w < last ? scene->tongue->week : "",
                       format_week_number(axes->bump->first_week + (int32_t)w).text);
        scene_text(scene, (struct label){.text = span_of(text),
                                         .x = scale_place(axes->x, (double)w),
                                         .y = y,
                                         .style = w == last ? STYLE_LABEL_BOLD : STYLE_AXIS,
                                         .align = ALIGN_CENTRE});
    }
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_bump *bump = data;
    struct axes axes = {.bump = bump};
    double widest = 0;

    if (!bump->count || !bump->week_count)
        return;
    for (size_t r = 0; r < bump->count; r++)
        widest = fmax(widest, typeset_width(scene->typeset, bump->rows[r].label, STYLE_LABEL_BOLD));
    axes.name_width = fmin(widest, name_share * area.width);
    axes.x = scale_linear(0, bump->week_count > 1 ? (double)bump->week_count - 1 : 1,
                          area.x + rank_room, area.x + area.width - axes.name_width - name_gap - 4);
    axes.y =
        scale_linear(1, fmax(ranks_of(bump), 2), area.y + axis_height, area.y + area.height - foot);
    draw_weeks(scene, &axes, area.y + 9);
    for (int coloured = 0; coloured < 2; coloured++)
        for (size_t r = 0; r < bump->count; r++)
            if ((bump->rows[r].tone != TONE_PLAIN) == coloured)
                draw_curve(scene, &axes, &bump->rows[r]);
    for (size_t r = 0; r < bump->count; r++)
        draw_names(scene, &axes, &bump->rows[r]);
}

static void table(struct sheet *sheet, const void *data)
{
    const struct chart_bump *bump = data;

    sheet_column(sheet, span_of("Name"), false);
    for (size_t w = 0; w < bump->week_count; w++) {
        char text[72];

        (void)snprintf(text, sizeof text, "%s%s", sheet->tongue->week,
                       format_week_number(bump->first_week + (int32_t)w).text);
        sheet_column(sheet, arena_copy(sheet->arena, span_of(text)), true);
    }
    for (size_t r = 0; r < bump->count; r++) {
        sheet_text(sheet, bump->rows[r].label, bump->rows[r].target);
        for (size_t w = 0; w < bump->week_count; w++)
            sheet_value(sheet, bump->rows[r].ranks[w] > 0 ? bump->rows[r].ranks[w] : (double)NAN,
                        UNIT_COUNT);
    }
}

const struct recipe chart_bump = {"bump", extent, draw, table};
