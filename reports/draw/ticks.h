/*
 * Where an axis gets its ticks, and what they say.
 *
 * Linear: extended Wilkinson (Talbot, Lin and Hanrahan 2010: "An Extension of
 * Wilkinson's Algorithm for Positioning Tick Labels on Axes", InfoVis), with
 * Q = 1, 5, 2, 2.5, 4, 3 and weights .25, .2, .5, .05; j is fixed at 1, so
 * that each tick is a multiple of the step. Logarithmic: powers of 10, then 2 and 5 where they fit.
 * Weeks: Mondays, or the first Monday of a month.
 *
 *     struct ticks ticks = ticks_linear(0, 0.21, 5);
 *     for (size_t i = 0; i < ticks.count; i++)
 *         ... ticks.values[i], ticks_label(tongue, &ticks, i, UNIT_SHARE).text
 */
#ifndef REPORTS_DRAW_TICKS_H
#define REPORTS_DRAW_TICKS_H

#include "reports/draw/format.h"

#include <stdbool.h>
#include <stddef.h>

enum { TICKS_MAX = 24 };

struct ticks {
    double values[TICKS_MAX]; /* rising; weeks: numbers of weeks */
    size_t count;
    double step; /* of linear ticks */
};

/* About `target` ticks (2 to 12) over low to high; they may reach past the ends. */
struct ticks ticks_linear(double low, double high, int target);

/* The same without those that lie outside low to high; finer where fewer than 3 would be left. */
struct ticks ticks_inside(double low, double high, int target);

/* Powers of 10 within low to high (above 0), with 2 and 5 between as far as `target` allows. */
struct ticks ticks_log(double low, double high, int target);

/* Log ratios in base 2, symmetric about 0 as far as low to high reaches: 0, ±2, ±4 ... */
struct ticks ticks_ratio(double low, double high, int target);

/* First weeks of months within `count` weeks from `first`, thinned to `target`. */
struct ticks ticks_months(int32_t first, size_t count, int target);

/* The label of tick `i`: decimals from the step, the unit on the last tick only. */
struct format_text ticks_label(const struct tongue *tongue, const struct ticks *ticks, size_t i,
                               enum unit unit);

#endif
