#include "analysis/measures/changes.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

/* Worked by tests/tables/series.py by trying all cuts; the same as by R 4.2.2. */
static const struct known_changes {
    const char *name;
    size_t count;
    struct exposed weeks[112];
    double penalty;
    size_t changes, starts[4];
    double cost;
} known_changes[] = {
#define TABLE_CHANGES
#include "tests/tables/series.inc"
#undef TABLE_CHANGES
};

static void changes_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_changes); i++) {
        const struct known_changes *known = &known_changes[i];
        struct changes changes = CHANGES_EMPTY;
        struct fault fault;

        print_message("    %s\n", known->name);
        assert_true(changes_find(&changes, known->weeks, known->count, known->penalty, &fault));
        assert_int_equal(changes.count, known->changes);
        assert_memory_equal(changes.starts, known->starts, changes.count * sizeof *changes.starts);
        assert_close(changes.cost, known->cost, 1e-12);
        changes_release(&changes);
        assert_null(changes.starts);
    }
    assert_close(changes_penalty(112), known_changes[0].penalty, 1e-15);
}

static const double nile[] = {
#define TABLE_NILE
#include "tests/tables/series.inc"
#undef TABLE_NILE
};
static const struct known_levels {
    const double *values;
    size_t count;
    double variance, penalty;
    size_t changes, starts[12];
    double cost;
} known_levels[] = {
#define TABLE_LEVELS
#include "tests/tables/series.inc"
#undef TABLE_LEVELS
};

static void levels_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_levels); i++) {
        const struct known_levels *known = &known_levels[i];
        struct changes changes = CHANGES_EMPTY;
        struct fault fault;

        assert_true(changes_find_levels(&changes, known->values, known->count, known->variance,
                                        known->penalty, &fault));
        assert_int_equal(changes.count, known->changes);
        assert_memory_equal(changes.starts, known->starts, changes.count * sizeof *changes.starts);
        assert_close(changes.cost, known->cost, 1e-12);
        changes_release(&changes);
    }
    /* R 4.2.2: one change, from 1899 on. */
    assert_int_equal(known_levels[0].starts[0], 28);
    assert_close(known_levels[0].cost, 64.99147567, 1e-10);
}

static double least_level_cost(const double *values, size_t count, double variance, double penalty)
{
    double cost[61] = {-penalty};

    for (size_t end = 1; end <= count; end++) {
        double mean = 0, squares = 0;

        cost[end] = INFINITY;
        for (size_t start = end; start > 0; start--) {
            double apart = values[start - 1] - mean, many = (double)(end - start + 1);

            mean += apart / many;
            squares += apart * (values[start - 1] - mean);
            cost[end] = fmin(cost[end], cost[start - 1] + penalty + squares / variance);
        }
    }
    return cost[count];
}

static void no_other_levels_are_better(void **state)
{
    uint64_t seed = 20241208;
    size_t found = 0;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 500; round++) {
        double values[60], level = 1e6, penalty = 8 * numbers_uniform(&seed);
        size_t count = 1 + numbers_below(&seed, 60);
        struct changes changes = CHANGES_EMPTY;
        struct fault fault;

        for (size_t i = 0; i < count; i++) {
            if (numbers_below(&seed, 10) == 0)
                level += 4 * (numbers_uniform(&seed) - 0.5);
            values[i] = level + numbers_uniform(&seed);
        }
        assert_true(changes_find_levels(&changes, values, count, 0.3, penalty, &fault));
        assert_near(changes.cost, least_level_cost(values, count, 0.3, penalty), 1e-8);
        found += changes.count;
        changes_release(&changes);
    }
    assert_true(found > 500);
}

/* The least cost by trying every cut, nothing left out. */
static double least_cost(const struct exposed *weeks, size_t count, double penalty)
{
    double cost[61] = {-penalty};

    for (size_t end = 1; end <= count; end++) {
        double events = 0, exposure = 0;

        cost[end] = INFINITY;
        for (size_t start = end; start > 0; start--) {
            events += (double)weeks[start - 1].count;
            exposure += weeks[start - 1].exposure;
            cost[end] = fmin(cost[end],
                             cost[start - 1] + penalty +
                                 (events > 0 ? 2 * (events - events * log(events / exposure)) : 0));
        }
    }
    return cost[count];
}

