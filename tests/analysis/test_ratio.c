#include "analysis/measures/numeric.h"
#include "analysis/measures/ratio.h"
#include "tests/numbers.h"

/* Worked by tests/tables/ratio.py with exact fractions. */
static const struct known_ratio {
    const char *name;
    size_t clusters;
    uint64_t x[12], n[12];
    double rate, error, jackknife;
} known_ratios[] = {
#include "tests/tables/ratio.inc"
};

static struct ratio_sums sums_of(const uint64_t *x, const uint64_t *n, size_t count)
{
    struct ratio_sums sums = RATIO_SUMS_EMPTY;

    for (size_t i = 0; i < count; i++)
        ratio_add(&sums, x[i], n[i]);
    return sums;
}

static void rates_match_worked_values(void **state)
{
    struct ratio_options options = {0.95, 1, RATIO_LOG, 2, 0};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_ratios); i++) {
        const struct known_ratio *known = &known_ratios[i];
        struct ratio_sums sums = sums_of(known->x, known->n, known->clusters);
        double t = numeric_t(0.95, (double)known->clusters - 1);
        struct ratio_moments moments;
        struct interval rate;
        struct fault fault;

        print_message("    %s\n", known->name);
        assert_true(ratio_moments(&moments, &sums, 2, &fault));
        assert_close(moments.rate, known->rate, 1e-15);
        assert_close(sqrt(moments.variance), known->error, 1e-14);
        assert_true(ratio_estimate(&rate, &sums, options, &fault));
        assert_close(rate.low, known->rate * exp(-t * known->error / known->rate), 1e-13);
        assert_close(rate.high, known->rate * exp(t * known->error / known->rate), 1e-13);
    }
}

static void the_jackknife_matches_worked_values(void **state)
{
    struct ratio_options options = {0.95, 1e3, RATIO_LOG, 2, 0};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_ratios); i++) {
        const struct known_ratio *known = &known_ratios[i];
        struct ratio_moments moments;
        struct interval rate;
        struct fault fault;
        double reach;

        print_message("    %s\n", known->name);
        assert_true(ratio_jackknife(&moments, known->x, known->n, known->clusters, &fault));
        assert_close(moments.rate, known->rate, 1e-15);
        /* The rates left differ by 1e-9 of themselves in "nearly alike". */
        assert_near(sqrt(moments.variance) / known->rate, known->jackknife / known->rate, 1e-15);
        assert_near(moments.freedom, (double)known->clusters - 1, 0);
        assert_true(ratio_interval(&rate, &moments, options, &fault));
        reach = numeric_t(0.95, moments.freedom) * known->jackknife / known->rate;
        assert_close(rate.high, 1e3 * known->rate * exp(reach), 1e-12);
        assert_close(rate.low, 1e3 * known->rate * exp(-reach), 1e-12);
    }
    /* R 4.2.2, boot::city. */
    assert_close(known_ratios[0].jackknife, 0.1947909936, 3e-10);
}

/* The jackknife of a mean is its plain variance, and so is linearisation. */
static void equal_sizes_need_no_jackknife(void **state)
{
    uint64_t seed = 20241206;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 500; round++) {
        uint64_t x[20], n[20];
        size_t count = 2 + numbers_below(&seed, 19);
        struct ratio_moments moments, jackknife;
        struct ratio_sums sums;
        struct fault fault;

        for (size_t i = 0; i < count; i++) {
            x[i] = numbers_below(&seed, 40);
            n[i] = 250;
        }
        sums = sums_of(x, n, count);
        assert_true(ratio_moments(&moments, &sums, 2, &fault));
        assert_true(ratio_jackknife(&jackknife, x, n, count, &fault));
        assert_near(jackknife.variance, moments.variance, 1e-16);
        assert_near(jackknife.rate, moments.rate, 0);
    }
}

static void a_jackknife_without_a_rest_is_refused(void **state)
{
    static const uint64_t x[] = {0, 3, 0}, n[] = {0, 10, 0}, none[] = {0, 0, 0},
                          words[] = {5, 10, 5};
    struct ratio_moments moments = {.freedom = -1};
    struct interval rate = {-1, -1, -1};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(ratio_jackknife(&moments, x, n, 1, &fault));
    assert_string_equal(fault.message, "the jackknife needs 2 articles, not 1");
    assert_false(ratio_jackknife(&moments, x, n, 3, &fault));
    assert_string_equal(fault.message, "without article 2 there are no words left");
    assert_false(ratio_jackknife(&moments, none, none, 3, &fault));
    assert_near(moments.freedom, -1, 0);
    assert_true(ratio_jackknife(&moments, none, words, 3, &fault));
    assert_false(ratio_interval(&rate, &moments, RATIO_PER_MILLION, &fault));
    assert_string_equal(fault.message, "a rate of 0 has no such interval");
    assert_true(ratio_jackknife(&moments, words, words, 3, &fault));
    assert_false(ratio_interval(&rate, &moments, RATIO_SHARE, &fault));
    assert_true(ratio_interval(&rate, &moments, RATIO_PER_MILLION, &fault));
    assert_near(rate.low, rate.high, 0);
}

