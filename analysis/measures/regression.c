#include "analysis/measures/regression.h"

#include "analysis/measures/leastsquares.h"
#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS_MOST = 200 };

/* A row's weight in the likelihood. */
static double row_weight(const struct regression_data *data, size_t row)
{
    return data->weights ? data->weights[row] : 1;
}

/* A weighted least squares problem that is solved again and again. */
struct problem {
    const struct regression_data *data;
    size_t width; /* coefficients */
    double *design, *weights, *response;
    double *predictor; /* ln mean, by row */
    double *mean;      /* by row */
    double theta;      /* 0 for Poisson */
    double solution[REGRESSION_TERMS_MOST + 1];
    double covariance[(REGRESSION_TERMS_MOST + 1) * (REGRESSION_TERMS_MOST + 1)];
};

static void problem_release(struct problem *problem)
{
    free(problem->mean);
    free(problem->predictor);
    free(problem->response);
    free(problem->weights);
    free(problem->design);
}

static void problem_start(struct problem *problem, const struct regression_data *data)
{
    size_t width = data->term_count + 1;

    problem->data = data;
    problem->width = width;
    problem->theta = 0;
    problem->design = memory_new(data->count * width, sizeof *problem->design);
    problem->weights = memory_new(data->count, sizeof *problem->weights);
    problem->response = memory_new(data->count, sizeof *problem->response);
    problem->predictor = memory_new(data->count, sizeof *problem->predictor);
    problem->mean = memory_new(data->count, sizeof *problem->mean);
    for (size_t i = 0; i < data->count; i++) {
        problem->design[i * width] = 1;
        for (size_t j = 1; j < width; j++)
            problem->design[i * width + j] = data->terms[i * data->term_count + j - 1];
        /* A start near the data, as is usual; never 0, which has no logarithm. */
        problem->mean[i] = (double)data->counts[i] + 0.1;
        problem->predictor[i] = log(problem->mean[i]);
    }
}

static bool data_make_sense(const struct regression_data *data, struct fault *fault)
{
    uint64_t hits = 0;

    if (data->term_count > REGRESSION_TERMS_MOST)
        return fault_set(fault, FAULT_DOMAIN, "regression: %zu terms are more than %d",
                         data->term_count, REGRESSION_TERMS_MOST);
    if (data->count < data->term_count + 2)
        return fault_set(fault, FAULT_DOMAIN, "regression: %zu rows are too few for %zu terms",
                         data->count, data->term_count);
    for (size_t i = 0; i < data->count; i++) {
        hits += data->counts[i];
        if (!(data->exposures[i] > 0) || isinf(data->exposures[i]))
            return fault_set(fault, FAULT_DOMAIN, "regression: row %zu has the exposure %g", i + 1,
                             data->exposures[i]);
        if (!(row_weight(data, i) > 0) || isinf(row_weight(data, i)))
            return fault_set(fault, FAULT_DOMAIN, "regression: row %zu has the weight %g", i + 1,
                             row_weight(data, i));
        for (size_t j = 0; j < data->term_count; j++)
            if (!isfinite(data->terms[i * data->term_count + j]))
                return fault_set(fault, FAULT_DOMAIN, "regression: a term of row %zu is no number",
                                 i + 1);
    }
    if (hits == 0)
        return fault_set(fault, FAULT_DOMAIN, "regression: there are no hits");
    return true;
}

/* One step of reweighted least squares; `moved` is the largest change of a predictor. */
static bool step(double *moved, struct problem *problem, struct fault *fault)
{
    const struct regression_data *data = problem->data;
    struct leastsquares squares = {problem->design, problem->response, problem->weights,
                                   data->count, problem->width};

    for (size_t i = 0; i < data->count; i++) {
        double mean = problem->mean[i];
        double weight = problem->theta > 0 ? mean / (1 + mean / problem->theta) : mean;

        problem->weights[i] = row_weight(data, i) * weight;
        problem->response[i] = problem->predictor[i] - log(data->exposures[i]) +
                               ((double)data->counts[i] - mean) / mean;
    }
    if (!leastsquares_solve(problem->solution, problem->covariance, &squares, fault))
        return false;
    *moved = 0;
    for (size_t i = 0; i < data->count; i++) {
        double predictor = log(data->exposures[i]);

        for (size_t j = 0; j < problem->width; j++)
            predictor += problem->design[i * problem->width + j] * problem->solution[j];
        *moved = fmax(*moved, fabs(predictor - problem->predictor[i]));
        problem->predictor[i] = predictor;
        problem->mean[i] = exp(predictor);
        if (!isfinite(problem->mean[i]) || problem->mean[i] <= 0)
            return fault_set(fault, FAULT_DOMAIN, "regression: the fit runs away");
    }
    return true;
}

