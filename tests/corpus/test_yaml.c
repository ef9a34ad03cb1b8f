#include "corpus/base/yaml.h"

#include "corpus/base/bytes.h"
#include "tests/support.h"

static void write_tree(struct bytes *shown, const struct yaml_node *node)
{
    const char *const marks[] = {"''", "[]", "{}"};

    if (node->key.length)
        bytes_print(shown, "%.*s=", SPAN_PRINT(node->key));
    bytes_add_byte(shown, marks[node->kind][0]);
    bytes_add(shown, node->text);
    for (const struct yaml_node *child = node->first; child; child = child->next) {
        write_tree(shown, child);
        bytes_add_text(shown, child->next ? " " : "");
    }
    bytes_add_byte(shown, marks[node->kind][1]);
}

static const struct document {
    const char *text;
    const char *tree;
} documents[] = {
    {"", ""},
    {"# only a remark\n", ""},
    {"a", "'a'"},
    {"title: Hello, world\ndate: 2016-04-05 10:00:38 -0400\n",
     "{title='Hello, world' date='2016-04-05 10:00:38 -0400'}"},
    {"authors:\n  - ann\n  - bob\nempty:\nflow: {a: [1, 2], b: ''}\n",
     "{authors=['ann' 'bob'] empty='' flow={a=['1' '2'] b=''}}"},
    {"text: |\n  one\n  two\nfold: >\n  one\n  two\n", "{text='one\ntwo\n' fold='one two\n'}"},
    {"\xEF\xBB\xBF"
     "a: é\n",
     "{a='é'}"},
};

static void documents_become_trees(void **state)
{
    struct yaml yaml = YAML_EMPTY;
    struct bytes shown = BYTES_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(documents); i++) {
        struct fault fault = FAULT_EMPTY;

        if (!yaml_read(&yaml, span_of(documents[i].text), "here", &fault))
            fail_msg("%s", fault.message);
        bytes_clear(&shown);
        if (yaml.root)
            write_tree(&shown, yaml.root);
        assert_string_equal(bytes_text(&shown), documents[i].tree);
    }
    bytes_release(&shown);
    yaml_release(&yaml);
}

static void members_are_found_with_their_lines(void **state)
{
    struct yaml yaml = YAML_EMPTY;
    struct fault fault = FAULT_EMPTY;
    const struct yaml_node *list = NULL;

    (void)state;
    assert_true(yaml_read(&yaml, span_of("a: 1\nlist:\n  - 'x'\n  - y\na: 2\n"), "here", &fault));
    assert_true(span_is(yaml_text(yaml.root, "a"), "1"));
    list = yaml_member(yaml.root, "list");
    assert_int_equal(list->first->line, 3);
    assert_int_equal(list->first->next->line, 4);
    assert_null(list->first->next->next);
    assert_null(yaml_member(yaml.root, "b"));
    assert_null(yaml_member(list, "a"));
    assert_null(yaml_member(NULL, "a"));
    assert_int_equal(yaml_text(yaml.root, "list").length, 0);
    yaml_release(&yaml);
}

static const struct refusal {
    const char *text;
    const char *message;
} refusals[] = {
    {"a: [1\n", "a.yaml line 2: did not find expected ',' or ']'"},
    {"a: 1\nb: \"x\n", "a.yaml line 3: found unexpected end of stream"},
    {"a: &x 1\nb: *x\n", "a.yaml line 2: aliases (*name) are not read"},
    {"a: 1\n---\nb: 2\n", "a.yaml line 2: a second document begins here"},
    {"? [a]\n: b\n", "a.yaml line 1: a key must be a text"},
    {"a: \x01\n", "a.yaml line 1: control characters are not allowed"},
    {"a: \xFF\n", "a.yaml line 1: invalid leading UTF-8 octet"},
    {"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "a.yaml line 1: more than 32 levels"},
};

static void what_is_no_yaml_is_refused_with_its_line(void **state)
{
    struct yaml yaml = YAML_EMPTY;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(refusals); i++) {
        struct fault fault = FAULT_EMPTY;

        assert_false(yaml_read(&yaml, span_of(refusals[i].text), "a.yaml", &fault));
        assert_int_equal(fault.kind, FAULT_USAGE);
        assert_string_equal(fault.message, refusals[i].message);
        assert_null(yaml.root);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_become_trees),
        cmocka_unit_test(members_are_found_with_their_lines),
        cmocka_unit_test(what_is_no_yaml_is_refused_with_its_line),
    };

    return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
