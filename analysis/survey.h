/*
 * The survey: from a store to findings, in one pass over its articles.
 *
 *     struct findings findings = FINDINGS_EMPTY;
 *     struct survey_options options = {.dictionary = &dictionary, .counts = {...}, ...};
 *
 *     if (!survey_make(&findings, store, &options, &fault))
 *         return false;
 *     ...
 *     findings_release(&findings);
 *
 * The same store and options give the same findings, whatever the order in
 * which articles were added.
 */
#ifndef ANALYSIS_SURVEY_H
#define ANALYSIS_SURVEY_H

#include "analysis/audit.h"
#include "analysis/breakdown.h"
#include "analysis/dictionary.h"
#include "analysis/findings.h"
#include "analysis/gram_rows.h"
#include "analysis/people/roster.h"
#include "analysis/term_rows.h"

/* Called for each article of the report, in order; may be NULL. */
struct survey_article_sink {
    void *context;
    bool (*row)(void *context, const struct counts *counts, uint32_t index, struct fault *fault);
};

struct survey_options {
    const struct dictionary *dictionary; /* borrowed */
    uint32_t topic_levels;               /* of its categories that are topics, 1 or more */
    const struct roster *roster;         /* borrowed; NULL for none */
    struct counts_options counts;
    uint32_t minimum; /* articles for an interval */
    uint64_t seed;
    bool discover;                   /* topics beyond the dictionary too */
    struct audit *audit;             /* borrowed; filled with what may be judged; NULL for none */
    struct breakdown_wish breakdown; /* its grouping is also that of the terms' rows */
    struct term_sink term_rows;      /* its `row` may be NULL in survey_make() */
    struct gram_options grams;       /* survey_terms() only: of 0 words, single terms are counted */
    struct survey_article_sink article_rows;
};

/*
 * Fails as counts_read() and the sinks do; the findings are then empty.
 */
bool survey_make(struct findings *findings, struct store *store,
                 const struct survey_options *options, struct fault *fault);

/*
 * Counts words, or phrases, alone: only options->term_rows is filled. A shelf cannot give
 * stories their votes. Fails likewise.
 */
bool survey_terms(struct counts_source source, const struct survey_options *options,
                  struct fault *fault);

#endif
