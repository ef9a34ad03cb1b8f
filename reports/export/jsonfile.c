#include "reports/export/jsonfile.h"

#include "corpus/base/memory.h"

#include <json-c/json.h>

/* A struct jsonfile is a json_object seen from outside. */
static struct json_object *inner(struct jsonfile *json)
{
    return (struct json_object *)json;
}

static struct json_object *made(struct json_object *object)
{
    if (!object)
        memory_exhausted(1, sizeof(void *));
    return object;
}

static struct jsonfile *add(struct jsonfile *object, const char *field, struct json_object *value)
{
    if (json_object_object_add(inner(object), field, made(value)) != 0)
        memory_exhausted(1, sizeof(void *));
    return (struct jsonfile *)value;
}

struct jsonfile *jsonfile_new(void)
{
    return (struct jsonfile *)made(json_object_new_object());
}

void jsonfile_text(struct jsonfile *object, const char *field, struct span text)
{
    (void)add(object, field,
              json_object_new_string_len(text.length ? text.bytes : "", (int)text.length));
}

void jsonfile_count(struct jsonfile *object, const char *field, uint64_t count)
{
    (void)add(object, field, json_object_new_uint64(count));
}

struct jsonfile *jsonfile_object(struct jsonfile *object, const char *field)
{
    return add(object, field, json_object_new_object());
}

struct jsonfile *jsonfile_list(struct jsonfile *object, const char *field)
{
    return add(object, field, json_object_new_array());
}

struct jsonfile *jsonfile_item(struct jsonfile *list)
{
    struct json_object *item = made(json_object_new_object());

    if (json_object_array_add(inner(list), item) != 0)
        memory_exhausted(1, sizeof(void *));
    return (struct jsonfile *)item;
}

void jsonfile_print(struct bytes *out, struct jsonfile *json)
{
    const char *text = json_object_to_json_string_ext(
        inner(json),
        JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE);

    if (!text)
        memory_exhausted(1, sizeof(void *));
    bytes_add_text(out, text);
    bytes_add_byte(out, '\n');
}

void jsonfile_release(struct jsonfile *json)
{
    (void)json_object_put(inner(json));
}
