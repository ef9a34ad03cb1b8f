#include "corpus/base/json.h"
#include "tests/support.h"

#include <stdio.h>
#include <stdlib.h>

static const char whole[] =
    "{\"id\": \"a\\u0000b\", \"n\": 2.50, \"i\": -7, \"ok\": true, \"none\": null, "
    "\"list\": [\"x\", 1, null, \"é\\ud83d\\ude00\"], \"inner\": {\"b\": \"c\"}, "
    "\"twice\": \"1\", \"twice\": \"2\", \"lone\": \"\\ud800\"} \r\n";

/* The object as either parser reads it. */
static struct json_document *read_whole(bool plainly, const char *text)
{
    struct json_document *document = json_open();
    struct fault fault = FAULT_EMPTY;

    if (plainly)
        assert_true(json_read_plain(document, span_of(text)));
    else
        assert_true(json_read(document, span_of(text), &fault));
    return document;
}

static void fields_are_found_as_texts(void **state)
{
    static const struct {
        const char *field, *text;
    } fields[] = {
        {"n", "2.50"},  {"i", "-7"},   {"ok", ""},     {"none", ""},
        {"list", ""},   {"inner", ""}, {"twice", "2"}, {"lone", "\xEF\xBF\xBD"},
        {"absent", ""},
    };
    struct json_document *document = read_whole(false, whole);
    const struct json *json = json_root(document);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (!span_is(json_text(json, fields[i].field), fields[i].text))
            fail_msg("%s is '%.*s'", fields[i].field, SPAN_PRINT(json_text(json, fields[i].field)));
    assert_int_equal(json_text(json, "id").length, 3);
    assert_memory_equal(json_text(json, "id").bytes, "a\0b", 3);
    json_close(document);
}

static void arrays_of_texts_are_joined(void **state)
{
    struct bytes out = BYTES_EMPTY;
    struct json_document *document = read_whole(false, whole);
    const struct json *json = json_root(document);

    (void)state;
    json_join_value(&out, json_member(json, "list"));
    assert_string_equal(bytes_text(&out), "x, 1, é😀");
    bytes_clear(&out);
    json_join_value(&out, json_member(json, "twice"));
    json_join_value(&out, json_member(json, "absent"));
    json_join_value(&out, json_member(json, "inner"));
    assert_string_equal(bytes_text(&out), "2");
    bytes_release(&out);
    json_close(document);
}

/* Shows every value with its name, and what is within it in brackets. */
static void show(struct bytes *shown, const struct json *value)
{
    bytes_print(shown, "%.*s=<%.*s>", SPAN_PRINT(json_name(value)), SPAN_PRINT(json_value(value)));
    if (!json_first(value))
        return;
    bytes_add_byte(shown, json_is_object(value) ? '{' : '[');
    for (const struct json *inner = json_first(value); inner; inner = json_after(inner))
        show(shown, inner);
    bytes_add_byte(shown, json_is_object(value) ? '}' : ']');
}

static const struct {
    const char *text, *shown;
} plain[] = {
    {"{}", "=<>"},
    {" {\"a\" : \"\"} \r\n", "=<>{a=<>}"},
    {"{\"b\": \"x\", \"a\": {\"n\": 1.50}, \"none\": null, \"list\": [{\"name\": \"Ann\"}, "
     "{\"name\": {}}, [\"no\"], {\"n\": 1}, \"Bob\"], \"\": true}",
     "=<>{b=<x>a=<>{n=<1.50>}none=<>list=<>[=<>{name=<Ann>}=<>{name=<>}=<>[=<no>]=<>{n=<1>}=<Bob>]"
     "=<>}"},
    {"{\"a\": {\"b\": {\"c\": []}}, \"d\": [[], [[]], {}]}",
     "=<>{a=<>{b=<>{c=<>}}d=<>[=<>=<>[=<>]=<>]}"},
    {"{\"a\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\\ud83d\\ude00\", \"\\u00e9\": \"é\"}",
     "=<>{a=<\"\\/\b\f\n\r\té€😀>é=<é>}"},
    /* numbers, as they are written and behind whatever looks like one */
    {"{\"a\": 0, \"b\": -1, \"c\": 2.50, \"d\": 1e5, \"e\": 1.25E-3, \"f\": 9223372036854775807}",
     "=<>{a=<0>b=<-1>c=<2.50>d=<1e5>e=<1.25E-3>f=<9223372036854775807>}"},
    {"{\"1\": \"-2\\\" 3\", \"\\\\\": 4, \"x\\\\\\\"5\": [6,7 , \"8\"], \"y\": {\"9\": 10}}",
     "=<>{1=<-2\" 3>\\=<4>x\\\"5=<>[=<6>=<7>=<8>]y=<>{9=<10>}}"},
    {"{\"id\": 18446744073709551615, \"true\": true, \"n\": 1655187330.0}",
     "=<>{id=<18446744073709551615>true=<>n=<1655187330.0>}"},
};

