/*
 * Records: pieces of bytes of any length, kept in a spool and read again in
 * the order in which they were added, as often as one likes.
 *
 *     struct records *records = records_open(4 << 20);
 *
 *     while (next record)
 *         if (!records_add(records, record, &fault))
 *             ...
 *     if (!records_visit(records, visit, context, &fault))
 *         ...
 *     records_close(records);
 */
#ifndef CORPUS_BASE_RECORDS_H
#define CORPUS_BASE_RECORDS_H

#include "corpus/base/fault.h"
#include "corpus/base/span.h"

#include <stddef.h>

/* Bytes that are read at once; a longer record is read by itself. */
enum { RECORDS_PIECE = 1 << 20 };

struct records;

/* `memory` bytes are held in memory, the others in a temporary file (spool.h). */
struct records *records_open(size_t memory);

/* Copies the record, of less than 4 GB. Fails as a spool does. */
bool records_add(struct records *records, struct span record, struct fault *fault);

/*
 * Called with each record and its place among all; the record is valid during the call. Nothing
 * may be added meanwhile.
 */
typedef bool records_visitor(void *context, size_t index, struct span record, struct fault *fault);

/* Visits all records in order. Stops, failing, when `visit` or the spool fails. */
bool records_visit(const struct records *records, records_visitor *visit, void *context,
                   struct fault *fault);

void records_close(struct records *records); /* NULL is allowed */

#endif