/* R 4.2.2, boot::city: sqrt(sum(l^2)) / n, without the factor G / (G - 1). */
static void the_error_of_the_ten_cities_is_r_s(void **state)
{
    struct ratio_sums sums = sums_of(known_ratios[0].x, known_ratios[0].n, 10);
    struct ratio_moments moments;
    struct fault fault;

    (void)state;
    assert_true(ratio_moments(&moments, &sums, 10, &fault));
    assert_close(moments.rate, 1.5203125, 1e-15);
    assert_close(sqrt(moments.variance * 0.9), 0.18024354, 3e-8);
}

static void order_and_merging_change_no_bit(void **state)
{
    enum { CLUSTERS = 500 };
    uint64_t x[CLUSTERS], n[CLUSTERS], seed = 20240620;
    struct ratio_sums forward, merged = RATIO_SUMS_EMPTY;
    struct interval rate, again;
    struct fault fault;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (size_t i = 0; i < CLUSTERS; i++) {
        n[i] = 1 + numbers_below(&seed, 3000);
        x[i] = numbers_below(&seed, 40);
    }
    forward = sums_of(x, n, CLUSTERS);
    for (size_t i = CLUSTERS; i > 0; i -= 50) {
        struct ratio_sums part = sums_of(x + i - 50, n + i - 50, 50);
        ratio_merge(&merged, &part);
    }
    assert_true(ratio_estimate(&rate, &forward, RATIO_PER_MILLION, &fault));
    assert_true(ratio_estimate(&again, &merged, RATIO_PER_MILLION, &fault));
    assert_memory_equal(&rate, &again, sizeof rate);
}

static void huge_sums_fall_back_to_doubles(void **state)
{
    struct ratio_sums small = RATIO_SUMS_EMPTY, large = RATIO_SUMS_EMPTY;
    struct interval rate, same;
    struct ratio_options options = {0.95, 1, RATIO_LOG, 2, 0};
    struct fault fault;

    (void)state;
    for (uint64_t i = 1; i <= 40; i++) {
        ratio_add(&small, i % 7, 10 + i);
        ratio_add(&large, (i % 7) << 32, (10 + i) << 32);
    }
    assert_true(ratio_estimate(&rate, &small, options, &fault));
    assert_true(ratio_estimate(&same, &large, options, &fault));
    assert_close(same.low, rate.low, 1e-12);
    assert_close(same.high, rate.high, 1e-12);
}

static void bounds_stay_sensible(void **state)
{
    uint64_t seed = 20240621;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 5000; round++) {
        struct ratio_sums sums = RATIO_SUMS_EMPTY;
        struct ratio_options share = {0.95, 1, RATIO_LOGIT, 2, 0};
        struct ratio_options rate = {0.95, 1e6, RATIO_LOG, 2, 0};
        uint32_t most = 1 + numbers_below(&seed, 30);
        uint32_t clusters = 2 + numbers_below(&seed, 30);
        struct interval result;
        struct fault fault;

        for (uint32_t i = 0; i < clusters; i++) {
            uint64_t n = 1 + numbers_below(&seed, most);
            ratio_add(&sums, numbers_below(&seed, (uint32_t)n + 1), n);
        }
        assert_true(ratio_estimate(&result, &sums, share, &fault));
        assert_true(0 <= result.low && result.low <= result.value);
        assert_true(result.value <= result.high && result.high <= 1);
        assert_true(ratio_estimate(&result, &sums, rate, &fault));
        assert_true(0 <= result.low && result.low <= result.value);
        assert_true(result.value <= result.high && isfinite(result.high));
    }
}

static void no_hits_still_have_an_upper_bound(void **state)
{
    struct ratio_sums none = RATIO_SUMS_EMPTY, all = RATIO_SUMS_EMPTY;
    struct interval rate;
    struct fault fault;

    (void)state;
    for (int i = 0; i < 20; i++) {
        ratio_add(&none, 0, 500);
        ratio_add(&all, 5, 5);
    }
    assert_true(ratio_estimate(&rate, &none, RATIO_PER_MILLION, &fault));
    assert_near(rate.low, 0, 0);
    assert_close(rate.high, 368.88794541139363, 1e-10); /* 3.6889 in 10,000 words */
    assert_true(ratio_estimate(&rate, &all, RATIO_SHARE, &fault));
    assert_near(rate.high, 1, 0);
    assert_close(rate.low, pow(0.025, 0.01), 1e-10);
}

