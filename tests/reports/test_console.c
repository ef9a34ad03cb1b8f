#include "tests/support.h"

#include "reports/cli/console.h"
#include "reports/export/csvfile.h"

#include <string.h>

static void expect_table(const char *csv, const char *expected)
{
    struct bytes text = BYTES_EMPTY;

    console_table(&text, span_of(csv));
    assert_string_equal(bytes_text(&text), expected);
    bytes_release(&text);
}

static void columns_stand_under_each_other_and_numbers_to_the_right(void **state)
{
    (void)state;
    expect_table("term,count,share,note\nrain,7,0.5,\n\xc3\xbc"
                 "ber,1234,-0.25,\n",
                 "term  count  share\n"
                 "rain      7    0.5\n"
                 "\xc3\xbc"
                 "ber   1234  -0.25\n");
}

static void fractions_have_four_digits(void **state)
{
    (void)state;
    expect_table("share,version\n0.1780821917808219,1.2.3\n2.65186196848655e-17,x\n12345678,y\n",
                 "    share  version\n"
                 "   0.1781  1.2.3\n"
                 "2.652e-17  x\n"
                 " 12345678  y\n");
}

static void a_table_without_rows_is_its_header(void **state)
{
    (void)state;
    expect_table("term,count\n", "term  count\n");
    expect_table("", "");
}

static void quoted_cells_are_one_cell(void **state)
{
    (void)state;
    expect_table("text,n\n\"He said, \"\"no\"\"\",1\n\"two\nlines\",2\n", "text           n\n"
                                                                          "He said, \"no\"  1\n"
                                                                          "two\\nlines     2\n");
}

static void what_steers_a_terminal_is_shown_instead(void **state)
{
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {"plain", "plain"},
        {"a\x1b[31mred", "a\\x1b[31mred"},
        {"bell\a", "bell\\x07"},
        {"del\x7f", "del\\x7f"},
        {"csi\xc2\x9b"
         "31m",
         "csi\\x9b31m"},
        {"left\xe2\x80\xaeright", "left\\u202eright"},
        {"bad\xff", "bad\\xff"},
        {"tab\tend", "tab\\tend"},
        {"Ελένη", "Ελένη"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes text = BYTES_EMPTY;

        console_text(&text, span_of(cases[i].text));
        assert_string_equal(bytes_text(&text), cases[i].shown);
        bytes_release(&text);
    }
}

static void a_long_cell_ends_in_an_ellipsis(void **state)
{
    char long_text[CONSOLE_LETTERS + 2];
    struct bytes text = BYTES_EMPTY;

    (void)state;
    memset(long_text, 'x', sizeof long_text);
    console_text(&text, (struct span){long_text, CONSOLE_LETTERS});
    assert_int_equal(text.count, CONSOLE_LETTERS);
    bytes_clear(&text);
    console_text(&text, (struct span){long_text, CONSOLE_LETTERS + 1});
    assert_int_equal(text.count, CONSOLE_LETTERS - 1 + 3); /* the ellipsis has three bytes */
    bytes_release(&text);
}

/* Whatever a cell holds, it comes back as one row. */
static void every_cell_that_is_written_is_one_cell(void **state)
{
    static const char *const cells[] = {"", "a,b", "\"", "\"\"", "a\nb", "=1", " x ", "\r"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        struct bytes csv = BYTES_EMPTY, text = BYTES_EMPTY;
        struct csvfile file = CSVFILE_IN(&csv);
        size_t lines = 0;

        csvfile_text(&file, span_of("a"));
        csvfile_text(&file, span_of("b"));
        csvfile_end_row(&file);
        csvfile_text(&file, span_of(cells[i]));
        csvfile_text(&file, span_of("last"));
        csvfile_end_row(&file);
        console_table(&text, bytes_span(&csv));
        for (size_t b = 0; b < text.count; b++)
            lines += text.items[b] == '\n';
        assert_int_equal(lines, 2);
        assert_non_null(strstr(bytes_text(&text), "last\n"));
        bytes_release(&csv);
        bytes_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_stand_under_each_other_and_numbers_to_the_right),
        cmocka_unit_test(fractions_have_four_digits),
        cmocka_unit_test(a_table_without_rows_is_its_header),
        cmocka_unit_test(quoted_cells_are_one_cell),
        cmocka_unit_test(what_steers_a_terminal_is_shown_instead),
        cmocka_unit_test(a_long_cell_ends_in_an_ellipsis),
        cmocka_unit_test(every_cell_that_is_written_is_one_cell),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
