/*
 * Shares by row and column as dots: a dot's area is its share. Whose share
 * is clearly more or less than expected is coloured, a share of nothing then
 * being a coloured 0; the number stands in the dot where it finds room, else
 * beside it. Columns that find no room side by side go on below.
 */
#ifndef REPORTS_CHARTS_CHART_MATRIX_H
#define REPORTS_CHARTS_CHART_MATRIX_H

#include "reports/draw/figure.h"
#include "reports/draw/format.h"

struct chart_matrix_cell {
    double value;   /* 0 and up; NAN for an empty place */
    enum tone tone; /* plain unless clearly more or less than expected */
};

struct chart_matrix {
    const struct span *rows;           /* their names */
    const struct span *keys, *targets; /* by row; NULL for none */
    size_t row_count;
    const struct span *columns; /* their names, wrapped to three lines */
    size_t column_count;
    const struct chart_matrix_cell *cells; /* row after row */
    enum unit unit;
};

extern const struct recipe chart_matrix; /* data: struct chart_matrix */

#endif
