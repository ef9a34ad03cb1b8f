#include "analysis/measures/mean.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

/* Student (1908), the first drug's hours of sleep; t of 9 degrees at 0.975 is 2.2621571627409915.
 */
static const double sleep[] = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

static void the_interval_is_student_s(void **state)
{
    struct mean_sums sums = MEAN_SUMS_EMPTY;
    struct interval mean;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(sleep); i++)
        mean_add(&sums, sleep[i]);
    assert_int_equal(sums.count, 10);
    assert_true(mean_interval(&mean, &sums, 0.95, &fault));
    /* By hand: the squares add up to 34.43 and, less 10 x 0.75^2, to 28.805. */
    assert_close(sums.squares, 28.805, 1e-14);
    assert_close(mean.value, 0.75, 1e-14);
    assert_close(mean.high - mean.value, 2.2621571627409915 * sqrt(28.805 / 90), 1e-10);
    assert_close(mean.value - mean.low, 2.2621571627409915 * sqrt(28.805 / 90), 1e-10);
    /* As t.test(extra) of R 4.2.2 prints it. */
    assert_near(mean.low, -0.5297804, 5e-8);
    assert_near(mean.high, 2.0297804, 5e-8);
}

static void large_values_close_together_lose_nothing(void **state)
{
    struct mean_sums sums = MEAN_SUMS_EMPTY;

    (void)state;
    for (int i = 0; i < 3000; i++)
        mean_add(&sums, 1e9 + i % 3);
    assert_close(sums.mean, 1e9 + 1, 1e-14);
    assert_close(sums.squares, 2000, 1e-6);
}

static void equal_values_have_an_interval_without_width(void **state)
{
    struct mean_sums sums = MEAN_SUMS_EMPTY;
    struct interval mean;
    struct fault fault;

    (void)state;
    for (int i = 0; i < 5; i++)
        mean_add(&sums, 0.1);
    assert_true(mean_interval(&mean, &sums, 0.95, &fault));
    assert_near(mean.low, 0.1, 1e-15);
    assert_near(mean.high, 0.1, 1e-15);
}

static void too_few_values_and_levels_that_are_none_are_refused(void **state)
{
    struct mean_sums sums = MEAN_SUMS_EMPTY;
    struct interval mean = {-1, -1, -1};
    struct fault fault;

    (void)state;
    mean_add(&sums, 3);
    assert_false(mean_interval(&mean, &sums, 0.95, &fault));
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    mean_add(&sums, 4);
    assert_false(mean_interval(&mean, &sums, 1, &fault));
    assert_near(mean.value, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_interval_is_student_s),
        cmocka_unit_test(large_values_close_together_lose_nothing),
        cmocka_unit_test(equal_values_have_an_interval_without_width),
        cmocka_unit_test(too_few_values_and_levels_that_are_none_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("mean", tests, NULL, NULL);
}