static void both_parsers_read_plain_json_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        for (int plainly = 0; plainly < 2; plainly++) {
            struct json_document *document = read_whole(plainly, plain[i].text);
            struct bytes shown = BYTES_EMPTY;

            show(&shown, json_root(document));
            assert_string_equal(bytes_text(&shown), plain[i].shown);
            bytes_release(&shown);
            json_close(document);
        }
    }
}

static void what_is_not_plain_is_left_to_the_other_parser(void **state)
{
    static const struct {
        const char *text, *shown;
    } others[] = {
        {"{\"a\": \"1\", \"b\": \"2\", \"a\": \"3\"}", "=<>{a=<3>b=<2>}"},
        {"{\"x\": {\"a\": \"1\", \"\\u0061\": \"3\"}}", "=<>{x=<>{a=<3>}}"},
        {"{\"a\": \"\\ud800\"}", "=<>{a=<\xEF\xBF\xBD>}"},
        {"{\"a\": 1e999}", "=<>{a=<1e999>}"},
        {"{\"a\": 123456789012345678901234567890, \"b\": \"c\"}",
         "=<>{a=<123456789012345678901234567890>b=<c>}"},
        {"{\"a\": 123456789012345678901234567890, \"a\": 7}", "=<>{a=<7>}"},
    };
    struct json_document *document = json_open();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        struct bytes shown = BYTES_EMPTY;
        struct fault fault = FAULT_EMPTY;

        if (json_read_plain(document, span_of(others[i].text)))
            fail_msg("'%s' is taken for plain", others[i].text);
        assert_null(json_root(document));
        assert_true(json_read(document, span_of(others[i].text), &fault));
        show(&shown, json_root(document));
        assert_string_equal(bytes_text(&shown), others[i].shown);
        bytes_release(&shown);
    }
    assert_false(json_read_plain(document, span_of("{\"a\": \"\xFF\"}")));
    assert_false(json_read_plain(document, SPAN_EMPTY));
    json_close(document);
}

static void objects_of_many_members_are_read(void **state)
{
    struct bytes text = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;
    struct json_document *document = json_open();

    (void)state;
    for (int count = 1; count <= 1000; count++) {
        bytes_print(&text, "%s\"m%d\": %d", count == 1 ? "{" : ", ", count, count);
        if (count != 1 && count != 256 && count != 257 && count != 1000)
            continue;
        bytes_add_byte(&text, '}');
        assert_int_equal(json_read_plain(document, bytes_span(&text)), count <= 256);
        assert_true(json_root(document) || json_read(document, bytes_span(&text), &fault));
        assert_true(span_is(json_text(json_root(document), "m1"), "1"));
        assert_int_equal(json_text(json_root(document), "m1000").length, count == 1000 ? 4 : 0);
        text.count--;
    }
    bytes_release(&text);
    json_close(document);
}

