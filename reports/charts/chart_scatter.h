/*
 * Points on two axes, linear or logarithmic: rank against frequency, for
 * one. The first few are named as far as their names find room.
 */
#ifndef REPORTS_CHARTS_CHART_SCATTER_H
#define REPORTS_CHARTS_CHART_SCATTER_H

#include "reports/draw/figure.h"
#include "reports/draw/format.h"

struct chart_point {
    double x, y;       /* above 0 on a logarithmic axis */
    struct span label; /* empty for none */
    struct span target;
    enum tone tone;
};

struct chart_scatter {
    const struct chart_point *points; /* those to be named first come first */
    size_t count;
    bool log_x, log_y;
    enum unit unit_x, unit_y;
    struct span title_x, title_y; /* short names of the axes */
};

extern const struct recipe chart_scatter; /* data: struct chart_scatter */

#endif
