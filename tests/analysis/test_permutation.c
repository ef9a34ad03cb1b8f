#include "analysis/measures/numeric.h"
#include "analysis/measures/permutation.h"
#include "tests/numbers.h"

enum { ARTICLES_MOST = 12 };

/* The share of all ways to choose the study's articles that are as far from 0, one by one. */
static double exact_p(const struct permutation_article *articles, size_t study, size_t count)
{
    double ways = 0, as_far = 0, seen = 0;

    /* From the way that was seen, the first `study` bits, on. */
    for (uint32_t way = (1U << study) - 1; way < 1U << count; way++) {
        double hits[2] = {0}, words[2] = {0}, apart;
        size_t chosen = 0;

        for (size_t i = 0; i < count; i++) {
            size_t side = way >> i & 1;

            chosen += side;
            hits[side] += (double)articles[i].hits;
            words[side] += (double)articles[i].words;
        }
        if (chosen != study)
            continue;
        apart = fabs(hits[1] / words[1] - hits[0] / words[0]);
        if (ways++ == 0)
            seen = apart;
        as_far += apart >= seen * (1 - 1e-12);
    }
    return as_far / ways;
}

static void p_is_that_of_all_deals(void **state)
{
    uint64_t seed = 20241203;
    double worst = 0;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 40; round++) {
        struct permutation_article articles[ARTICLES_MOST];
        size_t count = 6 + numbers_below(&seed, ARTICLES_MOST - 5);
        size_t study = 1 + numbers_below(&seed, (uint32_t)count - 1);
        struct permutation_sample sample = {articles, study, count};
        struct permutation outcome;
        struct fault fault;
        double exact, error;

        for (size_t i = 0; i < count; i++) {
            articles[i].words = 50 + 50 * numbers_below(&seed, 4);
            articles[i].hits = numbers_below(&seed, i < study ? 9 : 5);
        }
        articles[0].hits++;
        exact = exact_p(articles, study, count);
        assert_true(permutation_test(&outcome, &sample, PERMUTATION_PLAN(seed), &fault));
        error = sqrt(exact * (1 - exact) / 9999);
        assert_true(fabs(outcome.p - exact) <= 4.5 * error + 1e-4);
        assert_near(outcome.error, error, 0.01);
        worst = fmax(worst, error > 0 ? fabs(outcome.p - exact) / error : 0);
    }
    print_message("    worst of 40: %.2f Monte-Carlo errors from the exact p\n", worst);
}

/* By hand: 10 hits in two articles against none in two; 2 of the 6 deals are as far. */
static void a_handful_is_worked_by_hand(void **state)
{
    static const struct permutation_article articles[] = {{5, 100}, {5, 100}, {0, 100}, {0, 100}};
    struct permutation_sample sample = {articles, 2, 4};
    struct permutation outcome;
    struct fault fault;

    (void)state;
    assert_true(permutation_test(&outcome, &sample, (struct permutation_plan){1, 100000}, &fault));
    assert_close(outcome.difference, 0.05, 1e-14);
    assert_near(outcome.p, 1 / 3.0, 0.007);
    assert_close(outcome.error, sqrt(outcome.p * (1 - outcome.p) / 100000), 1e-14);
}

static void a_seed_is_a_result(void **state)
{
    static const struct permutation_article articles[] = {{3, 90}, {4, 100}, {0, 80},
                                                          {1, 70}, {2, 110}, {0, 95}};
    struct permutation_sample sample = {articles, 2, 6};
    struct permutation one, again, other;
    struct fault fault;

    (void)state;
    assert_true(permutation_test(&one, &sample, PERMUTATION_PLAN(7), &fault));
    assert_true(permutation_test(&again, &sample, PERMUTATION_PLAN(7), &fault));
    assert_true(permutation_test(&other, &sample, PERMUTATION_PLAN(UINT64_C(7) << 32), &fault));
    assert_near(again.p, one.p, 0);
    assert_true(other.p != one.p);
    assert_near(other.difference, one.difference, 0);
}

static void chance_is_called_a_difference_as_often_as_p_says(void **state)
{
    enum { COUNT = 30, ROUNDS = 400 };
    uint64_t seed = 20241204;
    int found = 0;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < ROUNDS; round++) {
        struct permutation_article articles[COUNT];
        struct permutation_sample sample = {articles, 10, COUNT};
        struct permutation outcome;
        struct fault fault;

        for (size_t i = 0; i < COUNT; i++) {
            articles[i].words = 200 + numbers_below(&seed, 600);
            articles[i].hits = numbers_poisson(&seed, 0.01 * (double)articles[i].words *
                                                          -log(numbers_uniform(&seed)));
        }
        articles[0].hits++;
        assert_true(
            permutation_test(&outcome, &sample, (struct permutation_plan){seed, 199}, &fault));
        found += outcome.p <= 0.05;
    }
    print_message("    %d of %d without a difference have p up to 0.05\n", found, ROUNDS);
    assert_true(found >= 8 && found <= 36);
}

static void impossible_samples_are_refused(void **state)
{
    static const struct permutation_article articles[] = {{1, 90}, {0, 100}, {0, 80}, {2, 1}};
    static const struct refused {
        struct permutation_sample sample;
        size_t replicates;
        const char *message;
    } refused[] = {
        {{articles, 0, 3}, 999, "permutation needs articles on both sides"},
        {{articles, 3, 3}, 999, "permutation needs articles on both sides"},
        {{articles, 1, 3}, 99, "permutation: 99 deals are not 100 to 1000000"},
        {{articles, 1, 4}, 999, "permutation: article 4 has no words, or more hits than words"},
        {{articles + 1, 1, 2}, 999, "the term occurs on neither side"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        struct permutation outcome = {.p = -1};
        struct fault fault = FAULT_EMPTY;

        assert_false(permutation_test(&outcome, &refused[i].sample,
                                      (struct permutation_plan){1, refused[i].replicates}, &fault));
        assert_int_equal(fault.kind, FAULT_DOMAIN);
        assert_string_equal(fault.message, refused[i].message);
        assert_near(outcome.p, -1, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(p_is_that_of_all_deals),
        cmocka_unit_test(a_handful_is_worked_by_hand),
        cmocka_unit_test(a_seed_is_a_result),
        cmocka_unit_test(chance_is_called_a_difference_as_often_as_p_says),
        cmocka_unit_test(impossible_samples_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("permutation", tests, NULL, NULL);
}
