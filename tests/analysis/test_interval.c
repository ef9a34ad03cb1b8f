#include "analysis/measures/interval.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

/* Worked by tests/tables/interval.py with 60 digits; none of it comes from GSL. */
static const struct known_proportion {
    struct proportion seen;
    double wilson_low, wilson_high, exact_low, exact_high;
} known_proportions[] = {
#define TABLE_PROPORTIONS
#include "tests/tables/interval.inc"
#undef TABLE_PROPORTIONS
};

static const struct known_difference {
    struct proportion one, other;
    double value, low, high;
} known_differences[] = {
#define TABLE_DIFFERENCES
#include "tests/tables/interval.inc"
#undef TABLE_DIFFERENCES
};

static const struct known_count {
    uint64_t count;
    double low, high;
} known_counts[] = {
#define TABLE_POISSON
#include "tests/tables/interval.inc"
#undef TABLE_POISSON
};

static void proportions_match_worked_values(void **state)
{
    struct interval share;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_proportions); i++) {
        const struct known_proportion *known = &known_proportions[i];

        assert_true(interval_wilson(&share, known->seen, 0.95, &fault));
        assert_close(share.low, known->wilson_low, 1e-12);
        assert_close(share.high, known->wilson_high, 1e-12);
        assert_true(interval_clopper_pearson(&share, known->seen, 0.95, &fault));
        assert_close(share.low, known->exact_low, 1e-10);
        assert_close(share.high, known->exact_high, 1e-10);
    }
}

/* R 4.2.2: prop.test(correct = FALSE), binom.test; also in Newcombe (1998). */
static void proportions_match_r(void **state)
{
    struct interval share;
    struct fault fault;

    (void)state;
    assert_true(interval_wilson(&share, (struct proportion){81, 263}, 0.95, &fault));
    assert_close(share.low, 0.2552885199, 2e-10);
    assert_close(share.high, 0.366209577, 2e-10);
    assert_true(interval_wilson(&share, (struct proportion){1, 29}, 0.95, &fault));
    assert_close(share.low, 0.006113214293, 1e-9);
    assert_true(interval_clopper_pearson(&share, (struct proportion){81, 263}, 0.95, &fault));
    assert_close(share.low, 0.2527367456, 2e-10);
    assert_close(share.high, 0.3676219226, 2e-10);
}

static void differences_match_worked_values(void **state)
{
    struct interval difference;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_differences); i++) {
        const struct known_difference *known = &known_differences[i];

        assert_true(interval_difference(&difference, known->one, known->other, 0.95, &fault));
        assert_near(difference.value, known->value, 1e-14);
        assert_near(difference.low, known->low, 1e-12);
        assert_near(difference.high, known->high, 1e-12);
    }
}

static void poisson_counts_match_worked_values(void **state)
{
    struct interval rate;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_counts); i++) {
        const struct known_count *known = &known_counts[i];

        assert_true(interval_poisson(&rate, (struct exposed){known->count, 1}, 0.95, &fault));
        assert_close(rate.low, known->low, 1e-10);
        assert_close(rate.high, known->high, 1e-10);
        assert_true(interval_poisson(&rate, (struct exposed){known->count, 1e6}, 0.95, &fault));
        assert_close(rate.high * 1e6, known->high, 1e-10);
    }
}

/* R 4.2.2: poisson.test(c(one, other), c(exposures)). */
static void rate_ratios_match_r(void **state)
{
    struct interval ratio;
    struct fault fault;
    double p;

    (void)state;
    assert_true(interval_rate_ratio(&ratio, &p, (struct exposed){120, 1e5},
                                    (struct exposed){60, 1e5}, 0.95, &fault));
    assert_close(ratio.value, 2, 1e-14);
    assert_close(ratio.low, 1.455195358, 4e-10);
    assert_close(ratio.high, 2.774137131, 4e-10);
    assert_close(p, 9.144585885e-06, 2e-10);
}

static void equal_rates_have_p_1(void **state)
{
    struct interval ratio;
    struct fault fault;
    double p;

    (void)state;
    assert_true(interval_rate_ratio(&ratio, &p, (struct exposed){7, 100}, (struct exposed){21, 300},
                                    0.95, &fault));
    assert_near(p, 1, 0);
    /* 0 against 3 at equal exposure: 1/8 below, 1/8 as unlikely above. */
    assert_true(interval_rate_ratio(&ratio, &p, (struct exposed){0, 1}, (struct exposed){3, 1},
                                    0.95, &fault));
    assert_close(p, 0.25, 1e-12);
    assert_near(ratio.low, 0, 0);
}

