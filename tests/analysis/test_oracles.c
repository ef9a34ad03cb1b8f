/*
 * Every measure that R knows too, against R's own functions: tests/tables/oracles.R
 * made the tables. Values are held to 1e-10 of their size unless said.
 */
#include "analysis/measures/alarms.h"
#include "analysis/measures/interval.h"
#include "analysis/measures/keyness.h"
#include "analysis/measures/multiple.h"
#include "analysis/measures/numeric.h"
#include "analysis/measures/regression.h"
#include "analysis/measures/spread.h"
#include "tests/numbers.h"

enum { WEEKS_MOST = 32 };

static size_t worked; /* values held so far */

static void hold_to(double actual, double expected, double tolerance)
{
    worked++;
    assert_close(actual, expected, tolerance);
}

static void hold(double actual, double expected)
{
    hold_to(actual, expected, 1e-10);
}

static void proportions_match_r(void **state)
{
    static const struct {
        struct proportion seen;
        double wilson_low, wilson_high, exact_low, exact_high;
    } cases[] = {
#define TABLE_PROPORTIONS
#include "tests/tables/oracles.inc"
#undef TABLE_PROPORTIONS
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct interval share;
        struct fault fault;

        assert_true(interval_wilson(&share, cases[i].seen, 0.95, &fault));
        hold(share.low, cases[i].wilson_low);
        hold(share.high, cases[i].wilson_high);
        assert_true(interval_clopper_pearson(&share, cases[i].seen, 0.95, &fault));
        hold(share.low, cases[i].exact_low);
        hold(share.high, cases[i].exact_high);
    }
}

static void poisson_counts_match_r(void **state)
{
    static const struct {
        uint64_t count;
        double low, high;
    } cases[] = {
#define TABLE_COUNTS
#include "tests/tables/oracles.inc"
#undef TABLE_COUNTS
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct interval rate;
        struct fault fault;

        assert_true(interval_poisson(&rate, (struct exposed){cases[i].count, 1}, 0.95, &fault));
        hold(rate.low, cases[i].low);
        hold(rate.high, cases[i].high);
    }
}

static void rate_ratios_match_r(void **state)
{
    static const struct {
        struct exposed one, other;
        double low, high, p;
    } cases[] = {
#define TABLE_RATIOS
#include "tests/tables/oracles.inc"
#undef TABLE_RATIOS
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct interval ratio;
        struct fault fault;
        double p;

        assert_true(interval_rate_ratio(&ratio, &p, cases[i].one, cases[i].other, 0.95, &fault));
        hold(ratio.low, cases[i].low);
        hold(ratio.high, cases[i].high);
        hold(p, cases[i].p);
    }
}

static void keyness_matches_r(void **state)
{
    static const struct {
        struct keyness_counts term, total;
        double g2, p, chi2, yates, fisher;
    } cases[] = {
#define TABLE_KEYNESS
#include "tests/tables/oracles.inc"
#undef TABLE_KEYNESS
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct keyness_counts term = cases[i].term, total = cases[i].total;
        struct keyness score;
        struct fault fault;
        double chi2, p;

        assert_true(keyness_score(&score, term, total, 0.95, &fault));
        hold(score.g2, cases[i].g2);
        hold(score.p, cases[i].p);
        assert_true(keyness_chi2(&chi2, term, total, false, &fault));
        hold(chi2, cases[i].chi2);
        assert_true(keyness_chi2(&chi2, term, total, true, &fault));
        hold(chi2, cases[i].yates);
        assert_true(keyness_fisher(
            &p, (struct keyness_articles){term.study, total.study, term.reference, total.reference},
            &fault));
        hold(p, cases[i].fisher);
    }
}

