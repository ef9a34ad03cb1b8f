#include "analysis/measures/stratified.h"

#include "analysis/measures/numeric.h"

#include <math.h>

/* What the strata add up to. */
struct stratified_sums {
    double weights, excess; /* of w, of w times the difference */
    double p, q;            /* P and Q of the variance */
    double null;            /* variance of `excess` where there is no difference */
};

static void add_stratum(struct stratified_sums *sums, const struct stratified_pair *pair)
{
    double a = (double)pair->one.hits, n = (double)pair->one.of;
    double b = (double)pair->other.hits, m = (double)pair->other.of;
    double all = n + m, hits = a + b;

    sums->weights += n * m / all;
    sums->excess += (a * m - b * n) / all;
    sums->p += (n * n * b - m * m * a + n * m * (m - n) / 2) / (all * all);
    sums->q += (a * (m - b) + b * (n - a)) / (2 * all);
    sums->null += n * m * hits * (all - hits) / (all * all * (all - 1));
}

bool stratified_difference_find(struct stratified_difference *found,
                                const struct stratified_pair *strata, size_t count, double level,
                                struct fault *fault)
{
    struct stratified_sums sums = {0};
    struct stratified_difference result = {0};
    double value, variance, reach;

    if (!numeric_level(level, "stratified difference", fault))
        return false;
    for (size_t k = 0; k < count; k++) {
        const struct stratified_pair *pair = &strata[k];

        if (pair->one.hits > pair->one.of || pair->other.hits > pair->other.of)
            return fault_set(fault, FAULT_DOMAIN, "stratum %zu has more hits than articles", k + 1);
        if (pair->one.of == 0 || pair->other.of == 0)
            continue;
        add_stratum(&sums, pair);
        result.ones += pair->one.of;
        result.others += pair->other.of;
    }
    if (sums.weights <= 0)
        return fault_set(fault, FAULT_DOMAIN, "no stratum has articles on both sides");
    if (sums.null <= 0)
        return fault_set(fault, FAULT_DOMAIN, "every article of a stratum is alike");
    value = sums.excess / sums.weights;
    variance = fmax(0, value * sums.p + sums.q) / (sums.weights * sums.weights);
    reach = numeric_z(level) * sqrt(variance);
    result.difference = (struct interval){value, fmax(-1, value - reach), fmin(1, value + reach)};
    result.p = numeric_p_of_z(sums.excess / sqrt(sums.null));
    *found = result;
    return true;
}
