#include "analysis/measures/alarms.h"

#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_movstat.h>
#include <math.h>
#include <stdlib.h>

/* The whole series' rate, or -1 with a fault. */
static double rate_of(const struct exposed *weeks, size_t count, double width, struct fault *fault)
{
    double hits = 0;
    double exposure = 0;

    if (!(width > 0) || isinf(width)) {
        (void)fault_set(fault, FAULT_DOMAIN, "alarms: the width %g is not above 0", width);
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        if (!(weeks[i].exposure > 0) || isinf(weeks[i].exposure)) {
            (void)fault_set(fault, FAULT_DOMAIN, "alarms: week %zu has the exposure %g", i + 1,
                            weeks[i].exposure);
            return -1;
        }
        hits += (double)weeks[i].count;
        exposure += weeks[i].exposure;
    }
    if (hits == 0) {
        (void)fault_set(fault, FAULT_DOMAIN, "alarms: there are no hits");
        return -1;
    }
    return hits / exposure;
}

static struct alarms_point point_at(double value, double middle, double reach)
{
    struct alarms_point point = {value, middle - reach, middle, middle + reach, 0};

    point.out = (value > point.high) - (value < point.low);
    return point;
}

static void chart(struct alarms_point *points, const struct exposed *weeks, size_t count,
                  double rate, double width)
{
    for (size_t i = 0; i < count; i++) {
        double reach = width * sqrt(rate / weeks[i].exposure);

        points[i] = point_at((double)weeks[i].count / weeks[i].exposure, rate, reach);
        points[i].low = fmax(0, points[i].low);
    }
}

bool alarms_u_chart(struct alarms_point *points, const struct exposed *weeks, size_t count,
                    double width, struct fault *fault)
{
    double rate = rate_of(weeks, count, width, fault);

    if (rate < 0)
        return false;
    chart(points, weeks, count, rate, width);
    return true;
}

bool alarms_laney(struct alarms_point *points, const struct exposed *weeks, size_t count,
                  double width, struct fault *fault)
{
    double rate = rate_of(weeks, count, width, fault);
    double before = 0;
    double moved = 0;

    if (rate < 0)
        return false;
    for (size_t i = 0; i < count; i++) {
        double expected = rate * weeks[i].exposure;
        double z = ((double)weeks[i].count - expected) / sqrt(expected);

        moved += i > 0 ? fabs(z - before) : 0;
        before = z;
    }
    if (moved == 0)
        return fault_set(fault, FAULT_DOMAIN, "alarms: the weeks do not vary");
    /* The mean distance of two normal deviates is 2 / sqrt(pi). */
    chart(points, weeks, count, rate, width * moved / ((double)count - 1) / M_2_SQRTPI);
    return true;
}

/* What the weeks before the last say of it. */
struct past {
    double rate, exposure;
    double dispersion; /* variance over a Poisson count's, 1 or more */
    double freedom;
};

/*
 * Laney's spread is of neighbours, which a slow change does not widen; Pearson's
 * is of all weeks, which skewed counts do not narrow. The larger is the safer.
 */
static bool take_past(struct past *past, const struct exposed *weeks, size_t count, double width,
                      struct fault *fault)
{
    struct alarms_point *points = memory_new(count, sizeof *points);
    struct past taken = {.dispersion = 1, .freedom = 0.6 * ((double)count - 1)};
    double pearson = 0;
    bool done = alarms_laney(points, weeks, count, width, fault);

    for (size_t i = 0; done && i < count; i++) {
        double expected = points[i].middle * weeks[i].exposure;
        double reach = (points[i].high - points[i].middle) / width * weeks[i].exposure;

        pearson += gsl_pow_2((double)weeks[i].count - expected) / expected / ((double)count - 1);
        taken.dispersion = fmax(taken.dispersion, reach * reach / expected);
        taken.rate = points[i].middle;
        taken.exposure += weeks[i].exposure;
    }
    taken.dispersion = fmax(taken.dispersion, pearson);
    free(points);
    *past = taken;
    return done;
}

/* A sum of weeks' rates, each times its part, of which 0 is expected. */
struct moments {
    double variance, third; /* central moments */
};

static void add_week(struct moments *moments, const struct past *past, double part, double exposure)
{
    double dispersion = past->dispersion;

    /* Those of a negative binomial count with this dispersion. */
    moments->variance += part * part * dispersion * past->rate / exposure;
    moments->third +=
        part * part * part * dispersion * (2 * dispersion - 1) * past->rate / (exposure * exposure);
}

/*
 * One-sided p of such a sum: the larger of Student's, which minds how well the spread is
 * known, and of a gamma law with its skewness (Pearson 1895, type III).
 */
static double upper_p(const struct moments *moments, double seen, double freedom)
{
    double deviate = seen / sqrt(moments->variance);
    double skewness = moments->third / pow(moments->variance, 1.5);
    double shape = 4 / (skewness * skewness);
    double by_student = gsl_cdf_tdist_Q(deviate, freedom);

    if (!(skewness > 0) || !isfinite(shape))
        return by_student;
    return fmax(by_student, gsl_cdf_gamma_Q(fmax(0, shape + deviate * sqrt(shape)), shape, 1));
}

