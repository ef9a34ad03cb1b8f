/*
 * Ratios of sums over clusters: a rate per million words, a share of quoted
 * words, with an interval that knows that words come in articles.
 *
 *     struct ratio_sums sums = RATIO_SUMS_EMPTY;
 *     for each article (or story)
 *         ratio_add(&sums, hits, words);
 *     struct interval rate;
 *     if (!ratio_estimate(&rate, &sums, RATIO_PER_MILLION, &fault))
 *         return false;                     fault.message says why there is none
 *
 * One cluster is one article, or one story where each story has one vote. It
 * brings x (hits) and n (words); the rate is r = sum x / sum n. Its variance is
 * by linearisation (Cochran 1977, 6.8; Woodruff 1971):
 *
 *     v = G / (G - 1) x sum (x_i - r n_i)^2 / (sum n)^2        G clusters
 *
 * with Student's t of G - 1 degrees. Clusters without hits must be added too.
 *
 * Sums are integers, so neither the order of clusters nor the way partial sums
 * are merged changes a bit of the result.
 *
 * When not: for a handful of clusters, for one cluster that holds most of n,
 * and for hits in very few clusters, the interval is only rough. All clusters
 * with the very same x / n have variance 0, and the interval has no width.
 */
#ifndef ANALYSIS_MEASURES_RATIO_H
#define ANALYSIS_MEASURES_RATIO_H

#include "analysis/measures/interval.h"
#include "corpus/base/fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

__extension__ typedef unsigned __int128 ratio_wide;

/* What clusters add up to. Sums of products are exact below 2^128. */
struct ratio_sums {
    uint64_t clusters;
    uint64_t x; /* hits */
    uint64_t n; /* words, or what else the rate is of */
    ratio_wide xx, xn, nn;
};

#define RATIO_SUMS_EMPTY ((struct ratio_sums){0})

/* Adds one cluster with `x` hits among `n`. */
void ratio_add(struct ratio_sums *sums, uint64_t x, uint64_t n);

/* Adds all clusters of `more`; none may be in both. */
void ratio_merge(struct ratio_sums *sums, const struct ratio_sums *more);

/* The scale on which the interval is symmetric, so that its bounds make sense. */
enum ratio_scale {
    RATIO_LOG,   /* rates: the low bound stays above 0 */
    RATIO_LOGIT, /* shares, x <= n: both bounds stay within 0 and 1 */
};

struct ratio_options {
    double level;           /* of the interval: 0.95 */
    double per;             /* the result is a rate per so many: 1e6, or 1 for a share */
    enum ratio_scale scale; /* ratio_estimate() only */
    uint64_t minimum;       /* clusters a side must have, at least 2 */
    double t;               /* ratio_t() of level and clusters where the caller has it, else 0 */
};

#define RATIO_PER_MILLION ((struct ratio_options){0.95, 1e6, RATIO_LOG, 15, 0})
#define RATIO_SHARE ((struct ratio_options){0.95, 1, RATIO_LOGIT, 15, 0})

/*
 * Student's t for an interval over so many clusters; 0 for fewer than 2. It
 * takes longer to find than all the rest of an estimate: for many rates over
 * the same clusters it is found once and given in the options.
 */
double ratio_t(double level, uint64_t clusters);

/*
 * The rate with its interval. Where there are no hits (or, for a share, nothing
 * else) the clusters show no spread; the interval is then Garwood's for a
 * Poisson count of 0 (Clopper and Pearson's for a share), which takes words to
 * be independent and so is, if anything, too narrow.
 *
 * Fails with FAULT_DOMAIN when there are too few clusters, n is 0, or a share
 * has x above n.
 */
bool ratio_estimate(struct interval *rate, const struct ratio_sums *sums,
                    struct ratio_options options, struct fault *fault);

/* A rate as other measures need it: of one word, with its variance. */
struct ratio_moments {
    double rate;     /* sum x / sum n */
    double variance; /* of rate; 0 or more */
    double freedom;  /* clusters - 1 */
};

/* Fails as ratio_estimate() does. */
bool ratio_moments(struct ratio_moments *moments, const struct ratio_sums *sums, uint64_t minimum,
                   struct fault *fault);

/*
 * The same with the variance of the jackknife (Quenouille 1956, Tukey 1958): r_(i)
 * is the rate without cluster i, v = (G - 1) / G x sum (r_(i) - their mean)^2.
 * Where clusters differ much in size it is a little wider than linearisation and
 * the safer of the two; for many clusters they agree. It needs the `count`
 * clusters themselves, x[i] hits among n[i].
 *
 * Fails with FAULT_DOMAIN for fewer than 2 clusters, and when one cluster holds
 * all of n.
 */
bool ratio_jackknife(struct ratio_moments *moments, const uint64_t *x, const uint64_t *n,
                     size_t count, struct fault *fault);

/*
 * The interval from moments, with Student's t: options.level, per and scale are
 * used. Fails with FAULT_DOMAIN when there are no hits or, for a share, nothing
 * else: on these scales such a rate has no interval.
 */
bool ratio_interval(struct interval *rate, const struct ratio_moments *moments,
                    struct ratio_options options, struct fault *fault);

/* The degrees of freedom of a sum of two independent variances (Welch 1947). */
double ratio_freedom(double variance, double freedom, double other_variance, double other_freedom);

struct ratio_difference {
    struct interval difference; /* one - other, per options.per */
    double p;                   /* two-sided, 0 to 1, of no difference */
    double freedom;             /* Welch's, for the interval and p */
};

/*
 * The rate of `one` less that of `other`, which must share no cluster. Interval
 * and p are one test: the interval excludes 0 when and only when p < 1 - level.
 *
 * A side without hits shows no spread, yet its rate is not known to be 0: its
 * variance is taken to be that of a single Poisson hit, 1 / n^2 (the spirit of
 * Agresti and Caffo 2000, who add one hit to each side).
 *
 * Fails as ratio_estimate() does, and when neither side has a hit.
 */
bool ratio_difference(struct ratio_difference *result, const struct ratio_sums *one,
                      const struct ratio_sums *other, struct ratio_options options,
                      struct fault *fault);

#endif
