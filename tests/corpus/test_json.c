#include "corpus/base/json.h"
#include "tests/support.h"

#include <stdio.h>

static const char whole[] =
    "{\"id\": \"a\\u0000b\", \"n\": 2.50, \"i\": -7, \"ok\": true, \"none\": null, "
    "\"list\": [\"x\", 1, null, \"é\\ud83d\\ude00\"], \"inner\": {\"b\": \"c\"}, "
    "\"twice\": \"1\", \"twice\": \"2\", \"lone\": \"\\ud800\"} \r\n";

static void fields_are_found_as_texts(void **state)
{
    static const struct {
        const char *field, *text;
    } fields[] = {
        {"n", "2.50"},  {"i", "-7"},   {"ok", ""},     {"none", ""},
        {"list", ""},   {"inner", ""}, {"twice", "2"}, {"lone", "\xEF\xBF\xBD"},
        {"absent", ""},
    };
    struct json *json = NULL;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_true(json_read(&json, span_of(whole), "here", &fault));
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (!span_is(json_text(json, fields[i].field), fields[i].text))
            fail_msg("%s is '%.*s'", fields[i].field, SPAN_PRINT(json_text(json, fields[i].field)));
    assert_int_equal(json_text(json, "id").length, 3);
    assert_memory_equal(json_text(json, "id").bytes, "a\0b", 3);
    json_release(json);
}

static void arrays_of_texts_are_joined(void **state)
{
    struct bytes out = BYTES_EMPTY;
    struct json *json = NULL;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_true(json_read(&json, span_of(whole), "here", &fault));
    json_join_value(&out, json_member(json, "list"));
    assert_string_equal(bytes_text(&out), "x, 1, é😀");
    bytes_clear(&out);
    json_join_value(&out, json_member(json, "twice"));
    json_join_value(&out, json_member(json, "absent"));
    json_join_value(&out, json_member(json, "inner"));
    assert_string_equal(bytes_text(&out), "2");
    bytes_release(&out);
    json_release(json);
}

static void names_and_values_come_in_the_input_s_order(void **state)
{
    static const char text[] =
        "{\"b\": \"x\", \"a\": {\"n\": 1.50}, \"none\": null, \"list\": [{\"name\": \"Ann\"}, "
        "{\"name\": {}}, [\"no\"], {\"n\": 1}, \"Bob\"], \"\": true}";
    struct bytes shown = BYTES_EMPTY;
    struct json *json = NULL;
    struct fault fault = FAULT_EMPTY;
    struct json_pair pair, inner;
    const void *at = NULL;

    (void)state;
    assert_true(json_read(&json, span_of(text), "here", &fault));
    while (json_next(&pair, json, &at)) {
        struct bytes joined = BYTES_EMPTY;
        const void *inner_at = NULL;

        json_join_value(&joined, pair.value);
        bytes_print(&shown, "%.*s=<%.*s><%s>", SPAN_PRINT(pair.name),
                    SPAN_PRINT(json_value(pair.value)), bytes_text(&joined));
        while (json_next(&inner, pair.value, &inner_at))
            bytes_print(&shown, ".%.*s=<%.*s>", SPAN_PRINT(inner.name),
                        SPAN_PRINT(json_value(inner.value)));
        bytes_release(&joined);
    }
    assert_string_equal(bytes_text(&shown),
                        "b=<x><x>a=<><>.n=<1.50>none=<><>list=<><Ann, Bob>=<><>");
    bytes_release(&shown);
    json_release(json);
}

static void what_is_no_object_is_refused(void **state)
{
    static const char *const texts[] = {
        "",      " ",       "[1]",          "\"a\"",           "12",           "{",
        "{} {}", "{\"a\":", "{\"a\": 1,}",  "{\"a\": 1} x",    "{\"a\" 1}",    "nul",
        "null",  "{]",      "{\"a\": \"b}", "/* remark */ {}", "{\"a\": tru}", "{a: 1}",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct fault fault = FAULT_EMPTY;
        struct json *json = NULL;

        if (json_read(&json, span_of(texts[i]), "week.jsonl line 4", &fault))
            fail_msg("'%s' is taken for an object", texts[i]);
        assert_int_equal(fault.kind, FAULT_INPUT);
        assert_true(
            span_starts(span_of(fault.message), "week.jsonl line 4: this is no JSON object ("));
    }
}

static void nesting_ends_at_the_limit(void **state)
{
    char text[4096];

    (void)state;
    for (int depth = 1; depth < 1000; depth *= 3) {
        struct fault fault = FAULT_EMPTY;
        struct json *json = NULL;
        size_t used = (size_t)snprintf(text, sizeof text, "{\"a\": ");

        memset(text + used, '[', (size_t)depth);
        memset(text + used + depth, ']', (size_t)depth);
        (void)snprintf(text + used + 2 * depth, sizeof text - used - 2 * (size_t)depth, "}");
        assert_int_equal(json_read(&json, span_of(text), "here", &fault), depth < 32);
        json_release(json);
    }
}

static void values_of_any_type_are_walked(void **state)
{
    static const char text[] = "[{\"a\": {\"b\": [1, \"x\"]}, \"n\": null,},];";
    struct json *json = NULL;
    struct fault fault = FAULT_EMPTY;
    const struct json *list;

    (void)state;
    assert_true(json_read_any(&json, span_of(text), &fault));
    assert_int_equal(json_count(json), 1);
    assert_false(json_is_object(json));
    assert_true(json_is_object(json_item(json, 0)));
    assert_int_equal(json_count(json_item(json, 0)), 0);
    assert_null(json_member(json_item(json, 0), "n"));
    assert_null(json_member(json, "a"));
    list = json_member(json_member(json_item(json, 0), "a"), "b");
    assert_int_equal(json_count(list), 2);
    assert_true(span_is(json_value(json_item(list, 0)), "1"));
    assert_true(span_is(json_value(json_item(list, 1)), "x"));
    assert_true(span_is(json_value(list), ""));
    assert_null(json_member(NULL, "a"));
    assert_int_equal(json_count(NULL), 0);
    assert_true(span_is(json_value(NULL), ""));
    json_release(json);
    assert_false(json_read_any(&json, span_of("[1, "), &fault));
    assert_string_equal(fault.message, "this is no JSON (it ends too early)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_found_as_texts),
        cmocka_unit_test(arrays_of_texts_are_joined),
        cmocka_unit_test(names_and_values_come_in_the_input_s_order),
        cmocka_unit_test(what_is_no_object_is_refused),
        cmocka_unit_test(values_of_any_type_are_walked),
        cmocka_unit_test(nesting_ends_at_the_limit),
    };

    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
