#include "analysis/measures/keyness.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

/*
 * Worked by tests/tables/keyness.py with Python's decimal module, 50 digits,
 * from the definitions; none of it comes from the code under test.
 */
static const struct known_score {
    const char *name;
    struct keyness_counts term, total;
    double two_cell, g2, chi2, yates, log_ratio, low, high;
} known_scores[] = {
#define TABLE_SCORES
#include "tests/tables/keyness.inc"
#undef TABLE_SCORES
};

static const struct known_effect {
    const char *name;
    struct keyness_counts term, total;
    double odds, low, high;
    double williams;
    double ell;                         /* -1 where there is none */
    double conservative, of_a_thousand; /* LRC alone, and as one of 1000 */
} known_effects[] = {
#define TABLE_EFFECTS
#include "tests/tables/keyness.inc"
#undef TABLE_EFFECTS
};

static void scores_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_scores); i++) {
        const struct known_score *known = &known_scores[i];
        struct keyness score;
        struct fault fault;
        double other;

        print_message("    %s\n", known->name);
        assert_true(keyness_score(&score, known->term, known->total, 0.95, &fault));
        assert_near(score.g2, known->g2, 1e-13);
        assert_near(score.log_ratio.value, known->log_ratio, 1e-13);
        assert_near(score.log_ratio.low, known->low, 1e-12);
        assert_near(score.log_ratio.high, known->high, 1e-12);
        assert_true(keyness_g2_two_cell(&other, known->term, known->total, &fault));
        assert_near(other, known->two_cell, 1e-13);
        assert_true(keyness_chi2(&other, known->term, known->total, false, &fault));
        assert_near(other, known->chi2, 1e-12);
        assert_true(keyness_chi2(&other, known->term, known->total, true, &fault));
        assert_near(other, known->yates, 1e-12);
    }
}

static void effects_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_effects); i++) {
        const struct known_effect *known = &known_effects[i];
        struct keyness_counts term = known->term, total = known->total;
        struct interval odds;
        struct fault fault;
        double value = -1, p;

        print_message("    %s\n", known->name);
        assert_true(keyness_odds_ratio(&odds, term, total, 0.95, &fault));
        assert_close(odds.value, known->odds, 1e-14);
        assert_close(odds.low, known->low, 1e-13);
        assert_close(odds.high, known->high, 1e-13);
        assert_true(keyness_williams(&value, &p, term, total, &fault));
        assert_near(value, known->williams, 1e-13);
        assert_close(p, erfc(sqrt(known->williams / 2)), 1e-9);
        value = -1;
        assert_true(keyness_ell(&value, term, total, &fault) == (known->ell >= 0));
        assert_near(value, known->ell, 1e-14);
        assert_true(keyness_conservative(&value, term, total, 0.95, 1, &fault));
        assert_near(value, known->conservative, 1e-12);
        assert_true(keyness_conservative(&value, term, total, 0.95, 1000, &fault));
        assert_near(value, known->of_a_thousand, 1e-11);
    }
}

/* R 4.2.2: LRC of corpora::keyness 0.6; the odds ratio and ELL from their formulas. */
static void effects_match_r(void **state)
{
    static const struct {
        struct keyness_counts term, total;
        uint64_t tests;
        double conservative;
    } known[] = {
        {{7, 2}, {1000, 1000}, 1, 0},
        {{120, 60}, {100000, 100000}, 1, 0.5412128459},
        {{5, 0}, {10000, 20000}, 1, 0.8739798679},
        {{0, 9}, {100000, 100000}, 1, -0.9809950445},
        {{120, 60}, {100000, 100000}, 5, 0.4055692269},
        {{30, 29}, {100000, 100000}, 5, 0},
        {{7, 2}, {100000, 100000}, 5, 0},
        {{5, 0}, {100000, 100000}, 5, 0},
        {{0, 9}, {100000, 100000}, 5, -0.3189587849},
    };
    struct interval odds;
    struct fault fault;
    double value, p;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        assert_true(keyness_conservative(&value, known[i].term, known[i].total, 0.95,
                                         known[i].tests, &fault));
        assert_close(value, known[i].conservative, 3e-10);
    }
    assert_true(keyness_odds_ratio(&odds, known[1].term, known[1].total, 0.95, &fault));
    assert_close(odds.value, 2.001201442, 3e-10);
    assert_true(keyness_ell(&value, known[1].term, known[1].total, &fault));
    assert_close(value, 2.265416307e-05, 3e-10);
    /* The toy of quanteda. */
    assert_true(keyness_williams(&value, &p, (struct keyness_counts){3, 7},
                                 (struct keyness_counts){10, 9}, &fault));
    assert_close(value, 4.200833412, 3e-10);
    assert_close(p, 0.04040411771, 3e-10);
}

