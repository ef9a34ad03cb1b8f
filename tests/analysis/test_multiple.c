#include "analysis/measures/multiple.h"
#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

/* Benjamini and Hochberg (1995), section 3; q by R 4.2.2's p.adjust. */
static const double known_p[] = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                                 .0459, .3240, .4262, .5719, .6528, .7590, 1.0};
static const double known_hochberg[] = {
    0.0015,        0.003,         0.0095,       0.035625,     0.0603,
    0.06385714286, 0.06385714286, 0.0645,       0.0765,       0.486,
    0.5811818182,  0.714875,      0.7532307692, 0.8132142857, 1};
static const double known_yekutieli[] = {0.00497734349,
                                         0.00995468698,
                                         0.03152317544,
                                         0.1182119079,
                                         0.2000892083,
                                         0.2118926229,
                                         0.2118926229,
                                         0.2140257701,
                                         0.253844518,
                                         1,
                                         1,
                                         1,
                                         1,
                                         1,
                                         1};

static void q_matches_the_published_example(void **state)
{
    double q[COUNT_OF(known_p)];
    struct fault fault;

    (void)state;
    assert_true(multiple_benjamini_hochberg(q, known_p, COUNT_OF(q), &fault));
    for (size_t i = 0; i < COUNT_OF(q); i++)
        assert_close(q[i], known_hochberg[i], 1e-10);
    assert_true(multiple_benjamini_yekutieli(q, known_p, COUNT_OF(q), &fault));
    for (size_t i = 0; i < COUNT_OF(q); i++)
        assert_close(q[i], known_yekutieli[i], 3e-10);
}

static void order_of_tests_does_not_matter(void **state)
{
    double p[200], reversed[200], q[200], q_reversed[200];
    uint64_t seed = 20240619;
    struct fault fault;

    (void)state;
    print_message("    seed %llu\n", (unsigned long long)seed);
    for (size_t i = 0; i < 200; i++) {
        /* Coarse steps, so that many are equal. */
        p[i] = numbers_below(&seed, 60) / 60.0 * numbers_below(&seed, 2);
        reversed[199 - i] = p[i];
    }
    assert_true(multiple_benjamini_hochberg(q, p, 200, &fault));
    assert_true(multiple_benjamini_hochberg(q_reversed, reversed, 200, &fault));
    for (size_t i = 0; i < 200; i++) {
        assert_near(q[i], q_reversed[199 - i], 0);
        assert_true(q[i] >= p[i] && q[i] <= 1);
        for (size_t j = 0; j < 200; j++)
            assert_true(p[i] < p[j] ? q[i] <= q[j] : p[i] > p[j] || q[i] == q[j]);
    }
    assert_true(multiple_benjamini_hochberg(p, p, 200, &fault));
    for (size_t i = 0; i < 200; i++)
        assert_near(p[i], q[i], 0);
}

static void one_test_keeps_its_p(void **state)
{
    const double p = 0.03;
    double q;
    struct fault fault;

    (void)state;
    assert_true(multiple_benjamini_hochberg(&q, &p, 1, &fault));
    assert_near(q, 0.03, 0);
    assert_true(multiple_benjamini_hochberg(NULL, NULL, 0, &fault));
}

static void what_is_no_probability_is_refused(void **state)
{
    const double bad[][2] = {{0.5, NAN}, {0.5, -0.1}, {0.5, 1.1}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        double q[2] = {7, 7};
        struct fault fault = FAULT_EMPTY;

        assert_false(multiple_benjamini_hochberg(q, bad[i], 2, &fault));
        assert_int_equal(fault.kind, FAULT_DOMAIN);
        assert_near(q[0], 7, 0);
        assert_false(multiple_benjamini_yekutieli(q, bad[i], 2, &fault));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(q_matches_the_published_example),
        cmocka_unit_test(order_of_tests_does_not_matter),
        cmocka_unit_test(one_test_keeps_its_p),
        cmocka_unit_test(what_is_no_probability_is_refused),
    };

    numeric_start();
    return cmocka_run_group_tests_name("multiple", tests, NULL, NULL);
}
