#include "analysis/measures/numeric.h"
#include "analysis/measures/spread.h"
#include "tests/numbers.h"

static void a_dispersion_is_pearsons_statistic(void **state)
{
    /* Share 0.2: (10 - 8)^2 / 6.4 + (2 - 4)^2 / 3.2, 2 weeks: 1 degree. */
    static const struct proportion weeks[] = {{10, 40}, {0, 0}, {2, 20}};
    static const struct proportion more[] = {{5, 10}, {5, 10}};
    struct spread spread = SPREAD_EMPTY;

    (void)state;
    spread_add(&spread, weeks, COUNT_OF(weeks));
    assert_close(spread.dispersion, 1.875, 1e-14);
    assert_close(spread.freedom, 1, 0);
    assert_int_equal(spread.hits, 12);
    spread_add(&spread, more, COUNT_OF(more));
    assert_close(spread.dispersion, 0.9375, 1e-14);
    assert_close(spread.freedom, 2, 0);
}

static void a_week_alone_says_nothing(void **state)
{
    static const struct proportion week[] = {{10, 40}};
    struct spread spread = SPREAD_EMPTY;

    (void)state;
    spread_add(&spread, week, 1);
    assert_near(spread.freedom, 0, 0);
    assert_near(spread_p((struct proportion){9, 10}, (struct proportion){1, 10}, &spread), 1, 0);
    assert_near(spread_effect(&spread), 1, 0);
}

static void series_without_a_hit_are_taken_for_the_rarest(void **state)
{
    static const struct proportion none[] = {{0, 40}, {0, 50}, {0, 45}};
    struct spread spreads[12] = {SPREAD_EMPTY};

    (void)state;
    spread_add(&spreads[0], none, COUNT_OF(none));
    assert_near(spreads[0].dispersion, 0, 0);
    for (size_t i = 1; i < COUNT_OF(spreads); i++)
        spreads[i] = (struct spread){2 + 0.5 * (double)(i % 3), 11, 10 * i};
    spread_moderate(spreads, COUNT_OF(spreads));
    assert_true(spreads[0].dispersion > 2 && spreads[0].dispersion < 3);
    assert_true(spreads[0].freedom > 11);
}

static void few_series_learn_nothing(void **state)
{
    struct spread spreads[SPREAD_SERIES_LEAST - 1];

    (void)state;
    for (size_t i = 0; i < COUNT_OF(spreads); i++)
        spreads[i] = (struct spread){1 + (double)i, 11, i};
    spread_moderate(spreads, COUNT_OF(spreads));
    for (size_t i = 0; i < COUNT_OF(spreads); i++)
        assert_near(spreads[i].dispersion, 1 + (double)i, 0);
    spread_moderate(NULL, 0);
}

/* Sums are made in one order, so that not even the last bit follows the order of series. */
static void the_order_of_series_changes_no_bit(void **state)
{
    enum { SERIES = 700 };
    static struct spread one[SERIES], other[SERIES];
    uint64_t seed = 20251130;

    (void)state;
    for (size_t i = 0; i < SERIES; i++) {
        one[i] = (struct spread){5 * numbers_uniform(&seed), 11, 1 + numbers_below(&seed, 40)};
        other[SERIES - 1 - i] = one[i];
    }
    spread_moderate(one, SERIES);
    spread_moderate(other, SERIES);
    for (size_t i = 0; i < SERIES; i++) {
        assert_true(one[i].dispersion == other[SERIES - 1 - i].dispersion);
        assert_true(one[i].freedom == other[SERIES - 1 - i].freedom && one[i].freedom >= 11);
    }
}

static void p_is_a_chance_and_falls_with_distance(void **state)
{
    uint64_t seed = 20251201;

    (void)state;
    for (int round = 0; round < 300; round++) {
        struct spread spread = {0.5 + 4 * numbers_uniform(&seed), 3 + numbers_below(&seed, 60), 0};
        struct proportion baseline = {50 + numbers_below(&seed, 400), 5000};
        double before = 1;

        for (uint64_t hits = baseline.hits / 10 + 2; hits < 400; hits += 7) {
            double p = spread_p((struct proportion){hits, 500}, baseline, &spread);

            assert_true(p >= 0 && p <= before + 1e-12);
            before = p;
        }
    }
}

static void sides_without_a_difference_to_see_have_p_1(void **state)
{
    const struct spread spread = {1.5, 20, 0};
    static const struct {
        struct proportion study, baseline;
    } cases[] = {
        {{0, 10}, {0, 100}}, {{10, 10}, {100, 100}}, {{0, 0}, {5, 100}}, {{5, 10}, {0, 0}}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_near(spread_p(cases[i].study, cases[i].baseline, &spread), 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dispersion_is_pearsons_statistic),
        cmocka_unit_test(a_week_alone_says_nothing),
        cmocka_unit_test(series_without_a_hit_are_taken_for_the_rarest),
        cmocka_unit_test(few_series_learn_nothing),
        cmocka_unit_test(the_order_of_series_changes_no_bit),
        cmocka_unit_test(p_is_a_chance_and_falls_with_distance),
        cmocka_unit_test(sides_without_a_difference_to_see_have_p_1),
    };

    numeric_start();
    return cmocka_run_group_tests_name("spread", tests, NULL, NULL);
}
