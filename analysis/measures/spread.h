/*
 * Spread: how much more weeks differ from each other than chance alone makes
 * them, and a test of change that knows it.
 *
 * News comes in waves: a topic's articles and a term's uses vary from week to
 * week by more than a binomial or Poisson law has it. A week tested against
 * others as if it did not is called changed far too often.
 *
 *     for each series
 *         spread_add(&spreads[i], weeks, count);          weeks of the baseline
 *     spread_moderate(spreads, series);
 *     p = spread_p(study, baseline, &spreads[i]);
 *
 * The dispersion of a series is Pearson's statistic of its weeks against their
 * common share, over their degrees of freedom (quasi-likelihood; Wedderburn
 * 1974, McCullagh and Nelder 1989). A dozen weeks know it badly. So series
 * learn from each other (empirical Bayes; Smyth 2004, Lund et al. 2012): the
 * dispersions of the series about as frequent have a mean s0 worth d0 degrees of
 * freedom, both by the moments of their logarithms, and
 *
 *     dispersion = (d0 s0 + d s) / (d0 + d), with d0 + d degrees of freedom
 *
 * Where they differ by no more than chance s0 is their mean, worth all their degrees.
 *
 * Two tests of a study against its baseline, the dispersion at least 1:
 * quasi-likelihood, G2 / dispersion against F with 1 and d0 + d degrees, knows how
 * well the dispersion is known, but not that rare counts are skewed. A negative
 * binomial whose variance is dispersion x (1 - share) x mean knows that: given the
 * sum of both sides the study's hits are beta-binomial with the parameters
 * expected / (dispersion (1 - share) - 1); the binomial test where that is 0 or
 * below. p is the larger of the two.
 *
 * When not: weeks that follow a trend or the last week; they spread a series, so
 * changes are then found less often. Of one or two weeks d0 is all that is known.
 */
#ifndef ANALYSIS_MEASURES_SPREAD_H
#define ANALYSIS_MEASURES_SPREAD_H

#include "analysis/measures/interval.h"

#include <stddef.h>

/* Of how many series on either side one learns, and the fewest in all. */
enum { SPREAD_NEIGHBOURS = 100, SPREAD_SERIES_LEAST = 10 };

struct spread {
    double dispersion; /* as observed, then moderated; 0 or more */
    double freedom;    /* degrees; 0: nothing is known */
    uint64_t hits;     /* in all its weeks */
};

#define SPREAD_EMPTY ((struct spread){0})

/*
 * Adds the weeks of one side: they are held against the share they have
 * together. Weeks without exposure say nothing; weeks without a hit, or of
 * nothing else, do not vary.
 */
void spread_add(struct spread *spread, const struct proportion *weeks, size_t count);

/*
 * Moves each dispersion towards those of the series about as frequent. Fewer than
 * SPREAD_SERIES_LEAST of them with a dispersion above 0 are left as they are; a
 * series without a hit has that of the rarest.
 * The order of the series changes nothing.
 */
void spread_moderate(struct spread *spreads, size_t count);

/* By how much the variance is larger than chance has it: the dispersion, at least 1. */
double spread_effect(const struct spread *spread);

/*
 * The p, 0 to 1, of a study that has its hits at the baseline's share: the larger
 * of the F test's and of the skewed one. 1 where nothing is known of the spread,
 * and where neither side has a hit, or nothing else.
 */
double spread_p(struct proportion study, struct proportion baseline, const struct spread *spread);

#endif
