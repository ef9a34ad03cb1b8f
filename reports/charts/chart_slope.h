/*
 * Two moments side by side: a line from each row's value on the left to its
 * value on the right. The value stands at each end, the name at the right
 * one; labels that would touch are moved apart and led to their ends.
 */
#ifndef REPORTS_CHARTS_CHART_SLOPE_H
#define REPORTS_CHARTS_CHART_SLOPE_H

#include "reports/draw/figure.h"
#include "reports/draw/format.h"

struct chart_slope_row {
    struct span label;
    struct span key;
    struct span target;
    double left, right; /* NAN where there is none: then there is no line */
    enum tone tone;     /* plain unless the change is clear */
};

struct chart_slope {
    const struct chart_slope_row *rows;
    size_t count;
    enum unit unit;
    struct span left_title, right_title; /* "6 weeks before", "this week" */
};

extern const struct recipe chart_slope; /* data: struct chart_slope */

#endif
