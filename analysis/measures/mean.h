/*
 * The mean of one value an article, with its interval.
 *
 *     struct mean_sums sums = MEAN_SUMS_EMPTY;
 *     for each article, in canonical order
 *         mean_add(&sums, value);
 *     if (!mean_interval(&mean, &sums, 0.95, &fault))
 *         ...
 *
 * Student's (1908): mean -+ t s / sqrt n, with n - 1 degrees. The sums are
 * Welford's (1962), which lose nothing where values are large and close together;
 * their last bits depend on the order of the values.
 *
 * When not: the values of few articles are far from normal, or one is far from all others.
 */
#ifndef ANALYSIS_MEASURES_MEAN_H
#define ANALYSIS_MEASURES_MEAN_H

#include "analysis/measures/interval.h"
#include "corpus/base/fault.h"

#include <stdint.h>

struct mean_sums {
    uint64_t count;
    double mean;
    double squares; /* sum of (value - mean)^2 */
};

#define MEAN_SUMS_EMPTY ((struct mean_sums){0})

void mean_add(struct mean_sums *sums, double value);

/* Fails with FAULT_DOMAIN for fewer than 2 values; `mean` is then as it was. */
bool mean_interval(struct interval *mean, const struct mean_sums *sums, double level,
                   struct fault *fault);

#endif
