/*
 * Intervals for proportions and rates of independent counts.
 *
 *     struct interval share;
 *     if (!interval_wilson(&share, (struct proportion){81, 263}, 0.95, &fault))
 *         return false;
 *     share.value, share.low, share.high           0.308 [0.255, 0.366]
 *
 * They hold where the things counted are independent draws: articles with a
 * topic among all articles, stories among stories. Words within articles are
 * not; for those take ratio.h or bootstrap.h.
 *
 * All functions are pure. Each fails with FAULT_DOMAIN where its numbers make
 * no sense and then leaves its results as they were.
 */
#ifndef ANALYSIS_MEASURES_INTERVAL_H
#define ANALYSIS_MEASURES_INTERVAL_H

#include "corpus/base/fault.h"

#include <stdint.h>

/* An estimate and its two-sided interval; always finite, low <= value <= high. */
struct interval {
    double value;
    double low;
    double high;
};

/* `hits` among `of`; of > 0, hits <= of. */
struct proportion {
    uint64_t hits;
    uint64_t of;
};

/* `count` events in `exposure` (tokens, articles, weeks, ...), exposure > 0. */
struct exposed {
    uint64_t count;
    double exposure;
};

/* A proportion, 0 to 1, by Wilson's score method (1927). */
bool interval_wilson(struct interval *share, struct proportion seen, double level,
                     struct fault *fault);

/* The same by Clopper and Pearson (1934): exact, never too narrow, often too wide. */
bool interval_clopper_pearson(struct interval *share, struct proportion seen, double level,
                              struct fault *fault);

/* one - other, -1 to 1: Newcombe (1998), method 10, from two Wilson intervals. */
bool interval_difference(struct interval *difference, struct proportion one,
                         struct proportion other, double level, struct fault *fault);

/* How counts vary more than by chance (spread.h). */
struct interval_spread {
    double effect;  /* variance in units of chance's, 1 or more */
    double freedom; /* degrees with which it is known, above 0; INFINITY for ever so many */
};

/*
 * The same where draws are not independent: each side is worth hits / effect
 * among of / effect, and Student's t takes the place of z. Fails also when the
 * spread is not as said.
 */
bool interval_difference_spread(struct interval *difference, struct proportion one,
                                struct proportion other, struct interval_spread spread,
                                double level, struct fault *fault);

/* The rate count / exposure, 0 or more: Garwood's exact Poisson interval (1936). */
bool interval_poisson(struct interval *rate, struct exposed seen, double level,
                      struct fault *fault);

/*
 * The ratio of the rate of `one` to that of `other`, 0 or more, given their sum
 * (Przyborowski and Wilenski 1940): a Clopper-Pearson interval of one's share.
 * `p`, 0 to 1, is the exact two-sided probability under equal rates, by adding
 * all outcomes that are no more likely than the one seen.
 *
 * Fails also where `other` has no count: the ratio then has no upper bound.
 */
bool interval_rate_ratio(struct interval *ratio, double *p, struct exposed one,
                         struct exposed other, double level, struct fault *fault);

#endif
