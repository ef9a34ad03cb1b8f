#include "analysis/measures/bootstrap.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

#include <gsl/gsl_cdf.h>
#include <stdlib.h>
#include <string.h>

/* Two strata of three, and two clusters that are alone in theirs. */
static const uint32_t few_sizes[] = {100, 300, 50, 400, 250, 80, 120, 500};
static const uint32_t few_strata[] = {7, 3, 7, 9, 7, 3, 5, 3};
static const struct bootstrap_entry few_entries[] = {
    {0, 0, 20}, {1, 1, 10}, {2, 0, 50}, {3, 0, 100}, {3, 1, 40},
    {5, 0, 40}, {5, 1, 40}, {6, 0, 12}, {6, 1, 60},  {7, 0, 10},
};
static const struct bootstrap_sample few = {
    .cluster_count = 8,
    .sizes = few_sizes,
    .strata = few_strata,
    .entry_count = COUNT_OF(few_entries),
    .entries = few_entries,
    .statistic_count = 2,
};

static void entries_of_one_cluster_and_statistic_become_one(void **state)
{
    struct bootstrap_entry entries[] = {{9, 1, 5}, {2, 7, 1}, {9, 0, 0},
                                        {9, 1, 3}, {2, 7, 4}, {2, 1, 6}};
    static const struct bootstrap_entry joined[] = {{2, 1, 6}, {2, 7, 5}, {9, 0, 0}, {9, 1, 8}};

    (void)state;
    assert_int_equal(bootstrap_join(entries, COUNT_OF(entries)), COUNT_OF(joined));
    assert_memory_equal(entries, joined, sizeof joined);
    assert_int_equal(bootstrap_join(entries, 0), 0);
}

/* Worked by tests/tables/bootstrap.py, generator and all. */
static const double known_resamples[][2] = {
#include "tests/tables/bootstrap.inc"
};

static void resamples_match_worked_values(void **state)
{
    struct bootstrap run = BOOTSTRAP_EMPTY;
    struct fault fault;

    (void)state;
    assert_true(bootstrap_run(&run, &few, (struct bootstrap_plan){20240626, 500, 2}, &fault));
    for (size_t b = 0; b < COUNT_OF(known_resamples); b++)
        for (size_t s = 0; s < 2; s++)
            assert_close(run.values[s * 500 + b], known_resamples[b][s], 1e-7);
    assert_close(run.shares[0], 232.0 / 1800, 1e-15);
    assert_close(run.shares[1], 150.0 / 1800, 1e-15);
    assert_near(run.freedom, 5, 0);
    bootstrap_release(&run);
}

static void order_of_entries_and_numbers_of_strata_do_not_matter(void **state)
{
    struct bootstrap_entry backwards[COUNT_OF(few_entries)];
    uint32_t renamed[8];
    struct bootstrap_sample other = few;
    struct bootstrap run = BOOTSTRAP_EMPTY, again = BOOTSTRAP_EMPTY;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(few_entries); i++)
        backwards[i] = few_entries[COUNT_OF(few_entries) - 1 - i];
    for (size_t i = 0; i < 8; i++)
        renamed[i] = few_strata[i] * 1000;
    other.entries = backwards;
    other.strata = renamed;
    assert_true(bootstrap_run(&run, &few, (struct bootstrap_plan){1, 1000, 2}, &fault));
    assert_true(bootstrap_run(&again, &other, (struct bootstrap_plan){1, 1000, 2}, &fault));
    for (size_t i = 0; i < 2000; i++)
        assert_near(run.values[i], again.values[i], 1e-7);
    bootstrap_release(&run);
    bootstrap_release(&again);
    assert_null(run.values);
}

static int rising(const void *left, const void *right)
{
    float a = *(const float *)left, b = *(const float *)right;

    return (a > b) - (a < b);
}

/* The (B + 1) x rank-th of all values, by sorting them. */
static double sorted_percentile(const float *values, size_t count, double rank)
{
    float *sorted = calloc(count, sizeof *sorted);
    double place = ((double)count + 1) * rank - 1, result;
    size_t first = (size_t)place;

    assert_non_null(sorted);
    memcpy(sorted, values, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, rising);
    result = sorted[first] + (place - (double)first) * (sorted[first + 1] - sorted[first]);
    free(sorted);
    return result;
}

/* R 4.2.2's boot::city, sizes times 100 so that shares stay below 1. */
static void make_city(struct bootstrap *run, uint64_t seed)
{
    static const uint32_t u[] = {138, 93, 61, 179, 48, 37, 29, 23, 30, 2};
    static const uint32_t x[] = {143, 104, 69, 260, 75, 63, 50, 48, 111, 50};
    uint32_t sizes[10];
    struct bootstrap_entry entries[10];
    struct bootstrap_sample city = {.cluster_count = 10,
                                    .sizes = sizes,
                                    .entry_count = 10,
                                    .entries = entries,
                                    .statistic_count = 1};
    struct fault fault;

    for (uint32_t i = 0; i < 10; i++) {
        sizes[i] = 100 * u[i];
        entries[i] = (struct bootstrap_entry){i, 0, x[i]};
    }
    assert_true(bootstrap_run(run, &city, (struct bootstrap_plan){seed, 9999, 10}, &fault));
}