/* R 4.2.2; the log ratio of 5 against 0 is that of corpora::keyness. */
static void scores_match_r(void **state)
{
    struct keyness score;
    struct fault fault;
    double value;

    (void)state;
    assert_true(keyness_score(&score, (struct keyness_counts){120, 60},
                              (struct keyness_counts){100000, 100000}, 0.95, &fault));
    assert_close(score.g2, 20.40590063, 1e-9);
    assert_close(score.p, 6.263636799e-06, 1e-9);
    assert_close(score.log_ratio.low, 0.553091261, 1e-9);
    assert_close(score.study_rate, 1200, 1e-15);
    assert_close(keyness_bic(20.387884415447697, (struct keyness_counts){100000, 100000}),
                 8.18181177, 1e-9);
    assert_true(keyness_score(&score, (struct keyness_counts){10, 2},
                              (struct keyness_counts){50000, 80000}, 0.95, &fault));
    assert_close(score.p, 0.001374474397, 1e-9);
    assert_true(keyness_score(&score, (struct keyness_counts){5, 0},
                              (struct keyness_counts){10000, 20000}, 0.95, &fault));
    assert_close(score.log_ratio.value, 4.459395553, 1e-9);
    assert_close(score.p, 0.0009171411372, 1e-9);
    assert_true(keyness_percent_difference(&value, (struct keyness_counts){10, 2},
                                           (struct keyness_counts){50000, 80000}, &fault));
    assert_close(value, 700, 1e-13);
    assert_true(keyness_simple_maths(&value, (struct keyness_counts){7, 2},
                                     (struct keyness_counts){1000, 1000}, 1, &fault));
    assert_close(value, 3.498750625, 1e-9);
    assert_true(keyness_simple_maths(&value, (struct keyness_counts){5, 0},
                                     (struct keyness_counts){10000, 20000}, 1, &fault));
    assert_close(value, 501, 1e-13);
}

/* R 4.2.2, from the formulas of Monroe, Colaresi and Quinn (2008), prior of 100. */
static void weighted_log_odds_match_r(void **state)
{
    static const uint64_t study[] = {20, 5, 1, 0, 74}, reference[] = {5, 5, 3, 7, 180};
    static const double z[] = {3.813658545, 0.8570230735, -0.2664891297, -1.367215577,
                               -6.658216299};
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(z); i++) {
        struct keyness_prior prior = {100 * (double)(study[i] + reference[i]) / 300, 100};
        double value;

        assert_true(keyness_weighted_log_odds(&value,
                                              (struct keyness_counts){study[i], reference[i]},
                                              (struct keyness_counts){100, 200}, prior, &fault));
        assert_close(value, z[i], 1e-9);
    }
}

static const struct refused_score {
    struct keyness_counts term, total;
    const char *message;
} refused_scores[] = {
    {{1, 1}, {0, 10}, "keyness needs tokens on both sides"},
    {{1, 1}, {10, 0}, "keyness needs tokens on both sides"},
    {{11, 1}, {10, 10}, "a term occurs 11 and 1 times among 10 and 10 tokens"},
    {{0, 0}, {10, 10}, "the term occurs on neither side"},
};

static void impossible_counts_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused_scores); i++) {
        struct keyness_counts term = refused_scores[i].term, total = refused_scores[i].total;
        struct keyness score = {.g2 = -1};
        struct fault fault = FAULT_EMPTY;
        double value = -1;

        assert_false(keyness_score(&score, term, total, 0.95, &fault));
        assert_int_equal(fault.kind, FAULT_DOMAIN);
        assert_string_equal(fault.message, refused_scores[i].message);
        assert_false(keyness_g2_two_cell(&value, term, total, &fault));
        assert_false(keyness_chi2(&value, term, total, true, &fault));
        assert_false(keyness_percent_difference(&value, term, total, &fault));
        assert_false(keyness_simple_maths(&value, term, total, 1, &fault));
        assert_false(keyness_ell(&value, term, total, &fault));
        assert_false(keyness_williams(&value, &value, term, total, &fault));
        assert_false(keyness_odds_ratio(&score.log_ratio, term, total, 0.95, &fault));
        assert_false(keyness_conservative(&value, term, total, 0.95, 1, &fault));
        assert_near(score.g2, -1, 0); /* left as it was */
        assert_near(value, -1, 0);
    }
}

