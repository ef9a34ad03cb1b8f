#include "analysis/measures/bursts.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

enum { WEEKS_MOST = 10 };

/* Worked by tests/tables/bursts.py by trying all ways; the first the same as by R 4.2.2. */
static const struct known_bursts {
    const char *name;
    size_t count;
    struct proportion weeks[WEEKS_MOST];
    struct bursts_plan plan;
    double base, cost;
    size_t bursts;
    struct burst items[3];
} known_bursts[] = {
#include "tests/tables/bursts.inc"
};

static void bursts_match_worked_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_bursts); i++) {
        const struct known_bursts *known = &known_bursts[i];
        struct bursts bursts = BURSTS_EMPTY;
        struct fault fault;

        print_message("    %s\n", known->name);
        assert_true(bursts_find(&bursts, known->weeks, known->count, known->plan, &fault));
        assert_close(bursts.base, known->base, 1e-15);
        assert_close(bursts.cost, known->cost, 1e-13);
        assert_int_equal(bursts.count, known->bursts);
        for (size_t j = 0; j < bursts.count; j++) {
            assert_int_equal(bursts.items[j].start, known->items[j].start);
            assert_int_equal(bursts.items[j].end, known->items[j].end);
            assert_close(bursts.items[j].weight, known->items[j].weight, 1e-13);
        }
        bursts_release(&bursts);
        assert_null(bursts.items);
    }
    assert_close(known_bursts[0].cost, 30.00792843, 3e-10);
    assert_close(known_bursts[0].items[0].weight, 10.04514658, 3e-10);
}

/* What a week costs at this share. */
static double week_cost(struct proportion week, double share)
{
    double hits = (double)week.hits, rest = (double)(week.of - week.hits);

    return lgamma(hits + 1) + lgamma(rest + 1) - lgamma(hits + rest + 1) - hits * log(share) -
           rest * log(1 - share);
}

/* What it costs to be in a burst in the weeks whose bits are set. */
static double way_cost(uint32_t way, const struct proportion *weeks, size_t count,
                       struct bursts_plan plan, double base)
{
    double cost = 0;
    bool high = false;

    for (size_t i = 0; i < count; i++) {
        bool now = way >> i & 1;

        cost += week_cost(weeks[i], now ? plan.scale * base : base);
        cost += now && !high ? plan.gamma * log((double)count) : 0;
        high = now;
    }
    return cost;
}

static uint32_t way_of(const struct bursts *bursts)
{
    uint32_t way = 0;

    for (size_t i = 0; i < bursts->count; i++)
        for (size_t week = bursts->items[i].start; week < bursts->items[i].end; week++)
            way |= 1U << week;
    return way;
}

static void no_other_way_is_better(void **state)
{
    uint64_t seed = 20241130;
    int with_bursts = 0;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 400; round++) {
        struct proportion weeks[WEEKS_MOST];
        size_t count = 1 + numbers_below(&seed, WEEKS_MOST);
        struct bursts_plan plan = {1.2 + numbers_uniform(&seed), 1.5 * numbers_uniform(&seed)};
        struct bursts bursts = BURSTS_EMPTY;
        double least = INFINITY;
        struct fault fault;

        for (size_t i = 0; i < count; i++) {
            uint32_t most = numbers_below(&seed, 3) == 0 ? 15 : 4;

            weeks[i] =
                (struct proportion){1 + numbers_below(&seed, most), 40 + numbers_below(&seed, 30)};
        }
        assert_true(bursts_find(&bursts, weeks, count, plan, &fault));
        for (uint32_t way = 0; way < 1U << count; way++)
            least = fmin(least, way_cost(way, weeks, count, plan, bursts.base));
        assert_near(bursts.cost, least, 1e-11);
        assert_near(way_cost(way_of(&bursts), weeks, count, plan, bursts.base), least, 1e-11);
        for (size_t i = 0; i < bursts.count; i++)
            assert_true(bursts.items[i].weight >= plan.gamma * log((double)count) - 1e-12);
        with_bursts += bursts.count > 0;
        bursts_release(&bursts);
    }
    print_message("    %d of 400 series have a burst\n", with_bursts);
    assert_true(with_bursts > 100);
}

static void weeks_without_articles_change_nothing(void **state)
{
    static const struct proportion weeks[] = {{1, 50}, {2, 50},  {14, 50},
                                              {0, 0},  {15, 50}, {1, 50}};
    struct bursts bursts = BURSTS_EMPTY;
    struct fault fault;

    (void)state;
    assert_true(bursts_find(&bursts, weeks, COUNT_OF(weeks), BURSTS_PLAN, &fault));
    assert_int_equal(bursts.count, 1);
    assert_int_equal(bursts.items[0].start, 2);
    assert_int_equal(bursts.items[0].end, 5);
    assert_close(bursts.base, 33.0 / 250, 1e-15);
    bursts_release(&bursts);
}

static const struct refused_bursts {
    size_t count;
    struct proportion weeks[2];
    struct bursts_plan plan;
    const char *message;
} refused_bursts[] = {
    {0, {{0}}, {2, 1}, "without a hit there is no burst"},
    {2, {{0, 10}, {0, 20}}, {2, 1}, "without a hit there is no burst"},
    {2, {{1, 10}, {3, 2}}, {2, 1}, "bursts: week 2 has 3 hits among 2"},
    {2,
     {{6, 10}, {4, 10}},
     {2, 1},
     "bursts: 2 times the share 0.5000 is no share; choose a smaller scale"},
    {1, {{1, 10}}, {1, 1}, "bursts: the scale 1 is not above 1 or gamma 1 is below 0"},
    {1, {{1, 10}}, {2, -1}, "bursts: the scale 2 is not above 1 or gamma -1 is below 0"},
    {1, {{1, 10}}, {NAN, 1}, "bursts: the scale nan is not above 1 or gamma 1 is below 0"},
    {1, {{1, 5000000000}}, {2, 1}, "bursts: week 1 has too many articles"},
};

static void impossible_series_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused_bursts); i++) {
        const struct refused_bursts *known = &refused_bursts[i];
        struct bursts bursts = BURSTS_EMPTY;
        struct fault fault = FAULT_EMPTY;

        assert_false(bursts_find(&bursts, known->weeks, known->count, known->plan, &fault));
        assert_int_equal(fault.kind, FAULT_DOMAIN);
        assert_string_equal(fault.message, known->message);
        assert_null(bursts.items);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bursts_match_worked_values),
        cmocka_unit_test(no_other_way_is_better),
        cmocka_unit_test(weeks_without_articles_change_nothing),
        cmocka_unit_test(impossible_series_are_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("bursts", tests, NULL, NULL);
}