bool alarms_laney_next(struct alarms_next *next, const struct exposed *weeks, size_t count,
                       double width, struct fault *fault)
{
    return alarms_ewma_next(next, weeks, count, 1, width, fault);
}

bool alarms_ewma_next(struct alarms_next *next, const struct exposed *weeks, size_t count,
                      double lambda, double width, struct fault *fault)
{
    struct moments moments = {0, 0};
    struct past past;
    double before = 0, all, now, seen;

    if (!(lambda > 0 && lambda <= 1))
        return fault_set(fault, FAULT_DOMAIN, "ewma: lambda %g is not above 0 and up to 1", lambda);
    if (count < 3)
        return fault_set(fault, FAULT_DOMAIN, "alarms: %zu weeks are too few", count);
    now = weeks[count - 1].exposure;
    if (!(now > 0) || isinf(now))
        return fault_set(fault, FAULT_DOMAIN, "alarms: week %zu has the exposure %g", count, now);
    if (!take_past(&past, weeks, count - 1, width, fault))
        return false;
    all = 1 - pow(1 - lambda, (double)count); /* of the weights */
    add_week(&moments, &past, lambda, now);
    for (size_t i = 0; i + 1 < count; i++) {
        double weight = lambda * pow(1 - lambda, (double)(count - 1 - i));
        double rate = (double)weeks[i].count / weeks[i].exposure;

        add_week(&moments, &past, weight - all * weeks[i].exposure / past.exposure,
                 weeks[i].exposure);
        before += weight * (rate - past.rate);
    }
    seen = before + lambda * ((double)weeks[count - 1].count / now - past.rate);
    next->expected = past.rate * now;
    next->upper = fmax(0, (past.rate + (width * sqrt(moments.variance) - before) / lambda) * now);
    next->p = upper_p(&moments, seen, past.freedom);
    next->alarm = (double)weeks[count - 1].count > next->upper;
    return true;
}

static bool values_make_sense(const double *values, size_t count, const char *chart,
                              struct fault *fault)
{
    if (count == 0)
        return fault_set(fault, FAULT_DOMAIN, "%s: there are no values", chart);
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i]))
            return fault_set(fault, FAULT_DOMAIN, "%s: value %zu is no number", chart, i + 1);
    return true;
}

bool alarms_ewma(struct alarms_point *points, const double *values, size_t count,
                 struct alarms_plan plan, struct fault *fault)
{
    double level = plan.target;
    double last = plan.width * plan.sigma * sqrt(plan.lambda / (2 - plan.lambda));

    if (!(plan.lambda > 0 && plan.lambda <= 1) || !(last > 0) || !isfinite(last) ||
        !isfinite(plan.target))
        return fault_set(fault, FAULT_DOMAIN, "ewma: lambda %g, width %g and sigma %g do not serve",
                         plan.lambda, plan.width, plan.sigma);
    if (!values_make_sense(values, count, "ewma", fault))
        return false;
    for (size_t i = 0; i < count; i++) {
        double settled = -expm1(2 * ((double)i + 1) * log1p(-plan.lambda));

        level += plan.lambda * (values[i] - level);
        points[i] = point_at(level, plan.target, last * sqrt(settled));
    }
    return true;
}

static bool screen(struct alarms_point *points, const double *values, size_t count, size_t reach,
                   double width, struct fault *fault)
{
    gsl_vector_const_view series = gsl_vector_const_view_array(values, count);
    gsl_movstat_workspace *workspace = gsl_movstat_alloc(2 * reach + 1);
    gsl_vector *median = gsl_vector_alloc(count);
    gsl_vector *spread = gsl_vector_alloc(count);
    bool done;

    if (!workspace || !median || !spread)
        memory_exhausted(count, sizeof(double));
    /* GSL scales the median distance by 1.4826, so that it is the sigma of a normal law. */
    done = numeric_check(
        gsl_movstat_mad(GSL_MOVSTAT_END_TRUNCATE, &series.vector, median, spread, workspace),
        "hampel", fault);
    for (size_t i = 0; done && i < count; i++)
        points[i] =
            point_at(values[i], gsl_vector_get(median, i), width * gsl_vector_get(spread, i));
    gsl_vector_free(spread);
    gsl_vector_free(median);
    gsl_movstat_free(workspace);
    return done;
}

bool alarms_hampel(struct alarms_point *points, const double *values, size_t count, size_t reach,
                   double width, struct fault *fault)
{
    if (reach == 0 || !(width > 0) || isinf(width))
        return fault_set(fault, FAULT_DOMAIN, "hampel: the reach %zu and width %g do not serve",
                         reach, width);
    return values_make_sense(values, count, "hampel", fault) &&
           screen(points, values, count, reach < count ? reach : count, width, fault);
}

