#include "analysis/measures/mean.h"

#include "analysis/measures/numeric.h"

#include <math.h>

void mean_add(struct mean_sums *sums, double value)
{
    double before = value - sums->mean;

    sums->count++;
    sums->mean += before / (double)sums->count;
    sums->squares += before * (value - sums->mean);
}

bool mean_interval(struct interval *mean, const struct mean_sums *sums, double level,
                   struct fault *fault)
{
    double n = (double)sums->count, half;

    if (!numeric_level(level, "mean", fault))
        return false;
    if (sums->count < 2)
        return fault_set(fault, FAULT_DOMAIN, "the mean of a single value has no interval");
    half = numeric_t(level, n - 1) * sqrt(sums->squares / (n - 1) / n);
    *mean = (struct interval){sums->mean, sums->mean - half, sums->mean + half};
    return true;
}
