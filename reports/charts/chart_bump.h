/*
 * Ranks over weeks: a curve a row, the highlighted ones coloured over white
 * casing, the rest grey; ranks and names stand at the line's end.
 */
#ifndef REPORTS_CHARTS_CHART_BUMP_H
#define REPORTS_CHARTS_CHART_BUMP_H

#include "reports/draw/figure.h"

struct chart_bump_row {
    struct span label;
    struct span key;
    struct span target;
    const int *ranks; /* by week; 1 is first, 0 where it has none */
    enum tone tone;   /* TONE_PLAIN is grey */
};

struct chart_bump {
    const struct chart_bump_row *rows; /* at most 20 */
    size_t count;
    int32_t first_week;
    size_t week_count;
};

extern const struct recipe chart_bump; /* data: struct chart_bump */

#endif