/* How far a row stands above what the fit has there, in standard errors (Anscombe 1953). */
static double residual(const struct regression *fit, const struct regression_data *past, size_t row)
{
    struct regression_rate rate =
        regression_rate(fit, past->terms ? &past->terms[row * past->term_count] : NULL);
    double mean = past->exposures[row] * exp(rate.logarithm);
    double free = 1 - mean * rate.variance; /* 1 - leverage: a row alone with its term has none */
    double apart = pow((double)past->counts[row], 2.0 / 3) - pow(mean, 2.0 / 3);

    if (free <= 1e-9)
        return 0;
    return 1.5 * apart / pow(mean, 1.0 / 6) / sqrt(fmax(1, fit->dispersion) * free);
}

/* Fills the weights of all rows; returns how many were weighed down. */
static size_t weigh(double *weights, const struct regression *fit,
                    const struct regression_data *past)
{
    static const double outbreak = 2.58; /* Noufaily et al. (2013) */
    size_t found = 0;
    double sum = 0;

    for (size_t i = 0; i < past->count; i++) {
        double far = residual(fit, past, i);

        found += far > outbreak;
        weights[i] = far > outbreak ? 1 / (far * far) : 1;
        sum += weights[i];
    }
    for (size_t i = 0; i < past->count; i++)
        weights[i] *= (double)past->count / sum;
    return found;
}

/* P(X > hits) of the negative binomial with the forecast's mean and variance. */
static double chance_above(const struct alarms_forecast *forecast, uint64_t hits)
{
    double success = forecast->expected / forecast->variance;
    double size = forecast->expected * success / (1 - success);

    return gsl_cdf_beta_Q(success, size, (double)hits + 1);
}

/* The fewest hits that no more than `alpha` of such weeks go beyond. */
static uint64_t quantile(const struct alarms_forecast *forecast, double alpha)
{
    uint64_t low = 0;
    uint64_t high = 1;

    while (chance_above(forecast, high) > alpha)
        high *= 2;
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;

        if (chance_above(forecast, middle) > alpha)
            low = middle + 1;
        else
            high = middle;
    }
    return high;
}

bool alarms_forecast(struct alarms_forecast *forecast, const struct regression_data *past,
                     const double *terms, struct exposed now, double alpha, struct fault *fault)
{
    static const double most = 1e9;
    struct alarms_forecast result = {0};
    struct regression_data rows = *past;
    struct regression fit;
    struct regression_rate rate;
    double *weights;
    bool fitted;

    if (!(alpha > 0 && alpha < 0.5))
        return fault_set(fault, FAULT_DOMAIN, "forecast: alpha %g is not between 0 and 0.5", alpha);
    if (!(now.exposure > 0) || isinf(now.exposure))
        return fault_set(fault, FAULT_DOMAIN, "forecast: this week has the exposure %g",
                         now.exposure);
    rows.weights = NULL;
    /* Poisson errors serve: the dispersion is put in by hand, for it may not be below 1. */
    if (!regression_fit(&fit, &rows, REGRESSION_POISSON, 0.95, fault))
        return false;
    weights = memory_new(rows.count, sizeof *weights);
    result.outbreaks = weigh(weights, &fit, &rows);
    rows.weights = weights;
    fitted = regression_fit(&fit, &rows, REGRESSION_POISSON, 0.95, fault);
    free(weights);
    if (!fitted)
        return false;
    rate = regression_rate(&fit, terms);
    result.dispersion = fmax(1, fit.dispersion);
    result.freedom = fit.freedom;
    result.expected = now.exposure * exp(rate.logarithm);
    result.variance = result.dispersion * result.expected * (1 + result.expected * rate.variance);
    if (!(result.variance < most) || (double)now.count > most)
        return fault_set(fault, FAULT_DOMAIN, "forecast: the counts are too large");
    result.threshold = quantile(&result, alpha);
    result.p = now.count == 0 ? 1 : chance_above(&result, now.count - 1);
    result.alarm = now.count > result.threshold;
    *forecast = result;
    return true;
}

void alarms_judge(struct alarms_forecast *forecast, uint64_t hits, double dispersion,
                  double freedom, double alpha)
{
    double mean = forecast->expected, error, residual;
    double far = gsl_cdf_tdist_Qinv(alpha, freedom);
    uint64_t by_student;

    forecast->variance *= dispersion / forecast->dispersion;
    forecast->dispersion = dispersion;
    forecast->freedom = freedom;
    /* On the scale of y^(2/3), where counts are nearly symmetric (Anscombe 1953). */
    error = 2.0 / 3 * sqrt(forecast->variance) * pow(mean, -1.0 / 3);
    residual = (pow((double)hits, 2.0 / 3) - pow(mean, 2.0 / 3)) / error;
    by_student = (uint64_t)pow(pow(mean, 2.0 / 3) + far * error, 1.5);
    forecast->threshold = quantile(forecast, alpha);
    forecast->threshold = by_student > forecast->threshold ? by_student : forecast->threshold;
    forecast->p =
        hits == 0 ? 1 : fmax(chance_above(forecast, hits - 1), gsl_cdf_tdist_Q(residual, freedom));
    forecast->alarm = hits > forecast->threshold;
}
