/*
 * CSV, read through libcsv: chunks of bytes in, rows out.
 *
 *     struct csv *csv = csv_open(csv_shape(start, false).separator);
 *     struct csv_row row;
 *
 *     for (;;) {
 *         struct span rest = chunk;                  empty at the input's end
 *         enum csv_step step = csv_step(csv, &rest, &row);
 *
 *         ...                                        what is left of `rest` comes next time
 *         if (step == CSV_STEP_ROW)
 *             use(row.fields, row.count, row.line);
 *         else if (step == CSV_STEP_END)
 *             break;
 *     }
 *     csv_close(csv);
 *
 * RFC 4180, and what the world makes of it: lines end in LF, CR LF or CR;
 * fields in double quotes may hold separators, line ends and doubled quotes; a
 * quote that stands elsewhere is a quote. Blanks round a field without quotes
 * are not part of it. Lines without anything are passed over, as is a BOM
 * before the first row. Rows need not be of one length: the caller judges.
 *
 * Memory is bounded: a row of more than CSV_ROW_MAX bytes or CSV_FIELDS_MAX
 * fields is passed over.
 */
#ifndef CORPUS_BASE_CSV_H
#define CORPUS_BASE_CSV_H

#include "corpus/base/span.h"

#include <stdint.h>

enum { CSV_ROW_MAX = 16 << 20, CSV_FIELDS_MAX = 4096 };

enum csv_step {
    CSV_STEP_MORE,     /* all was taken; give the next chunk */
    CSV_STEP_ROW,      /* the row is filled */
    CSV_STEP_TOO_LONG, /* a row was passed over; only its line is filled */
    CSV_STEP_END,      /* nothing is left: only after an empty chunk */
};

/* Valid until the next call. */
struct csv_row {
    const struct span *fields;
    size_t count;
    uint64_t line; /* on which the row begins, from 1 */
    bool open;     /* the input ends within its quotes */
};

/* How the first rows of a file look under the separator that suits them best. */
struct csv_shape {
    char separator; /* one of , ; TAB | and `,` where none suits */
    size_t columns; /* of the first row */
    size_t rows;    /* further ones that were seen */
    size_t fitting; /* those of them that have as many columns */
};

struct csv;

/* `start` is the file's beginning, whose last row may be cut off unless it is the `whole` file. */
struct csv_shape csv_shape(struct span start, bool whole);

struct csv *csv_open(char separator);

/* Takes bytes off the front of `bytes`; an empty span says that the input has ended. */
enum csv_step csv_step(struct csv *csv, struct span *bytes, struct csv_row *row);

void csv_close(struct csv *csv); /* NULL is allowed */

#endif
