#include "analysis/measures/numeric.h"
#include "analysis/measures/regression.h"
#include "tests/numbers.h"

#include <string.h>

static const uint64_t even_counts[] = {12, 15, 11, 18, 21, 17, 25, 24, 30, 28, 35, 33};
static const double even_exposures[] = {50210, 51877, 48003, 52941, 53010, 49777,
                                        54120, 50990, 55210, 52004, 56120, 53870};
static const uint64_t wild_counts[] = {3, 14, 2, 9, 22, 5, 17, 8, 31, 6, 12, 40, 15, 9, 52, 20};
static const double wild_exposures[] = {48000, 51000, 50500, 49500, 48000, 51000, 50500, 49500,
                                        48000, 51000, 50500, 49500, 48000, 51000, 50500, 49500};
static const uint64_t discoveries[] = {
#define TABLE_DISCOVERIES
#include "tests/tables/series.inc"
#undef TABLE_DISCOVERIES
};
static const double count_up[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

static const struct regression_data even = {even_counts, even_exposures, count_up, 12, 1, NULL};
static const struct regression_data wild = {wild_counts, wild_exposures, count_up, 16, 1, NULL};

/* Worked by tests/tables/regression.py by Newton's method with 40 digits. */
static const struct known_fit {
    const char *name;
    enum regression_family family;
    double intercept, intercept_error, slope, slope_error;
    double deviance, dispersion, theta, log_likelihood;
} known_fits[] = {
#include "tests/tables/regression.inc"
};

static void fits_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_fits); i++) {
        const struct known_fit *known = &known_fits[i];
        struct regression fit;
        struct fault fault;

        print_message("    %s\n", known->name);
        assert_true(regression_fit(&fit, strcmp(known->name, "even") == 0 ? &even : &wild,
                                   known->family, 0.95, &fault));
        assert_close(fit.coefficients[0].estimate.value, known->intercept, 1e-11);
        assert_close(fit.coefficients[0].error, known->intercept_error, 1e-10);
        assert_close(fit.coefficients[1].estimate.value, known->slope, 1e-10);
        assert_close(fit.coefficients[1].error, known->slope_error, 1e-10);
        assert_close(fit.deviance, known->deviance, 1e-10);
        assert_close(fit.dispersion, known->dispersion, 1e-10);
        assert_close(fit.theta, known->theta, 1e-10);
        assert_close(fit.log_likelihood, known->log_likelihood, 1e-10);
    }
}

/*
 * R 4.2.2's glm() and MASS::glm.nb() stop once the deviance moves by less than
 * 1e-8, so their last printed digits are not all right; see the table above.
 */
static void weekly_series_match_r(void **state)
{
    struct regression fit;
    struct fault fault;

    (void)state;
    assert_true(regression_fit(&fit, &even, REGRESSION_POISSON, 0.95, &fault));
    assert_close(fit.coefficients[0].estimate.value, -8.29989198568, 1e-11);
    assert_close(fit.coefficients[0].error, 0.13548831471, 1e-8);
    assert_close(fit.coefficients[1].estimate.value, 0.08896179699, 1e-9);
    assert_close(fit.coefficients[1].error, 0.01825432212, 1e-8);
    assert_close(fit.coefficients[1].deviate, 4.873464839, 1e-8);
    assert_close(fit.coefficients[1].p, 1.096577922e-06, 2e-7);
    assert_close(fit.deviance, 2.036918715, 1e-9);
    assert_close(exp(fit.coefficients[1].estimate.value), 1.093038898, 1e-9);
    assert_true(regression_fit(&fit, &even, REGRESSION_QUASI_POISSON, 0.95, &fault));
    assert_close(fit.dispersion, 0.1976292373, 1e-8);
    assert_close(fit.coefficients[1].error, 0.008115052001, 1e-8);
    assert_close(fit.coefficients[1].p, 6.804589959e-07, 2e-7);
    assert_near(fit.freedom, 10, 0);
}