static void the_ten_cities_give_efron_s_formula(void **state)
{
    struct bootstrap run = BOOTSTRAP_EMPTY;
    struct interval share;
    struct fault fault;
    double z = 0, t = numeric_t(0.95, 9), mean = 0, variance = 0;
    double squares = 0, cubes = 0, tilt;
    static const double u[] = {138, 93, 61, 179, 48, 37, 29, 23, 30, 2};
    static const double x[] = {143, 104, 69, 260, 75, 63, 50, 48, 111, 50};

    (void)state;
    make_city(&run, 20240627);
    assert_true(bootstrap_interval(&share, &run, 0, 0.95, &fault));
    assert_close(share.value, 0.015203125, 1e-14);
    for (int i = 0; i < 10; i++) {
        squares += pow(x[i] - 1.5203125 * u[i], 2);
        cubes += pow(x[i] - 1.5203125 * u[i], 3);
    }
    tilt = cubes / (6 * pow(squares, 1.5));
    assert_close(run.accelerations[0], tilt, 1e-9);
    for (size_t b = 0; b < 9999; b++) {
        z += run.values[b] < 0.015203125 ? 1 : 0;
        mean += run.values[b] / 9999;
    }
    for (size_t b = 0; b < 9999; b++)
        variance += pow(run.values[b] - mean, 2) / 9998;
    z = gsl_cdf_ugaussian_Pinv(z / 9999);
    assert_close(share.low,
                 sorted_percentile(run.values, 9999,
                                   gsl_cdf_ugaussian_P(z + (z - t) / (1 - tilt * (z - t)))),
                 1e-6);
    assert_close(share.high,
                 sorted_percentile(run.values, 9999,
                                   gsl_cdf_ugaussian_P(z + (z + t) / (1 - tilt * (z + t)))),
                 1e-6);
    /* R's plain BCa is (1.253, 2.148), its standard error 0.2266: ours is wider. */
    assert_true(share.low < 0.01258 && share.low > 0.0115);
    assert_true(share.high > 0.0212 && share.high < 0.030);
    assert_true(sqrt(variance) > 0.0022 && sqrt(variance) < 0.0027);
    bootstrap_release(&run);
}

static void differences_take_their_p_from_the_resamples(void **state)
{
    double accelerations[2] = {0, 0}, shares[2] = {0.5, 0.25};
    float values[2][100];
    struct bootstrap one = {1, 100, &shares[0], &accelerations[0], values[0], 1000, 1};
    struct bootstrap other = {1, 100, &shares[1], &accelerations[1], values[1], 1000, 2};
    struct bootstrap_change change, mirror;
    struct fault fault;

    (void)state;
    for (int b = 0; b < 100; b++) {
        values[0][b] = 0.5F + (float)b * 0.001F;
        values[1][b] = b < 4 ? 0.9F : 0.25F;
    }
    assert_true(bootstrap_difference(&change, (struct bootstrap_share){&one, 0},
                                     (struct bootstrap_share){&other, 0}, 0.95, &fault));
    assert_close(change.difference.value, 0.25, 1e-15);
    assert_close(change.p, 2 * 5 / 101.0, 1e-15); /* four at or below 0 */
    assert_true(change.difference.low < 0 && change.difference.high > 0.3);
    assert_true(bootstrap_difference(&mirror, (struct bootstrap_share){&other, 0},
                                     (struct bootstrap_share){&one, 0}, 0.95, &fault));
    assert_close(mirror.p, change.p, 1e-15);
    assert_close(mirror.difference.low, -change.difference.high, 1e-12);
    assert_close(mirror.difference.high, -change.difference.low, 1e-12);
    other.seed = 1;
    assert_false(bootstrap_difference(&change, (struct bootstrap_share){&one, 0},
                                      (struct bootstrap_share){&other, 0}, 0.95, &fault));
    assert_string_equal(fault.message, "bootstrap: two periods need two seeds");
    other.replicates = 50;
    assert_false(bootstrap_difference(&change, (struct bootstrap_share){&one, 0},
                                      (struct bootstrap_share){&other, 0}, 0.95, &fault));
    assert_false(bootstrap_difference(&change, (struct bootstrap_share){&one, 0},
                                      (struct bootstrap_share){&one, 0}, 0.95, &fault));
    assert_string_equal(fault.message, "two shares that never vary have no bootstrap interval");
}

static void refused(struct bootstrap_sample sample, struct bootstrap_plan plan, const char *message)
{
    struct bootstrap run = BOOTSTRAP_EMPTY;
    struct fault fault = FAULT_EMPTY;

    assert_false(bootstrap_run(&run, &sample, plan, &fault));
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_string_equal(fault.message, message);
    assert_null(run.values);
}

