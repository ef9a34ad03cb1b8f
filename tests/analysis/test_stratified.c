#include "analysis/measures/numeric.h"
#include "analysis/measures/stratified.h"
#include "tests/numbers.h"

/* Worked by tests/tables/stratified.py, 50 digits. */
static const struct known_strata {
    const char *name;
    size_t count;
    struct stratified_pair pairs[8];
    double difference, error;
} known_strata[] = {
#include "tests/tables/stratified.inc"
};

static void differences_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_strata); i++) {
        const struct known_strata *known = &known_strata[i];
        struct stratified_difference found;
        struct fault fault;

        print_message("    %s\n", known->name);
        assert_true(stratified_difference_find(&found, known->pairs, known->count, 0.95, &fault));
        assert_near(found.difference.value, known->difference, 1e-14);
        assert_close((found.difference.high - found.difference.value) / numeric_z(0.95),
                     known->error, 1e-12);
        assert_close((found.difference.value - found.difference.low) / numeric_z(0.95),
                     known->error, 1e-12);
    }
}

/* R 4.2.2: mantelhaen.test(..., correct = FALSE); of one stratum chi-square x (N - 1) / N. */
static void p_matches_r(void **state)
{
    static const double known_p[] = {0.00314226450992815, 0.197110499340024, 2.06554786059737e-06,
                                     0.583203498759424};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_p); i++) {
        struct stratified_difference found;
        struct fault fault;

        assert_true(stratified_difference_find(&found, known_strata[i].pairs, known_strata[i].count,
                                               0.95, &fault));
        assert_close(found.p, known_p[i], 1e-10);
    }
}

/* The outlet that is left wrote as before: no difference, where the whole fell by 25 points. */
static void a_silent_stratum_says_nothing(void **state)
{
    static const struct stratified_pair pairs[] = {{{2, 20}, {24, 240}}, {{0, 0}, {144, 240}}};
    struct stratified_difference found, without;
    struct fault fault;

    (void)state;
    assert_true(stratified_difference_find(&found, pairs, 2, 0.95, &fault));
    assert_true(stratified_difference_find(&without, pairs, 1, 0.95, &fault));
    assert_near(found.difference.value, 0, 1e-15);
    assert_near(found.difference.low, without.difference.low, 0);
    assert_near(found.p, 1, 1e-12);
    assert_int_equal(found.ones, 20);
    assert_int_equal(found.others, 240);
}

static void sides_and_strata_may_be_exchanged(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_strata); i++) {
        const struct known_strata *known = &known_strata[i];
        struct stratified_pair other[8];
        struct stratified_difference found, turned;
        struct fault fault;

        for (size_t k = 0; k < known->count; k++)
            other[known->count - 1 - k] =
                (struct stratified_pair){known->pairs[k].other, known->pairs[k].one};
        assert_true(stratified_difference_find(&found, known->pairs, known->count, 0.95, &fault));
        assert_true(stratified_difference_find(&turned, other, known->count, 0.95, &fault));
        assert_near(turned.difference.value, -found.difference.value, 1e-15);
        assert_near(turned.difference.low, -found.difference.high, 1e-14);
        assert_near(turned.p, found.p, 1e-12);
    }
}

static uint64_t binomial(uint64_t *seed, uint64_t of, double share)
{
    uint64_t hits = 0;

    for (uint64_t i = 0; i < of; i++)
        hits += numbers_uniform(seed) < share;
    return hits;
}

/* Outlets of unlike level, of which each period has other numbers; the truth is a difference of
 * 0.05. */
static double coverage(size_t outlets, uint64_t most, int rounds, uint64_t *seed)
{
    int held = 0;

    for (int round = 0; round < rounds; round++) {
        struct stratified_pair pairs[64];
        struct stratified_difference found;
        struct fault fault;

        for (size_t k = 0; k < outlets; k++) {
            double level = 0.05 + 0.6 * (double)k / (double)outlets;

            pairs[k].one.of = numbers_below(seed, (uint32_t)most);
            pairs[k].other.of = 1 + numbers_below(seed, (uint32_t)most * 3);
            pairs[k].one.hits = binomial(seed, pairs[k].one.of, level + 0.05);
            pairs[k].other.hits = binomial(seed, pairs[k].other.of, level);
        }
        assert_true(stratified_difference_find(&found, pairs, outlets, 0.95, &fault));
        held += found.difference.low <= 0.05 && found.difference.high >= 0.05;
    }
    return (double)held / rounds;
}

static void intervals_hold_the_truth_as_often_as_they_say(void **state)
{
    uint64_t seed = 20251124;
    double few, many;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    few = coverage(4, 60, 4000, &seed);
    many = coverage(60, 4, 4000, &seed);
    print_message("    four outlets: %.3f; sixty of a few articles each: %.3f\n", few, many);
    assert_true(few > 0.935 && few < 0.965);
    assert_true(many > 0.935 && many < 0.965);
}

static void impossible_strata_are_refused(void **state)
{
    static const struct {
        struct stratified_pair pair;
        const char *why;
    } cases[] = {
        {{{3, 2}, {0, 5}}, "stratum 1 has more hits than articles"},
        {{{0, 0}, {2, 5}}, "no stratum has articles on both sides"},
        {{{0, 9}, {0, 5}}, "every article of a stratum is alike"},
        {{{9, 9}, {5, 5}}, "every article of a stratum is alike"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct stratified_difference found = {.p = -1};
        struct fault fault = FAULT_EMPTY;

        assert_false(stratified_difference_find(&found, &cases[i].pair, 1, 0.95, &fault));
        assert_int_equal(fault.kind, FAULT_DOMAIN);
        assert_string_equal(fault.message, cases[i].why);
        assert_near(found.p, -1, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(differences_match_worked_values),
        cmocka_unit_test(p_matches_r),
        cmocka_unit_test(a_silent_stratum_says_nothing),
        cmocka_unit_test(sides_and_strata_may_be_exchanged),
        cmocka_unit_test(intervals_hold_the_truth_as_often_as_they_say),
        cmocka_unit_test(impossible_strata_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("stratified", tests, NULL, NULL);
}