/* Steps until the means stand still at the theta there is. */
static bool settle(struct problem *problem, struct fault *fault)
{
    /* Steps shrink as squares: after one of this size all digits are right. */
    static const double still = 1e-10;
    double moved = 0;

    for (int i = 0; i < STEPS_MOST; i++) {
        if (!step(&moved, problem, fault))
            return false;
        if (moved <= still)
            return true;
    }
    return fault_set(
        fault, FAULT_DOMAIN,
        "regression: no convergence in %d steps; does a term stand for rows without hits?",
        STEPS_MOST);
}

/* The first derivative of NB2's log likelihood by theta, and minus the second. */
static void theta_slope(double *slope, double *curve, const struct problem *problem, double theta)
{
    *slope = 0;
    *curve = 0;
    for (size_t i = 0; i < problem->data->count; i++) {
        double y = (double)problem->data->counts[i];
        double sum = problem->mean[i] + theta;
        double weight = row_weight(problem->data, i);

        *slope += weight * (gsl_sf_psi(theta + y) - gsl_sf_psi(theta) + log(theta / sum) + 1 -
                            (y + theta) / sum);
        *curve += weight * (gsl_sf_psi_1(theta) - gsl_sf_psi_1(theta + y) - 1 / theta + 2 / sum -
                            (y + theta) / (sum * sum));
    }
}

static bool vary_more_than_poisson(const struct problem *problem)
{
    double excess = 0;

    for (size_t i = 0; i < problem->data->count; i++) {
        double y = (double)problem->data->counts[i];
        double residual = y - problem->mean[i];

        /* The slope of the likelihood towards over-dispersion (Dean and Lawless 1989). */
        excess += row_weight(problem->data, i) * (residual * residual - y);
    }
    return excess > 0;
}

/* The theta that is likeliest for the means there are, by Newton's method in ln theta. */
static bool find_theta(double *theta, const struct problem *problem, struct fault *fault)
{
    static const double still = 1e-12;
    static const double most = 1e8; /* past this NB2 is Poisson in all digits */

    for (int i = 0; i < STEPS_MOST && *theta < most; i++) {
        double slope, curve, change;

        theta_slope(&slope, &curve, problem, *theta);
        /* Uphill by at most a factor e, and so past places where the curve bends up. */
        change = *theta * slope / (*theta * *theta * curve - *theta * slope);
        if (!isfinite(change) || change * slope < 0)
            change = slope > 0 ? 1 : -1;
        change = fmin(1, fmax(-1, change));
        *theta *= exp(change);
        if (fabs(change) <= still)
            return true;
    }
    return fault_set(fault, FAULT_DOMAIN, "regression: theta does not converge");
}

/* Means and theta in turn, until neither moves the other. */
static bool settle_with_theta(struct problem *problem, struct fault *fault)
{
    static const double still = 1e-11;
    double theta = 0;

    if (!vary_more_than_poisson(problem))
        return fault_set(
            fault, FAULT_DOMAIN,
            "regression: the counts vary no more than Poisson's, so there is no theta");
    for (size_t i = 0; i < problem->data->count; i++)
        theta += pow((double)problem->data->counts[i] / problem->mean[i] - 1, 2);
    theta = (double)problem->data->count / theta;
    for (int i = 0; i < STEPS_MOST; i++) {
        if (!find_theta(&theta, problem, fault))
            return false;
        if (fabs(theta - problem->theta) <= still * theta)
            return true;
        problem->theta = theta;
        if (!settle(problem, fault))
            return false;
    }
    return fault_set(fault, FAULT_DOMAIN, "regression: theta does not converge");
}

