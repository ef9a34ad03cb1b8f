/*
 * Rise: whether something has more hits in the study than the time before
 * would lead one to expect, outlet by outlet.
 *
 *     struct rise_counts counts = {.hits = 9, .all = 11, .expected = 1.2, .spread = 1.4};
 *     if (!rise_test(&p, counts, &fault))
 *         return false;
 *
 * Articles (or stories) lie in strata, the outlets. Of a stratum's t hits each
 * lies in the study with the chance of any of its articles, s = study / (study +
 * baseline), if nothing changed; `expected` is the sum of t s. So an outlet that
 * is in the study alone expects what it brings, and says nothing, and one that
 * published more than before is no rise (the conditional test of Mantel and
 * Haenszel 1959). `spread` is how much more than by chance the hits varied from
 * week to week before: rise_spread().
 *
 * The hits of all strata are then a sum of independent draws with unlike
 * chances. Its upper tail from expected + 1 on is at most the binomial's with
 * the same mean (Hoeffding 1956), which is p. Where the spread is above 1, p is
 * at least that of a negative binomial with this mean and spread times its
 * variance, as in alarms.h. It is one-sided and conservative; below expected + 1
 * hits it is 1.
 *
 * When not: articles that repeat each other count as independent, so give
 * stories. Weeks that are alike need some four of them for a spread.
 */
#ifndef ANALYSIS_MEASURES_RISE_H
#define ANALYSIS_MEASURES_RISE_H

#include "analysis/measures/interval.h"
#include "corpus/base/fault.h"

#include <stddef.h>
#include <stdint.h>

struct rise_counts {
    uint64_t hits;   /* in the study */
    uint64_t all;    /* in study and baseline, at least `hits` */
    double expected; /* of `all` in the study, were nothing changed; 0 to all */
    double spread;   /* 1 or more */
};

/* p, 0 to 1. Fails with FAULT_DOMAIN where the counts contradict each other. */
bool rise_test(double *p, struct rise_counts counts, struct fault *fault);

/*
 * How much hits vary from week to week beside chance: Pearson's chi-square of a
 * constant share, by its degrees of freedom, and at least 1. Weeks without
 * articles are passed over; 1 where fewer than two are left, or no hit.
 */
double rise_spread(const struct proportion *weeks, size_t count);

#endif
