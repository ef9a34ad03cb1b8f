/*
 * What charts have in common: axes with their grids, dots, row labels.
 * Everything is placed on the scene; nothing is remembered.
 */
#ifndef REPORTS_DRAW_PLOT_H
#define REPORTS_DRAW_PLOT_H

#include "reports/draw/scale.h"
#include "reports/draw/scene.h"
#include "reports/draw/ticks.h"

/* From the middle of a row to the baseline of its label. */
extern const double plot_middle;

/* A dot on a white ring, so that it stands out of what it covers. */
void plot_dot(struct scene *scene, struct point centre, double radius, uint32_t colour);

/* How many ticks suit `length` points at one per `pitch`, 2 to 8. */
int plot_tick_target(double length, double pitch);

/*
 * Vertical grid lines over the height of `area`, labelled above it; labels
 * that would touch are thinned out, and those at the ends stay within
 * `frame`'s width. A tick at 0 is drawn as the base line.
 */
void plot_axis_top(struct scene *scene, struct box area, struct box frame, struct scale scale,
                   const struct ticks *ticks, enum unit unit);

/*
 * Names of months below `area`, where they start, and the last week's Sunday
 * at the end; `scale` places numbers of weeks.
 */
void plot_axis_weeks(struct scene *scene, struct box area, struct scale scale, int32_t first_week,
                     size_t count);

/* Horizontal grid lines over the width of `area`, labelled at `x`, flush left. */
void plot_axis_left(struct scene *scene, struct box area, double x, struct scale scale,
                    const struct ticks *ticks, enum unit unit);

/* Room for the labels of that axis at the left of `area`. */
double plot_axis_width(struct scene *scene, const struct ticks *ticks, enum unit unit);

/* A name at the left of a row around `middle`, wrapped to `limit` lines, then cut. */
void plot_row_label(struct scene *scene, struct span text, enum style style, struct point middle,
                    double width, size_t limit);

/* A scale from 0 to `high` (above 0), or to the tick just above it. */
struct scale plot_from_zero(double high, int target, double from, double to);

#endif
