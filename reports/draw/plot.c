#include "reports/draw/plot.h"

#include "corpus/base/day.h"

#include <math.h>

const double plot_middle = 2.73;

static const double label_gap = 4, tick_length = 2.5, axis_least = 17;

void plot_dot(struct scene *scene, struct point centre, double radius, uint32_t colour)
{
    scene_dot(scene, centre, radius + theme.dot_ring, COLOUR_PAPER);
    scene_dot(scene, centre, radius, colour);
}

int plot_tick_target(double length, double pitch)
{
    double target = floor(length / pitch) + 1;

    return (int)fmin(fmax(target, 2), 8);
}

/* Where a text of this width may stand, as near to `x` as the frame allows. */
static double within(double x, double width, struct box frame)
{
    return fmax(frame.x, fmin(x - width / 2, frame.x + frame.width - width));
}

/* Every how many ticks a label finds room, counted back from the last. */
static size_t label_stride(struct scene *scene, struct scale scale, const struct ticks *ticks,
                           enum unit unit)
{
    double widest = 0;
    double pitch = HUGE_VAL;
    size_t stride = 1;

    for (size_t i = 0; i < ticks->count; i++) {
        struct format_text text = ticks_label(scene->tongue, ticks, i, unit);

        widest = fmax(widest, typeset_width(scene->typeset, span_of(text.text), STYLE_AXIS));
        if (i)
            pitch = fmin(pitch, fabs(scale_place(scale, ticks->values[i]) -
                                     scale_place(scale, ticks->values[i - 1])));
    }
    while (stride < ticks->count && pitch * (double)stride < widest + label_gap)
        stride *= 2;
    return stride;
}

static void grid_line(struct scene *scene, struct point from, struct point to, bool base)
{
    scene_line(scene, from, to, base ? theme.line_base : theme.line_grid,
               base ? COLOUR_CONTEXT : COLOUR_GRID);
}

void plot_axis_top(struct scene *scene, struct box area, struct box frame, struct scale scale,
                   const struct ticks *ticks, enum unit unit)
{
    size_t stride = label_stride(scene, scale, ticks, unit);

    scene_role(scene, ROLE_AXIS);
    for (size_t i = 0; i < ticks->count; i++) {
        double x = scale_place(scale, ticks->values[i]);
        struct format_text text = ticks_label(scene->tongue, ticks, i, unit);
        double width = typeset_width(scene->typeset, span_of(text.text), STYLE_AXIS);

        grid_line(scene, (struct point){x, area.y}, (struct point){x, area.y + area.height},
                  fabs(ticks->values[i]) < ticks->step * 1e-9);
        if ((ticks->count - 1 - i) % stride == 0)
            scene_text(scene, (struct label){.text = span_of(text.text),
                                             .x = within(x, width, frame),
                                             .y = area.y - 3,
                                             .style = STYLE_AXIS});
    }
}

/* The axis of weeks: months where they start, the last day at the end. */
void plot_axis_weeks(struct scene *scene, struct box area, struct scale scale, int32_t first_week,
                     size_t count)
{
    struct ticks ticks = ticks_months(first_week, count, (int)fmax(1, floor(area.width / 32)));
    int32_t last_week = first_week + (int32_t)count - 1;
    double bottom = area.y + area.height;
    struct format_text end = format_day_short(scene->tongue, week_monday(last_week) + 6);
    double end_width = typeset_width(scene->typeset, span_of(end.text), STYLE_AXIS);
    double free_to = area.x + area.width - end_width - label_gap;
    struct format_text start = format_day_short(scene->tongue, week_monday(first_week));
    double free_from = area.x;

    scene_role(scene, ROLE_AXIS);
    for (size_t i = 0; i < ticks.count; i++) {
        double x = scale_place(scale, ticks.values[i]);
        struct format_text text =
            format_month(scene->tongue, week_monday((int32_t)ticks.values[i]));
        double width = typeset_width(scene->typeset, span_of(text.text), STYLE_AXIS);
        double left = within(x, width, area);

        scene_line(scene, (struct point){x, bottom}, (struct point){x, bottom + tick_length},
                   theme.line_grid, COLOUR_CONTEXT);
        if (left < free_from || left + width > free_to)
            continue;
        scene_text(scene, (struct label){.text = span_of(text.text),
                                         .x = left,
                                         .y = bottom + 10,
                                         .style = STYLE_AXIS});
        free_from = left + width + label_gap;
    }
    if (free_from == area.x && count > 1 && /* no month is named: the first day is */
        free_from + typeset_width(scene->typeset, span_of(start.text), STYLE_AXIS) <= free_to)
        scene_text(scene, (struct label){.text = span_of(start.text),
                                         .x = area.x,
                                         .y = bottom + 10,
                                         .style = STYLE_AXIS});
    scene_text(scene, (struct label){.text = span_of(end.text),
                                     .x = area.x + area.width,
                                     .y = bottom + 10,
                                     .style = STYLE_AXIS,
                                     .align = ALIGN_RIGHT});
}

double plot_axis_width(struct scene *scene, const struct ticks *ticks, enum unit unit)
{
    double width = axis_least;

    for (size_t i = 0; i < ticks->count; i++)
        width =
            fmax(width, 3 + typeset_width(scene->typeset,
                                          span_of(ticks_label(scene->tongue, ticks, i, unit).text),
                                          STYLE_AXIS));
    return width;
}

void plot_axis_left(struct scene *scene, struct box area, double x, struct scale scale,
                    const struct ticks *ticks, enum unit unit)
{
    scene_role(scene, ROLE_AXIS);
    for (size_t i = 0; i < ticks->count; i++) {
        double y = scale_place(scale, ticks->values[i]);
        struct format_text text = ticks_label(scene->tongue, ticks, i, unit);

        grid_line(scene, (struct point){area.x, y}, (struct point){area.x + area.width, y},
                  fabs(ticks->values[i]) < ticks->step * 1e-9);
        scene_text(
            scene,
            (struct label){.text = span_of(text.text), .x = x, .y = y + 2.4, .style = STYLE_AXIS});
    }
}

void plot_row_label(struct scene *scene, struct span text, enum style style, struct point middle,
                    double width, size_t limit)
{
    struct prose prose = PROSE_IN(&scene->arena);
    struct lines lines;

    if (!text.length)
        return;
    prose_text(&prose, text);
    lines = typeset_lines(scene->typeset, &prose, style, width, limit);
    scene_prose(scene, &prose, style,
                (struct point){middle.x, middle.y - typeset_height(style, lines.count) / 2}, width,
                limit);
}

struct scale plot_from_zero(double high, int target, double from, double to)
{
    struct ticks ticks = ticks_linear(0, high, target);
    double last = ticks.count ? ticks.values[ticks.count - 1] : high;

    return scale_linear(0, last >= high && last <= high * 1.15 ? last : high, from, to);
}
