/*
 * A sheet: the numbers of a figure as a plain table, for those who can't see
 * the figure and for those who want to copy it. Each recipe fills one from the
 * same data that it draws.
 *
 *     struct sheet sheet = SHEET_IN(&arena, tongue);
 *     sheet_column(&sheet, span_of("Name"), false);
 *     sheet_column(&sheet, span_of("Share"), true);
 *     for each row:
 *         sheet_text(&sheet, row->label, row->target);
 *         sheet_value(&sheet, row->share, UNIT_SHARE);
 *
 * All columns come before the first cell; cells go in row by row. Texts are
 * borrowed, numbers are printed into the arena.
 */
#ifndef REPORTS_DRAW_SHEET_H
#define REPORTS_DRAW_SHEET_H

#include "corpus/base/arena.h"
#include "reports/draw/format.h"

#include <stdbool.h>
#include <stddef.h>

struct sheet_column {
    struct span title;
    bool number; /* set flush right */
};

struct sheet_cell {
    struct span text;
    struct span target; /* a link; empty for none */
};

struct sheet {
    struct arena *arena;         /* borrowed; holds columns and cells */
    const struct tongue *tongue; /* of its numbers and of the titles that tongue_word() knows */
    struct sheet_column *columns;
    size_t column_count, column_capacity;
    struct sheet_cell *cells;
    size_t count, capacity; /* of cells */
};

#define SHEET_IN(place, language) ((struct sheet){.arena = (place), .tongue = (language)})

void sheet_column(struct sheet *sheet, struct span title, bool number);

void sheet_text(struct sheet *sheet, struct span text, struct span target);

/* The name of a week, as day_week() counts: "2025-W48". */
void sheet_week(struct sheet *sheet, int32_t week);

/* A number; what is not finite reads as an en dash. */
void sheet_value(struct sheet *sheet, double value, enum unit unit);

/* An interval; an en dash where an end is not finite. */
void sheet_range(struct sheet *sheet, double low, double high, enum unit unit);

/* How many whole rows there are. */
size_t sheet_rows(const struct sheet *sheet);

/* What a column of values of this unit is called: "Share", "Per million", "Times". */
struct span sheet_unit_title(enum unit unit);

#endif
