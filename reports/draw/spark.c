#include "reports/draw/spark.h"

#include "reports/draw/plot.h"

#include <math.h>

static struct scale heights(struct box area, const double *values, size_t count)
{
    double low = HUGE_VAL;
    double high = -HUGE_VAL;

    for (size_t i = 0; i < count; i++)
        if (isfinite(values[i])) {
            low = fmin(low, values[i]);
            high = fmax(high, values[i]);
        }
    return scale_linear(low, high, area.y + area.height, area.y);
}

void spark_draw(struct scene *scene, struct box area, const double *values, size_t count,
                uint32_t colour)
{
    struct scale x =
        scale_linear(0, count > 1 ? (double)count - 1 : 1, area.x, area.x + area.width - 2.5);
    struct scale y = heights(area, values, count);
    struct point *points = arena_new(&scene->arena, count ? count : 1, sizeof *points);
    size_t run = 0;

    scene_role(scene, ROLE_DATA);
    for (size_t i = 0; i <= count; i++) {
        if (i < count && isfinite(values[i])) {
            points[run++] = (struct point){scale_place(x, (double)i), scale_place(y, values[i])};
            continue;
        }
        if (run > 1)
            scene_path(scene, MARK_LINE, points, run, 0.9, colour);
        if (i < count)
            run = 0;
    }
    if (run)
        plot_dot(scene, points[run - 1], 1.5, colour);
}