static double row_deviance(double y, double mean, double theta)
{
    double ratio = y > 0 ? y * log(y / mean) : 0;

    if (theta > 0)
        return 2 * (ratio - (y + theta) * log((y + theta) / (mean + theta)));
    return 2 * (ratio - (y - mean));
}

static double row_log_likelihood(double y, double mean, double theta)
{
    if (theta > 0)
        return gsl_sf_lngamma(theta + y) - gsl_sf_lngamma(theta) - gsl_sf_lngamma(y + 1) +
               theta * log(theta / (theta + mean)) + y * log(mean / (theta + mean));
    return y * log(mean) - mean - gsl_sf_lngamma(y + 1);
}

/* How alike the residuals of neighbours are. */
static double autocorrelation(const struct problem *problem)
{
    double before = 0;
    double products = 0;
    double squares = 0;

    for (size_t i = 0; i < problem->data->count; i++) {
        double mean = problem->mean[i];
        double residual = ((double)problem->data->counts[i] - mean) / sqrt(mean);

        products += residual * before;
        squares += residual * residual;
        before = residual;
    }
    return squares > 0 ? products / squares : 0;
}

static void describe(struct regression *fit, const struct problem *problem)
{
    const struct regression_data *data = problem->data;

    *fit = (struct regression){.coefficient_count = problem->width, .theta = problem->theta};
    fit->freedom = (double)(data->count - problem->width);
    for (size_t i = 0; i < data->count; i++) {
        double y = (double)data->counts[i];
        double mean = problem->mean[i];
        double weight = row_weight(data, i);

        fit->deviance += weight * row_deviance(y, mean, problem->theta);
        fit->log_likelihood += weight * row_log_likelihood(y, mean, problem->theta);
        fit->dispersion += weight * (y - mean) * (y - mean) / mean / fit->freedom;
    }
    fit->deviance = fmax(0, fit->deviance);
    fit->autocorrelation = autocorrelation(problem);
}

/* Errors, intervals and p of all coefficients from their values and covariance. */
static void infer(struct regression *fit, bool student, double level)
{
    double reach = student ? numeric_t(level, fit->freedom) : numeric_z(level);

    for (size_t j = 0; j < fit->coefficient_count; j++) {
        struct regression_coefficient *coefficient = &fit->coefficients[j];
        double value = coefficient->estimate.value;

        coefficient->error = sqrt(fmax(0, fit->covariance[j][j]));
        coefficient->estimate.low = value - reach * coefficient->error;
        coefficient->estimate.high = value + reach * coefficient->error;
        /* A fit without any residual leaves nothing to compare with. */
        coefficient->deviate = coefficient->error > 0 ? value / coefficient->error : 0;
        coefficient->p = student ? numeric_p_of_t(coefficient->deviate, fit->freedom)
                                 : numeric_p_of_z(coefficient->deviate);
    }
}

static void describe_coefficients(struct regression *fit, const struct problem *problem,
                                  enum regression_family family, double level)
{
    double scale = family == REGRESSION_QUASI_POISSON ? fit->dispersion : 1;

    for (size_t j = 0; j < problem->width; j++) {
        fit->coefficients[j].estimate.value = problem->solution[j];
        for (size_t k = 0; k < problem->width; k++)
            fit->covariance[j][k] = scale * problem->covariance[j * problem->width + k];
    }
    infer(fit, family != REGRESSION_POISSON, level);
}

bool regression_fit(struct regression *fit, const struct regression_data *data,
                    enum regression_family family, double level, struct fault *fault)
{
    struct problem problem;
    bool done;

    if (!numeric_level(level, "regression", fault) || !data_make_sense(data, fault))
        return false;
    problem_start(&problem, data);
    done = settle(&problem, fault) &&
           (family != REGRESSION_NEGATIVE_BINOMIAL || settle_with_theta(&problem, fault));
    if (done) {
        describe(fit, &problem);
        describe_coefficients(fit, &problem, family, level);
    }
    problem_release(&problem);
    return done;
}

