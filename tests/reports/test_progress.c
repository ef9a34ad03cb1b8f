#include "tests/support.h"

#include "reports/cli/progress.h"

static void the_line_says_how_much_and_how_fast(void **state)
{
    static const struct {
        uint64_t articles, bytes;
        double seconds;
        const char *text;
    } cases[] = {
        {0, 0, 0, "0 articles, 0.0 MB"},
        {1, 950000, 0.05, "1 article, 1.0 MB"},
        {1234, 12300000, 0.5, "1,234 articles, 12.3 MB, 24.6 MB/s"},
        {4000000, UINT64_C(9876543210), 1000, "4,000,000 articles, 9,876.5 MB, 9.9 MB/s"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char text[PROGRESS_TEXT_SIZE];

        progress_text(text, cases[i].articles, cases[i].bytes, cases[i].seconds);
        assert_string_equal(text, cases[i].text);
    }
}

static void nothing_is_shown_where_it_is_not_wanted(void **state)
{
    struct progress progress = progress_start(false);

    (void)state;
    progress.said -= 10;
    progress_add(&progress, 5, 1000);
    assert_false(progress.shown);
    assert_int_equal(progress.articles, 5);
    progress_end(&progress);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_says_how_much_and_how_fast),
        cmocka_unit_test(nothing_is_shown_where_it_is_not_wanted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