static void overdispersed_series_match_r(void **state)
{
    struct regression fit;
    struct fault fault;

    (void)state;
    assert_true(regression_fit(&fit, &wild, REGRESSION_POISSON, 0.95, &fault));
    assert_close(fit.coefficients[0].estimate.value, -8.81131692246, 1e-10);
    assert_close(fit.coefficients[1].estimate.value, 0.09460077327, 1e-9);
    assert_close(fit.coefficients[1].error, 0.01409623744, 1e-7);
    assert_true(regression_fit(&fit, &wild, REGRESSION_QUASI_POISSON, 0.95, &fault));
    assert_close(fit.dispersion, 8.145371019, 1e-7);
    assert_close(fit.coefficients[1].error, 0.04023079752, 1e-7);
    assert_close(fit.coefficients[1].p, 3.386958649e-02, 1e-7);
    assert_true(regression_fit(&fit, &wild, REGRESSION_NEGATIVE_BINOMIAL, 0.95, &fault));
    assert_close(fit.coefficients[0].estimate.value, -8.83880939902, 1e-7);
    assert_close(fit.coefficients[1].estimate.value, 0.09835063775, 1e-6);
    assert_close(fit.coefficients[1].error, 0.03652613107, 1e-6);
    assert_close(fit.theta, 2.657497401, 1e-6);
    assert_close(2 * fit.log_likelihood, -114.6729354, 1e-9);
    assert_close(fit.coefficients[1].estimate.high,
                 fit.coefficients[1].estimate.value +
                     numeric_t(0.95, 14) * fit.coefficients[1].error,
                 1e-14);
    /* R takes z, with which intervals from so few weeks are too narrow (test_cover.c). */
    assert_close(numeric_p_of_z(fit.coefficients[1].deviate), 7.089507498e-03, 1e-6);
    assert_close(fit.coefficients[1].p, numeric_p_of_t(fit.coefficients[1].deviate, 14), 1e-14);
}

static void discoveries_match_r(void **state)
{
    double years[100], exposures[100];
    struct regression_data data = {discoveries, exposures, years, 100, 1, NULL};
    struct regression fit;
    struct fault fault;

    (void)state;
    assert_int_equal(COUNT_OF(discoveries), 100);
    for (size_t i = 0; i < 100; i++) {
        years[i] = (double)i + 1;
        exposures[i] = 1;
    }
    assert_true(regression_fit(&fit, &data, REGRESSION_QUASI_POISSON, 0.95, &fault));
    assert_close(fit.coefficients[0].estimate.value, 1.390151466740, 1e-9);
    assert_close(fit.coefficients[1].estimate.value, -0.005360223548, 1e-8);
    assert_close(fit.coefficients[1].error, 0.002460354577, 1e-7);
    assert_close(fit.coefficients[1].p, 3.175621113e-02, 1e-7);
    assert_close(fit.deviance, 157.3158264, 1e-9);
    assert_close(fit.dispersion, 1.541412716, 1e-7);
    assert_close(fit.log_likelihood, -213.1612713, 1e-9);
    assert_true(regression_fit(&fit, &data, REGRESSION_NEGATIVE_BINOMIAL, 0.95, &fault));
    assert_close(fit.coefficients[1].estimate.value, -0.005831967437, 1e-6);
    assert_close(fit.coefficients[1].error, 0.002427636759, 1e-6);
    assert_close(fit.theta, 6.214857583, 1e-6);
    assert_close(2 * fit.log_likelihood, -416.339772, 1e-9);
}

/* Worked by tests/tables/regression_terms.py by Newton's method with 50 digits. */
struct known_term {
    double value, error, deviance;
};

static const struct known_term insurance[] = {
#define TABLE_INSURANCE
#include "tests/tables/regression_terms.inc"
#undef TABLE_INSURANCE
};
static const uint64_t claims[] = {
#define TABLE_CLAIMS
#include "tests/tables/regression_terms.inc"
#undef TABLE_CLAIMS
};
static const double holders[] = {
#define TABLE_HOLDERS
#include "tests/tables/regression_terms.inc"
#undef TABLE_HOLDERS
};
static const struct known_term yearly[] = {
#define TABLE_ROUND
#include "tests/tables/regression_terms.inc"
#undef TABLE_ROUND
};
static const uint64_t season[] = {
#define TABLE_SEASON
#include "tests/tables/regression_terms.inc"
#undef TABLE_SEASON
};

static void assert_terms(const struct regression *fit, const struct known_term *known, size_t count)
{
    assert_int_equal(fit->coefficient_count, count);
    for (size_t j = 0; j < count; j++) {
        assert_near(fit->coefficients[j].estimate.value, known[j].value, 1e-12);
        assert_close(fit->coefficients[j].error, known[j].error, 1e-10);
        assert_near(sqrt(fit->covariance[j][j]), fit->coefficients[j].error, 1e-15);
    }
    assert_close(fit->deviance, known->deviance, 1e-11);
}

