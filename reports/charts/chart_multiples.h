/*
 * Small multiples of weekly trends: a panel a series, all on one scale, the
 * other series grey behind. A gap (NAN) breaks the line; partial weeks are
 * hollow; change points are marked on the axis.
 */
#ifndef REPORTS_CHARTS_CHART_MULTIPLES_H
#define REPORTS_CHARTS_CHART_MULTIPLES_H

#include "reports/draw/figure.h"
#include "reports/draw/format.h"

struct chart_trend {
    struct span label;
    struct span key;
    struct span target;   /* of the whole panel */
    const double *values; /* by week; NAN is a gap */
    const double *lows;   /* NULL for no band; NAN where there is none */
    const double *highs;
    const bool *changes; /* by week: a change point; NULL for none */
    enum tone tone;      /* of the line: TONE_PLAIN is drawn in the accent */
};

struct chart_multiples {
    const struct chart_trend *trends;
    size_t count;
    int32_t first_week; /* as day_week() counts */
    size_t week_count;
    const bool *partial; /* by week; NULL for none */
    enum unit unit;
    int columns; /* panels side by side; 0 for 4 */
};

extern const struct recipe chart_multiples; /* data: struct chart_multiples */

#endif
