/*
 * Scales: from a number of the data to a place on the page.
 *
 *     struct scale x = scale_linear(0, 0.2, area.x, area.x + area.width);
 *     scene_dot(scene, (struct point){scale_place(x, 0.14), y}, theme.dot, colour);
 */
#ifndef REPORTS_DRAW_SCALE_H
#define REPORTS_DRAW_SCALE_H

#include <stdbool.h>
#include <stddef.h>

struct scale {
    double low, high; /* the data's range; logarithms where `log` */
    double from, to;  /* the page's range; `from` may lie beyond `to` */
    bool log;         /* base 10 */
};

/* A range without width is widened around its value, so that it has a place. */
struct scale scale_linear(double low, double high, double from, double to);

/* Both ends above 0; what is not counts as the smallest positive end. */
struct scale scale_log(double low, double high, double from, double to);

double scale_place(struct scale scale, double value);

/* The width of one of `count` equal bands. */
double scale_band_width(double from, double to, size_t count);

#endif
