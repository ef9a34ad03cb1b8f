/*
 * Trends without a model: is a series rising (Mann and Kendall), and by how
 * much a week (Theil and Sen)?
 *
 *     struct ranktest_trend trend;
 *     struct interval slope;
 *     if (!ranktest_mann_kendall(&trend, times, rates, weeks, &fault) ||
 *         !ranktest_theil_sen(&slope, times, rates, weeks, 0.95, &fault))
 *         return false;
 *
 * `times` rise strictly and may have gaps (weeks without articles are left
 * out, not filled in). Take rates, not counts, where exposure changes.
 *
 * When not: both take the values to be independent; where each week follows
 * the last (positive autocorrelation) p is too small and the interval too
 * narrow: take ranktest_hamed_rao() for p then. Fewer than some 8 weeks can
 * hardly show anything.
 *
 * All functions are pure. They fail with FAULT_DOMAIN for fewer than 3 or more
 * than 4,000 values, values that are not finite, or times that do not rise,
 * and then leave their result as it was.
 */
#ifndef ANALYSIS_MEASURES_RANKTEST_H
#define ANALYSIS_MEASURES_RANKTEST_H

#include "analysis/measures/interval.h"
#include "corpus/base/fault.h"

#include <stddef.h>
#include <stdint.h>

struct ranktest_trend {
    int64_t s;       /* pairs that rise less pairs that fall */
    double variance; /* of s without a trend, with the correction for ties */
    double z;        /* (s - sign s) / sqrt(variance), 0 for s = 0 */
    double p;        /* two-sided, 0 to 1, from the normal distribution */
    double tau;      /* Kendall's tau-b, -1 to 1; 0 when all values are equal */
};

/* Mann (1945), Kendall (1975). The times' distances do not matter, only their order. */
bool ranktest_mann_kendall(struct ranktest_trend *trend, const double *times, const double *values,
                           size_t count, struct fault *fault);

/*
 * Mann and Kendall's test with the variance of s corrected for autocorrelation
 * (Hamed and Rao 1998): times 1 + 2 / (n (n - 1) (n - 2)) x sum over lags i of
 * (n - i) (n - i - 1) (n - i - 2) r_i. r_i is the autocorrelation of the ranks
 * of what is left when the Theil-Sen line is taken away, and counts where it
 * exceeds 1.96 / sqrt(n) to either side. s and tau stay as they were.
 *
 * `lags` are looked at, at most count - 1; for weekly series a few, 4 say:
 * in long seasonal series the many high lags can shrink the variance to a
 * fraction. Lags are in values, so gaps between weeks are passed over. With
 * fewer than some 30 values only very strong autocorrelation is seen at all.
 *
 * Fails also when lags are 0 or too many, and when the correction leaves no
 * variance.
 */
bool ranktest_hamed_rao(struct ranktest_trend *trend, const double *times, const double *values,
                        size_t count, size_t lags, struct fault *fault);

/*
 * The median of the slopes of all pairs, per unit of time (Theil 1950, Sen
 * 1968), with the interval by ranks: the (N - C) / 2 th and the (N + C) / 2 +
 * 1 st of N slopes, C = z x sqrt(variance), in between by a straight line
 * (Gilbert 1987). Where these ranks do not exist the extreme slopes serve, and
 * the interval is then narrower than its level says: with 3 or 4 values.
 */
bool ranktest_theil_sen(struct interval *slope, const double *times, const double *values,
                        size_t count, double level, struct fault *fault);

#endif
