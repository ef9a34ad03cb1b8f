/*
 * Merging: stores added up into a new one.
 *
 * The articles of all stores meet as if one store had taken them all: equal
 * ones once, revisions settled by revision.h. So the order of the stores does
 * not matter, nor whether three are merged at once or two and then the third.
 *
 * Shards are parts of one set: all of them must be there, each once, complete
 * and made from the same input. Stores that are no shards need not be of the
 * same input. All must have the same words' rule, annotator, zone and
 * configuration; what does not fit is refused with the store's name.
 */
#ifndef CORPUS_STORE_STORE_MERGE_H
#define CORPUS_STORE_STORE_MERGE_H

#include "corpus/store/store.h"

#include <stdint.h>

struct store_merge {
    const char *const *paths; /* of stores, borrowed */
    size_t count;             /* 1 or more */
    uint32_t wait;            /* seconds */
    bool partial;             /* shards may be missing: they are merged later */
};

/*
 * Makes the store at `target`, where nothing is yet, from those of `merge`.
 * It appears under its name when it is complete. Fails with FAULT_INPUT where
 * a store does not fit, FAULT_OUTPUT where `target` is there already, and as
 * opening and adding do.
 */
bool store_merge(const char *target, const struct store_merge *merge, struct store_tally *tally,
                 struct fault *fault);

/* The numbers of a store's articles in a joined one; none where last < first. */
struct store_part {
    uint32_t first, last;
};

/*
 * Opens a store of this run alone that holds the articles of all stores, each store's apart:
 * what two of them hold is there twice. Fills in a part for each. The stores' configurations
 * may differ; `partial` has no meaning here. Fails with FAULT_INPUT where a store does not fit or
 * is a shard, and as opening does.
 */
bool store_join(struct store **joined, const struct store_merge *merge, struct store_part *parts,
                struct fault *fault);

#endif
