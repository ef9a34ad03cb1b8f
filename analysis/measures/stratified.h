/*
 * Stratified difference: two periods compared within outlets, so that a change
 * of the mix of outlets is not taken for a change of what they write.
 *
 *     struct stratified_pair outlets[] = {{{30, 100}, {10, 80}}, {{2, 60}, {1, 90}}};
 *     struct stratified_difference within;
 *     if (!stratified_difference_find(&within, outlets, 2, 0.95, &fault))
 *         return false;
 *
 * Mantel and Haenszel's difference of proportions: with a_k of n_k articles in
 * one period and b_k of m_k in the other, and w_k = n_k m_k / (n_k + m_k),
 *
 *     d = sum w_k (a_k / n_k - b_k / m_k) / sum w_k
 *
 * A stratum without articles on one side weighs nothing: an outlet that fell
 * silent says nothing about change. The variance is that of Sato, Greenland and
 * Robins (1989), which holds for few large strata as for many small ones:
 *
 *     v = (d P + Q) / (sum w_k)^2
 *     P = sum (n_k^2 b_k - m_k^2 a_k + n_k m_k (m_k - n_k) / 2) / (n_k + m_k)^2
 *     Q = sum (a_k (m_k - b_k) + b_k (n_k - a_k)) / (2 (n_k + m_k))
 *
 * The interval is d +- z sqrt(v), cut at -1 and 1. p is of no difference within
 * any stratum, by Cochran's test (1954): the sum of w_k (a_k / n_k - b_k / m_k)
 * over its error under equal proportions, n_k m_k c_k (s_k - c_k) / (s_k^2 (s_k - 1)) with
 * c_k = a_k + b_k of s_k = n_k + m_k (Mantel and Haenszel 1959), no correction.
 *
 * When not: strata whose differences disagree (d is then an average of unlike
 * things), or a handful of articles in all: the normal theory is rough.
 */
#ifndef ANALYSIS_MEASURES_STRATIFIED_H
#define ANALYSIS_MEASURES_STRATIFIED_H

#include "analysis/measures/interval.h"
#include "corpus/base/fault.h"

#include <stddef.h>

/* One stratum in both periods; `of` may be 0. */
struct stratified_pair {
    struct proportion one, other;
};

struct stratified_difference {
    struct interval difference; /* one - other within strata, -1 to 1 */
    double p;                   /* two-sided, 0 to 1 */
    uint64_t ones, others;      /* articles in strata that are on both sides */
};

/*
 * Fails with FAULT_DOMAIN when hits exceed their number, no stratum is on both
 * sides, or neither side of these has a hit or both have nothing else;
 * `found` is then as it was.
 */
bool stratified_difference_find(struct stratified_difference *found,
                                const struct stratified_pair *strata, size_t count, double level,
                                struct fault *fault);

#endif
