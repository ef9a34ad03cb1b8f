#include "analysis/measures/numeric.h"
#include "analysis/measures/ranktest.h"
#include "tests/numbers.h"

static const double nile[] = {
#define TABLE_NILE
#include "tests/tables/series.inc"
#undef TABLE_NILE
};
static const double air_passengers[] = {
#define TABLE_AIR_PASSENGERS
#include "tests/tables/series.inc"
#undef TABLE_AIR_PASSENGERS
};
static const double weekly[] = {12, 15, 11, 18, 21, 17, 25, 24, 30, 28, 35, 33};

static void count_up(double *times, size_t count)
{
    for (size_t i = 0; i < count; i++)
        times[i] = (double)i;
}

/* R 4.2.2, from the definitions, to the digits it printed. */
static void trends_match_r(void **state)
{
    double times[100];
    struct ranktest_trend trend;
    struct interval slope;
    struct fault fault;

    (void)state;
    count_up(times, 100);
    assert_int_equal(COUNT_OF(nile), 100);
    assert_true(ranktest_mann_kendall(&trend, times, nile, 100, &fault));
    assert_int_equal(trend.s, -1387);
    assert_close(trend.variance, 112728 + 1 / 3.0, 1e-14);
    assert_close(trend.z, -4.128066523, 2e-10);
    assert_close(trend.p, 3.658262922e-05, 2e-10);
    assert_close(trend.tau, -0.2807413347, 2e-10);
    assert_true(ranktest_theil_sen(&slope, times, nile, 100, 0.95, &fault));
    assert_close(slope.value, -2.6, 1e-14);
    assert_close(slope.low, -3.627926478, 3e-10);
    assert_close(slope.high, -1.428444376, 3e-10);
    assert_true(ranktest_mann_kendall(&trend, times, weekly, 12, &fault));
    assert_int_equal(trend.s, 52);
    assert_close(trend.variance, 12 * 11 * 29 / 18.0, 1e-14);
    assert_close(trend.z, 3.497199955, 3e-10);
    assert_true(ranktest_theil_sen(&slope, times, weekly, 12, 0.95, &fault));
    assert_close(slope.value, 2.194444444, 3e-10);
}

/*
 * Worked by tests/tables/ranktest.py as fractions; the first four are also what
 * pyMannKendall 1.4 prints, and s of the passengers is that of R.
 */
static const struct known_correction {
    const char *name;
    const double *values;
    size_t count, lags;
    int64_t s;
    double variance, z;
} known_corrections[] = {
#include "tests/tables/ranktest.inc"
};

static void corrected_variances_match_worked_values(void **state)
{
    double times[144];

    (void)state;
    count_up(times, 144);
    assert_int_equal(COUNT_OF(air_passengers), 144);
    for (size_t i = 0; i < COUNT_OF(known_corrections); i++) {
        const struct known_correction *known = &known_corrections[i];
        struct ranktest_trend trend, plain;
        struct fault fault;

        print_message("    %s\n", known->name);
        assert_true(
            ranktest_hamed_rao(&trend, times, known->values, known->count, known->lags, &fault));
        assert_int_equal(trend.s, known->s);
        assert_close(trend.variance, known->variance, 1e-12);
        assert_close(trend.z, known->z, 1e-12);
        assert_close(trend.p, erfc(fabs(known->z) / sqrt(2)), 1e-10);
        assert_true(ranktest_mann_kendall(&plain, times, known->values, known->count, &fault));
        assert_near(trend.tau, plain.tau, 0);
    }
}

/* Series without a trend in which each value keeps `memory` of the last. */
static void false_trends(int *plain, int *corrected, double memory, uint64_t *seed)
{
    enum { COUNT = 80, ROUNDS = 400 };
    double times[COUNT], values[COUNT];

    *plain = *corrected = 0;
    count_up(times, COUNT);
    for (int round = 0; round < ROUNDS; round++) {
        struct ranktest_trend trend;
        struct fault fault;
        double value = 0;

        for (size_t i = 0; i < COUNT; i++) {
            value = memory * value + numbers_uniform(seed) - numbers_uniform(seed);
            values[i] = value;
        }
        assert_true(ranktest_mann_kendall(&trend, times, values, COUNT, &fault));
        *plain += trend.p < 0.05;
        /* Once in a while strong negative autocorrelation leaves no variance. */
        if (ranktest_hamed_rao(&trend, times, values, COUNT, 4, &fault))
            *corrected += trend.p < 0.05;
    }
}

static void memory_makes_fewer_false_trends_after_correction(void **state)
{
    uint64_t seed = 20241201;
    int plain, corrected;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    false_trends(&plain, &corrected, 0, &seed);
    print_message("    of 400 without memory %d, corrected %d\n", plain, corrected);
    assert_true(plain < 40 && corrected < 50);
    false_trends(&plain, &corrected, 0.5, &seed);
    print_message("    of 400 with memory 0.5 %d, corrected %d\n", plain, corrected);
    assert_true(plain > 60 && corrected < plain / 2);
}

