#include "analysis/measures/interval.h"

#include "analysis/measures/numeric.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <inttypes.h>
#include <math.h>

static bool proportion_makes_sense(struct proportion seen, const char *measure, double level,
                                   struct fault *fault)
{
    if (seen.of == 0 || seen.hits > seen.of)
        return fault_set(fault, FAULT_DOMAIN, "%s: %" PRIu64 " of %" PRIu64 " is no proportion",
                         measure, seen.hits, seen.of);
    return numeric_level(level, measure, fault);
}

/* Of as many draws as `seen` is worth: each counts for 1 / effect of one. */
static struct interval wilson(struct proportion seen, double z, double effect)
{
    double n = (double)seen.of / effect;
    double share = (double)seen.hits / (double)seen.of;
    double middle = share + z * z / (2 * n);
    double half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;

    /* At 0 and 1 the bound is exact in theory and must not miss by rounding. */
    return (struct interval){
        .value = share,
        .low = seen.hits == 0 ? 0 : fmin(share, (middle - half) / scale),
        .high = seen.hits == seen.of ? 1 : fmax(share, (middle + half) / scale),
    };
}

bool interval_wilson(struct interval *share, struct proportion seen, double level,
                     struct fault *fault)
{
    if (!proportion_makes_sense(seen, "Wilson interval", level, fault))
        return false;
    *share = wilson(seen, numeric_z(level), 1);
    return true;
}

/*
 * The x at which the beta distribution has `tail` below it, or above it.
 * gsl_cdf_beta_Pinv() gives up on some common counts; halving never does.
 */
static double beta_quantile(double tail, double a, double b, bool above)
{
    double low = 0;
    double high = 1;

    for (;;) {
        double middle = (low + high) / 2;
        bool too_low =
            above ? gsl_cdf_beta_Q(middle, a, b) > tail : gsl_cdf_beta_P(middle, a, b) < tail;

        if (middle <= low || middle >= high)
            return middle;
        if (too_low)
            low = middle;
        else
            high = middle;
    }
}

bool interval_clopper_pearson(struct interval *share, struct proportion seen, double level,
                              struct fault *fault)
{
    double tail = (1 - level) / 2;
    double hits = (double)seen.hits;
    double misses;

    if (!proportion_makes_sense(seen, "Clopper-Pearson interval", level, fault))
        return false;
    misses = (double)(seen.of - seen.hits);
    share->value = hits / (double)seen.of;
    share->low = seen.hits == 0 ? 0 : beta_quantile(tail, hits, misses + 1, false);
    share->high = seen.hits == seen.of ? 1 : beta_quantile(tail, hits + 1, misses, true);
    return true;
}

bool interval_difference(struct interval *difference, struct proportion one,
                         struct proportion other, double level, struct fault *fault)
{
    return interval_difference_spread(difference, one, other, (struct interval_spread){1, INFINITY},
                                      level, fault);
}

bool interval_difference_spread(struct interval *difference, struct proportion one,
                                struct proportion other, struct interval_spread spread,
                                double level, struct fault *fault)
{
    struct interval first, second;
    double deviate;

    if (!proportion_makes_sense(one, "difference of proportions", level, fault) ||
        !proportion_makes_sense(other, "difference of proportions", level, fault))
        return false;
    if (!(spread.effect >= 1) || isinf(spread.effect) || !(spread.freedom > 0))
        return fault_set(fault, FAULT_DOMAIN,
                         "difference of proportions: an effect of %g with %g degrees of freedom",
                         spread.effect, spread.freedom);
    deviate = isinf(spread.freedom) ? numeric_z(level) : numeric_t(level, spread.freedom);
    first = wilson(one, deviate, spread.effect);
    second = wilson(other, deviate, spread.effect);
    difference->value = first.value - second.value;
    difference->low =
        difference->value - hypot(first.value - first.low, second.high - second.value);
    difference->high =
        difference->value + hypot(first.high - first.value, second.value - second.low);
    return true;
}

