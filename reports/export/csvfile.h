/*
 * CSV by RFC 4180 with `\n` row ends: cells quoted only where they must be.
 *
 *     struct csvfile csv = CSVFILE_IN(&bytes);
 *     csvfile_header(&csv, columns, COUNT_OF(columns));
 *     csvfile_text(&csv, topic);
 *     csvfile_number(&csv, 0.141);
 *     csvfile_end_row(&csv);
 *
 * Numbers are in the C locale and read back as the same double. A text that a
 * spreadsheet would take for a formula (it begins with = + - @, a tab or a
 * carriage return) gets an apostrophe before it (CWE-1236).
 */
#ifndef REPORTS_EXPORT_CSVFILE_H
#define REPORTS_EXPORT_CSVFILE_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

#include <stdint.h>

struct csvfile {
    struct bytes *out; /* borrowed */
    bool inside;       /* a cell of this row is written */
};

#define CSVFILE_IN(bytes) ((struct csvfile){.out = (bytes)})

void csvfile_header(struct csvfile *csv, const char *const *columns, size_t count);
void csvfile_text(struct csvfile *csv, struct span text);

/* One cell: the parts with a colon between two of them. */
void csvfile_joined(struct csvfile *csv, const struct span *parts, size_t count);

void csvfile_count(struct csvfile *csv, uint64_t count);

/* The shortest decimal that reads back as `number`, which must be finite. */
void csvfile_number(struct csvfile *csv, double number);

void csvfile_empty(struct csvfile *csv);
void csvfile_end_row(struct csvfile *csv);

#endif
