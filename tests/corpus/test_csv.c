#include "corpus/base/csv.h"

#include "corpus/base/bytes.h"
#include "corpus/base/json.h"
#include "corpus/read/json_items.h"
#include "tests/support.h"

#include <stdio.h>

/* All rows: `line[field|field]`, one after the other; `step` bytes at a time. */
static struct bytes rows_of(char separator, struct span bytes, size_t step)
{
    struct csv *csv = csv_open(separator);
    struct bytes shown = BYTES_EMPTY;
    enum csv_step result = CSV_STEP_MORE;

    while (result != CSV_STEP_END) {
        size_t length = bytes.length < step ? bytes.length : step;
        struct span rest = span_cut(bytes, 0, length);
        struct csv_row row;

        result = csv_step(csv, &rest, &row);
        bytes = span_cut(bytes, length - rest.length, bytes.length);
        if (result == CSV_STEP_TOO_LONG)
            bytes_print(&shown, "%llu!", (unsigned long long)row.line);
        if (result != CSV_STEP_ROW)
            continue;
        bytes_print(&shown, "%llu[", (unsigned long long)row.line);
        for (size_t i = 0; i < row.count; i++) {
            bytes_add_text(&shown, i ? "|" : "");
            bytes_add(&shown, row.fields[i]);
        }
        bytes_add_text(&shown, row.open ? "...]" : "]");
    }
    csv_close(csv);
    return shown;
}

static const struct {
    const char *text, *rows;
} readings[] = {
    {"", ""},
    {"\n\r\n \t\n", ""},
    {"a,b\n1,2\n", "1[a|b]2[1|2]"},
    {"a,b\n1,2", "1[a|b]2[1|2]"},
    {"a,b\r\n1,2\r\n3,4\r\n", "1[a|b]2[1|2]3[3|4]"},
    {"a,b\r1,2\r\r3,4", "1[a|b]2[1|2]4[3|4]"},
    {"\xEF\xBB\xBF\"a\",b\n", "1[a|b]"},
    {"\xEF\xBB"
     "a,b\n1",
     "1[\xEF\xBB"
     "a|b]2[1]"},
    {"\xEF", "1[\xEF]"},
    {"\xEF\xBB\xBF", ""},
    {"\"x\ny\",2\n3,4\n", "1[x\ny|2]3[3|4]"},
    {"\"x\r\ny\r\nz\",2\r\n3,4", "1[x\r\ny\r\nz|2]4[3|4]"},
    {"\"say \"\"so\"\"\",2\n", "1[say \"so\"|2]"},
    {"\"\",,\n", "1[||]"},
    {",\n", "1[|]"},
    {"a b , \"c, d\" ,e\n", "1[a b|c, d|e]"},
    {"6\" nails,2\n", "1[6\" nails|2]"},
    {"\"a\"b,2\n", "1[a\"b,2\n...]"},
    {"1\n\n\n2,3,4\n", "1[1]4[2|3|4]"},
    {"1,\"open\n2,3\n", "1[1|open\n2,3\n...]"},
    {"\"", "1[...]"},
};

static void rows_come_with_their_lines_in_whatever_pieces(void **state)
{
    static const size_t steps[] = {1, 2, 5, 1000};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(readings); i++) {
        for (size_t j = 0; j < COUNT_OF(steps); j++) {
            struct bytes shown = rows_of(',', span_of(readings[i].text), steps[j]);

            if (strcmp(bytes_text(&shown), readings[i].rows) != 0)
                fail_msg("'%s' is read as %s", readings[i].text, bytes_text(&shown));
            bytes_release(&shown);
        }
    }
}

static void a_nul_is_a_byte_like_others(void **state)
{
    struct bytes shown = rows_of(',', (struct span){"a\0b,c\n", 6}, 100);

    (void)state;
    assert_int_equal(shown.count, strlen("1[a") + 1 + strlen("b|c]"));
    bytes_release(&shown);
}