static void what_is_no_object_is_refused(void **state)
{
    static const char *const texts[] = {
        "",      " ",       "[1]",          "\"a\"",           "12",           "{",
        "{} {}", "{\"a\":", "{\"a\": 1,}",  "{\"a\": 1} x",    "{\"a\" 1}",    "nul",
        "null",  "{]",      "{\"a\": \"b}", "/* remark */ {}", "{\"a\": tru}", "{a: 1}",
    };
    struct json_document *document = json_open();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct fault fault = FAULT_EMPTY;

        if (json_read_plain(document, span_of(texts[i])) ||
            json_read(document, span_of(texts[i]), &fault))
            fail_msg("'%s' is taken for an object", texts[i]);
        assert_null(json_root(document));
        assert_int_equal(fault.kind, FAULT_INPUT);
        assert_true(span_starts(span_of(fault.message), "this is no JSON object ("));
    }
    json_close(document);
}

static void nesting_ends_at_the_limit(void **state)
{
    static const int depths[] = {1, 3, 30, 31, 32, 100, 1000};
    struct json_document *document = json_open();
    char text[4096];

    (void)state;
    for (size_t i = 0; i < COUNT_OF(depths); i++) {
        struct fault fault = FAULT_EMPTY;
        int depth = depths[i];
        size_t used = (size_t)snprintf(text, sizeof text, "{\"a\": ");

        memset(text + used, '[', (size_t)depth);
        memset(text + used + depth, ']', (size_t)depth);
        (void)snprintf(text + used + 2 * depth, sizeof text - used - 2 * (size_t)depth, "}");
        assert_int_equal(json_read_plain(document, span_of(text)), depth < 32);
        assert_int_equal(json_read(document, span_of(text), &fault), depth < 32);
    }
    json_close(document);
}

static void values_of_any_type_are_walked(void **state)
{
    static const char text[] = "[{\"a\": {\"b\": [1, \"x\"]}, \"n\": null,},];";
    struct json_document *document = json_open();
    struct fault fault = FAULT_EMPTY;
    const struct json *object, *list;

    (void)state;
    assert_true(json_read_any(document, span_of(text), &fault));
    assert_false(json_is_object(json_root(document)));
    assert_null(json_member(json_root(document), "a"));
    object = json_first(json_root(document));
    assert_true(json_is_object(object));
    assert_null(json_after(object));
    assert_null(json_member(object, "n"));
    list = json_member(json_member(object, "a"), "b");
    assert_true(span_is(json_value(list), ""));
    assert_true(span_is(json_value(json_first(list)), "1"));
    assert_true(span_is(json_value(json_after(json_first(list))), "x"));
    assert_null(json_member(NULL, "a"));
    assert_null(json_first(NULL));
    assert_null(json_after(NULL));
    assert_true(span_is(json_value(NULL), ""));
    assert_true(span_is(json_name(NULL), ""));
    assert_false(json_read_any(document, span_of("[1, "), &fault));
    assert_string_equal(fault.message, "this is no JSON (it ends too early)");
    json_close(document);
}

static void a_document_reads_one_text_after_another(void **state)
{
    struct json_document *document = json_open();
    struct bytes text = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    for (int i = 0; i < 300; i++) {
        bytes_clear(&text);
        bytes_print(&text, "{\"n\": %d, \"text\": \"%*s\"%s}", i, 1 + i * i % 5000, "x",
                    i % 3 ? "" : ", \"n\": 1");
        if (!json_read_plain(document, bytes_span(&text)))
            assert_true(json_read(document, bytes_span(&text), &fault));
        assert_int_equal(json_text(json_root(document), "text").length, 1 + i * i % 5000);
        assert_int_equal(atoi(json_text(json_root(document), "n").bytes), i % 3 ? i : 1);
    }
    bytes_release(&text);
    json_close(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_found_as_texts),
        cmocka_unit_test(arrays_of_texts_are_joined),
        cmocka_unit_test(both_parsers_read_plain_json_alike),
        cmocka_unit_test(what_is_not_plain_is_left_to_the_other_parser),
        cmocka_unit_test(objects_of_many_members_are_read),
        cmocka_unit_test(a_document_reads_one_text_after_another),
        cmocka_unit_test(what_is_no_object_is_refused),
        cmocka_unit_test(values_of_any_type_are_walked),
        cmocka_unit_test(nesting_ends_at_the_limit),
    };

    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
