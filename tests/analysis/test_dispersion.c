#include "analysis/measures/dispersion.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

/* Worked by tests/tables/dispersion.py, 50 digits, from the definitions. */
static const struct known_spread {
    const char *name;
    size_t count;
    struct dispersion_part parts[10];
    struct dispersion spread;
} known_spreads[] = {
#include "tests/tables/dispersion.inc"
};

static void measures_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_spreads); i++) {
        const struct known_spread *known = &known_spreads[i];
        struct dispersion spread;
        struct fault fault;

        print_message("    %s\n", known->name);
        assert_true(dispersion_measure(&spread, known->parts, known->count, &fault));
        assert_int_equal(spread.range, known->spread.range);
        assert_near(spread.dp, known->spread.dp, 1e-14);
        assert_near(spread.dp_norm, known->spread.dp_norm, 1e-14);
        assert_near(spread.dp_norm_hit, known->spread.dp_norm_hit, 1e-14);
        assert_near(spread.juilland_d, known->spread.juilland_d, 1e-14);
        assert_near(spread.carroll_d2, known->spread.carroll_d2, 1e-14);
        assert_near(spread.rosengren_s, known->spread.rosengren_s, 1e-14);
        assert_near(spread.divergence, known->spread.divergence, 1e-14);
        assert_near(spread.da, known->spread.da, 1e-14);
    }
}

/* Gries (2008, 2020) and the README of R's tlda, by R 4.2.2. */
static void measures_match_published_values(void **state)
{
    struct dispersion spread;
    struct fault fault;

    (void)state;
    assert_true(dispersion_measure(&spread, known_spreads[0].parts, 5, &fault));
    assert_close(spread.dp, 0.18, 1e-14);
    assert_close(spread.dp_norm, 0.2195121951, 3e-10);
    assert_close(spread.juilland_d, 0.7851504535, 1e-10);
    assert_close(spread.carroll_d2, 0.9379213033, 1e-10);
    assert_close(spread.rosengren_s, 0.9498163423, 1e-10);
    assert_close(spread.divergence, 0.1369717294, 4e-10);
    assert_close(spread.da, 0.6974500345, 1e-10);
    assert_true(dispersion_measure(&spread, known_spreads[1].parts, 10, &fault));
    assert_int_equal(spread.range, 5);
    assert_close(spread.juilland_d, 0.6038797, 1e-7);
    assert_close(spread.carroll_d2, 0.6521444, 1e-7);
    assert_close(spread.rosengren_s, 0.4763652, 1e-7);
    assert_close(spread.dp, 0.499070454, 1e-9);
    assert_close(spread.da, 0.308164027, 1e-9);
    assert_close(spread.divergence, 1.14358686, 1e-8);
}

static void random_parts(struct dispersion_part *parts, size_t count, uint64_t *seed)
{
    for (size_t i = 0; i < count; i++) {
        parts[i].size = 1 + numbers_below(seed, 2000);
        parts[i].hits = numbers_below(seed, 4) == 0 ? numbers_below(seed, 20) : 0;
    }
    parts[0].hits = 1;
}

static void one_pass_gives_the_same_dp(void **state)
{
    uint64_t seed = 20240624;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 1000; round++) {
        struct dispersion_part parts[50];
        struct dispersion_sum sum = {0}, backwards;
        struct dispersion spread;
        struct fault fault;
        uint64_t hits = 0, size = 0;
        double dp, again;

        random_parts(parts, 50, &seed);
        for (size_t i = 0; i < 50; i++) {
            hits += parts[i].hits;
            size += parts[i].size;
        }
        sum = backwards = dispersion_start(hits, size);
        for (size_t i = 0; i < 50; i++) {
            if (parts[i].hits > 0)
                dispersion_add(&sum, parts[i]);
            if (parts[49 - i].hits > 0)
                dispersion_add(&backwards, parts[49 - i]);
        }
        assert_true(dispersion_measure(&spread, parts, 50, &fault));
        assert_true(dispersion_dp(&dp, &sum, &fault));
        assert_true(dispersion_dp(&again, &backwards, &fault));
        assert_near(dp, spread.dp, 0);
        assert_near(dp, again, 0);
        assert_int_equal(sum.range, spread.range);
    }
}

static void measures_keep_their_bounds(void **state)
{
    uint64_t seed = 20240625;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 2000; round++) {
        struct dispersion_part parts[30];
        size_t count = 2 + numbers_below(&seed, 29);
        struct dispersion spread;
        struct fault fault;

        random_parts(parts, count, &seed);
        assert_true(dispersion_measure(&spread, parts, count, &fault));
        assert_true(spread.dp >= 0 && spread.dp < 1);
        assert_true(spread.dp <= spread.dp_norm && spread.dp_norm <= 1 + 1e-12);
        assert_true(spread.dp_norm_hit >= spread.dp_norm - 1e-15);
        assert_true(spread.dp_norm_hit <= 1 + 1e-12);
        assert_true(spread.juilland_d > -1e-12 && spread.juilland_d <= 1);
        assert_true(spread.carroll_d2 > -1e-12 && spread.carroll_d2 <= 1 + 1e-12);
        assert_true(spread.rosengren_s > 0 && spread.rosengren_s <= 1);
        assert_true(spread.da > -1e-12 && spread.da <= 1 + 1e-12);
        assert_true(spread.divergence >= 0);
    }
}

static void impossible_parts_are_refused(void **state)
{
    const struct dispersion_part one[] = {{1, 10}}, empty[] = {{1, 10}, {0, 0}},
                                 none[] = {{0, 10}, {0, 20}};
    struct dispersion spread = {.dp = -1};
    struct dispersion_sum sum = dispersion_start(5, 100);
    struct fault fault = FAULT_EMPTY;
    double dp = -1;

    (void)state;
    assert_false(dispersion_measure(&spread, one, 1, &fault));
    assert_string_equal(fault.message, "dispersion needs at least 2 parts");
    assert_false(dispersion_measure(&spread, empty, 2, &fault));
    assert_string_equal(fault.message, "part 2 has no words");
    assert_false(dispersion_measure(&spread, none, 2, &fault));
    assert_string_equal(fault.message, "a term without hits has no dispersion");
    dispersion_add(&sum, one[0]);
    assert_false(dispersion_dp(&dp, &sum, &fault));
    assert_string_equal(fault.message, "parts with 1 hits in 10 words are not the 5 hits in 100 "
                                       "words expected");
    sum = dispersion_start(0, 100);
    assert_false(dispersion_dp(&dp, &sum, &fault));
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_near(spread.dp, -1, 0);
    assert_near(dp, -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_match_worked_values),
        cmocka_unit_test(measures_match_published_values),
        cmocka_unit_test(one_pass_gives_the_same_dp),
        cmocka_unit_test(measures_keep_their_bounds),
        cmocka_unit_test(impossible_parts_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("dispersion", tests, NULL, NULL);
}
