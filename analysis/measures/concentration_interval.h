/*
 * Concentration intervals: how far the concentration of a set of holders would
 * vary if other stories had been drawn.
 *
 *     struct concentration_sample week = {.cluster_count = stories, .entries = entries,
 *                                         .entry_count = rows, .holder_count = speakers};
 *     struct concentration_intervals found;
 *     if (!concentration_interval_find(&found, &week, 10, 0.95, 15, &fault))
 *         return false;
 *
 * A cluster (a story) gives amounts (quoted words) to holders (speakers). Each
 * measure m is a smooth function of the holders' totals x_s; by linearisation
 * (the delta method; Woodruff 1971 for shares, Deville 1999 for the rest) a
 * cluster's influence is u_i = sum over holders of dm/dx_s x_is and
 *
 *     v = G / (G - 1) x sum u_i^2                           G clusters, sum u_i = 0
 *
 *     HHI       dm/dx_s = 2 (p_s - HHI) / N
 *     Gini      dm/dx_s = ((2 r_s - n - 1) / n - Gini) / N   r_s rank upwards, ties at
 *                                                            the mean of theirs
 *     top k     dm/dx_s = (w_s - share) / N                  w_s 1 for the k largest, those
 *                                                            level at the end part what is left
 *
 * with Student's t of G - 1 degrees, on the scale of logarithms for HHI and its
 * inverse, of logits for Gini and the top's share.
 *
 * The plain bootstrap is not taken: a resample holds stories twice, which makes
 * it more concentrated than the sample, so that its percentiles lie too high.
 *
 * The interval is of the measure as so many stories give it. All three depend
 * on that number (few stories have few speakers): compare sets of like size.
 *
 * When not: under some 15 clusters, or where one has most of the words.
 * All functions are pure; the order of clusters, entries and holders changes
 * nothing but the last bits.
 */
#ifndef ANALYSIS_MEASURES_CONCENTRATION_INTERVAL_H
#define ANALYSIS_MEASURES_CONCENTRATION_INTERVAL_H

#include "analysis/measures/bootstrap.h"
#include "analysis/measures/interval.h"
#include "corpus/base/fault.h"

#include <stddef.h>

struct concentration_sample {
    size_t cluster_count;
    size_t entry_count;
    const struct bootstrap_entry *entries; /* statistic: the holder; at most one for both */
    size_t holder_count;
};

struct concentration_intervals {
    struct interval hhi, effective, gini, top;
};

/*
 * Fails with FAULT_DOMAIN when there are fewer clusters than `minimum` (at
 * least 2), nothing is held, one holder has all, or a measure does not vary
 * (all clusters alike); `found` is then as it was. Where `top` holders or fewer
 * hold anything their share is 1 without any doubt, and its interval 1 to 1;
 * where all hold alike, Gini's is 0 to 0.
 */
bool concentration_interval_find(struct concentration_intervals *found,
                                 const struct concentration_sample *sample, size_t top,
                                 double level, size_t minimum, struct fault *fault);

#endif
