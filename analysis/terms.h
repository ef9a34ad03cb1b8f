/*
 * Terms: how often each was used in study and baseline.
 *
 *     struct terms terms = TERMS_EMPTY;
 *     terms_start(&terms, store_terms(store), counts, minimum);
 *     for each article, in the order of counts.h
 *         terms_add(&terms, counts, index, &bag);
 *     terms_end(&terms);
 *     ...
 *     terms_release(&terms);
 *
 * All sums are integers.
 */
#ifndef ANALYSIS_TERMS_H
#define ANALYSIS_TERMS_H

#include "analysis/bag.h"
#include "analysis/counts.h"
#include "analysis/measures/ratio.h"

/* What one side of the comparison adds up to for one term. */
struct term_sums {
    uint64_t x, xx, xn;
    uint32_t articles;
};

/* A term in an article. */
struct posting {
    uint32_t term;
    uint32_t article; /* index into counts */
    uint32_t count;
};

struct postings {
    struct posting *items;
    size_t count, capacity;
};

struct terms {
    const struct table *vocabulary; /* borrowed */
    uint32_t minimum;               /* articles for an interval */
    /* By term id: */
    struct term_sums *study, *baseline;
    uint32_t *series; /* week_count numbers a term */
    /* Of all articles of a side, or of a week: clusters, n and nn. */
    struct ratio_sums study_all, baseline_all;
    struct ratio_sums *weeks_all;
    struct postings study_postings; /* by term, then article; complete after terms_end() */
    size_t *study_first;            /* by term id: where its postings begin; count + 1 long */
};

#define TERMS_EMPTY ((struct terms){0})

/* `minimum`: the least number of articles for an interval. */
void terms_start(struct terms *terms, const struct table *vocabulary, const struct counts *counts,
                 uint32_t minimum);

/* Adds the article with its words. */
void terms_add(struct terms *terms, const struct counts *counts, uint32_t index,
               const struct bag *bag);

/* Sorts the study's postings: nothing may be added after it. */
void terms_end(struct terms *terms);

void terms_release(struct terms *terms);

#endif
