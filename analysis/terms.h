/*
 * Terms: how often each was used, week by week and in study and baseline.
 *
 *     struct terms terms = TERMS_EMPTY;
 *     terms_start(&terms, store_terms(store), sink);
 *     for each article, in the order of counts.h
 *         terms_add(&terms, counts, index, ids, id_count, &fault);
 *     terms_end(&terms, counts, &fault);
 *     ...
 *     terms_release(&terms);
 *
 * The rows of terms.csv are handed to the sink as each week ends, so memory
 * does not grow with the number of weeks times terms. All sums are integers.
 */
#ifndef ANALYSIS_TERMS_H
#define ANALYSIS_TERMS_H

#include "analysis/counts.h"
#include "analysis/estimate.h"
#include "analysis/measures/ratio.h"

/* A term in one week, or in the undated set. */
struct term_row {
    int32_t week; /* WEEK_NONE for the undated set */
    struct span term;
    uint32_t count, articles;
    uint64_t tokens;      /* counted words of the week */
    struct estimate rate; /* per million, over articles (linearised) */
    double dp;            /* deviation of proportions over the week's articles */
    bool has_dp;
};

struct term_sink {
    void *context;
    /* Rows come week by week, in a week by falling count and then by term. May be NULL. */
    bool (*row)(void *context, const struct term_row *row, struct fault *fault);
};

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
    struct term_sink sink;
    uint32_t minimum; /* articles for an interval */
    /* By term id: */
    struct term_sums *study, *baseline;
    uint32_t *series; /* week_count numbers a term */
    /* Of all articles of a side, or of a week: clusters, n and nn. */
    struct ratio_sums study_all, baseline_all;
    struct ratio_sums *weeks_all;
    struct postings study_postings; /* by term, then article; complete after terms_end() */
    size_t *study_first;            /* by term id: where its postings begin; count + 1 long */
    /* While reading: */
    struct postings week_postings;
    int32_t week;          /* of these */
    uint32_t *occurrences; /* by term, of the article at hand */
    uint32_t *touched;
};

#define TERMS_EMPTY ((struct terms){0})

/* `minimum`: the least number of articles for an interval. */
void terms_start(struct terms *terms, const struct table *vocabulary, const struct counts *counts,
                 uint32_t minimum, struct term_sink sink);

/* Adds the article's words, ids plus 1 with 0 for a break. Fails when the sink fails. */
bool terms_add(struct terms *terms, const struct counts *counts, uint32_t index,
               const uint32_t *ids, size_t count, struct fault *fault);

/* Hands over the last week's rows and sorts the study's postings. */
bool terms_end(struct terms *terms, const struct counts *counts, struct fault *fault);

void terms_release(struct terms *terms);

#endif