static void mirrored_series_mirror_their_trend(void **state)
{
    uint64_t seed = 20240630;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 500; round++) {
        double times[40], values[40], mirrored[40], later[40];
        size_t count = 3 + numbers_below(&seed, 38);
        struct ranktest_trend trend, mirror;
        struct interval slope, mirrored_slope;
        struct fault fault;

        for (size_t i = 0; i < count; i++) {
            times[i] = (double)i + 0.5 * numbers_uniform(&seed);
            values[i] = numbers_below(&seed, 12);
            mirrored[i] = -values[i];
            later[i] = 3 * times[i] + 100;
        }
        assert_true(ranktest_mann_kendall(&trend, times, values, count, &fault));
        assert_true(ranktest_mann_kendall(&mirror, later, mirrored, count, &fault));
        assert_int_equal(mirror.s, -trend.s);
        assert_near(mirror.p, trend.p, 0);
        assert_true(trend.p >= 0 && trend.p <= 1 && fabs(trend.tau) <= 1);
        if (ranktest_hamed_rao(&trend, times, values, count, 1, &fault)) {
            assert_true(ranktest_hamed_rao(&mirror, later, mirrored, count, 1, &fault));
            assert_close(mirror.variance, trend.variance, 1e-12);
            assert_int_equal(mirror.s, -trend.s);
        }
        assert_true(ranktest_theil_sen(&slope, times, values, count, 0.95, &fault));
        assert_true(ranktest_theil_sen(&mirrored_slope, later, mirrored, count, 0.95, &fault));
        assert_near(3 * mirrored_slope.value, -slope.value, 1e-11);
        assert_near(3 * mirrored_slope.low, -slope.high, 1e-11);
        assert_true(slope.low <= slope.value && slope.value <= slope.high);
    }
}

static void a_straight_line_has_its_own_slope(void **state)
{
    double times[10] = {0, 1, 2, 4, 7, 8, 9, 15, 16, 20}, values[10], flat[10] = {0};
    struct ranktest_trend trend;
    struct interval slope;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < 10; i++)
        values[i] = 5 - 0.25 * times[i];
    assert_true(ranktest_theil_sen(&slope, times, values, 10, 0.95, &fault));
    assert_near(slope.value, -0.25, 1e-15);
    assert_near(slope.low, -0.25, 1e-15);
    assert_true(ranktest_mann_kendall(&trend, times, values, 10, &fault));
    assert_near(trend.tau, -1, 0);
    assert_true(ranktest_mann_kendall(&trend, times, flat, 10, &fault));
    assert_near(trend.tau, 0, 0);
    assert_near(trend.p, 1, 0);
    assert_true(ranktest_hamed_rao(&trend, times, flat, 10, 3, &fault));
    assert_near(trend.p, 1, 0);
    assert_near(trend.variance, 0, 0);
}

static void impossible_series_are_refused(void **state)
{
    const double times[] = {0, 1, 1, 3}, rising[] = {0, 1, 2, 3}, gap[] = {1, 2, NAN, 4};
    struct ranktest_trend trend = {.p = -1};
    struct interval slope = {-1, -1, -1};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(ranktest_mann_kendall(&trend, rising, rising, 2, &fault));
    assert_string_equal(fault.message, "a trend needs 3 to 4000 values, not 2");
    assert_false(ranktest_theil_sen(&slope, rising, rising, 0, 0.95, &fault));
    assert_false(ranktest_mann_kendall(&trend, times, rising, 4, &fault));
    assert_string_equal(fault.message, "value 3 of the series is not later than 2");
    assert_false(ranktest_theil_sen(&slope, rising, gap, 4, 0.95, &fault));
    assert_string_equal(fault.message, "value 3 of the series is no number");
    assert_false(ranktest_theil_sen(&slope, rising, rising, 4, 95, &fault));
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_false(ranktest_hamed_rao(&trend, rising, rising, 2, 1, &fault));
    assert_false(ranktest_hamed_rao(&trend, rising, rising, 4, 4, &fault));
    assert_string_equal(fault.message, "a series of 4 values has no 4 lags");
    assert_false(ranktest_hamed_rao(&trend, rising, rising, 4, 0, &fault));
    assert_near(trend.p, -1, 0);
    assert_near(slope.value, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trends_match_r),
        cmocka_unit_test(corrected_variances_match_worked_values),
        cmocka_unit_test(memory_makes_fewer_false_trends_after_correction),
        cmocka_unit_test(mirrored_series_mirror_their_trend),
        cmocka_unit_test(a_straight_line_has_its_own_slope),
        cmocka_unit_test(impossible_series_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("ranktest", tests, NULL, NULL);
}