/* Each row's score by coefficient, row by row; the caller frees. */
static double *scores_of(const struct regression *fit, const struct regression_data *data)
{
    size_t width = fit->coefficient_count;
    double *scores = memory_new(data->count, width * sizeof *scores);

    for (size_t i = 0; i < data->count; i++) {
        const double *terms = data->terms ? &data->terms[i * data->term_count] : NULL;
        double mean = data->exposures[i] * exp(regression_rate(fit, terms).logarithm);
        double residual = row_weight(data, i) * ((double)data->counts[i] - mean);

        for (size_t j = 0; j < width; j++)
            scores[i * width + j] = residual * (terms && j > 0 ? terms[j - 1] : 1);
    }
    return scores;
}

/* The sum of products of the scores j and k of rows up to `lags` apart. */
static double products_of(const double *scores, size_t width, size_t count, size_t lags,
                          const size_t pair[2])
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        for (size_t apart = 0; apart <= lags && apart <= i; apart++) {
            const double *now = &scores[i * width];
            const double *then = &scores[(i - apart) * width];
            double product = now[pair[0]] * then[pair[1]];

            if (apart > 0)
                product += now[pair[1]] * then[pair[0]];
            sum += product * (1 - (double)apart / ((double)lags + 1));
        }
    return sum;
}

/* Puts B M B in place of the covariance B. */
static void sandwich(struct regression *fit, const double *scores, size_t count, size_t lags)
{
    enum { WIDTH = REGRESSION_TERMS_MOST + 1 };
    size_t width = fit->coefficient_count;
    double meat[WIDTH][WIDTH] = {{0}}, half[WIDTH][WIDTH] = {{0}}, whole[WIDTH][WIDTH] = {{0}};

    for (size_t j = 0; j < width; j++)
        for (size_t k = 0; k < width; k++)
            meat[j][k] = products_of(scores, width, count, lags, (const size_t[]){j, k});
    for (size_t j = 0; j < width; j++)
        for (size_t k = 0; k < width; k++)
            for (size_t l = 0; l < width; l++)
                half[j][k] += fit->covariance[j][l] * meat[l][k];
    for (size_t j = 0; j < width; j++)
        for (size_t k = 0; k < width; k++)
            for (size_t l = 0; l < width; l++)
                whole[j][k] += half[j][l] * fit->covariance[l][k];
    memcpy(fit->covariance, whole, sizeof whole);
}

bool regression_fit_correlated(struct regression *fit, const struct regression_data *data,
                               size_t lags, double level, struct fault *fault)
{
    struct regression result;
    double *scores;

    if (lags == 0 || lags >= data->count)
        return fault_set(fault, FAULT_DOMAIN, "regression: %zu rows have no %zu lags", data->count,
                         lags);
    if (!regression_fit(&result, data, REGRESSION_POISSON, level, fault))
        return false;
    scores = scores_of(&result, data);
    sandwich(&result, scores, data->count, lags);
    free(scores);
    infer(&result, true, level);
    *fit = result;
    return true;
}

struct regression_rate regression_rate(const struct regression *fit, const double *terms)
{
    double row[REGRESSION_TERMS_MOST + 1] = {1};
    struct regression_rate rate = {0};

    for (size_t j = 1; terms && j < fit->coefficient_count; j++)
        row[j] = terms[j - 1];
    for (size_t j = 0; j < fit->coefficient_count; j++) {
        rate.logarithm += row[j] * fit->coefficients[j].estimate.value;
        for (size_t k = 0; k < fit->coefficient_count; k++)
            rate.variance += row[j] * row[k] * fit->covariance[j][k];
    }
    rate.variance = fmax(0, rate.variance);
    return rate;
}

void regression_harmonics(double *terms, double time, double period, size_t pairs)
{
    for (size_t k = 1; k <= pairs; k++) {
        double angle = 2 * M_PI * (double)k * time / period;

        terms[2 * k - 2] = cos(angle);
        terms[2 * k - 1] = sin(angle);
    }
}