/* A second way to the same numbers: residuals one by one. */
static void differences_match_their_definition(void **state)
{
    static const uint64_t x[2][6] = {{3, 0, 7, 2, 5, 1}, {0, 1, 0, 2, 0, 1}};
    static const uint64_t n[2][6] = {{100, 80, 150, 90, 120, 60}, {90, 110, 70, 130, 100, 100}};
    struct ratio_options options = {0.95, 1000, RATIO_LOG, 2, 0};
    struct ratio_sums one = sums_of(x[0], n[0], 6), other = sums_of(x[1], n[1], 6);
    double v[2], welch, t;
    struct ratio_difference result, mirror;
    struct fault fault;

    (void)state;
    for (int side = 0; side < 2; side++) {
        double r = (side == 0 ? 18 : 4) / 600.0;

        v[side] = 0;
        for (int i = 0; i < 6; i++)
            v[side] += pow((double)x[side][i] - r * (double)n[side][i], 2) * 6 / 5 / 360000;
    }
    welch = pow(v[0] + v[1], 2) / (v[0] * v[0] / 5 + v[1] * v[1] / 5);
    t = (14 / 600.0) / sqrt(v[0] + v[1]);
    assert_true(ratio_difference(&result, &one, &other, options, &fault));
    assert_close(result.difference.value, 1000 * 14 / 600.0, 1e-14);
    assert_close(result.freedom, welch, 1e-12);
    assert_close(result.p, numeric_p_of_t(t, welch), 1e-11);
    assert_int_equal(result.difference.low > 0, result.p < 0.05);

    assert_true(ratio_difference(&mirror, &other, &one, options, &fault));
    assert_near(mirror.difference.low, -result.difference.high, 1e-12);
    assert_close(mirror.p, result.p, 1e-12);
}

static void a_side_without_hits_counts_as_uncertain(void **state)
{
    struct ratio_sums six = RATIO_SUMS_EMPTY, none = RATIO_SUMS_EMPTY;
    struct ratio_difference result;
    struct fault fault;

    (void)state;
    for (uint64_t i = 0; i < 100; i++) {
        ratio_add(&six, i < 6, 1000);
        ratio_add(&none, 0, 1000);
    }
    assert_true(ratio_difference(&result, &six, &none, RATIO_PER_MILLION, &fault));
    assert_true(result.difference.low < 60 && result.difference.high > 60);
    assert_true(result.p > 0.015 && result.p < 0.06); /* the exact test says 0.031 */
    assert_false(ratio_difference(&result, &none, &none, RATIO_PER_MILLION, &fault));
    assert_string_equal(fault.message, "there is no hit on either side");
}

static void too_little_is_said(void **state)
{
    struct ratio_sums sums = RATIO_SUMS_EMPTY;
    struct interval rate = {-1, -1, -1};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    for (int i = 0; i < 14; i++)
        ratio_add(&sums, 2, 1);
    assert_false(ratio_estimate(&rate, &sums, RATIO_PER_MILLION, &fault));
    assert_string_equal(fault.message, "14 articles are too few for an interval, which needs 15");
    ratio_add(&sums, 2, 1);
    assert_false(ratio_estimate(&rate, &sums, RATIO_SHARE, &fault));
    assert_string_equal(fault.message, "a share cannot have 30 of 15");
    sums = RATIO_SUMS_EMPTY;
    ratio_add(&sums, 0, 0);
    assert_false(
        ratio_estimate(&rate, &sums, (struct ratio_options){0.95, 1, RATIO_LOG, 0, 0}, &fault));
    ratio_add(&sums, 0, 0);
    assert_false(
        ratio_estimate(&rate, &sums, (struct ratio_options){0.95, 1, RATIO_LOG, 0, 0}, &fault));
    assert_string_equal(fault.message, "there are no words to take a rate of");
    assert_near(rate.value, -1, 0);
}

/*
 * Articles of 100 to 900 words. In one of three the term does not occur, in
 * the others its rate varies from article to article (mean 0.015), so hits
 * vary several times as much as a Poisson count would. The true rate is 0.01.
 */
static void add_simulated(struct ratio_sums *sums, uint64_t *seed)
{
    uint64_t words = 100 + numbers_below(seed, 801);
    double rate = numbers_below(seed, 3) == 0 ? 0 : -log(numbers_uniform(seed)) * 0.015;

    ratio_add(sums, numbers_poisson(seed, rate * (double)words), words);
}

