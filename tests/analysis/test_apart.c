#include "analysis/apart.h"
#include "tests/numbers.h"

static struct estimate share_of(double value, double low, double high)
{
    return (struct estimate){
        .value = value, .low = low, .high = high, .has_value = true, .has_interval = true};
}

static void a_share_is_apart_where_its_interval_leaves_out_the_whole(void **state)
{
    static const struct {
        double low, high;
        enum direction direction;
    } cases[] = {
        {0.1, 0.3, CHANGE_NONE}, {0.21, 0.3, CHANGE_UP}, {0.1, 0.19, CHANGE_DOWN},
        {0.2, 0.3, CHANGE_NONE}, /* a bound on the whole does not leave it out */
        {0.1, 0.2, CHANGE_NONE},
    };
    struct apart apart = APART_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct estimate share =
            share_of((cases[i].low + cases[i].high) / 2, cases[i].low, cases[i].high);

        assert_int_equal(apart_add(&apart, &share, 0.2), cases[i].direction);
    }
    assert_int_equal(apart.added, 5);
    assert_int_equal(apart.tested, 5);
    assert_int_equal(apart.clear, 2);
}

static void what_has_no_interval_is_not_tested(void **state)
{
    struct estimate bare = {.value = 0.9, .has_value = true, .note = estimate_too_few};
    struct estimate none = ESTIMATE_NONE("no articles");
    struct apart apart = APART_EMPTY;

    (void)state;
    assert_int_equal(apart_add(&apart, &bare, 0.2), CHANGE_UNTESTED);
    assert_int_equal(apart_add(&apart, &none, 0.2), CHANGE_UNTESTED);
    assert_int_equal(apart.added, 2);
    assert_int_equal(apart.tested, 0);
    assert_near(apart_by_chance(&apart), 0, 0);
    assert_false(apart_beyond_chance(&apart));
}

static void the_furthest_is_the_first_of_those_apart(void **state)
{
    struct estimate wide = share_of(0.9, 0.1, 1), up = share_of(0.5, 0.4, 0.6),
                    down = share_of(0.125, 0.1, 0.2), far = share_of(0.75, 0.7, 0.8);
    struct apart apart = APART_EMPTY;

    (void)state;
    apart_add(&apart, &wide, 0.25); /* furthest off, but its interval holds the whole */
    apart_add(&apart, &down, 0.25);
    assert_int_equal(apart.furthest, 1);
    assert_near(apart.by, -0.125, 0);
    apart_add(&apart, &up, 0.25);
    apart_add(&apart, &up, 0.25);
    assert_int_equal(apart.furthest, 2);
    apart_add(&apart, &far, 0.25);
    assert_int_equal(apart.furthest, 4);
    assert_near(apart.by, 0.5, 0);
}

/* One of twenty is what intervals of 95 % leave out anyway. */
static void one_in_twenty_is_chance(void **state)
{
    struct estimate inside = share_of(0.2, 0.1, 0.3), outside = share_of(0.5, 0.4, 0.6);
    struct apart apart = APART_EMPTY;

    (void)state;
    apart_add(&apart, &outside, 0.2);
    assert_true(apart_beyond_chance(&apart));
    for (size_t i = 0; i < 23; i++)
        apart_add(&apart, &inside, 0.2);
    assert_near(apart_by_chance(&apart), 1.2, 1e-12);
    assert_false(apart_beyond_chance(&apart));
    apart_add(&apart, &outside, 0.2);
    assert_true(apart_beyond_chance(&apart));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_share_is_apart_where_its_interval_leaves_out_the_whole),
        cmocka_unit_test(what_has_no_interval_is_not_tested),
        cmocka_unit_test(the_furthest_is_the_first_of_those_apart),
        cmocka_unit_test(one_in_twenty_is_chance),
    };

    return cmocka_run_group_tests_name("apart", tests, NULL, NULL);
}