static void adjusted_p_match_r(void **state)
{
    static const struct {
        double p, hochberg, yekutieli;
    } cases[] = {
#define TABLE_ADJUSTED
#include "tests/tables/oracles.inc"
#undef TABLE_ADJUSTED
    };
    double p[COUNT_OF(cases)], q[COUNT_OF(cases)], r[COUNT_OF(cases)];
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        p[i] = cases[i].p;
    assert_true(multiple_benjamini_hochberg(q, p, COUNT_OF(cases), &fault));
    assert_true(multiple_benjamini_yekutieli(r, p, COUNT_OF(cases), &fault));
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hold(q[i], cases[i].hochberg);
        hold(r[i], cases[i].yekutieli);
    }
}

static void slopes_match_r(void **state)
{
    static const struct {
        size_t count;
        uint64_t counts[WEEKS_MOST];
        double exposures[WEEKS_MOST];
        double base, base_error, slope, error, deviance, dispersion, quasi_error, quasi_p;
    } cases[] = {
#define TABLE_SLOPES
#include "tests/tables/oracles.inc"
#undef TABLE_SLOPES
    };
    double times[WEEKS_MOST];

    (void)state;
    for (size_t i = 0; i < WEEKS_MOST; i++)
        times[i] = (double)i;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct regression_data data = {
            cases[i].counts, cases[i].exposures, times, cases[i].count, 1, NULL};
        struct regression fit;
        struct fault fault;

        assert_true(regression_fit(&fit, &data, REGRESSION_POISSON, 0.95, &fault));
        hold(fit.coefficients[0].estimate.value, cases[i].base);
        hold(fit.coefficients[0].error, cases[i].base_error);
        hold(fit.coefficients[1].estimate.value, cases[i].slope);
        hold(fit.coefficients[1].error, cases[i].error);
        hold(fit.deviance, cases[i].deviance);
        hold(fit.dispersion, cases[i].dispersion);
        assert_true(regression_fit(&fit, &data, REGRESSION_QUASI_POISSON, 0.95, &fault));
        hold(fit.coefficients[1].error, cases[i].quasi_error);
        hold(fit.coefficients[1].p, cases[i].quasi_p);
    }
}

/* pf() of the likelihood ratio, and the beta-binomial by lchoose() and lbeta(). */
static void spread_p_match_r(void **state)
{
    static const struct {
        struct proportion study, baseline;
        struct spread spread;
        double p;
    } cases[] = {
#define TABLE_SPREADS
#include "tests/tables/oracles.inc"
#undef TABLE_SPREADS
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        hold(spread_p(cases[i].study, cases[i].baseline, &cases[i].spread), cases[i].p);
}

/* limma's squeezeVar() is the same model without neighbours: 16 series are all of each other's. */
static void moderated_spreads_match_limma(void **state)
{
    static const struct {
        double dispersion, freedom, moderated, all;
    } cases[] = {
#define TABLE_MODERATED
#include "tests/tables/oracles.inc"
#undef TABLE_MODERATED
    };
    struct spread spreads[COUNT_OF(cases)];

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        spreads[i] = (struct spread){cases[i].dispersion, cases[i].freedom, 100 + 7 * i};
    spread_moderate(spreads, COUNT_OF(cases));
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        hold_to(spreads[i].dispersion, cases[i].moderated, 1e-9); /* limma's Newton stops at 1e-8 */
        hold_to(spreads[i].freedom, cases[i].all, 1e-7);
    }
}

static void spread_differences_match_r(void **state)
{
    static const struct {
        struct proportion one, other;
        struct interval_spread spread;
        double low, high;
    } cases[] = {
#define TABLE_DIFFERENCES
#include "tests/tables/oracles.inc"
#undef TABLE_DIFFERENCES
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct interval difference;
        struct fault fault;

        assert_true(interval_difference_spread(&difference, cases[i].one, cases[i].other,
                                               cases[i].spread, 0.95, &fault));
        hold(difference.low, cases[i].low);
        hold(difference.high, cases[i].high);
    }
}