/* The cost of the cuts that were found. */
static double cost_of(const struct changes *changes, const struct exposed *weeks, size_t count,
                      double penalty)
{
    double cost = penalty * (double)changes->count;
    size_t start = 0;

    for (size_t i = 0; i <= changes->count; i++) {
        size_t end = i < changes->count ? changes->starts[i] : count;
        double events = 0, exposure = 0;

        assert_true(start < end);
        for (; start < end; start++) {
            events += (double)weeks[start].count;
            exposure += weeks[start].exposure;
        }
        cost += events > 0 ? 2 * (events - events * log(events / exposure)) : 0;
    }
    return cost;
}

static void no_other_cuts_are_better(void **state)
{
    uint64_t seed = 20240701;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 1000; round++) {
        struct exposed weeks[60];
        size_t count = 1 + numbers_below(&seed, 60);
        double penalty = 12 * numbers_uniform(&seed), rate = 0.1;
        struct changes changes = CHANGES_EMPTY;
        struct fault fault;

        for (size_t i = 0; i < count; i++) {
            if (numbers_below(&seed, 8) == 0)
                rate = 0.4 * numbers_uniform(&seed);
            weeks[i].exposure = 20 + numbers_below(&seed, 80);
            weeks[i].count = numbers_poisson(&seed, rate * weeks[i].exposure);
        }
        assert_true(changes_find(&changes, weeks, count, penalty, &fault));
        assert_near(changes.cost, least_cost(weeks, count, penalty), 1e-10);
        assert_near(changes.cost, cost_of(&changes, weeks, count, penalty), 1e-10);
        changes_release(&changes);
    }
}

static void exposure_alone_makes_no_change(void **state)
{
    struct exposed weeks[20];
    struct changes changes = CHANGES_EMPTY;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < 20; i++)
        weeks[i] = (struct exposed){i < 10 ? 5 : 50, i < 10 ? 100 : 1000};
    assert_true(changes_find(&changes, weeks, 20, changes_penalty(20), &fault));
    assert_int_equal(changes.count, 0);
    changes_release(&changes);
    for (size_t i = 10; i < 20; i++)
        weeks[i].exposure = 100;
    assert_true(changes_find(&changes, weeks, 20, changes_penalty(20), &fault));
    assert_int_equal(changes.count, 1);
    assert_int_equal(changes.starts[0], 10);
    changes_release(&changes);
}

static void impossible_weeks_are_refused(void **state)
{
    const struct exposed weeks[] = {{1, 10}, {2, 0}};
    struct changes changes = CHANGES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(changes_find(&changes, weeks, 0, 1, &fault));
    assert_string_equal(fault.message, "there are no weeks to find changes in");
    assert_false(changes_find(&changes, weeks, 2, 1, &fault));
    assert_string_equal(fault.message, "changes: week 2 has the exposure 0");
    assert_false(changes_find(&changes, weeks, 1, -1, &fault));
    assert_false(changes_find(&changes, weeks, 1, NAN, &fault));
    assert_false(changes_find_levels(&changes, nile, 0, 1, 1, &fault));
    assert_string_equal(fault.message, "there are no values to find changes in");
    assert_false(changes_find_levels(&changes, nile, 9, 0, 1, &fault));
    assert_string_equal(fault.message, "changes: the variance 0 is not above 0");
    assert_false(changes_find_levels(&changes, nile, 9, 1, INFINITY, &fault));
    assert_false(changes_find_levels(&changes, &(double){NAN}, 1, 1, 1, &fault));
    assert_string_equal(fault.message, "changes: value 1 is no number");
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_null(changes.starts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_match_worked_values),
        cmocka_unit_test(levels_match_worked_values),
        cmocka_unit_test(no_other_levels_are_better),
        cmocka_unit_test(no_other_cuts_are_better),
        cmocka_unit_test(exposure_alone_makes_no_change),
        cmocka_unit_test(impossible_weeks_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
