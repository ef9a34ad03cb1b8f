/*
 * Where terms fall: a row a term, a tick an article, placed by its time, 0 to 1
 * of the span shown; two columns of numbers.
 */
#ifndef REPORTS_CHARTS_CHART_XRAY_H
#define REPORTS_CHARTS_CHART_XRAY_H

#include "reports/draw/figure.h"

struct chart_xray_row {
    struct span label;
    struct span key;
    struct span target;
    const double *places; /* 0 to 1; articles so near that nobody could tell them share one */
    size_t count;         /* of places */
    size_t articles;      /* the number in the first column */
    double dp;            /* dispersion, 0 to 1; NAN prints an en dash */
    enum tone tone;       /* TONE_PLAIN is grey */
};

struct chart_xray {
    const struct chart_xray_row *rows;
    size_t count;
    const struct span *columns; /* names of the days, equally wide */
    size_t column_count;
    const bool *shaded;  /* by column: weekends; NULL for none */
    struct span counted; /* the first column's title; empty: "articles" */
};

extern const struct recipe chart_xray; /* data: struct chart_xray */

#endif
