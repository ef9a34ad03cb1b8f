/*
 * The cells of a table, put in one after the other, row by row.
 *
 *     struct cells cells = cells_of(&wording, rows, 3);
 *     for (size_t i = 0; i < rows; i++) {
 *         cells_text(&cells, topic->label);
 *         cells_count(&cells, topic->articles);
 *         cells_value(&cells, &topic->share, UNIT_SHARE);
 *     }
 *     grid.cells = cells.items;
 *
 * What has no value prints as an en dash.
 */
#ifndef REPORTS_PAGES_CELLS_H
#define REPORTS_PAGES_CELLS_H

#include "reports/draw/grid.h"
#include "reports/pages/wording.h"

struct cells {
    struct arena *arena;
    const struct wording *wording;
    struct cell *items;
    size_t count, capacity;
};

/* Room for `rows` rows of `columns` cells. */
struct cells cells_of(const struct wording *wording, size_t rows, size_t columns);

/* Columns whose titles are sayings, with the titles in the report's language. */
struct column *cells_titles(const struct wording *wording, const struct column *columns,
                            size_t count);

/* The cell just added may be changed: `cells_text(...)->target = ...`. */
struct cell *cells_text(struct cells *cells, struct span text);
struct cell *cells_format(struct cells *cells, struct format_text text);
struct cell *cells_count(struct cells *cells, double count);
struct cell *cells_value(struct cells *cells, const struct estimate *estimate, enum unit unit);
struct cell *cells_interval(struct cells *cells, const struct estimate *estimate, enum unit unit);
struct cell *cells_spark(struct cells *cells, const double *values, size_t count);

/* A cell without a value, as where a column does not apply. */
struct cell *cells_none(struct cells *cells);

/* Three cells: the difference in points (coloured where it is clear), its interval, q. */
void cells_change(struct cells *cells, const struct change *change);

/* Leaves out the columns in which no row has a value: a column of dashes says nothing. */
void cells_trim(struct cells *cells, struct grid *grid);

#endif
