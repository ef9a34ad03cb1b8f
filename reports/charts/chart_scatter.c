#include "reports/charts/chart_scatter.h"

#include "reports/draw/plot.h"

#include <math.h>
#include <stdlib.h>

static const double natural = 190, least = 110, most = 240, axis_width = 28, foot = 14, head = 12,
                    radius = 1.4, label_gap = 4;

/* Around a point's middle, for other names; of the height, above the points for the first name. */
static const double clear = 2.2, name_room = 0.14;

enum { LABELS_MAX = 24, PLACES = 6 };

/* The points' places, and labels placed so far: each new one keeps clear of both. */
struct labels {
    struct box boxes[LABELS_MAX];
    size_t count;
    const struct point *points;
    size_t point_count;
};

static struct extent extent(const void *data, double width)
{
    (void)data;
    (void)width;
    return (struct extent){least, natural, most};
}

static bool shown(const struct chart_scatter *scatter, const struct chart_point *point)
{
    return isfinite(point->x) && isfinite(point->y) && (!scatter->log_x || point->x > 0) &&
           (!scatter->log_y || point->y > 0);
}

static struct scale scale_of(const struct chart_scatter *scatter, bool vertical, double from,
                             double to)
{
    bool log = vertical ? scatter->log_y : scatter->log_x;
    double low = HUGE_VAL;
    double high = -HUGE_VAL;

    for (size_t i = 0; i < scatter->count; i++) {
        double value = vertical ? scatter->points[i].y : scatter->points[i].x;

        if (!shown(scatter, &scatter->points[i]))
            continue;
        low = fmin(low, value);
        high = fmax(high, value);
    }
    if (!(low <= high))
        low = high = 1;
    if (log && vertical) /* the highest point has its name above it */
        return scale_log(low / 1.15, high * fmax(1.15, pow(high / low, name_room)), from, to);
    if (log)
        return scale_log(low / 1.15, high * 1.15, from, to);
    return scale_linear(low - 0.04 * (high - low), high + 0.04 * (high - low), from, to);
}

static struct ticks ticks_of(struct scale scale, int target)
{
    if (scale.log)
        return ticks_log(pow(10, scale.low), pow(10, scale.high), target);
    return ticks_inside(scale.low, scale.high, target);
}

/* The axis below the plot; the one at the left is plot_axis_left()'s. */
static void draw_below(struct scene *scene, struct box plot, struct scale x,
                       const struct ticks *ticks, enum unit unit)
{
    double free_from = plot.x - 12;
    double bottom = plot.y + plot.height;

    scene_role(scene, ROLE_AXIS);
    scene_line(scene, (struct point){plot.x, bottom}, (struct point){plot.x + plot.width, bottom},
               theme.line_base, COLOUR_CONTEXT);
    for (size_t i = 0; i < ticks->count; i++) {
        double at = scale_place(x, ticks->values[i]);
        struct format_text text = ticks_label(scene->tongue, ticks, i, unit);
        double width = typeset_width(scene->typeset, span_of(text.text), STYLE_AXIS);
        double left = fmax(plot.x - 10, fmin(at - width / 2, plot.x + plot.width - width));

        scene_line(scene, (struct point){at, bottom}, (struct point){at, bottom + 2.5},
                   theme.line_grid, COLOUR_CONTEXT);
        if (left < free_from)
            continue;
        scene_text(scene, (struct label){.text = span_of(text.text),
                                         .x = left,
                                         .y = bottom + 10,
                                         .style = STYLE_AXIS});
        free_from = left + width + label_gap;
    }
}

