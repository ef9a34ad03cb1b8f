#include "analysis/measures/concentration.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

/* Worked by tests/tables/concentration.py, 50 digits, from the definitions. */
static const struct known_set {
    const char *name;
    size_t count;
    uint64_t amounts[10];
    struct concentration uneven;
    double top_four;
} known_sets[] = {
#include "tests/tables/concentration.inc"
};

static void measures_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_sets); i++) {
        const struct known_set *known = &known_sets[i];
        struct concentration uneven;
        struct fault fault;
        double top;

        print_message("    %s\n", known->name);
        assert_true(concentration_measure(&uneven, known->amounts, known->count, &fault));
        assert_near(uneven.hhi, known->uneven.hhi, 1e-14);
        assert_near(uneven.hhi_unbiased, known->uneven.hhi_unbiased, 1e-14);
        assert_near(uneven.effective, known->uneven.effective, 1e-14);
        assert_near(uneven.entropy, known->uneven.entropy, 1e-14);
        assert_near(uneven.entropy_adjusted, known->uneven.entropy_adjusted, 1e-14);
        assert_near(uneven.entropy_effective, known->uneven.entropy_effective, 1e-14);
        assert_near(uneven.gini, known->uneven.gini, 1e-14);
        assert_near(uneven.gini_unbiased, known->uneven.gini_unbiased, 1e-14);
        assert_near(uneven.theil, known->uneven.theil, 1e-14);
        assert_true(concentration_top(&top, known->amounts, known->count, 4, &fault));
        assert_near(top, known->top_four, 1e-14);
    }
}

/* R 4.2.2 and the documentation of its package ineq. */
static void measures_match_r(void **state)
{
    struct concentration uneven;
    struct fault fault;
    double top;

    (void)state;
    assert_true(concentration_measure(&uneven, known_sets[0].amounts, 10, &fault));
    assert_close(uneven.gini, 0.4620911303, 1e-10);
    assert_close(uneven.gini_unbiased, 0.5134345892, 1e-10);
    assert_close(uneven.hhi, 0.1840812309, 2e-10);
    assert_close(uneven.entropy, 1.940243851, 3e-10);
    assert_close(uneven.entropy_effective, 6.960448073, 1e-10);
    assert_close(uneven.effective, 5.432384361, 1e-10);
    assert_close(uneven.theil, 0.3623412423, 2e-10);
    assert_true(concentration_top(&top, known_sets[0].amounts, 10, 4, &fault));
    assert_close(top, 0.7338029015, 1e-10);
}

static void order_and_scale_do_not_matter(void **state)
{
    uint64_t seed = 20240629;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 2000; round++) {
        uint64_t amounts[30], backwards[30];
        size_t count = 1 + numbers_below(&seed, 30);
        double n = (double)count;
        struct concentration uneven, other;
        struct fault fault;

        for (size_t i = 0; i < count; i++)
            amounts[i] = numbers_below(&seed, 3) ? numbers_below(&seed, 1000) : 0;
        amounts[0]++;
        for (size_t i = 0; i < count; i++)
            backwards[count - 1 - i] = 10 * amounts[i];
        assert_true(concentration_measure(&uneven, amounts, count, &fault));
        assert_true(concentration_measure(&other, backwards, count, &fault));
        assert_near(other.hhi, uneven.hhi, 1e-13);
        assert_near(other.gini, uneven.gini, 1e-13);
        assert_near(other.theil, uneven.theil, 1e-12);
        assert_near(uneven.theil, log(n) - uneven.entropy, 1e-12);
        assert_true(uneven.hhi >= (1 - 1e-12) / n && uneven.hhi <= 1 + 1e-12);
        assert_true(uneven.gini >= 0 && uneven.gini <= (n - 1) / n + 1e-12);
        assert_true(uneven.effective <= uneven.entropy_effective * (1 + 1e-12));
        assert_true(uneven.entropy_effective <= n * (1 + 1e-12));
    }
}

static void holding_nothing_is_refused(void **state)
{
    const uint64_t nothing[] = {0, 0}, one[] = {0, 1};
    struct concentration uneven = {.hhi = -1};
    struct fault fault = FAULT_EMPTY;
    double top = -1;

    (void)state;
    assert_false(concentration_measure(&uneven, nothing, 2, &fault));
    assert_string_equal(fault.message, "nothing is held, so there is no concentration");
    assert_false(concentration_measure(&uneven, NULL, 0, &fault));
    assert_false(concentration_top(&top, nothing, 2, 1, &fault));
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_near(uneven.hhi, -1, 0);
    assert_near(top, -1, 0);
    assert_true(concentration_measure(&uneven, one, 2, &fault));
    assert_near(uneven.hhi_unbiased, 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_match_worked_values),
        cmocka_unit_test(measures_match_r),
        cmocka_unit_test(order_and_scale_do_not_matter),
        cmocka_unit_test(holding_nothing_is_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("concentration", tests, NULL, NULL);
}
