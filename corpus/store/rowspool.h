/*
 * Puts articles that come in any order into that of a walk: by day, outlet,
 * id and number, the undated first. They wait in a spool; in memory are only
 * what their order depends on and where each lies.
 *
 *     struct rowspool rows = ROWSPOOL_EMPTY;
 *     while (next article)
 *         if (!rowspool_add(&rows, &article, &fault))
 *             ...
 *     if (!rowspool_visit(&rows, visit, context, &fault))
 *         ...
 *     rowspool_release(&rows);
 */
#ifndef CORPUS_STORE_ROWSPOOL_H
#define CORPUS_STORE_ROWSPOOL_H

#include "corpus/base/arena.h"
#include "corpus/base/spool.h"
#include "corpus/base/table.h"
#include "corpus/store/store.h"

struct rowspool {
    struct spool spool;
    struct rowspool_place *places; /* owned; one an article */
    size_t count, capacity;
    struct arena ids;
    struct table sources;
    struct bytes record; /* of the article at hand */
};

#define ROWSPOOL_EMPTY ((struct rowspool){.spool.memory = 8 << 20})

/* Copies the article with all its texts. Fails as a spool does. */
bool rowspool_add(struct rowspool *rows, const struct stored_article *article, struct fault *fault);

/* Visits all that was added, in order. Stops, failing, when `visit` or the spool fails. */
bool rowspool_visit(struct rowspool *rows, store_visitor *visit, void *context,
                    struct fault *fault);

void rowspool_release(struct rowspool *rows);

#endif
