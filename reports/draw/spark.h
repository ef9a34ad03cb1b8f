/*
 * A spark line: a row's history in the height of a text line, on its own
 * scale, with a dot at the end. A NAN is a gap.
 */
#ifndef REPORTS_DRAW_SPARK_H
#define REPORTS_DRAW_SPARK_H

#include "reports/draw/scene.h"

void spark_draw(struct scene *scene, struct box area, const double *values, size_t count,
                uint32_t colour);

#endif
