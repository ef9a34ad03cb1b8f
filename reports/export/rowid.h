/*
 * Ids of rows: what the last column of every table says, read back, and the
 * row of a table that has one.
 *
 *     struct rowid id;
 *     if (!rowid_read(&id, span_of("topic:2022-W24:energy")))       kind, period and key
 *         ...
 *     struct rowid_cells cells = ROWID_CELLS_EMPTY;
 *     if (rowid_find(&cells, bytes_span(&csv), span_of("topic:2022-W24:energy")))
 *         show(rowid_cell(&cells, "share"));
 *     rowid_release(&cells);
 */
#ifndef REPORTS_EXPORT_ROWID_H
#define REPORTS_EXPORT_ROWID_H

#include "corpus/base/arena.h"
#include "corpus/base/day.h"
#include "corpus/base/span.h"

struct rowid {
    struct span kind, period, key; /* the period is empty where there is none */
    int32_t week;                  /* WEEK_NONE where the period is no week */
    int32_t first, last;           /* its days; DAY_NONE without a period */
};

/* False where `text` has no kind and key. The period is a week, or days with a slash. */
bool rowid_read(struct rowid *id, struct span text);

/* A row's cells, by the names of their columns. */
struct rowid_cells {
    struct arena arena;
    struct span *columns, *values;
    size_t count;
};

#define ROWID_CELLS_EMPTY ((struct rowid_cells){0})

/* Called for each row behind the header; false stops. The cells are valid during the call. */
typedef bool rowid_visitor(void *context, const struct rowid_cells *cells);

void rowid_each(struct span csv, rowid_visitor *visit, void *context);

/* Finds the row whose last cell is `id` in a table with its header; false where there is none. */
bool rowid_find(struct rowid_cells *cells, struct span csv, struct span id);

/* The cell of this column; empty where there is none. */
struct span rowid_cell(const struct rowid_cells *cells, const char *column);

void rowid_release(struct rowid_cells *cells);

#endif
