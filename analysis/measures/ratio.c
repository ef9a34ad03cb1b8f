#include "analysis/measures/ratio.h"

#include "analysis/measures/numeric.h"

#include <inttypes.h>
#include <math.h>

void ratio_add(struct ratio_sums *sums, uint64_t x, uint64_t n)
{
    sums->clusters++;
    sums->x += x;
    sums->n += n;
    sums->xx += (ratio_wide)x * x;
    sums->xn += (ratio_wide)x * n;
    sums->nn += (ratio_wide)n * n;
}

void ratio_merge(struct ratio_sums *sums, const struct ratio_sums *more)
{
    sums->clusters += more->clusters;
    sums->x += more->x;
    sums->n += more->n;
    sums->xx += more->xx;
    sums->xn += more->xn;
    sums->nn += more->nn;
}

/*
 * The sum of (x_i - r n_i)^2, by xx - 2 r xn + r^2 nn. The three nearly cancel
 * where rates hardly differ, so they are taken times n^2, as whole numbers,
 * as long as those fit.
 */
static double spread(const struct ratio_sums *sums)
{
    double x = (double)sums->x;
    double n = (double)sums->n;
    double rate = x / n;
    ratio_wide apart, joint;

    if ((double)sums->xx * n * n < 0x1p126 && (double)sums->nn * x * x < 0x1p126) {
        apart = sums->xx * sums->n * sums->n + sums->nn * sums->x * sums->x;
        joint = 2 * sums->xn * sums->x * sums->n;
        return (double)(apart - joint) / (n * n);
    }
    return fmax(0, (double)sums->xx - 2 * rate * (double)sums->xn + rate * rate * (double)sums->nn);
}

bool ratio_moments(struct ratio_moments *moments, const struct ratio_sums *sums, uint64_t minimum,
                   struct fault *fault)
{
    double clusters = (double)sums->clusters;
    double n = (double)sums->n;

    if (minimum < 2)
        minimum = 2;
    if (sums->clusters < minimum)
        return fault_set(fault, FAULT_DOMAIN,
                         "%" PRIu64 " articles are too few for an interval, which needs %" PRIu64,
                         sums->clusters, minimum);
    if (sums->n == 0)
        return fault_set(fault, FAULT_DOMAIN, "there are no words to take a rate of");
    moments->rate = (double)sums->x / n;
    moments->variance = clusters / (clusters - 1) * spread(sums) / (n * n);
    moments->freedom = clusters - 1;
    return true;
}

double ratio_t(double level, uint64_t clusters)
{
    return clusters < 2 ? 0 : numeric_t(level, (double)clusters - 1);
}

static struct interval scaled(struct interval interval, double factor)
{
    return (struct interval){interval.value * factor, interval.low * factor,
                             interval.high * factor};
}

static struct interval log_interval(struct ratio_moments moments, double t)
{
    double factor = exp(t * sqrt(moments.variance) / moments.rate);

    return (struct interval){moments.rate, moments.rate / factor, moments.rate * factor};
}

static struct interval logit_interval(struct ratio_moments moments, double t)
{
    double odds = moments.rate / (1 - moments.rate);
    double factor = exp(t * sqrt(moments.variance) / (moments.rate * (1 - moments.rate)));

    /* A factor may exceed all numbers; written so, its bound is then 0 or 1. */
    return (struct interval){
        .value = moments.rate,
        .low = fmin(moments.rate, odds / (odds + factor)),
        .high = fmax(moments.rate, 1 - 1 / (1 + odds * factor)),
    };
}

