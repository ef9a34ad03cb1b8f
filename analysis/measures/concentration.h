/*
 * Concentration: how unevenly something is shared out (quoted words over
 * speakers, articles over outlets).
 *
 *     uint64_t words[] = {120, 40, 40};
 *     struct concentration uneven;
 *     if (!concentration_measure(&uneven, words, 3, &fault))
 *         return false;
 *
 * Amounts are x_i >= 0 of `count` holders, p_i = x_i / sum x. A holder of
 * nothing counts for Gini and Theil, which ask who has less, and for the
 * number of holders; it adds nothing to the others. So decide and say who is
 * in the set: all known speakers, or those quoted this week.
 *
 * All measures of a whole set describe it; words within articles are not
 * independent draws, so an interval needs resampled articles (bootstrap.h).
 * The order of holders does not matter. All functions are pure.
 */
#ifndef ANALYSIS_MEASURES_CONCENTRATION_H
#define ANALYSIS_MEASURES_CONCENTRATION_H

#include "corpus/base/fault.h"

#include <stddef.h>
#include <stdint.h>

struct concentration {
    double hhi;               /* sum p^2 (Herfindahl 1950), 1/count to 1 */
    double hhi_unbiased;      /* sum x (x - 1) / (N (N - 1)) (Simpson 1949), 0 to 1; N >= 2 */
    double effective;         /* 1 / hhi: so many equal holders would give it, 1 to count */
    double entropy;           /* Shannon's H = -sum p ln p in nats, 0 to ln count */
    double entropy_adjusted;  /* H + (K - 1) / 2N, K holders of something (Miller 1955) */
    double entropy_effective; /* exp H, 1 to count */
    double gini;              /* 0 equal, (count - 1) / count when one has all */
    double gini_unbiased;     /* gini x count / (count - 1), 0 to 1; 0 for one holder */
    double theil;             /* Theil's T (1967), 0 equal, ln count when one has all */
};

/*
 * Fails with FAULT_DOMAIN when there are no holders or all hold nothing;
 * `uneven` is then as it was. For a total of 1, hhi_unbiased is 1.
 */
bool concentration_measure(struct concentration *uneven, const uint64_t *amounts, size_t count,
                           struct fault *fault);

/*
 * The share, 0 to 1, that the `top` largest hold together (a concentration
 * ratio); 1 when there are no more than `top`. Fails as above.
 */
bool concentration_top(double *share, const uint64_t *amounts, size_t count, size_t top,
                       struct fault *fault);

#endif
