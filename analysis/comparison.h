/*
 * Comparison: which terms set the study apart from the baseline.
 *
 * Tested is each term with COMPARISON_LEAST occurrences in COMPARISON_ARTICLES
 * articles or more, both sides together. A change is clear when the 95 %
 * interval of the log ratio, from articles, excludes 0 and all three q, from
 * tokens, from articles and from how much the term's weeks differ (spread.h), are
 * at most 0.05 after Benjamini and Hochberg over all terms tested. Only content words of five
 * articles or more are shown. The most frequent ones are those that tell something of the
 * study: a word that nine of ten articles or more have, of COMPARISON_FIXED articles at least,
 * stands there whatever happened (what a search was for, "chars" of a clipped feed), and is a
 * fixture.
 */
#ifndef ANALYSIS_COMPARISON_H
#define ANALYSIS_COMPARISON_H

#include "analysis/findings.h"
#include "analysis/terms.h"

enum {
    COMPARISON_LEAST = 5,
    COMPARISON_ARTICLES = 3,
    COMPARISON_SHOWN = 15,
    COMPARISON_FIXED = 30
};

/*
 * Fills the findings' keyness rows, `risen`, `fallen`, `frequent` and `fixtures`. `terms`
 * must have ended; `language` chooses the stop words.
 */
void comparison_find(struct findings *findings, const struct terms *terms,
                     const struct counts *counts, struct span language);

#endif
