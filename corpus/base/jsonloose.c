#include "corpus/base/jsonloose.h"

#include "corpus/base/memory.h"

#include <json-c/json.h>
#include <limits.h>

enum { DEPTH_MAX = 32 };

/* A struct jsonloose is json-c's own object under our name. */
static struct json_object *inside(struct jsonloose *loose)
{
    return (struct json_object *)loose;
}

void jsonloose_release(struct jsonloose *loose)
{
    (void)json_object_put(inside(loose));
}

/* --- into the tree ---------------------------------------------------------------------------- */

static enum json_kind kind_of(struct json_object *value)
{
    static const enum json_kind kinds[] = {
        [json_type_null] = JSON_NULL,     [json_type_boolean] = JSON_TRUTH,
        [json_type_double] = JSON_NUMBER, [json_type_int] = JSON_NUMBER,
        [json_type_object] = JSON_OBJECT, [json_type_array] = JSON_ARRAY,
        [json_type_string] = JSON_TEXT,
    };

    return kinds[json_object_get_type(value)];
}

static void add(struct jsontree *tree, size_t *elder, struct span name, struct json_object *value);

static void add_inner(struct jsontree *tree, size_t at, struct json_object *value)
{
    size_t elder = 0;

    if (tree->values[at].kind == JSON_OBJECT) {
        json_object_object_foreach(value, name, member)
        {
            add(tree, &elder, span_of(name), member);
        }
    } else {
        for (size_t i = 0; i < json_object_array_length(value); i++)
            add(tree, &elder, SPAN_EMPTY, json_object_array_get_idx(value, i));
    }
    tree->values[at].filled = elder;
}

static void add(struct jsontree *tree, size_t *elder, struct span name, struct json_object *value)
{
    enum json_kind kind = kind_of(value);
    size_t at = jsontree_add(tree, elder, kind, name);

    if (kind == JSON_TEXT)
        tree->values[at].text =
            (struct span){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
    else if (kind == JSON_NUMBER)
        tree->values[at].text = span_of(json_object_get_string(value));
    else if (kind == JSON_ARRAY || kind == JSON_OBJECT)
        add_inner(tree, at, value);
}

/* --- out of the text -------------------------------------------------------------------------- */

/* One value off the front of `text`, which is no longer than INT_MAX; `end` is where it ends. */
static struct json_object *parse(struct span text, int flags, size_t *end,
                                 enum json_tokener_error *error)
{
    struct json_tokener *tokener = json_tokener_new_ex(DEPTH_MAX);
    struct json_object *object;

    if (!tokener)
        memory_exhausted(1, 0);
    json_tokener_set_flags(tokener, flags);
    object = json_tokener_parse_ex(tokener, text.bytes ? text.bytes : "", (int)text.length);
    *error = json_tokener_get_error(tokener);
    *end = json_tokener_get_parse_end(tokener);
    json_tokener_free(tokener);
    return object;
}

static const char *reason_of(enum json_tokener_error error)
{
    if (error == json_tokener_success)
        return "something else stands there";
    return error == json_tokener_continue ? "it ends too early" : json_tokener_error_desc(error);
}

bool jsonloose_read(struct jsonloose **loose, struct jsontree *tree, struct span text,
                    enum jsonloose_rule rule, struct fault *fault)
{
    bool whole = rule == JSONLOOSE_OBJECT;
    int flags = whole ? JSON_TOKENER_STRICT | JSON_TOKENER_ALLOW_TRAILING_CHARS : 0;
    struct json_object *object;
    enum json_tokener_error error;
    size_t end, elder = 0;

    if (text.length >= INT_MAX)
        return fault_set(fault, FAULT_LIMIT, "the %s is too large", whole ? "object" : "value");
    object = parse(text, flags, &end, &error);
    if (!object || (whole && (!json_object_is_type(object, json_type_object) ||
                              span_trim(span_cut(text, end, text.length)).length))) {
        (void)json_object_put(object);
        return fault_set(fault, FAULT_INPUT, "this is no JSON%s (%s)", whole ? " object" : "",
                         reason_of(error));
    }
    add(tree, &elder, SPAN_EMPTY, object);
    *loose = (struct jsonloose *)object;
    return true;
}