/* The share of `rounds` simulated intervals that hold the true rate, 0.01. */
static double coverage(int clusters, int rounds, uint64_t *seed)
{
    struct ratio_options options = {0.95, 1, RATIO_LOG, 15, 0};
    int held = 0;

    for (int round = 0; round < rounds; round++) {
        struct ratio_sums sums = RATIO_SUMS_EMPTY;
        struct interval rate;
        struct fault fault;

        for (int i = 0; i < clusters; i++)
            add_simulated(&sums, seed);
        assert_true(ratio_estimate(&rate, &sums, options, &fault));
        held += rate.low <= 0.01 && 0.01 <= rate.high;
    }
    return (double)held / rounds;
}

/* Of `rounds` sets of a few articles: how often each variance's interval holds the truth. */
static void few_articles(double *linearised, double *jackknife, int rounds, uint64_t *seed)
{
    enum { FEW = 8 };
    struct ratio_options options = {0.95, 1, RATIO_LOG, 2, 0};

    *linearised = *jackknife = 0;
    for (int round = 0; round < rounds; round++) {
        uint64_t x[FEW], n[FEW];
        struct ratio_moments moments[2];
        struct interval rate;
        struct ratio_sums sums;
        struct fault fault;

        for (int i = 0; i < FEW; i++) {
            sums = RATIO_SUMS_EMPTY;
            add_simulated(&sums, seed);
            x[i] = sums.x;
            n[i] = sums.n;
        }
        x[0] += 1; /* never without a hit */
        sums = sums_of(x, n, FEW);
        assert_true(ratio_moments(&moments[0], &sums, 2, &fault));
        assert_true(ratio_jackknife(&moments[1], x, n, FEW, &fault));
        assert_true(ratio_interval(&rate, &moments[0], options, &fault));
        *linearised += (rate.low <= 0.01 && 0.01 <= rate.high) / (double)rounds;
        assert_true(ratio_interval(&rate, &moments[1], options, &fault));
        *jackknife += (rate.low <= 0.01 && 0.01 <= rate.high) / (double)rounds;
    }
}

static void a_few_articles_are_better_served_by_the_jackknife(void **state)
{
    uint64_t seed = 20241207;
    double linearised, jackknife;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    few_articles(&linearised, &jackknife, 3000, &seed);
    print_message("    8 articles: linearised %.3f, jackknife %.3f\n", linearised, jackknife);
    assert_true(jackknife > linearised && jackknife > 0.9 && jackknife < 0.98);
}

static void intervals_hold_the_truth_as_often_as_they_say(void **state)
{
    uint64_t seed = 20240622;
    double few, many;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    few = coverage(30, 4000, &seed);
    many = coverage(100, 2000, &seed);
    print_message("    30 articles %.3f, 100 articles %.3f\n", few, many);
    assert_true(few > 0.92 && few < 0.98);
    assert_true(many > 0.92 && many < 0.98);
}

static void a_known_t_gives_the_same_interval(void **state)
{
    struct ratio_options options = RATIO_PER_MILLION;
    struct ratio_sums sums = RATIO_SUMS_EMPTY;
    struct interval found, given;
    struct fault fault;

    (void)state;
    for (uint64_t i = 0; i < 20; i++)
        ratio_add(&sums, i % 3, 100 + i);
    assert_true(ratio_estimate(&found, &sums, options, &fault));
    options.t = ratio_t(options.level, sums.clusters);
    assert_near(options.t, 2.0930240544082634, 1e-12); /* qt(0.975, 19) in R */
    assert_true(ratio_estimate(&given, &sums, options, &fault));
    assert_true(given.low == found.low && given.high == found.high);
    assert_true(ratio_t(options.level, 1) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rates_match_worked_values),
        cmocka_unit_test(a_known_t_gives_the_same_interval),
        cmocka_unit_test(the_jackknife_matches_worked_values),
        cmocka_unit_test(equal_sizes_need_no_jackknife),
        cmocka_unit_test(a_jackknife_without_a_rest_is_refused),
        cmocka_unit_test(a_few_articles_are_better_served_by_the_jackknife),
        cmocka_unit_test(the_error_of_the_ten_cities_is_r_s),
        cmocka_unit_test(order_and_merging_change_no_bit),
        cmocka_unit_test(huge_sums_fall_back_to_doubles),
        cmocka_unit_test(bounds_stay_sensible),
        cmocka_unit_test(no_hits_still_have_an_upper_bound),
        cmocka_unit_test(differences_match_their_definition),
        cmocka_unit_test(a_side_without_hits_counts_as_uncertain),
        cmocka_unit_test(too_little_is_said),
        cmocka_unit_test(intervals_hold_the_truth_as_often_as_they_say),
    };

    numeric_start();
    return cmocka_run_group_tests_name("ratio", tests, NULL, NULL);
}