static const struct {
    const char *start;
    bool whole;
    char separator;
    size_t columns, rows, fitting;
} shapes[] = {
    {"", false, ',', 0, 0, 0},
    {"text\nOne, two\n", false, ',', 1, 1, 0},
    {"id,text\n1,a\n2,b\n", false, ',', 2, 2, 2},
    {"id;text\n1;a, b, c\n2;d\n", false, ';', 2, 2, 2},
    {"id\ttext\n1\ta, b; c\n2\td\n", false, '\t', 2, 2, 2},
    {"id|text\n1|\"a|b\"\n2|d\n", false, '|', 2, 2, 2},
    {"id;when, where;text\n1;here, now;x\n2;there;y\n", false, ';', 3, 2, 2},
    {"a;b,c;d\n1;2,3;4\n5;6,7;8\n", false, ';', 3, 2, 2},
    {"id,text\n1,a\n2,cut of", false, ',', 2, 1, 1},
    {"id,text\n1,a\n2,cut,off", false, ',', 2, 2, 1},
    {"id;title", false, ';', 2, 0, 0},
    {"\xEF\xBB\xBFid;text\n1;\"a\nb\"\n", false, ';', 2, 1, 1},
    {"id,text\n1,a\n2,b", true, ',', 2, 2, 2},
    {"id,text\nprose", true, ',', 2, 1, 0},
};

static void the_first_rows_tell_the_separator(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(shapes); i++) {
        struct csv_shape shape = csv_shape(span_of(shapes[i].start), shapes[i].whole);

        if (shape.separator != shapes[i].separator || shape.columns != shapes[i].columns ||
            shape.rows != shapes[i].rows || shape.fitting != shapes[i].fitting)
            fail_msg("'%s' has %zu columns parted by '%c', and %zu of %zu rows fit",
                     shapes[i].start, shape.columns, shape.separator, shape.fitting, shape.rows);
    }
}

/* --- what is too large ------------------------------------------------------------------- */

static void a_row_that_is_too_long_is_passed_over_and_the_next_is_read(void **state)
{
    static const struct {
        const char *start, *middle, *end, *rows;
    } cases[] = {
        {"a,b\n1,\"", "x y, z\n0123456789\n", "\"\n2,3\n", "1[a|b]2!"},
        {"a,b\n1,", "0123456789", "\n2,3\n", "1[a|b]2!3[2|3]"},
        {"a,b\n1,", "0123456789", "", "1[a|b]2!"},
        {"a,b\n1,\"", "say \"\"so\"\"", "", "1[a|b]2!"},
    };
    const size_t length = CSV_ROW_MAX + 1000;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes text = BYTES_EMPTY, shown;

        bytes_add_text(&text, cases[i].start);
        while (text.count < length)
            bytes_add_text(&text, cases[i].middle);
        bytes_add_text(&text, cases[i].end);
        shown = rows_of(',', bytes_span(&text), 64 << 10);
        assert_int_equal(strncmp(bytes_text(&shown), cases[i].rows, strlen(cases[i].rows)), 0);
        if (cases[i].end[0])
            assert_true(span_ends(bytes_span(&shown), "[2|3]"));
        bytes_release(&shown);
        bytes_release(&text);
    }
}

static void a_row_of_too_many_fields_is_passed_over_and_the_next_is_read(void **state)
{
    struct bytes text = BYTES_EMPTY, shown;

    (void)state;
    for (size_t i = 0; i < CSV_FIELDS_MAX; i++)
        bytes_add_byte(&text, ',');
    bytes_add_text(&text, "\n2,3");
    shown = rows_of(',', bytes_span(&text), 1000);
    assert_string_equal(bytes_text(&shown), "1!2[2|3]");
    bytes_release(&shown);
    bytes_release(&text);
}

/* --- csv-spectrum --------------------------------------------------------------------------- */

static bool read_file(struct bytes *bytes, const char *folder, const char *name, const char *ending)
{
    char path[512];
    char chunk[4096];
    size_t count;
    FILE *file;

    (void)snprintf(path, sizeof path, "../shared/refdata/csv-spectrum/%s/%s%s", folder, name,
                   ending);
    file = fopen(path, "rb");
    if (!file)
        return false;
    bytes_clear(bytes);
    while ((count = fread(chunk, 1, sizeof chunk, file)) > 0)
        bytes_add(bytes, (struct span){chunk, count});
    (void)fclose(file);
    return true;
}