static void impossible_arguments_are_refused(void **state)
{
    struct keyness_counts term = {1, 0}, total = {10, 10};
    struct keyness score;
    struct fault fault;
    double value;

    (void)state;
    assert_false(keyness_score(&score, term, total, 1.5, &fault));
    assert_false(keyness_percent_difference(&value, term, total, &fault));
    assert_false(keyness_simple_maths(&value, term, total, 0, &fault));
    assert_false(keyness_conservative(&value, term, total, 0.95, 0, &fault));
    assert_string_equal(fault.message, "conservative log ratio: there are no tests");
    assert_false(keyness_conservative(&value, term, total, 0, 1, &fault));
    assert_false(keyness_odds_ratio(&score.log_ratio, term, total, 1, &fault));
    assert_false(keyness_ell(&value, term, total, &fault));
    assert_string_equal(fault.message, "ell: a term with 0.5 expected hits on a side is too rare");
    assert_false(
        keyness_weighted_log_odds(&value, term, total, (struct keyness_prior){0, 1}, &fault));
    assert_false(
        keyness_weighted_log_odds(&value, term, total, (struct keyness_prior){1, 1}, &fault));
}

static void swapping_sides_mirrors_the_score(void **state)
{
    uint64_t seed = 20240617;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 20000; round++) {
        struct keyness_counts total = {1 + numbers_below(&seed, 1000000),
                                       1 + numbers_below(&seed, 1000000)};
        struct keyness_counts term = {numbers_below(&seed, (uint32_t)total.study + 1),
                                      1 + numbers_below(&seed, (uint32_t)total.reference)};
        struct keyness score, mirror;
        struct fault fault;
        double two_cell;

        assert_true(keyness_score(&score, term, total, 0.95, &fault));
        assert_true(keyness_score(&mirror, (struct keyness_counts){term.reference, term.study},
                                  (struct keyness_counts){total.reference, total.study}, 0.95,
                                  &fault));
        assert_true(keyness_g2_two_cell(&two_cell, term, total, &fault));
        assert_near(mirror.g2, score.g2, 1e-9);
        assert_near(mirror.log_ratio.value, -score.log_ratio.value, 1e-12);
        assert_near(mirror.log_ratio.low, -score.log_ratio.high, 1e-12);
        assert_true(score.g2 >= 0 && score.p >= 0 && score.p <= 1);
        assert_true(two_cell >= 0 && two_cell <= score.g2 * (1 + 1e-12));
    }
}

static void the_conservative_ratio_never_exceeds_the_plain_one(void **state)
{
    uint64_t seed = 20241202;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 1500; round++) {
        struct keyness_counts total = {20000 + numbers_below(&seed, 1000000),
                                       20000 + numbers_below(&seed, 1000000)};
        struct keyness_counts term = {1 + numbers_below(&seed, 300), 1 + numbers_below(&seed, 300)};
        struct keyness_counts swapped = {term.reference, term.study};
        struct keyness_counts swapped_total = {total.reference, total.study};
        struct keyness score;
        struct interval odds;
        struct fault fault;
        double one, many, mirror;

        assert_true(keyness_score(&score, term, total, 0.95, &fault));
        assert_true(keyness_odds_ratio(&odds, term, total, 0.95, &fault));
        assert_true(odds.low < odds.value && odds.value < odds.high);
        assert_true(keyness_conservative(&one, term, total, 0.95, 1, &fault));
        assert_true(keyness_conservative(&many, term, total, 0.95, 100, &fault));
        assert_true(keyness_conservative(&mirror, swapped, swapped_total, 0.95, 1, &fault));
        assert_near(mirror, -one, 1e-12);
        assert_true(fabs(many) <= fabs(one) && fabs(one) <= fabs(score.log_ratio.value));
        assert_true(one * score.log_ratio.value >= 0);
    }
}

