#include "reports/draw/facet.h"

#include <math.h>

static const double row_gap = 14, foot = 12;

struct facets facets_in(const struct facet_look *look, size_t count, size_t columns, double width)
{
    double room = fmax(1, floor((width + theme.gutter) / (look->narrowest + theme.gutter)));
    size_t most = columns < (size_t)room ? columns : (size_t)room;

    if (count && most > count)
        most = count;
    return (struct facets){
        .look = look, .columns = most, .rows = count ? (count + most - 1) / most : 1};
}

struct extent facets_extent(const struct facets *facets)
{
    struct extent height = facets->look->height;
    double rows = (double)facets->rows;
    double gaps = (rows - 1) * row_gap;

    return (struct extent){rows * height.least + gaps, rows * height.natural + gaps,
                           rows * height.most + gaps};
}

static double panel_height(const struct facets *facets)
{
    return (facets->area.height + row_gap) / (double)facets->rows - row_gap;
}

void facets_scale(struct facets *facets, struct scene *scene, struct box area,
                  struct facet_weeks weeks, double highest)
{
    int target;

    facets->area = area;
    facets->weeks = weeks;
    target = plot_tick_target(panel_height(facets) - facets->look->head - foot, 26);
    facets->top = plot_from_zero(highest > 0 ? highest : 1, target, 0, 1).high;
    facets->ticks = ticks_inside(0, facets->top, target);
    facets->labels = plot_axis_width(scene, &facets->ticks, weeks.unit);
}

struct facet facets_panel(const struct facets *facets, size_t index)
{
    size_t column = index % facets->columns, row = index / facets->columns;
    double columns = (double)facets->columns;
    double width = (facets->area.width - (columns - 1) * theme.gutter) / columns;
    double height = panel_height(facets);
    double left = facets->area.x + (double)column * (width + theme.gutter);
    double top = facets->area.y + (double)row * (height + row_gap);
    double head = facets->look->head, labels = facets->labels;
    struct facet facet = {
        .box = {left, top, width, height},
        .plot = {left + labels, top + head, width - labels, height - head - foot},
    };

    facet.x =
        scale_linear(facets->weeks.first, facets->weeks.first + (double)facets->weeks.count - 1,
                     facet.plot.x, facet.plot.x + facet.plot.width - 4);
    facet.y = scale_linear(0, facets->top, facet.plot.y + facet.plot.height, facet.plot.y);
    return facet;
}

void facet_axes(struct scene *scene, const struct facets *facets, const struct facet *facet)
{
    plot_axis_left(scene, facet->plot, facet->box.x, facet->y, &facets->ticks, facets->weeks.unit);
    plot_axis_weeks(scene, facet->plot, facet->x, facets->weeks.first, facets->weeks.count);
}

struct point facet_point(const struct facets *facets, const struct facet *facet, size_t week,
                         double value)
{
    return (struct point){scale_place(facet->x, facets->weeks.first + (double)week),
                          scale_place(facet->y, value)};
}

void facet_line(struct scene *scene, const struct facets *facets, const struct facet *facet,
                const double *values, struct facet_stroke stroke)
{
    size_t count = facets->weeks.count;
    struct point *points = arena_new(&scene->arena, count, sizeof *points);
    size_t run = 0;

    for (size_t w = 0; w <= count; w++) {
        if (w < count && isfinite(values[w])) {
            points[run++] = facet_point(facets, facet, w, values[w]);
            continue;
        }
        if (run > 1)
            scene_path(scene, MARK_LINE, points, run, stroke.width, stroke.colour);
        else if (run == 1 && stroke.alone > stroke.width)
            plot_dot(scene, points[0], stroke.alone, stroke.colour);
        else if (run == 1 && stroke.alone > 0)
            scene_dot(scene, points[0], stroke.alone, stroke.colour);
        run = 0;
    }
}

double facet_highest(double highest, const double *values, size_t count)
{
    for (size_t w = 0; values && w < count; w++)
        if (isfinite(values[w]))
            highest = fmax(highest, values[w]);
    return highest;
}
