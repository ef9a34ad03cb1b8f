/*
 * A dot with its interval and a reference tick for each row, sorted by the
 * caller; the value stands in a column at the right. A row is coloured and
 * bold where its tone says that the change is clear.
 */
#ifndef REPORTS_CHARTS_CHART_DOTS_H
#define REPORTS_CHARTS_CHART_DOTS_H

#include "reports/draw/figure.h"
#include "reports/draw/format.h"

struct chart_dot {
    struct span label;
    struct span key;    /* "topic:energy" */
    struct span target; /* "#ev-topic-energy"; empty for no link */
    double value;
    double low, high; /* of the interval; NAN where there is none */
    double reference; /* the tick: the baseline's mean; NAN for none */
    enum tone tone;
};

struct chart_dots {
    const struct chart_dot *rows;
    size_t count;
    enum unit unit; /* of all of them; a share is 0 to 1 */
};

extern const struct recipe chart_dots; /* data: struct chart_dots */

#endif
