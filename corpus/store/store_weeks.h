/*
 * Each term's counts by ISO week, over all articles that hold and have a day.
 *
 * They are kept as one blob a term and brought up to date when a run ends;
 * articles that came since, or after a run was broken off, are counted on the
 * spot, so what is handed out is always complete.
 */
#ifndef CORPUS_STORE_STORE_WEEKS_H
#define CORPUS_STORE_STORE_WEEKS_H

#include "corpus/store/store.h"
#include "corpus/store/weekcounts.h"

/* The weeks of one term, rising; valid during the visit. */
struct term_weeks {
    uint32_t term; /* id in store_terms() */
    const struct week_count *weeks;
    size_t count; /* 1 or more */
};

/*
 * Calls `visit` for each term that was used in a dated article, by rising id.
 * Stops, failing, when `visit` returns false; fails with FAULT_DAMAGED where
 * the counts are not as written.
 */
bool store_walk_weeks(struct store *store,
                      bool (*visit)(void *context, const struct term_weeks *weeks,
                                    struct fault *fault),
                      void *context, struct fault *fault);

#endif
