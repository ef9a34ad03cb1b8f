#include "reports/export/decimal.h"

#include "tests/support.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const struct worked {
    double number;
    const char *text;
} worked[] = {
    {0, "0"},
    {-0.0, "0"},
    {1, "1"},
    {-1.5, "-1.5"},
    {0.1, "0.1"},
    {0.3, "0.3"},
    {0.1 + 0.2, "0.30000000000000004"},
    {1.0 / 3, "0.3333333333333333"},
    {2.0 / 3, "0.6666666666666666"},
    {100, "100"},
    {1000000, "1000000"},
    {1234567.25, "1234567.25"},
    {0.0001, "0.0001"},
    {0.00012345678901234567, "0.00012345678901234567"},
    {9.999999999999999e-05, "9.999999999999999e-05"},
    {1e-05, "1e-05"},
    {123456789012345.67, "123456789012345.67"},
    {999999999999999.9, "999999999999999.9"},
    {1e15, "1e+15"},
    {1e300, "1e+300"},
    {5e-324, "5e-324"},
    {1650.7662678554166, "1650.7662678554166"},
    {9007199254740993e-16, "0.9007199254740993"},
};

static void numbers_are_written_as_worked(void **state)
{
    char text[DECIMAL_SIZE];

    (void)state;
    for (size_t i = 0; i < COUNT_OF(worked); i++) {
        assert_int_equal(decimal_write(text, worked[i].number), strlen(worked[i].text));
        assert_string_equal(text, worked[i].text);
    }
}

static void every_number_reads_back_as_itself(void **state)
{
    uint64_t random = 1;
    size_t long_ones = 0;

    (void)state;
    for (size_t i = 0; i < 300000; i++) {
        char text[DECIMAL_SIZE];
        double number;

        random = random * 6364136223846793005U + 1442695040888963407U;
        if (i % 3 == 0) { /* any bits at all */
            memcpy(&number, &random, sizeof number);
            if (!isfinite(number))
                continue;
        } else /* a share, or a rate */
            number = (double)(random >> 20) / (i % 3 == 1 ? 0x1p44 : 1e7 + (double)(i % 1000));
        assert_true(decimal_write(text, number) < DECIMAL_SIZE);
        if (strtod(text, NULL) != number)
            fail_msg("%.17g is written as %s", number, text);
        long_ones += strlen(text) > 24;
    }
    assert_int_equal(long_ones, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_as_worked),
        cmocka_unit_test(every_number_reads_back_as_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
