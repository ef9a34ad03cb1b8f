/*
 * A shelf: what counting words needs of a run's articles, without a store.
 *
 * It keeps of each article its day, outlet, id, and term ids, in a spool; no
 * text, no quotation. What is added twice is there once, and of the revisions
 * of an article the one holds that holds in a store: revision.h.
 *
 *     struct shelf *shelf = shelf_open();
 *     if (!shelf_add(shelf, &batch, &tally, &fault) ||
 *         !shelf_walk(shelf, STORE_ALL_DAYS, visit, context, &fault))
 *         ...
 *     shelf_close(shelf);
 */
#ifndef CORPUS_STORE_SHELF_H
#define CORPUS_STORE_SHELF_H

#include "corpus/store/store.h"

struct shelf;

struct shelf *shelf_open(void);

/* Adds what store_add() would. Fails as a spool does. */
bool shelf_add(struct shelf *shelf, const struct batch *batch, struct store_tally *tally,
               struct fault *fault);

/*
 * As store_walk(), in the same order; the article has number, day, id, source,
 * words, content and terms only.
 */
bool shelf_walk(struct shelf *shelf, struct store_days days, store_visitor *visit, void *context,
                struct fault *fault);

/* As store_list_days(). */
void shelf_list_days(const struct shelf *shelf, int32_t **days, size_t *count, uint64_t *articles);

/* The vocabulary: terms by id. It grows with shelf_add(). */
const struct table *shelf_terms(const struct shelf *shelf);

void shelf_close(struct shelf *shelf); /* NULL is allowed */

#endif
