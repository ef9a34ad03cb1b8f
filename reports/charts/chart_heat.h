/*
 * A heat map: rows by columns (topic by week, outlet by day, topic by
 * outlet), each row's largest cell labelled, the last value at the right, one
 * key above. A missing cell (NAN) is white with a diagonal, never the low end.
 */
#ifndef REPORTS_CHARTS_CHART_HEAT_H
#define REPORTS_CHARTS_CHART_HEAT_H

#include "reports/draw/figure.h"
#include "reports/draw/format.h"

struct chart_heat_row {
    struct span label;
    struct span key;
    struct span target;
    const double *values; /* by column; NAN is missing */
};

struct chart_heat {
    const struct chart_heat_row *rows;
    size_t count;
    const struct span *columns; /* labels above the columns; empty ones are left out */
    const struct span *names;   /* the columns' names in its table; NULL where the labels do */
    size_t column_count;
    enum unit unit;
    struct span last_title; /* "this week": the last column's values at the right; empty for none */
    bool label_all;         /* a number in every cell it fits in */
};

extern const struct recipe chart_heat; /* data: struct chart_heat */

/* Labels for week columns, a month's name where it starts; in `arena`. */
const struct span *chart_heat_weeks(struct arena *arena, const struct tongue *tongue,
                                    int32_t first_week, size_t count);

/* Names of week columns: "W36". */
const struct span *chart_heat_week_names(struct arena *arena, const struct tongue *tongue,
                                         int32_t first_week, size_t count);

/* Labels for day columns: "Mon 16". */
const struct span *chart_heat_days(struct arena *arena, const struct tongue *tongue,
                                   int32_t first_day, size_t count);

#endif