/* A p by adding up all outcomes one by one. */
static double p_by_addition(uint32_t k, uint32_t n, double share)
{
    double seen = 0, sum = 0;

    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i <= n; i++) {
            double chance = exp(lgamma(n + 1.0) - lgamma(i + 1.0) - lgamma(n - i + 1.0) +
                                i * log(share) + (n - i) * log(1 - share));

            if (pass == 0 && i == k)
                seen = chance;
            if (pass == 1 && chance <= seen * (1 + 1e-7))
                sum += chance;
        }
    return fmin(1, sum);
}

static void rate_ratio_p_equals_the_sum_of_unlikely_outcomes(void **state)
{
    uint64_t seed = 20240617;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 1000; round++) {
        struct exposed one = {numbers_below(&seed, 60), 1 + numbers_below(&seed, 50)};
        struct exposed other = {1 + numbers_below(&seed, 60), 1 + numbers_below(&seed, 50)};
        struct interval ratio;
        struct fault fault;
        double p;

        assert_true(interval_rate_ratio(&ratio, &p, one, other, 0.95, &fault));
        assert_near(p,
                    p_by_addition((uint32_t)one.count, (uint32_t)(one.count + other.count),
                                  one.exposure / (one.exposure + other.exposure)),
                    1e-9);
        assert_true(ratio.low <= ratio.value && ratio.value <= ratio.high);
    }
}

static void intervals_hold_their_value_and_their_bounds(void **state)
{
    uint64_t seed = 20240618;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 5000; round++) {
        uint64_t of = 1 + numbers_below(&seed, 1000);
        struct proportion seen = {numbers_below(&seed, (uint32_t)of + 1), of};
        struct proportion missed = {of - seen.hits, of};
        struct interval share, mirror, exact;
        struct fault fault;

        assert_true(interval_wilson(&share, seen, 0.95, &fault));
        assert_true(interval_wilson(&mirror, missed, 0.95, &fault));
        assert_true(interval_clopper_pearson(&exact, seen, 0.95, &fault));
        assert_true(0 <= share.low && share.low <= share.value);
        assert_true(share.value <= share.high && share.high <= 1);
        assert_near(share.low, 1 - mirror.high, 1e-12);
        assert_true(exact.low <= share.value && share.value <= exact.high);
    }
}

static void impossible_counts_are_refused(void **state)
{
    struct interval result = {-1, -1, -1};
    struct fault fault = FAULT_EMPTY;
    double p = -1;

    (void)state;
    assert_false(interval_wilson(&result, (struct proportion){0, 0}, 0.95, &fault));
    assert_string_equal(fault.message, "Wilson interval: 0 of 0 is no proportion");
    assert_false(interval_clopper_pearson(&result, (struct proportion){3, 2}, 0.95, &fault));
    assert_false(interval_difference(&result, (struct proportion){1, 2}, (struct proportion){3, 2},
                                     0.95, &fault));
    assert_false(interval_difference_spread(&result, (struct proportion){1, 2},
                                            (struct proportion){1, 2},
                                            (struct interval_spread){0.5, 3}, 0.95, &fault));
    assert_string_equal(fault.message,
                        "difference of proportions: an effect of 0.5 with 3 degrees of freedom");
    assert_false(interval_difference_spread(&result, (struct proportion){1, 2},
                                            (struct proportion){1, 2},
                                            (struct interval_spread){1, 0}, 0.95, &fault));
    assert_false(interval_wilson(&result, (struct proportion){1, 2}, 1, &fault));
    assert_false(interval_poisson(&result, (struct exposed){1, 0}, 0.95, &fault));
    assert_false(interval_poisson(&result, (struct exposed){1, NAN}, 0.95, &fault));
    assert_false(interval_rate_ratio(&result, &p, (struct exposed){1, 1}, (struct exposed){0, 1},
                                     0.95, &fault));
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_near(result.value, -1, 0);
    assert_near(p, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proportions_match_worked_values),
        cmocka_unit_test(proportions_match_r),
        cmocka_unit_test(differences_match_worked_values),
        cmocka_unit_test(poisson_counts_match_worked_values),
        cmocka_unit_test(rate_ratios_match_r),
        cmocka_unit_test(equal_rates_have_p_1),
        cmocka_unit_test(rate_ratio_p_equals_the_sum_of_unlikely_outcomes),
        cmocka_unit_test(intervals_hold_their_value_and_their_bounds),
        cmocka_unit_test(impossible_counts_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("interval", tests, NULL, NULL);
}
