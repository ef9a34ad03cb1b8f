/*
 * Strata: the larger outlets of a report, each by itself, and all others
 * together, with the articles of each step and those that carry a topic.
 *
 *     struct strata strata = strata_start(&counts, 7);
 *     strata_count(&strata, &counts, &topics.carried, topic);
 *     use(strata.hits[k * strata.steps + step], strata.articles[k * strata.steps + step]);
 *     strata_release(&strata);
 */
#ifndef ANALYSIS_STRATA_H
#define ANALYSIS_STRATA_H

#include "analysis/carried.h"
#include "analysis/counts.h"

enum {
    STRATA_MOST = 16,
    STRATA_SMALLEST = 20, /* an outlet of its own has one article in so many, or more */
};

struct strata {
    size_t count, steps;
    uint32_t *of_outlet; /* by source */
    uint32_t *articles;  /* by stratum, then step */
    uint32_t *hits;      /* articles that carry the topic counted last, likewise */
};

/* At most `own` outlets, below STRATA_MOST, by themselves: those with most articles. */
struct strata strata_start(const struct counts *counts, size_t own);

void strata_count(struct strata *strata, const struct counts *counts, const struct carried *carried,
                  uint32_t topic);

void strata_release(struct strata *strata);

#endif
