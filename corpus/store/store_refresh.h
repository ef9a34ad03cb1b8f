/*
 * Refreshing: words and quotations of stored articles found anew, from their
 * texts, when the program has a better annotator than made them.
 *
 *     struct store_refresh refresh = {.options = options, .threads = 4};
 *     if (!store_refresh(store, &refresh, &count, &fault))
 *         return false;
 *
 * It can be broken off at any time and goes on where it was. Days are read
 * anew too, in the zone of the options, which becomes the store's.
 */
#ifndef CORPUS_STORE_STORE_REFRESH_H
#define CORPUS_STORE_STORE_REFRESH_H

#include "corpus/store/store.h"

struct store_refresh {
    struct annotate_options options;
    struct span zone; /* the name of options.zone; empty for UTC */
    int threads;
    bool all; /* also articles of this version */
};

/* Adds the number of refreshed articles to `count`. Fails as adding does. */
bool store_refresh(struct store *store, const struct store_refresh *refresh, uint64_t *count,
                   struct fault *fault);

#endif
