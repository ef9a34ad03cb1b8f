/*
 * Weeks in which series burst: a row a series, a bar a week, as high as its
 * share of the row's largest. Bars of a burst are dark, or blue where it
 * reaches the last week, the others grey; a gap (NAN) has neither bar nor base
 * line. What the burst's weeks are called stands at the right.
 */
#ifndef REPORTS_CHARTS_CHART_BURSTS_H
#define REPORTS_CHARTS_CHART_BURSTS_H

#include "reports/draw/figure.h"
#include "reports/draw/format.h"

struct chart_burst_row {
    struct span label;
    struct span key;
    struct span target;
    const double *values; /* by week, shares of 0 to 1; NAN is a gap */
    const bool *bursts;   /* by week */
    struct span weeks;    /* "W45–W48" */
    bool now;             /* a burst reaches the last week: its bars are in the accent */
};

struct chart_bursts {
    const struct chart_burst_row *rows;
    size_t count;
    const struct span *columns; /* labels above the weeks; empty ones are left out */
    const struct span *names;   /* of all weeks, for its table */
    size_t week_count;
    struct span weeks_title; /* over the names at the right */
};

extern const struct recipe chart_bursts; /* data: struct chart_bursts */

#endif
