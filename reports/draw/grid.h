/*
 * A table of a report: named columns, rows of short texts, split between
 * rows over pages with its header repeated.
 *
 *     static const struct column columns[] = {
 *         {.title = "Term", .share = 3, .bold = true},
 *         {.title = "Per million", .share = 1, .align = ALIGN_RIGHT},
 *         {.title = "26 weeks", .share = 1, .align = ALIGN_RIGHT},
 *     };
 *     struct grid grid = {.columns = columns, .column_count = 3, .cells = cells, .rows = n,
 *                         .title = span_of("Terms that moved")};
 *
 * Cells are given row by row and borrowed until the pages are made.
 */
#ifndef REPORTS_DRAW_GRID_H
#define REPORTS_DRAW_GRID_H

#include "reports/draw/scene.h"

struct column {
    const char *title;
    double share;  /* of the width that is left over, relative to the other columns */
    double points; /* or this width; 0 to share */
    enum align align;
    int lines; /* at most so many lines in a cell; 0 means 1 */
    bool bold, muted;
};

struct cell {
    struct span text;
    struct span target;  /* a link; empty for none */
    enum tone tone;      /* not plain: coloured and bold */
    const double *spark; /* a line instead of a text; NaN is a gap */
    size_t spark_count;
};

struct grid {
    struct span title; /* the figure head above the first row; empty for none */
    struct span subtitle;
    struct span csv; /* the full table; named below the last row */
    const struct prose *note;
    const struct column *columns;
    size_t column_count;
    const struct cell *cells; /* rows times column_count */
    size_t rows;
    const bool *rule_above;   /* by row: a stronger rule above it; NULL for none */
    const struct span *dests; /* by row: its destination, or empty; NULL for none */
};

/* Height of everything above the first row of a page; `continued` says it is not the first page. */
double grid_head_height(struct scene *scratch, const struct grid *grid, double width,
                        bool continued);
double grid_row_height(struct scene *scratch, const struct grid *grid, double width, size_t row);
double grid_foot_height(struct scene *scratch, const struct grid *grid, double width);

/* The note under the last row, and where the whole table is; in `arena`. */
struct prose grid_note(struct arena *arena, const struct tongue *tongue, const struct grid *grid);

/* Draws rows `from` up to `to`, with the head, and the foot after the last row. */
void grid_draw(struct scene *scene, const struct grid *grid, struct box area, size_t from,
               size_t to);

#endif
