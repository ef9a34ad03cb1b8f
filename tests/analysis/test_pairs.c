#include "analysis/pairs.h"
#include "tests/numbers.h"

/* Adds so many pairs (i % first, i / first) again and again, an article every `apart` steps. */
static void add_pairs(struct pairs *pairs, uint32_t distinct, uint32_t rounds, uint32_t apart)
{
    struct fault fault;

    for (uint32_t i = 0; i < distinct * rounds; i++) {
        uint32_t number = i % distinct;

        assert_true(
            pairs_add(pairs, (struct pair){number % 1000, number / 1000}, i / apart, &fault));
    }
    assert_true(pairs_end(pairs, &fault));
}

static void pairs_are_counted_with_their_articles(void **state)
{
    static const struct {
        struct pair pair;
        uint32_t article;
    } added[] = {{{2, 1}, 0}, {{1, 2}, 0}, {{2, 1}, 0}, {{2, 1}, 1}, {{1, 2}, 3}, {{1, 1}, 4}};
    static const struct pair_count wanted[] = {{{1, 1}, 1, 1}, {{1, 2}, 2, 2}, {{2, 1}, 3, 2}};
    struct pairs pairs = PAIRS_EMPTY;
    struct pair_count count;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(added); i++)
        assert_true(pairs_add(&pairs, added[i].pair, added[i].article, &fault));
    assert_true(pairs_end(&pairs, &fault));
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        assert_true(pairs_next(&pairs, &count, &fault));
        assert_memory_equal(&count, &wanted[i], sizeof count);
    }
    assert_false(pairs_next(&pairs, &count, &fault));
    assert_int_equal(fault.kind, FAULT_NONE);
    pairs_release(&pairs);
}

/*
 * More distinct pairs than the memory holds, each three times; in the middle
 * case all in one article, which then spans what was spilled.
 */
static void what_does_not_fit_is_counted_too(void **state)
{
    enum { DISTINCT = 1700000 };
    static const struct {
        uint32_t rounds, apart, articles;
    } cases[] = {{2, DISTINCT, 2}, {2, 2 * DISTINCT, 1}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct pairs pairs = PAIRS_EMPTY;
        struct pair_count count;
        struct fault fault;
        uint32_t found = 0;

        add_pairs(&pairs, DISTINCT, cases[i].rounds, cases[i].apart);
        while (pairs_next(&pairs, &count, &fault)) {
            assert_int_equal(count.pair.first, found / 1700);
            assert_int_equal(count.pair.second, found % 1700);
            assert_int_equal(count.times, cases[i].rounds);
            assert_int_equal(count.articles, cases[i].articles);
            found++;
        }
        assert_int_equal(fault.kind, FAULT_NONE);
        assert_int_equal(found, DISTINCT);
        pairs_release(&pairs);
    }
}

static void no_pairs_are_none(void **state)
{
    struct pairs pairs = PAIRS_EMPTY;
    struct pair_count count;
    struct fault fault;

    (void)state;
    assert_true(pairs_end(&pairs, &fault));
    assert_false(pairs_next(&pairs, &count, &fault));
    assert_int_equal(fault.kind, FAULT_NONE);
    pairs_release(&pairs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_are_counted_with_their_articles),
        cmocka_unit_test(what_does_not_fit_is_counted_too),
        cmocka_unit_test(no_pairs_are_none),
    };

    return cmocka_run_group_tests_name("pairs", tests, NULL, NULL);
}