static void a_term_that_is_all_there_is_differs_nowhere(void **state)
{
    struct keyness score;
    struct fault fault;
    double chi2;

    (void)state;
    assert_true(keyness_score(&score, (struct keyness_counts){5, 8}, (struct keyness_counts){5, 8},
                              0.95, &fault));
    assert_near(score.g2, 0, 0);
    assert_near(score.log_ratio.value, 0, 0);
    assert_near(score.p, 1, 0);
    assert_true(keyness_chi2(&chi2, (struct keyness_counts){5, 8}, (struct keyness_counts){5, 8},
                             true, &fault));
    assert_near(chi2, 0, 0);
    assert_true(keyness_williams(&chi2, &score.p, (struct keyness_counts){5, 8},
                                 (struct keyness_counts){5, 8}, &fault));
    assert_near(chi2, 0, 0);
    assert_near(score.p, 1, 0);
}

/* Each of `count` articles has 400 words and x[i % 5] hits. */
static struct ratio_sums articles(const uint64_t x[5], int count)
{
    struct ratio_sums sums = RATIO_SUMS_EMPTY;

    for (int i = 0; i < count; i++)
        ratio_add(&sums, x[i % 5], 400);
    return sums;
}

/* By hand: rates 2/400 and 1/400 a word; sums of squares 10 and 4 per 5 articles. */
static void log_ratio_by_article_matches_its_definition(void **state)
{
    static const uint64_t study_hits[] = {0, 1, 2, 3, 4}, reference_hits[] = {0, 0, 0, 2, 3};
    struct ratio_sums study = articles(study_hits, 20), reference = articles(reference_hits, 20);
    /* (G / (G - 1)) x sum e^2 / (sum x)^2 */
    double one = 20.0 / 19 * 40 / 1600, other = 20.0 / 19 * 32 / 400;
    double freedom = 19 * (one + other) * (one + other) / (one * one + other * other);
    double reach = numeric_t(0.95, freedom) * sqrt(one + other) / log(2);
    struct keyness_effect effect;
    struct fault fault;

    (void)state;
    assert_true(keyness_by_article(&effect, &study, &reference, RATIO_PER_MILLION, &fault));
    assert_near(effect.log_ratio.value, 1, 1e-14);
    assert_near(effect.log_ratio.low, 1 - reach, 1e-12);
    assert_near(effect.log_ratio.high, 1 + reach, 1e-12);
    assert_close(effect.freedom, freedom, 1e-12);
    assert_close(effect.p, numeric_p_of_t(log(2) / sqrt(one + other), freedom), 1e-12);
}

static void one_article_with_all_hits_proves_little(void **state)
{
    static const uint64_t none[] = {0, 0, 0, 0, 0};
    struct ratio_sums study = articles(none, 99), reference = articles(none, 100);
    struct keyness_effect effect;
    struct keyness score;
    struct fault fault;

    (void)state;
    ratio_add(&study, 60, 400);
    ratio_add(&reference, 1, 400);
    assert_true(keyness_by_article(&effect, &study, &reference, RATIO_PER_MILLION, &fault));
    assert_true(keyness_score(&score, (struct keyness_counts){60, 1},
                              (struct keyness_counts){40000, 40400}, 0.95, &fault));
    assert_true(score.p < 1e-12);
    assert_true(effect.p > 0.001);
    assert_true(effect.log_ratio.low < score.log_ratio.low);
}

static void a_side_without_hits_is_uncertain_and_finite(void **state)
{
    static const uint64_t none[] = {0, 0, 0, 0, 0}, once[] = {1, 1, 1, 1, 1};
    struct ratio_sums reference = articles(none, 100);
    struct ratio_sums five = articles(none, 95), more = articles(once, 5);
    struct ratio_sums hundred = articles(once, 100);
    struct keyness_effect effect, mirror;
    struct fault fault;

    (void)state;
    ratio_merge(&five, &more);
    assert_true(keyness_by_article(&effect, &five, &reference, RATIO_PER_MILLION, &fault));
    assert_close(effect.log_ratio.value, log2(11), 1e-12);
    assert_true(effect.p > 0.08 && effect.p < 0.12);
    assert_true(keyness_by_article(&mirror, &reference, &five, RATIO_PER_MILLION, &fault));
    assert_near(mirror.log_ratio.high, -effect.log_ratio.low, 1e-12);
    assert_true(keyness_by_article(&effect, &hundred, &reference, RATIO_PER_MILLION, &fault));
    assert_true(effect.p > 0.0002 && effect.p < 0.0005);
    assert_false(keyness_by_article(&effect, &reference, &reference, RATIO_PER_MILLION, &fault));
    assert_string_equal(fault.message, "the term occurs on neither side");
    reference = articles(once, 14);
    assert_false(keyness_by_article(&effect, &hundred, &reference, RATIO_PER_MILLION, &fault));
    assert_string_equal(fault.message, "14 articles are too few for an interval, which needs 15");
}