static bool overlap(struct box a, struct box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

static bool is_free(const struct labels *labels, struct box frame, struct box box)
{
    if (box.x < frame.x || box.y < frame.y || box.x + box.width > frame.x + frame.width ||
        box.y + box.height > frame.y + frame.height)
        return false;
    for (size_t i = 0; i < labels->count; i++) {
        struct box other = labels->boxes[i];

        other.x -= label_gap;
        other.width += 2 * label_gap;
        if (overlap(other, box))
            return false;
    }
    for (size_t i = 0; i < labels->point_count; i++) {
        struct point at = labels->points[i];

        if (overlap((struct box){at.x - clear, at.y - clear, 2 * clear, 2 * clear}, box))
            return false;
    }
    return true;
}

/* The first of six places around the point that is free; none: the point stays unnamed. */
static void draw_label(struct scene *scene, struct labels *labels, struct box frame,
                       struct point at, const struct chart_point *point)
{
    static const double sides[PLACES][2] = {{1, 0}, {1, -1}, {1, 1}, {-1, 0}, {-1, -1}, {-1, 1}};
    double width = typeset_width(scene->typeset, point->label, STYLE_LABEL);

    for (size_t p = 0; p < PLACES && labels->count < LABELS_MAX; p++) {
        double left = sides[p][0] > 0 ? at.x + label_gap : at.x - label_gap - width;
        struct box box = {left, at.y + sides[p][1] * 8 - 4, width, 8};

        if (!is_free(labels, frame, box))
            continue;
        labels->boxes[labels->count++] = box;
        scene_text(scene, (struct label){.text = point->label,
                                         .x = left,
                                         .y = box.y + 4 + plot_middle,
                                         .style = STYLE_LABEL,
                                         .halo = true});
        scene_link(scene, box, point->target);
        return;
    }
}

static void draw_points(struct scene *scene, const struct chart_scatter *scatter, struct box plot,
                        struct scale x, struct scale y)
{
    struct point *places = arena_new(&scene->arena, scatter->count, sizeof *places);
    struct labels labels = {.points = places};

    scene_role(scene, ROLE_DATA);
    for (size_t i = scatter->count; i-- > 0;)
        if (shown(scatter, &scatter->points[i])) {
            const struct chart_point *point = &scatter->points[i];
            struct point at = {scale_place(x, point->x), scale_place(y, point->y)};

            scene_dot(scene, at, radius,
                      point->tone == TONE_PLAIN ? COLOUR_MORE : theme_tone(point->tone));
            places[labels.point_count++] = at;
        }
    scene_role(scene, ROLE_LABEL);
    for (size_t i = 0; i < scatter->count; i++)
        if (scatter->points[i].label.length && shown(scatter, &scatter->points[i]))
            draw_label(scene, &labels, plot,
                       (struct point){scale_place(x, scatter->points[i].x),
                                      scale_place(y, scatter->points[i].y)},
                       &scatter->points[i]);
}

static void draw(struct scene *scene, struct box area, const void *data)
{
    const struct chart_scatter *scatter = data;
    struct box plot = {area.x + axis_width, area.y + head, area.width - axis_width - 2,
                       area.height - head - 2 * foot + 4};
    struct scale x = scale_of(scatter, false, plot.x, plot.x + plot.width);
    struct scale y = scale_of(scatter, true, plot.y + plot.height, plot.y);
    struct ticks across = ticks_of(x, plot_tick_target(plot.width, theme.tick_x));
    struct ticks up = ticks_of(y, plot_tick_target(plot.height, theme.tick_y));

    if (!scatter->count)
        return;
    plot_axis_left(scene, plot, area.x, y, &up, scatter->unit_y);
    draw_below(scene, plot, x, &across, scatter->unit_x);
    scene_text(scene,
               (struct label){
                   .text = scatter->title_y, .x = area.x, .y = area.y + 5.2, .style = STYLE_AXIS});
    scene_text(scene, (struct label){.text = scatter->title_x,
                                     .x = area.x + area.width,
                                     .y = area.y + area.height - 2,
                                     .style = STYLE_AXIS,
                                     .align = ALIGN_RIGHT});
    draw_points(scene, scatter, plot, x, y);
}

/* Points without a name are seen in the figure alone; the CSV has them all. */
static void table(struct sheet *sheet, const void *data)
{
    const struct chart_scatter *all = data;

    sheet_column(sheet, span_of("Name"), false);
    sheet_column(sheet, all->title_x, true);
    sheet_column(sheet, all->title_y, true);
    for (size_t i = 0; i < all->count; i++) {
        const struct chart_point *point = &all->points[i];

        if (!point->label.length)
            continue;
        sheet_text(sheet, point->label, point->target);
        sheet_value(sheet, point->x, all->unit_x);
        sheet_value(sheet, point->y, all->unit_y);
    }
}

const struct recipe chart_scatter = {"scatter", extent, draw, table};