static void judged_forecasts_match_r(void **state)
{
    static const struct {
        double expected, variance, dispersion, freedom;
        uint64_t hits;
        double p;
        uint64_t threshold;
    } cases[] = {
#define TABLE_JUDGED
#include "tests/tables/oracles.inc"
#undef TABLE_JUDGED
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct alarms_forecast forecast = {
            .expected = cases[i].expected, .variance = cases[i].variance, .dispersion = 1};

        alarms_judge(&forecast, cases[i].hits, cases[i].dispersion, cases[i].freedom, 0.005);
        hold(forecast.p, cases[i].p);
        hold((double)forecast.threshold, (double)cases[i].threshold);
        assert_int_equal(forecast.alarm, cases[i].hits > cases[i].threshold);
    }
}

static void next_weeks_match_r(void **state)
{
    enum { WEEKS = 13 };
    static const struct {
        double lambda;
        uint64_t counts[WEEKS];
        double exposures[WEEKS];
        double expected, upper, p;
    } cases[] = {
#define TABLE_NEXT
#include "tests/tables/oracles.inc"
#undef TABLE_NEXT
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct exposed weeks[WEEKS];
        struct alarms_next next, same;
        struct fault fault;

        for (size_t w = 0; w < WEEKS; w++)
            weeks[w] = (struct exposed){cases[i].counts[w], cases[i].exposures[w]};
        assert_true(alarms_ewma_next(&next, weeks, WEEKS, cases[i].lambda, 3, &fault));
        hold(next.expected, cases[i].expected);
        hold(next.upper, cases[i].upper);
        hold(next.p, cases[i].p);
        if (cases[i].lambda < 1)
            continue;
        assert_true(alarms_laney_next(&same, weeks, WEEKS, 3, &fault));
        assert_close(same.p, next.p, 0);
    }
}

/* What ../shared/oracles/oracles.txt prints and no other test asks for, to what it prints. */
static void printed_values_hold(void **state)
{
    static const struct {
        struct keyness_counts term, total;
        double fisher, bic, log_ratio, low, high, odds;
    } cases[] = {
        {{120, 60},
         {100000, 100000},
         9.061522506e-06,
         8.18181177,
         1,
         0.553091261,
         1.446908739,
         2.001201442},
        {{10, 2},
         {50000, 80000},
         0.001981363255,
         -1.536498579,
         3,
         0.8097862918,
         5.190213708,
         8.00140028},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct keyness_counts term = cases[i].term, total = cases[i].total;
        struct keyness_articles articles = {term.study, total.study, term.reference,
                                            total.reference};
        struct keyness score;
        struct interval odds;
        struct fault fault;
        double p, g2;

        assert_true(keyness_fisher(&p, articles, &fault));
        hold_to(p, cases[i].fisher, 3e-10);
        assert_true(keyness_g2_two_cell(&g2, term, total, &fault));
        hold_to(keyness_bic(g2, total), cases[i].bic, 1e-9);
        assert_true(keyness_score(&score, term, total, 0.95, &fault));
        hold(score.log_ratio.value, cases[i].log_ratio);
        hold_to(score.log_ratio.low, cases[i].low, 1e-9);
        hold_to(score.log_ratio.high, cases[i].high, 1e-9);
        assert_true(keyness_odds_ratio(&odds, term, total, 0.95, &fault));
        hold_to(odds.value, cases[i].odds, 1e-9);
    }
}

static void the_count_is_told(void **state)
{
    (void)state;
    print_message("    %zu worked values\n", worked);
    assert_true(worked >= 250);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proportions_match_r),
        cmocka_unit_test(poisson_counts_match_r),
        cmocka_unit_test(rate_ratios_match_r),
        cmocka_unit_test(keyness_matches_r),
        cmocka_unit_test(adjusted_p_match_r),
        cmocka_unit_test(slopes_match_r),
        cmocka_unit_test(spread_p_match_r),
        cmocka_unit_test(moderated_spreads_match_limma),
        cmocka_unit_test(spread_differences_match_r),
        cmocka_unit_test(judged_forecasts_match_r),
        cmocka_unit_test(next_weeks_match_r),
        cmocka_unit_test(printed_values_hold),
        cmocka_unit_test(the_count_is_told),
    };

    numeric_start();
    return cmocka_run_group_tests_name("oracles", tests, NULL, NULL);
}