/* District against the first; engine and age by orthogonal polynomials, as R has them. */
static void insurance_claims_match_r(void **state)
{
    static const double r[] = {
        -1.8105078328524, 0.0258681909110,  0.0385239271039,  0.2342053279773,  0.4297075387496,
        0.0046324351444,  -0.0292943221523, -0.3944318081691, -0.0003549709061, -0.0167367565229};
    static const double steps[4][3] = {{-3, 1, -1}, {-1, -1, 3}, {1, -1, -3}, {3, 1, 1}};
    static const double sizes[3] = {20, 4, 20};
    double terms[64][9] = {{0}};
    struct regression_data data = {claims, holders, &terms[0][0], 64, 9, NULL};
    struct regression fit;
    struct fault fault;

    (void)state;
    assert_int_equal(COUNT_OF(claims), 64);
    for (size_t i = 0; i < 64; i++)
        for (size_t j = 0; j < 3; j++) {
            terms[i][j] = i / 16 == j + 1;
            terms[i][3 + j] = steps[i / 4 % 4][j] / sqrt(sizes[j]);
            terms[i][6 + j] = steps[i % 4][j] / sqrt(sizes[j]);
        }
    assert_true(regression_fit(&fit, &data, REGRESSION_POISSON, 0.95, &fault));
    assert_terms(&fit, insurance, 10);
    assert_near(fit.freedom, 54, 0);
    assert_close(fit.deviance, 51.42003275, 1e-10);
    for (size_t j = 0; j < 10; j++)
        assert_near(fit.coefficients[j].estimate.value, r[j], 1e-7);
}

static void weighted_rows_with_a_yearly_round_match_worked_values(void **state)
{
    double terms[24][5], words[24], weights[24], next[5] = {24};
    struct regression_data data = {season, words, &terms[0][0], 24, 5, weights};
    struct regression_rate rate;
    struct regression fit;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < 24; i++) {
        words[i] = 50 + 3 * (double)(i % 5);
        weights[i] = i % 7 == 0 ? 0.25 : 1;
        terms[i][0] = (double)i;
        regression_harmonics(&terms[i][1], (double)i, 12, 2);
    }
    assert_true(regression_fit(&fit, &data, REGRESSION_POISSON, 0.95, &fault));
    assert_terms(&fit, yearly, 6);
    regression_harmonics(&next[1], 24, 12, 2);
    rate = regression_rate(&fit, next);
    /* At the start of a round all cosines are 1 and all sines 0. */
    assert_near(rate.logarithm,
                yearly[0].value + 24 * yearly[1].value + yearly[2].value + yearly[4].value, 1e-11);
    assert_true(rate.variance > 0 && rate.variance < 0.1);
}

/* The same from statsmodels 0.15, GLM with HAC errors, to 12 digits. */
static const struct known_correlation {
    double lags, intercept_error, slope_error, autocorrelation;
} known_correlations[] = {
#define TABLE_CORRELATED
#include "tests/tables/regression_terms.inc"
#undef TABLE_CORRELATED
};

static void correlated_errors_match_worked_values(void **state)
{
    struct regression fit, plain;
    struct fault fault;

    (void)state;
    assert_true(regression_fit(&plain, &wild, REGRESSION_QUASI_POISSON, 0.95, &fault));
    for (size_t i = 0; i < COUNT_OF(known_correlations); i++) {
        const struct known_correlation *known = &known_correlations[i];

        assert_true(regression_fit_correlated(&fit, &wild, (size_t)known->lags, 0.95, &fault));
        assert_close(fit.coefficients[0].error, known->intercept_error, 1e-10);
        assert_close(fit.coefficients[1].error, known->slope_error, 1e-10);
        assert_close(fit.autocorrelation, known->autocorrelation, 1e-10);
        assert_near(fit.coefficients[1].estimate.value, plain.coefficients[1].estimate.value, 0);
        assert_close(fit.coefficients[1].p,
                     numeric_p_of_t(fit.coefficients[1].estimate.value / known->slope_error, 14),
                     1e-8);
    }
    assert_false(regression_fit_correlated(&fit, &wild, 16, 0.95, &fault));
    assert_string_equal(fault.message, "regression: 16 rows have no 16 lags");
    assert_false(regression_fit_correlated(&fit, &wild, 0, 0.95, &fault));
}

