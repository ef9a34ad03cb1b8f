#include "corpus/base/json.h"

#include "corpus/base/memory.h"

#include <json-c/json.h>
#include <limits.h>

/* A struct json is json-c's own object under our name. */
static struct json_object *inside(const struct json *json)
{
    return (struct json_object *)json;
}

enum { DEPTH_MAX = 32 };

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

bool json_read(struct json **json, struct span text, const char *place, struct fault *fault)
{
    const char *colon = *place ? ": " : "";
    struct json_object *object;
    enum json_tokener_error error;
    size_t end;

    if (text.length >= INT_MAX)
        return fault_set(fault, FAULT_LIMIT, "%s%sthe object is too large", place, colon);
    object = parse(text, JSON_TOKENER_STRICT | JSON_TOKENER_ALLOW_TRAILING_CHARS, &end, &error);
    if (!object || !json_object_is_type(object, json_type_object) ||
        span_trim(span_cut(text, end, text.length)).length) {
        (void)json_object_put(object);
        return fault_set(fault, FAULT_INPUT, "%s%sthis is no JSON object (%s)", place, colon,
                         reason_of(error));
    }
    *json = (struct json *)object;
    return true;
}

bool json_read_any(struct json **json, struct span text, struct fault *fault)
{
    struct json_object *object;
    enum json_tokener_error error;
    size_t end;

    if (text.length >= INT_MAX)
        return fault_set(fault, FAULT_LIMIT, "the value is too large");
    object = parse(text, 0, &end, &error);
    if (!object)
        return fault_set(fault, FAULT_INPUT, "this is no JSON (%s)", reason_of(error));
    *json = (struct json *)object;
    return true;
}

static struct span text_of(struct json_object *value)
{
    const char *bytes;

    switch (json_object_get_type(value)) {
    case json_type_string:
        return (struct span){json_object_get_string(value),
                             (size_t)json_object_get_string_len(value)};
    case json_type_int:
    case json_type_double:
        bytes = json_object_get_string(value);
        return bytes ? span_of(bytes) : SPAN_EMPTY;
    case json_type_null:
    case json_type_boolean:
    case json_type_object:
    case json_type_array:
    default:
        return SPAN_EMPTY;
    }
}

const struct json *json_member(const struct json *json, const char *field)
{
    struct json_object *value = NULL;

    return json_object_object_get_ex(inside(json), field, &value) ? (struct json *)value : NULL;
}

size_t json_count(const struct json *json)
{
    return json_object_is_type(inside(json), json_type_array)
               ? json_object_array_length(inside(json))
               : 0;
}

const struct json *json_item(const struct json *json, size_t index)
{
    return (struct json *)json_object_array_get_idx(inside(json), index);
}

bool json_is_object(const struct json *json)
{
    return json_object_is_type(inside(json), json_type_object);
}

struct span json_text(const struct json *json, const char *field)
{
    struct json_object *value = NULL;

    return json_object_object_get_ex(inside(json), field, &value) ? text_of(value) : SPAN_EMPTY;
}

bool json_next(struct json_pair *pair, const struct json *value, const void **at)
{
    const struct lh_entry *entry = *at;

    if (!json_object_is_type(inside(value), json_type_object))
        return false;
    entry = entry ? entry->next : json_object_get_object(inside(value))->head;
    if (!entry)
        return false;
    *at = entry;
    *pair = (struct json_pair){
        .name = span_of(entry->k),
        .value = entry->v,
    };
    return true;
}

struct span json_value(const struct json *value)
{
    return text_of(inside(value));
}

/* The text of an array's item: its own, or its `name`. */
static struct span item_text(struct json_object *item)
{
    struct json_object *name = NULL;

    if (!json_object_is_type(item, json_type_object))
        return text_of(item);
    return json_object_object_get_ex(item, "name", &name) ? text_of(name) : SPAN_EMPTY;
}

void json_join_value(struct bytes *out, const struct json *value)
{
    struct json_object *array = inside(value);

    if (!json_object_is_type(array, json_type_array)) {
        bytes_add(out, text_of(array));
        return;
    }
    for (size_t i = 0; i < json_object_array_length(array); i++) {
        struct span item = item_text(json_object_array_get_idx(array, i));

        if (item.length && out->count)
            bytes_add_text(out, ", ");
        bytes_add(out, item);
    }
}

void json_release(struct json *json)
{
    (void)json_object_put(inside(json));
}