/* Without the carriage returns, which a checkout may have lost. */
static void add_without_returns(struct bytes *out, struct span text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\r')
            bytes_add_byte(out, text.bytes[i]);
}

/* Each row's values behind the header's names: `name=value;`. */
static struct bytes values_of_csv(struct span bytes)
{
    struct csv *csv = csv_open(csv_shape(bytes, true).separator);
    struct bytes names = BYTES_EMPTY, shown = BYTES_EMPTY;
    size_t ends[16] = {0}, columns = 0;
    enum csv_step step;

    do {
        struct csv_row row;
        bool header = columns == 0;

        step = csv_step(csv, &bytes, &row);
        for (size_t i = 0; step == CSV_STEP_ROW && i < row.count; i++) {
            assert_in_range(i, 0, header ? COUNT_OF(ends) - 2 : columns - 1);
            if (header) {
                bytes_add(&names, row.fields[i]);
                ends[++columns] = names.count;
                continue;
            }
            bytes_add(&shown, span_cut(bytes_span(&names), ends[i], ends[i + 1]));
            bytes_add_byte(&shown, '=');
            add_without_returns(&shown, row.fields[i]);
            bytes_add_byte(&shown, ';');
        }
    } while (step != CSV_STEP_END);
    csv_close(csv);
    bytes_release(&names);
    return shown;
}

static struct bytes values_of_json(struct span text)
{
    const struct fields_plan plan = fields_plan(NULL);
    struct input *input = input_of((struct input_about){.path = span_of("json")}, text);
    struct json_items items = JSON_ITEMS_EMPTY;
    struct bytes shown = BYTES_EMPTY;
    struct json_document *document = json_open();
    struct json_item item;

    while (json_items_next(&items, input, &plan, &item) == JSON_ITEMS_OBJECT) {
        const struct json *member;

        assert_true(json_read_plain(document, item.object));
        for (member = json_first(json_root(document)); member; member = json_after(member)) {
            bytes_add(&shown, json_name(member));
            bytes_add_byte(&shown, '=');
            add_without_returns(&shown, json_value(member));
            bytes_add_byte(&shown, ';');
        }
    }
    json_close(document);
    input_close(input);
    return shown;
}

static void csv_spectrum_is_read_as_its_json_says(void **state)
{
    static const char *const names[] = {
        "comma_in_quotes",
        "empty",
        "empty_crlf",
        "escaped_quotes",
        "json",
        "newlines",
        "newlines_crlf",
        "quotes_and_newlines",
        "simple",
        "simple_crlf",
        "location_coordinates",
        "utf8",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct bytes csv = BYTES_EMPTY, json = BYTES_EMPTY, left, right;
        const char *from_csv, *from_json;

        if (!read_file(&csv, "csvs", names[i], ".csv") ||
            !read_file(&json, "json", names[i], ".json")) {
            print_message("skipped: ../shared/refdata/csv-spectrum is not there\n");
            skip();
        }
        left = values_of_csv(bytes_span(&csv));
        right = values_of_json(bytes_span(&json));
        from_csv = bytes_text(&left);
        from_json = bytes_text(&right);
        /* The set itself shows two different numbers in the first column here. */
        if (strcmp(names[i], "location_coordinates") == 0) {
            from_csv = strchr(from_csv, ';');
            from_json = strchr(from_json, ';');
        }
        assert_string_equal(from_csv, from_json);
        assert_true(strlen(from_csv) > 10);
        bytes_release(&left);
        bytes_release(&right);
        bytes_release(&csv);
        bytes_release(&json);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_come_with_their_lines_in_whatever_pieces),
        cmocka_unit_test(a_nul_is_a_byte_like_others),
        cmocka_unit_test(the_first_rows_tell_the_separator),
        cmocka_unit_test(a_row_that_is_too_long_is_passed_over_and_the_next_is_read),
        cmocka_unit_test(a_row_of_too_many_fields_is_passed_over_and_the_next_is_read),
        cmocka_unit_test(csv_spectrum_is_read_as_its_json_says),
    };

    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