/* Series without a trend, of 60 weeks whose rate keeps 0.7 of the last: how often p < 0.05. */
static void correlated_errors_find_fewer_false_trends(void **state)
{
    enum { COUNT = 60, ROUNDS = 400 };
    uint64_t seed = 20241210;
    int plain = 0, correlated = 0;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t counts[COUNT];
        double exposures[COUNT], weeks[COUNT], level = 0;
        struct regression_data data = {counts, exposures, weeks, COUNT, 1, NULL};
        struct regression fit;
        struct fault fault;

        for (size_t i = 0; i < COUNT; i++) {
            level = 0.7 * level + 0.5 * (numbers_uniform(&seed) - numbers_uniform(&seed));
            weeks[i] = (double)i;
            exposures[i] = 300;
            counts[i] = numbers_poisson(&seed, 30 * exp(level));
        }
        assert_true(regression_fit(&fit, &data, REGRESSION_QUASI_POISSON, 0.95, &fault));
        plain += fit.coefficients[1].p < 0.05;
        assert_true(regression_fit_correlated(&fit, &data, 4, 0.95, &fault));
        correlated += fit.coefficients[1].p < 0.05;
    }
    print_message("    of %d series quasi-Poisson %d, Newey-West %d\n", ROUNDS, plain, correlated);
    assert_true(correlated < plain * 3 / 4);
}

/* A row of weight 3 is three rows; only the degrees of freedom know the difference. */
static void weights_stand_for_repeated_rows(void **state)
{
    uint64_t counts[32];
    double exposures[32], times[32], weights[16];
    struct regression_data data = wild, repeated = {counts, exposures, times, 0, 1, NULL};
    struct regression fit, other;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < 16; i++) {
        weights[i] = i % 3 == 0 ? 3 : 1;
        for (size_t k = 0; k < (size_t)weights[i] && repeated.count < 32; k++) {
            counts[repeated.count] = wild_counts[i];
            exposures[repeated.count] = wild_exposures[i];
            times[repeated.count++] = (double)i;
        }
    }
    data.weights = weights;
    for (enum regression_family family = REGRESSION_POISSON; family <= REGRESSION_NEGATIVE_BINOMIAL;
         family++) {
        assert_true(regression_fit(&fit, &data, family, 0.95, &fault));
        assert_true(regression_fit(&other, &repeated, family, 0.95, &fault));
        assert_close(fit.coefficients[1].estimate.value, other.coefficients[1].estimate.value,
                     1e-9);
        assert_close(fit.theta, other.theta, 1e-9);
        assert_close(fit.deviance, other.deviance, 1e-9);
        assert_close(fit.log_likelihood, other.log_likelihood, 1e-11);
        assert_close(fit.dispersion * fit.freedom, other.dispersion * other.freedom, 1e-9);
    }
}

/* At the maximum the residuals add up to 0 with each column of the design. */
static void fits_solve_the_likelihood_equations(void **state)
{
    uint64_t seed = 20240702;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 200; round++) {
        uint64_t counts[30];
        double exposures[30], terms[30][3], sums[4] = {0};
        struct regression_data data = {counts, exposures, &terms[0][0], 30, 3, NULL};
        struct regression fit;
        struct fault fault;

        for (size_t i = 0; i < 30; i++) {
            for (size_t j = 0; j < 3; j++)
                terms[i][j] = 2 * numbers_uniform(&seed) - 1;
            exposures[i] = 100 + numbers_below(&seed, 900);
            counts[i] = numbers_poisson(&seed, exposures[i] * 0.02 * exp(0.5 * terms[i][0]));
        }
        assert_true(regression_fit(&fit, &data, REGRESSION_POISSON, 0.95, &fault));
        for (size_t i = 0; i < 30; i++) {
            double predictor = fit.coefficients[0].estimate.value, residual;

            for (size_t j = 0; j < 3; j++)
                predictor += fit.coefficients[j + 1].estimate.value * terms[i][j];
            residual = (double)counts[i] - exposures[i] * exp(predictor);
            sums[0] += residual;
            for (size_t j = 0; j < 3; j++)
                sums[j + 1] += residual * terms[i][j];
        }
        for (size_t j = 0; j < 4; j++)
            assert_near(sums[j], 0, 1e-8);
    }
}