bool ratio_jackknife(struct ratio_moments *moments, const uint64_t *x, const uint64_t *n,
                     size_t count, struct fault *fault)
{
    struct ratio_sums all = RATIO_SUMS_EMPTY;
    double mean = 0;
    double squares = 0;

    if (count < 2)
        return fault_set(fault, FAULT_DOMAIN, "the jackknife needs 2 articles, not %zu", count);
    for (size_t i = 0; i < count; i++)
        ratio_add(&all, x[i], n[i]);
    for (size_t i = 0; i < count; i++) {
        double rate;

        if (n[i] == all.n)
            return fault_set(fault, FAULT_DOMAIN, "without article %zu there are no words left",
                             i + 1);
        rate = (double)(all.x - x[i]) / (double)(all.n - n[i]);
        /* Welford's sums, which lose nothing where the rates hardly differ. */
        squares += (rate - mean) * (rate - mean) * (double)i / ((double)i + 1);
        mean += (rate - mean) / ((double)i + 1);
    }
    moments->rate = (double)all.x / (double)all.n;
    moments->variance = squares * ((double)count - 1) / (double)count;
    moments->freedom = (double)count - 1;
    return true;
}

bool ratio_interval(struct interval *rate, const struct ratio_moments *moments,
                    struct ratio_options options, struct fault *fault)
{
    bool share = options.scale == RATIO_LOGIT;
    double t;

    if (!numeric_level(options.level, "rate", fault))
        return false;
    if (!(moments->rate > 0) || (share && !(moments->rate < 1)))
        return fault_set(fault, FAULT_DOMAIN, "a rate of %g has no such interval", moments->rate);
    t = numeric_t(options.level, moments->freedom);
    *rate = scaled(share ? logit_interval(*moments, t) : log_interval(*moments, t), options.per);
    return true;
}

bool ratio_estimate(struct interval *rate, const struct ratio_sums *sums,
                    struct ratio_options options, struct fault *fault)
{
    struct ratio_moments moments = {0};
    struct interval result = {0};
    bool share = options.scale == RATIO_LOGIT;
    double t;

    if (!numeric_level(options.level, "rate", fault) ||
        !ratio_moments(&moments, sums, options.minimum, fault))
        return false;
    if (share && sums->x > sums->n)
        return fault_set(fault, FAULT_DOMAIN, "a share cannot have %" PRIu64 " of %" PRIu64,
                         sums->x, sums->n);
    t = options.t > 0 ? options.t : ratio_t(options.level, sums->clusters);
    if (share && (sums->x == 0 || sums->x == sums->n)) {
        if (!interval_clopper_pearson(&result, (struct proportion){sums->x, sums->n}, options.level,
                                      fault))
            return false;
    } else if (sums->x == 0) {
        if (!interval_poisson(&result, (struct exposed){0, (double)sums->n}, options.level, fault))
            return false;
    } else {
        result = share ? logit_interval(moments, t) : log_interval(moments, t);
    }
    *rate = scaled(result, options.per);
    return true;
}

double ratio_freedom(double variance, double freedom, double other_variance, double other_freedom)
{
    double total = variance + other_variance;
    double part = total > 0 ? variance / total : 0.5;

    /* In parts of the total, so that tiny variances do not underflow. */
    return 1 / (part * part / freedom + (1 - part) * (1 - part) / other_freedom);
}

bool ratio_difference(struct ratio_difference *result, const struct ratio_sums *one,
                      const struct ratio_sums *other, struct ratio_options options,
                      struct fault *fault)
{
    struct ratio_moments first = {0};
    struct ratio_moments second = {0};
    double difference, error, freedom, reach;

    if (!numeric_level(options.level, "difference of rates", fault) ||
        !ratio_moments(&first, one, options.minimum, fault) ||
        !ratio_moments(&second, other, options.minimum, fault))
        return false;
    if (one->x == 0 && other->x == 0)
        return fault_set(fault, FAULT_DOMAIN, "there is no hit on either side");
    if (one->x == 0)
        first.variance = pow((double)one->n, -2);
    if (other->x == 0)
        second.variance = pow((double)other->n, -2);

    difference = first.rate - second.rate;
    error = sqrt(first.variance + second.variance);
    freedom = ratio_freedom(first.variance, first.freedom, second.variance, second.freedom);
    reach = numeric_t(options.level, freedom) * error;
    result->difference =
        scaled((struct interval){difference, difference - reach, difference + reach}, options.per);
    result->freedom = freedom;
    if (error > 0)
        result->p = numeric_p_of_t(difference / error, freedom);
    else
        result->p = difference == 0 ? 1 : 0;
    return true;
}
