#include "analysis/measures/numeric.h"
#include "tests/numbers.h"

#include <gsl/gsl_errno.h>
#include <string.h>

static void deviates_match_printed_tables(void **state)
{
    (void)state;
    assert_close(numeric_z(0.95), 1.959963984540054, 1e-14);
    assert_close(numeric_z(0.99), 2.5758293035489004, 1e-14);
    assert_close(numeric_t(0.95, 1), 12.706204736174696, 1e-12); /* tan(0.475 pi) */
    assert_close(numeric_t(0.95, 29), 2.045229642132703, 1e-12);
    assert_close(numeric_p_of_z(-1.959963984540054), 0.05, 1e-13);
    assert_close(numeric_p_of_t(12.706204736174696, 1), 0.05, 1e-12);
    assert_near(numeric_p_of_z(0), 1, 0);
    assert_near(numeric_p_of_t(0, 5), 1, 1e-15);
}

static void errors_of_gsl_become_faults(void **state)
{
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_true(numeric_check(GSL_SUCCESS, "any", &fault));
    assert_int_equal(fault.kind, FAULT_NONE);
    assert_false(numeric_check(GSL_EDOM, "keyness", &fault));
    assert_int_equal(fault.kind, FAULT_DOMAIN);
    assert_true(strncmp(fault.message, "keyness: ", 9) == 0);
}

static void levels_lie_between_0_and_1(void **state)
{
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_true(numeric_level(0.95, "any", &fault));
    assert_false(numeric_level(0, "any", &fault));
    assert_false(numeric_level(1, "any", &fault));
    assert_false(numeric_level(NAN, "any", &fault));
    assert_false(numeric_level(95, "Wilson interval", &fault));
    assert_string_equal(fault.message, "Wilson interval: the level 95 is not between 0 and 1");
}

/* The first number of SplitMix64 from the seeds 0 and 1234567, as published; its lower half. */
static void seeds_are_mixed_as_by_splitmix(void **state)
{
    (void)state;
    assert_int_equal(numeric_seed(0), 0xE220A8397B1DCDAFU & 0xFFFFFFFFU);
    assert_int_equal(numeric_seed(1234567), 6457827717110365317U & 0xFFFFFFFFU);
    assert_true(numeric_seed(7) != numeric_seed(UINT64_C(7) << 32));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deviates_match_printed_tables),
        cmocka_unit_test(errors_of_gsl_become_faults),
        cmocka_unit_test(seeds_are_mixed_as_by_splitmix),
        cmocka_unit_test(levels_lie_between_0_and_1),
    };

    numeric_start();
    return cmocka_run_group_tests_name("numeric", tests, NULL, NULL);
}
