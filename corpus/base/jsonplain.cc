#include "corpus/base/jsonplain.h"

#include <simdjson.h>

namespace dom = simdjson::dom;

/* simdjson is C++, so this file is too, and no other; it throws nothing. */
struct jsonplain {
    dom::parser parser;
};

enum { DEPTH_MAX = 32, MEMBERS_MAX = 256 };

extern "C" struct jsonplain *jsonplain_open(void)
{
    jsonplain *plain = new (std::nothrow) jsonplain;

    if (plain && plain->parser.allocate(simdjson::dom::MINIMAL_DOCUMENT_CAPACITY, DEPTH_MAX)) {
        delete plain;
        plain = nullptr;
    }
    return plain;
}

extern "C" void jsonplain_close(struct jsonplain *plain)
{
    delete plain;
}

static struct span span_of_view(std::string_view view)
{
    return {view.data(), view.size()};
}

/* True where one of the values from `first` on, of one parent, has this name. */
static bool is_named(const struct jsontree *tree, size_t first, struct span name)
{
    const struct json *value = tree->values + first;

    while (!span_equal(value->name, name)) {
        if (!value->after)
            return false;
        value += value->after;
    }
    return true;
}

static bool add(struct jsontree *tree, size_t *elder, struct span name, dom::element value);

static bool add_members(struct jsontree *tree, size_t parent, dom::object members)
{
    size_t elder = 0;
    size_t count = 0;

    for (dom::key_value_pair member : members) {
        struct span name = span_of_view(member.key);

        if (elder && (++count == MEMBERS_MAX || is_named(tree, parent + 1, name)))
            return false;
        if (!add(tree, &elder, name, member.value))
            return false;
    }
    tree->values[parent].filled = elder;
    return true;
}

static bool add_items(struct jsontree *tree, size_t parent, dom::array items)
{
    size_t elder = 0;

    for (dom::element item : items)
        if (!add(tree, &elder, {}, item))
            return false;
    tree->values[parent].filled = elder;
    return true;
}

static bool add(struct jsontree *tree, size_t *elder, struct span name, dom::element value)
{
    dom::object members;
    dom::array items;
    std::string_view text;
    size_t at;

    switch (value.type()) {
    case dom::element_type::STRING:
        at = jsontree_add(tree, elder, JSON_TEXT, name);
        if (value.get(text))
            return false;
        tree->values[at].text = span_of_view(text);
        return true;
    case dom::element_type::OBJECT:
        at = jsontree_add(tree, elder, JSON_OBJECT, name);
        return !value.get(members) && add_members(tree, at, members);
    case dom::element_type::ARRAY:
        at = jsontree_add(tree, elder, JSON_ARRAY, name);
        return !value.get(items) && add_items(tree, at, items);
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
        (void)jsontree_add(tree, elder, JSON_NUMBER, name);
        return true;
    case dom::element_type::BOOL:
        (void)jsontree_add(tree, elder, JSON_TRUTH, name);
        return true;
    case dom::element_type::NULL_VALUE:
    default:
        (void)jsontree_add(tree, elder, JSON_NULL, name);
        return true;
    }
}

extern "C" bool jsonplain_read(struct jsonplain *plain, struct jsontree *tree, struct span text)
{
    dom::element root;
    size_t elder = 0;

    return text.length && !plain->parser.parse(text.bytes, text.length).get(root) &&
           root.is_object() && add(tree, &elder, {}, root);
}
