#include "analysis/sieve.h"
#include "tests/support.h"

/* Signatures of numbers `step` apart from `from` on; full ones are cut at SHINGLES_KEPT. */
static struct shingles numbers(uint32_t from, uint32_t step, uint32_t count)
{
    struct shingles shingles = {.count = count < SHINGLES_KEPT ? count : SHINGLES_KEPT};

    for (uint32_t i = 0; i < shingles.count; i++)
        shingles.minima[i] = from + i * step;
    return shingles;
}

static void assert_holds(const struct sieve *sieve, const struct shingles *other)
{
    struct shingles_shared most = sieve_most(sieve, other);
    struct shingles_shared shared = shingles_compare(&sieve->shingles, other);

    assert_int_equal(most.one, shared.one);
    assert_int_equal(most.other, shared.other);
    assert_true(most.both >= shared.both);
    assert_true(most.both <= shared.other);
}

static void nothing_that_is_shared_falls_through(void **state)
{
    struct sieve sieve = SIEVE_EMPTY;

    (void)state;
    for (uint32_t step = 1; step < 40; step++) {
        struct shingles one = numbers(1000, step, 10 + step);

        sieve_load(&sieve, &one);
        for (uint32_t other_step = 1; other_step < 40; other_step++) {
            struct shingles other = numbers(1000 + 7 * step, other_step, 50 - other_step);

            assert_holds(&sieve, &other);
        }
    }
}

static void texts_with_nothing_in_common_seldom_pass(void **state)
{
    struct sieve sieve = SIEVE_EMPTY;
    struct shingles one = numbers(1, 1000003, SHINGLES_KEPT);
    uint32_t both = 0;

    (void)state;
    sieve_load(&sieve, &one);
    for (uint32_t i = 0; i < 100; i++) {
        struct shingles other = numbers(500000 + 77 * i, 900001, SHINGLES_KEPT);

        both += sieve_most(&sieve, &other).both;
    }
    assert_true(both < 300); /* of 4,800 */
}

static void a_new_load_forgets_the_last(void **state)
{
    struct sieve sieve = SIEVE_EMPTY;
    struct shingles one = numbers(1, 1, SHINGLES_KEPT), none = numbers(0, 0, 0);

    (void)state;
    sieve_load(&sieve, &one);
    assert_int_equal(sieve_most(&sieve, &one).both, SHINGLES_KEPT);
    sieve_load(&sieve, &none);
    assert_int_equal(sieve_most(&sieve, &one).both, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_that_is_shared_falls_through),
        cmocka_unit_test(texts_with_nothing_in_common_seldom_pass),
        cmocka_unit_test(a_new_load_forgets_the_last),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