static bool exposed_makes_sense(struct exposed seen, const char *measure, double level,
                                struct fault *fault)
{
    if (!(seen.exposure > 0) || isinf(seen.exposure))
        return fault_set(fault, FAULT_DOMAIN, "%s: the exposure %g is not above 0", measure,
                         seen.exposure);
    return numeric_level(level, measure, fault);
}

bool interval_poisson(struct interval *rate, struct exposed seen, double level, struct fault *fault)
{
    double tail = (1 - level) / 2;
    double count = (double)seen.count;

    if (!exposed_makes_sense(seen, "Poisson interval", level, fault))
        return false;
    rate->value = count / seen.exposure;
    rate->low = seen.count == 0 ? 0 : gsl_cdf_chisq_Pinv(tail, 2 * count) / 2 / seen.exposure;
    rate->high = gsl_cdf_chisq_Qinv(tail, 2 * count + 2) / 2 / seen.exposure;
    return true;
}

/* A binomial distribution of `n` draws. */
struct binomial {
    double n;
    double share; /* above 0, below 1 */
};

static double log_chance(struct binomial law, double k)
{
    return gsl_sf_lngamma(law.n + 1) - gsl_sf_lngamma(k + 1) - gsl_sf_lngamma(law.n - k + 1) +
           k * log(law.share) + (law.n - k) * log1p(-law.share);
}

/* P(X <= k) */
static double chance_up_to(struct binomial law, double k)
{
    if (k < 0)
        return 0;
    return k >= law.n ? 1 : gsl_cdf_beta_Q(law.share, k + 1, law.n - k);
}

/* P(X >= k) */
static double chance_from(struct binomial law, double k)
{
    if (k <= 0)
        return 1;
    return k > law.n ? 0 : gsl_cdf_beta_P(law.share, k, law.n - k + 1);
}

/*
 * How many outcomes, counted from the far end towards the mode, are no more
 * likely than `limit`. Likelihood rises all the way there, so halving finds it.
 */
static double unlikely_outcomes(struct binomial law, double limit, bool from_top)
{
    double mode = floor((law.n + 1) * law.share);
    double low = 0;
    double high = from_top ? law.n - mode + 1 : mode;

    while (low < high) {
        double middle = floor((low + high) / 2);
        double outcome = from_top ? law.n - middle : middle;

        if (log_chance(law, outcome) <= limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static double two_sided(struct binomial law, double k)
{
    /* Outcomes that tie with the one seen must count in spite of rounding, as in R. */
    static const double tie = 1e-7;
    double limit = log_chance(law, k) + tie;

    if (k < law.n * law.share) {
        double far = unlikely_outcomes(law, limit, true);
        return fmin(1, chance_up_to(law, k) + chance_from(law, law.n - far + 1));
    }
    if (k > law.n * law.share) {
        double far = unlikely_outcomes(law, limit, false);
        return fmin(1, chance_from(law, k) + chance_up_to(law, far - 1));
    }
    return 1;
}

/* The ratio of rates that gives `one` this share of the sum. */
static double ratio_of_share(double share, struct exposed one, struct exposed other)
{
    return share / (1 - share) * (other.exposure / one.exposure);
}

bool interval_rate_ratio(struct interval *ratio, double *p, struct exposed one,
                         struct exposed other, double level, struct fault *fault)
{
    struct proportion split = {one.count, one.count + other.count};
    struct interval share = {0};
    double chance;

    if (!exposed_makes_sense(one, "rate ratio", level, fault) ||
        !exposed_makes_sense(other, "rate ratio", level, fault))
        return false;
    if (other.count == 0)
        return fault_set(fault, FAULT_DOMAIN,
                         "rate ratio: the other side has no hit, so there is no upper bound");
    if (!interval_clopper_pearson(&share, split, level, fault))
        return false;
    chance = two_sided(
        (struct binomial){(double)split.of, one.exposure / (one.exposure + other.exposure)},
        (double)one.count);
    if (!isfinite(chance))
        return fault_set(fault, FAULT_DOMAIN, "rate ratio: the counts are too large for a p");
    ratio->value = ratio_of_share(share.value, one, other);
    ratio->low = ratio_of_share(share.low, one, other);
    ratio->high = ratio_of_share(share.high, one, other);
    *p = chance;
    return true;
}
