/*
 * Puts articles that come in any order into that of a walk: by day, outlet,
 * id and number, the undated first.
 *
 *     struct rowspool rows = ROWSPOOL_EMPTY;
 *     rowspool_divide(&rows, last_day_of_a_part);
 *     while (next article)
 *         if (!rowspool_add(&rows, &article, &fault))
 *             ...
 *     if (!rowspool_visit(&rows, visit, context, &fault))
 *         ...
 *     rowspool_release(&rows);
 *
 * They wait in spools, one for each part of the days, which is read back in one
 * piece and put in order there: so memory is that of a part, and what is
 * sorted lies within the processor's cache.
 */
#ifndef CORPUS_STORE_ROWSPOOL_H
#define CORPUS_STORE_ROWSPOOL_H

#include "corpus/store/store.h"

/* Bytes of the longest part that is read in one piece; of others each article is read by itself. */
enum { ROWSPOOL_PIECE = 32 << 20 };

struct rowspool {
    struct rowspool_part *parts; /* owned */
    size_t part_count, part_capacity;
    size_t memory; /* bytes that each part holds before they go to its file */
};

#define ROWSPOOL_EMPTY ((struct rowspool){.memory = 128 << 10})

/*
 * Lets the days up to `last`, behind those of the part before, be a part: some
 * thousand articles are a good one. Parts come rising and before all articles;
 * days behind the last belong to that.
 */
void rowspool_divide(struct rowspool *rows, int32_t last);

/* Copies the article with its record, which it was read from. Fails as a spool does. */
bool rowspool_add(struct rowspool *rows, const struct stored_article *article, struct fault *fault);

/*
 * Visits all that was added, once, in order. Stops, failing, when `visit` or the spool fails.
 */
bool rowspool_visit(struct rowspool *rows, store_visitor *visit, void *context,
                    struct fault *fault);

void rowspool_release(struct rowspool *rows);

#endif
