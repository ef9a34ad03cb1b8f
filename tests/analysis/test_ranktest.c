#include "analysis/measures/numeric.h"
#include "analysis/measures/ranktest.h"
#include "tests/numbers.h"

static const double nile[] = {
#define TABLE_NILE
#include "tests/tables/series.inc"
#undef TABLE_NILE
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
    assert_near(trend.p, -1, 0);
    assert_near(slope.value, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trends_match_r),
        cmocka_unit_test(mirrored_series_mirror_their_trend),
        cmocka_unit_test(a_straight_line_has_its_own_slope),
        cmocka_unit_test(impossible_series_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("ranktest", tests, NULL, NULL);
}
