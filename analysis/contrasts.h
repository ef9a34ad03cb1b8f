/*
 * Contrasts: every other measure of keyness, for the first rows of the findings.
 *
 *     struct contrasts contrasts = CONTRASTS_EMPTY;
 *     if (!contrasts_find(&contrasts, &findings, source, &wish, &fault))
 *         ...
 *     contrasts.rows[i].chi2                            of findings.keyness_rows[i]
 *     contrasts_release(&contrasts);
 *
 * What is asked of articles (Fisher's test, the permutation) needs each article's
 * hits: the articles of study and baseline are read once more for it.
 */
#ifndef ANALYSIS_CONTRASTS_H
#define ANALYSIS_CONTRASTS_H

#include "analysis/counts.h"
#include "analysis/findings.h"
#include "analysis/measures/interval.h"

/* Kilgarriff's constant, the prior's pseudo-counts, and deals of articles. */
enum { CONTRASTS_CONSTANT = 1, CONTRASTS_PRIOR = 100, CONTRASTS_DEALS = 999 };

struct contrasts_wish {
    struct counts_options counts; /* as the findings were made with */
    size_t most;                  /* rows; 0: all */
    uint64_t seed;
};

/* A value that not every term has. */
struct contrast_value {
    double value;
    bool has_value;
};

struct contrast_row {
    uint32_t reference_articles; /* of the baseline that use the term */
    double chi2;                 /* with Yates's correction */
    double g2_two_cell;
    double log_ratio_conservative; /* LRC */
    struct contrast_value percent; /* %DIFF */
    double bic;
    struct contrast_value ell;
    struct interval odds_ratio;        /* as if tokens were independent */
    double simple_maths;               /* rates per million plus CONTRASTS_CONSTANT */
    double weighted_log_odds;          /* z; prior CONTRASTS_PRIOR x the pooled share */
    struct contrast_value fisher;      /* p, on articles */
    struct contrast_value permutation; /* p, by article */
};

struct contrasts {
    struct contrast_row *rows; /* owned */
    size_t count;
};

#define CONTRASTS_EMPTY ((struct contrasts){0})

/* Fails as the source does; `contrasts` is then to be released all the same. */
bool contrasts_find(struct contrasts *contrasts, const struct findings *findings,
                    struct counts_source source, const struct contrasts_wish *wish,
                    struct fault *fault);

void contrasts_release(struct contrasts *contrasts);

#endif