/* Articles of 100 to 900 words whose rate varies between articles, mean 0.01. */
static struct ratio_sums simulated(int count, uint64_t *seed)
{
    struct ratio_sums sums = RATIO_SUMS_EMPTY;

    for (int i = 0; i < count; i++) {
        uint64_t words = 100 + numbers_below(seed, 801);
        double rate = numbers_below(seed, 3) == 0 ? 0 : -log(numbers_uniform(seed)) * 0.015;

        ratio_add(&sums, numbers_poisson(seed, rate * (double)words), words);
    }
    return sums;
}

static double coverage(int count, int rounds, uint64_t *seed)
{
    int held = 0;

    for (int round = 0; round < rounds; round++) {
        struct ratio_sums study = simulated(count, seed), reference = simulated(3 * count, seed);
        struct keyness_effect effect;
        struct fault fault;

        assert_true(keyness_by_article(&effect, &study, &reference, RATIO_PER_MILLION, &fault));
        held += effect.log_ratio.low <= 0 && 0 <= effect.log_ratio.high;
        assert_int_equal(effect.log_ratio.low <= 0 && 0 <= effect.log_ratio.high, effect.p >= 0.05);
    }
    return (double)held / rounds;
}

static void intervals_by_article_hold_the_truth_as_often_as_they_say(void **state)
{
    uint64_t seed = 20240623;
    double few, many;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    few = coverage(30, 1500, &seed);
    many = coverage(100, 800, &seed);
    print_message("    30 articles %.3f, 100 articles %.3f\n", few, many);
    assert_true(few > 0.92 && few < 0.98);
    assert_true(many > 0.92 && many < 0.98);
}

static void fisher_on_articles_matches_r(void **state)
{
    /* R 4.2.2, fisher.test(matrix(c(3, 7, 7, 2), 2)) in STATISTICS.md; the others by hand. */
    static const struct {
        struct keyness_articles seen;
        double p;
    } known[] = {
        {{3, 10, 7, 9}, 0.0697785187},
        {{1, 1, 0, 1}, 1},
        {{2, 2, 0, 2}, 1.0 / 3}, /* 2 of choose(4, 2) = 6 tables are as extreme */
        {{0, 5, 0, 5}, -1},
        {{6, 5, 0, 5}, -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        struct fault fault;
        double p = -1;

        assert_true(keyness_fisher(&p, known[i].seen, &fault) == (known[i].p >= 0));
        assert_true(fabs(p - known[i].p) < 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_match_worked_values),
        cmocka_unit_test(scores_match_r),
        cmocka_unit_test(effects_match_worked_values),
        cmocka_unit_test(effects_match_r),
        cmocka_unit_test(the_conservative_ratio_never_exceeds_the_plain_one),
        cmocka_unit_test(weighted_log_odds_match_r),
        cmocka_unit_test(fisher_on_articles_matches_r),
        cmocka_unit_test(impossible_counts_are_refused),
        cmocka_unit_test(impossible_arguments_are_refused),
        cmocka_unit_test(swapping_sides_mirrors_the_score),
        cmocka_unit_test(a_term_that_is_all_there_is_differs_nowhere),
        cmocka_unit_test(log_ratio_by_article_matches_its_definition),
        cmocka_unit_test(one_article_with_all_hits_proves_little),
        cmocka_unit_test(a_side_without_hits_is_uncertain_and_finite),
        cmocka_unit_test(intervals_by_article_hold_the_truth_as_often_as_they_say),
    };

    numeric_start();
    return cmocka_run_group_tests_name("keyness", tests, NULL, NULL);
}