static void impossible_samples_are_refused(void **state)
{
    static const uint32_t empty[] = {1, 1, 1, 0, 1, 1, 1, 1};
    static const struct bootstrap_entry cluster = {8, 0, 1}, statistic = {0, 2, 1},
                                        amount = {0, 0, 101};
    struct bootstrap_sample sample = few;

    (void)state;
    refused(few, (struct bootstrap_plan){1, 99, 2},
            "bootstrap: 99 resamples are not within 100 and 1000000");
    refused(few, BOOTSTRAP_PLAN(1), "8 articles are too few for an interval, which needs 15");
    sample.cluster_count = 1;
    refused(sample, (struct bootstrap_plan){1, 2000, 0},
            "1 articles are too few for an interval, which needs 2");
    sample = few;
    sample.sizes = empty;
    refused(sample, (struct bootstrap_plan){1, 2000, 2},
            "bootstrap: article 4 has nothing to share");
    sample = few;
    sample.entry_count = 1;
    sample.entries = &cluster;
    refused(sample, (struct bootstrap_plan){1, 2000, 2},
            "bootstrap: entry 1 lies outside the sample");
    sample.entries = &statistic;
    refused(sample, (struct bootstrap_plan){1, 2000, 2},
            "bootstrap: entry 1 lies outside the sample");
    sample.entries = &amount;
    refused(sample, (struct bootstrap_plan){1, 2000, 2},
            "bootstrap: entry 1 lies outside the sample");
}

static void shares_that_never_vary_have_no_interval(void **state)
{
    struct bootstrap_sample sample = few;
    struct bootstrap run = BOOTSTRAP_EMPTY;
    struct interval share = {-1, -1, -1};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    sample.statistic_count = 3; /* the third has no entries */
    assert_true(bootstrap_run(&run, &sample, (struct bootstrap_plan){1, 200, 2}, &fault));
    assert_false(bootstrap_interval(&share, &run, 2, 0.95, &fault));
    assert_string_equal(fault.message, "a share of 0 in every resample has no bootstrap interval");
    assert_false(bootstrap_interval(&share, &run, 0, 0, &fault));
    assert_near(share.value, -1, 0);
    bootstrap_release(&run);
}

/*
 * Articles of three outlets. One speaker is in 4 of 10 articles, with a part of
 * its quoted words that leans to much or little; the true share is 0.16.
 */
static bool share_is_held(uint32_t articles, uint64_t *seed)
{
    uint32_t sizes[100], strata[100];
    struct bootstrap_entry entries[100];
    struct bootstrap_sample sample = {.cluster_count = articles,
                                      .sizes = sizes,
                                      .strata = strata,
                                      .entries = entries,
                                      .statistic_count = 1};
    struct bootstrap run = BOOTSTRAP_EMPTY;
    struct interval share;
    struct fault fault;

    for (uint32_t i = 0; i < articles; i++) {
        double part = pow(numbers_uniform(seed), 1.5); /* mean 0.4 */

        sizes[i] = 20 + numbers_below(seed, 400);
        strata[i] = i % 3;
        if (numbers_below(seed, 10) < 4)
            entries[sample.entry_count++] =
                (struct bootstrap_entry){i, 0, (uint32_t)lround(part * sizes[i])};
    }
    assert_true(bootstrap_run(&run, &sample, (struct bootstrap_plan){*seed, 500, 15}, &fault));
    assert_true(bootstrap_interval(&share, &run, 0, 0.95, &fault));
    bootstrap_release(&run);
    assert_true(share.low >= 0 && share.low <= share.value);
    assert_true(share.value <= share.high && share.high <= 1);
    return share.low <= 0.16 && 0.16 <= share.high;
}

static void intervals_hold_the_truth_as_often_as_they_say(void **state)
{
    uint64_t seed = 20240628;
    double few_held = 0, many_held = 0;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 1000; round++)
        few_held += share_is_held(30, &seed) / 1000.0;
    for (int round = 0; round < 600; round++)
        many_held += share_is_held(100, &seed) / 600.0;
    print_message("    30 articles %.3f, 100 articles %.3f\n", few_held, many_held);
    assert_true(few_held > 0.92 && few_held < 0.98);
    assert_true(many_held > 0.92 && many_held < 0.98);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_of_one_cluster_and_statistic_become_one),
        cmocka_unit_test(resamples_match_worked_values),
        cmocka_unit_test(order_of_entries_and_numbers_of_strata_do_not_matter),
        cmocka_unit_test(the_ten_cities_give_efron_s_formula),
        cmocka_unit_test(differences_take_their_p_from_the_resamples),
        cmocka_unit_test(impossible_samples_are_refused),
        cmocka_unit_test(shares_that_never_vary_have_no_interval),
        cmocka_unit_test(intervals_hold_the_truth_as_often_as_they_say),
    };

    numeric_start();
    return cmocka_run_group_tests_name("bootstrap", tests, NULL, NULL);
}
