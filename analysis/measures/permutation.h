/*
 * Permutation by article: could the difference of two rates have come from
 * which article happened to fall on which side?
 *
 *     struct permutation outcome;
 *     if (!permutation_test(&outcome, &articles, PERMUTATION_PLAN(seed), &fault))
 *         return false;
 *     outcome.p, outcome.error                      0.0132 +- 0.0011
 *
 * Articles of study and reference are shuffled together and dealt out again,
 * as many to each side as before (Fisher 1935, Pitman 1937; for word counts
 * Lijffijt et al. 2016). The statistic is the rate of the study less that of
 * the reference, sum x / sum n on each side. p is two-sided: the part of deals
 * at least as far from 0, the one seen among them, (1 + #{|d*| >= |d|}) /
 * (B + 1) (Phipson and Smyth 2010), so never 0 and at least 1 / (B + 1). Its
 * Monte-Carlo error is sqrt(p (1 - p) / B).
 *
 * It needs no distribution, no spread and no hit on both sides. Deals cost
 * B x the smaller side's articles; keyness_by_article() is some thousand times as fast.
 *
 * When not: it asks whether the two sets of articles are alike in all ways, so
 * where one side's articles are much longer or vary much more, p answers for
 * that too. Copies of one story are not exchangeable: give stories.
 *
 * The same articles, plan and seed give the same bits on every machine. The
 * order of articles is part of the input: keep it canonical.
 */
#ifndef ANALYSIS_MEASURES_PERMUTATION_H
#define ANALYSIS_MEASURES_PERMUTATION_H

#include "corpus/base/fault.h"

#include <stddef.h>
#include <stdint.h>

struct permutation_article {
    uint64_t hits;
    uint64_t words; /* above 0 */
};

struct permutation_sample {
    const struct permutation_article *articles; /* those of the study first */
    size_t study;                               /* so many of them, above 0 */
    size_t count;                               /* all, above `study` */
};

struct permutation_plan {
    uint64_t seed;
    size_t replicates; /* B, 100 to 1,000,000 */
};

#define PERMUTATION_PLAN(chosen_seed) ((struct permutation_plan){(chosen_seed), 9999})

struct permutation {
    double difference; /* of the rates, per word */
    double p;          /* two-sided, 1 / (B + 1) to 1 */
    double error;      /* of p, from B being finite */
};

/*
 * Fails with FAULT_DOMAIN when a side has no article, an article has no words
 * or more hits than words, there is no hit at all, or the plan is out of range;
 * `outcome` is then as it was.
 */
bool permutation_test(struct permutation *outcome, const struct permutation_sample *sample,
                      struct permutation_plan plan, struct fault *fault);

#endif
