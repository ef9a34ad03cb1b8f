#include "analysis/measures/rise.h"

#include <gsl/gsl_cdf.h>
#include <inttypes.h>
#include <math.h>

bool rise_test(double *p, struct rise_counts counts, struct fault *fault)
{
    double hits = (double)counts.hits, all = (double)counts.all, chance;
    unsigned below = (unsigned)counts.hits - 1;

    if (counts.hits > counts.all || counts.all > UINT32_MAX || !(counts.expected >= 0) ||
        counts.expected > all || !(counts.spread >= 1))
        return fault_set(fault, FAULT_DOMAIN,
                         "rise: %" PRIu64 " hits of %" PRIu64 ", %g expected, spread %g",
                         counts.hits, counts.all, counts.expected, counts.spread);
    *p = 1;
    if (hits < counts.expected + 1)
        return true;
    if (counts.expected <= 0) {
        *p = 0;
        return true;
    }
    /* fmin: where GSL gives up and says NaN there is no claim. */
    *p = fmin(1, gsl_cdf_binomial_Q(below, counts.expected / all, (unsigned)counts.all));
    if (counts.spread > 1) {
        chance = 1 / counts.spread;
        *p = fmax(
            *p, gsl_cdf_negative_binomial_Q(below, chance, counts.expected / (counts.spread - 1)));
    }
    return true;
}

double rise_spread(const struct proportion *weeks, size_t count)
{
    double hits = 0, of = 0, sum = 0;
    size_t seen = 0;

    for (size_t w = 0; w < count; w++) {
        hits += (double)weeks[w].hits;
        of += (double)weeks[w].of;
        seen += weeks[w].of > 0;
    }
    if (seen < 2 || hits <= 0)
        return 1;
    for (size_t w = 0; w < count; w++) {
        double expected = hits * (double)weeks[w].of / of;

        if (weeks[w].of > 0)
            sum +=
                ((double)weeks[w].hits - expected) * ((double)weeks[w].hits - expected) / expected;
    }
    return fmax(1, sum / (double)(seen - 1));
}