static void scaling_exposure_moves_the_intercept_alone(void **state)
{
    double exposures[16];
    struct regression_data data = wild;
    struct regression fit, scaled;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < 16; i++)
        exposures[i] = wild_exposures[i] / 1e6;
    data.exposures = exposures;
    for (enum regression_family family = REGRESSION_POISSON; family <= REGRESSION_NEGATIVE_BINOMIAL;
         family++) {
        assert_true(regression_fit(&fit, &wild, family, 0.95, &fault));
        assert_true(regression_fit(&scaled, &data, family, 0.95, &fault));
        assert_near(scaled.coefficients[0].estimate.value,
                    fit.coefficients[0].estimate.value + log(1e6), 1e-9);
        assert_close(scaled.coefficients[1].estimate.value, fit.coefficients[1].estimate.value,
                     1e-8);
        assert_close(scaled.coefficients[1].error, fit.coefficients[1].error, 1e-8);
    }
}

static void an_intercept_alone_is_the_pooled_rate(void **state)
{
    struct regression_data data = {even_counts, even_exposures, NULL, 12, 0, NULL};
    struct regression fit;
    struct fault fault;
    double hits = 0, words = 0;

    (void)state;
    for (size_t i = 0; i < 12; i++) {
        hits += (double)even_counts[i];
        words += even_exposures[i];
    }
    assert_true(regression_fit(&fit, &data, REGRESSION_POISSON, 0.95, &fault));
    assert_near(fit.coefficients[0].estimate.value, log(hits / words), 1e-12);
    assert_close(fit.coefficients[0].error, 1 / sqrt(hits), 1e-9);
}

static void refused(struct regression_data data, enum regression_family family, const char *message)
{
    struct regression fit = {.freedom = -1};
    struct fault fault = FAULT_EMPTY;

    assert_false(regression_fit(&fit, &data, family, 0.95, &fault));
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_string_equal(fault.message, message);
    assert_near(fit.freedom, -1, 0);
}

static void impossible_data_are_refused(void **state)
{
    static const uint64_t none[16] = {0};
    static const double constant[16] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    static const double no_exposure[16] = {1, 0}, no_number[16] = {0, NAN};
    static const double lone[16] = {1}; /* singles out a row without hits */
    static const uint64_t but_first[16] = {0, 4, 5, 4, 3, 4, 5, 4, 3, 4, 5, 4, 3, 4, 5, 4};
    struct regression_data data = even;

    (void)state;
    refused(data, REGRESSION_NEGATIVE_BINOMIAL,
            "regression: the counts vary no more than Poisson's, so there is no theta");
    data.counts = none;
    refused(data, REGRESSION_POISSON, "regression: there are no hits");
    data = even;
    data.count = 2;
    refused(data, REGRESSION_POISSON, "regression: 2 rows are too few for 1 terms");
    data = even;
    data.term_count = 16;
    refused(data, REGRESSION_POISSON, "regression: 16 terms are more than 15");
    data = even;
    data.exposures = no_exposure;
    refused(data, REGRESSION_POISSON, "regression: row 2 has the exposure 0");
    data = even;
    data.weights = no_exposure;
    refused(data, REGRESSION_POISSON, "regression: row 2 has the weight 0");
    data = even;
    data.terms = no_number;
    refused(data, REGRESSION_POISSON, "regression: a term of row 2 is no number");
    data.terms = constant;
    refused(data, REGRESSION_POISSON, "least squares: the terms depend on each other");
    data.counts = but_first;
    data.terms = lone;
    data.exposures = constant;
    refused(data, REGRESSION_POISSON,
            "regression: no convergence in 200 steps; does a term stand for rows without hits?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fits_match_worked_values),
        cmocka_unit_test(weekly_series_match_r),
        cmocka_unit_test(overdispersed_series_match_r),
        cmocka_unit_test(discoveries_match_r),
        cmocka_unit_test(insurance_claims_match_r),
        cmocka_unit_test(weighted_rows_with_a_yearly_round_match_worked_values),
        cmocka_unit_test(correlated_errors_match_worked_values),
        cmocka_unit_test(correlated_errors_find_fewer_false_trends),
        cmocka_unit_test(weights_stand_for_repeated_rows),
        cmocka_unit_test(fits_solve_the_likelihood_equations),
        cmocka_unit_test(scaling_exposure_moves_the_intercept_alone),
        cmocka_unit_test(an_intercept_alone_is_the_pooled_rate),
        cmocka_unit_test(impossible_data_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("regression", tests, NULL, NULL);
}
