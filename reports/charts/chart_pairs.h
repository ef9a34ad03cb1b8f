/*
 * Two sides week by week: a panel a row, all on one scale, with a line of each side
 * and, where there is one, the whole series grey behind. What each side has altogether
 * stands in its colour beside the panel's name. A gap (NAN) breaks a line; a week
 * alone is a dot.
 */
#ifndef REPORTS_CHARTS_CHART_PAIRS_H
#define REPORTS_CHARTS_CHART_PAIRS_H

#include "reports/draw/figure.h"
#include "reports/draw/format.h"

struct chart_pair {
    struct span label;
    struct span key;
    struct span target;          /* of the whole panel */
    const double *a, *b, *whole; /* by week; whole: NULL for none */
    double a_value, b_value;     /* beside the name; NAN for none */
};

struct chart_pairs {
    const struct chart_pair *rows;
    size_t count;
    struct span a_title, b_title;
    int32_t first_week; /* as day_week() counts */
    size_t week_count;
    enum unit unit;
};

extern const struct recipe chart_pairs; /* data: struct chart_pairs */

#endif
