/*
 * Dispersion: how evenly a term is spread over the parts of a corpus
 * (articles, stories, weeks of a source).
 *
 *     struct dispersion_part parts[] = {{1, 900}, {0, 400}, {3, 1200}};
 *     struct dispersion spread;
 *     if (!dispersion_measure(&spread, parts, 3, &fault))
 *         return false;
 *
 * A part has f_i hits among n_i words, s_i is its share of all words and p_i =
 * f_i / n_i its rate. For all terms of a corpus at once, where most parts have
 * no hit, take the DP of dispersion_start() and dispersion_add(): it needs
 * only the parts with a hit.
 *
 * All functions are pure.
 */
#ifndef ANALYSIS_MEASURES_DISPERSION_H
#define ANALYSIS_MEASURES_DISPERSION_H

#include "analysis/measures/ratio.h"
#include "corpus/base/fault.h"

#include <stddef.h>
#include <stdint.h>

struct dispersion_part {
    uint64_t hits;
    uint64_t size; /* words, above 0 */
};

struct dispersion {
    uint64_t range;     /* parts with a hit */
    double dp;          /* Gries (2008): 0 even, towards 1 in one small part */
    double dp_norm;     /* dp / (1 - min s_i), 0 to 1 (Lijffijt and Gries 2012) */
    double dp_norm_hit; /* min over parts with a hit only (Egbert et al. 2020), 0 to 1 */
    double juilland_d;  /* 1 even, 0 all in one part; loses range with many parts */
    double carroll_d2;  /* the same, from the entropy of the rates */
    double rosengren_s; /* 1 even, min s_i at the least */
    double divergence;  /* Kullback and Leibler's, in bits, from s_i to f_i / f; 0 even */
    double da;          /* Burch, Egbert and Biber (2017): 1 even, 0 all in one part */
};

/*
 * All of them from `count` parts, in O(n log n).
 *
 * Fails with FAULT_DOMAIN for fewer than 2 parts, a part without words, or no
 * hit at all; `spread` is then as it was.
 */
bool dispersion_measure(struct dispersion *spread, const struct dispersion_part *parts,
                        size_t count, struct fault *fault);

/*
 * DP in one pass over the parts that have a hit. A part without one adds s_i /
 * 2, so DP = 1/2 (sum over parts with a hit of |f_i / f - s_i| + 1 - sum of
 * their s_i). Sums are whole numbers: no order of parts changes a bit.
 */
struct dispersion_sum {
    uint64_t hits;     /* of the term in all parts */
    uint64_t size;     /* words of all parts */
    uint64_t range;    /* parts added */
    uint64_t hits_met; /* hits of the parts added */
    uint64_t size_met; /* words of the parts added */
    ratio_wide apart;  /* sum of |f_i x size - n_i x hits| */
};

/* `hits` of the term among `size` words, in all parts together. */
struct dispersion_sum dispersion_start(uint64_t hits, uint64_t size);

/* A part with at least one hit. */
void dispersion_add(struct dispersion_sum *sum, struct dispersion_part part);

/*
 * Fails with FAULT_DOMAIN when there is no hit, or when the parts do not add up
 * to what dispersion_start() was told.
 */
bool dispersion_dp(double *dp, const struct dispersion_sum *sum, struct fault *fault);

#endif
