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
 * A cluster (a story) gives amounts (quoted words) to holders (speakers). The
 * variance is the jackknife's (Quenouille 1956, Tukey 1958):
 *
 *     v = (G - 1) / G x sum (m_(i) - mean of m_(i))^2       G clusters
 *
 * m_(i) being the measure without cluster i, exactly: who had words in that one
 * alone is then no holder. With Student's t of G - 1 degrees, on the scale of
 * logarithms for HHI and its inverse, of logits for Gini and the share of the
 * largest.
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
    size_t holder_count;                   /* each with an entry above 0 */
};

struct concentration_intervals {
    struct interval hhi, effective, gini, top;
};

/*
 * Fails with FAULT_DOMAIN when there are fewer clusters than `minimum` (at
 * least 2), nothing is held, one holder or one cluster has all, or nothing
 * varies (all clusters alike); `found` is then as it was. Where `top` holders or fewer
 * hold anything their share is 1 without any doubt, and its interval 1 to 1;
 * where all hold alike, Gini's is 0 to 0.
 */
bool concentration_interval_find(struct concentration_intervals *found,
                                 const struct concentration_sample *sample, size_t top,
                                 double level, size_t minimum, struct fault *fault);

#endif
