#include "corpus/base/json.h"

#include "corpus/base/jsonloose.h"
#include "corpus/base/jsonplain.h"
#include "corpus/base/jsontree.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

struct json_document {
    struct jsontree tree;    /* borrowed from one of these: */
    struct jsonplain *plain; /* NULL until it is wanted */
    struct jsonloose *loose; /* or NULL */
};

/* --- reading ------------------------------------------------------------------------------- */

struct json_document *json_open(void)
{
    return memory_new(1, sizeof(struct json_document));
}

static void clear(struct json_document *document)
{
    jsontree_clear(&document->tree);
    jsonloose_release(document->loose);
    document->loose = NULL;
}

void json_close(struct json_document *document)
{
    if (!document)
        return;
    clear(document);
    jsontree_release(&document->tree);
    jsonplain_close(document->plain);
    free(document);
}

bool json_read_plain(struct json_document *document, struct span text)
{
    clear(document);
    if (!document->plain)
        document->plain = jsonplain_open();
    if (!document->plain)
        memory_exhausted(1, 0);
    if (!jsonplain_read(document->plain, &document->tree, text)) {
        jsontree_clear(&document->tree);
        return false;
    }
    jsontree_find_numbers(&document->tree, text);
    return true;
}

bool json_read(struct json_document *document, struct span text, struct fault *fault)
{
    clear(document);
    if (!jsonloose_read(&document->loose, &document->tree, text, JSONLOOSE_OBJECT, fault))
        return false;
    /* json-c cuts long ones down to 64 bits. */
    if (jsontree_count_numbers(text) == document->tree.numbers)
        jsontree_find_numbers(&document->tree, text);
    return true;
}

bool json_read_any(struct json_document *document, struct span text, struct fault *fault)
{
    clear(document);
    return jsonloose_read(&document->loose, &document->tree, text, JSONLOOSE_ANY, fault);
}

/* --- looking ------------------------------------------------------------------------------- */

const struct json *json_root(const struct json_document *document)
{
    return document->tree.count ? document->tree.values : NULL;
}

const struct json *json_first(const struct json *value)
{
    return value && value->filled ? value + 1 : NULL;
}

const struct json *json_after(const struct json *value)
{
    return value && value->after ? value + value->after : NULL;
}

struct span json_name(const struct json *value)
{
    return value ? value->name : SPAN_EMPTY;
}

struct span json_value(const struct json *value)
{
    return value ? value->text : SPAN_EMPTY;
}

bool json_is_object(const struct json *value)
{
    return value && value->kind == JSON_OBJECT;
}

const struct json *json_member(const struct json *value, const char *name)
{
    struct span wanted = span_of(name);

    if (!json_is_object(value))
        return NULL;
    for (value = json_first(value); value; value = json_after(value))
        if (span_equal(value->name, wanted))
            return value->kind == JSON_NULL ? NULL : value;
    return NULL;
}

struct span json_text(const struct json *value, const char *name)
{
    return json_value(json_member(value, name));
}

/* --- joining ------------------------------------------------------------------------------- */

void json_join_value(struct bytes *out, const struct json *value)
{
    const struct json *item = value && value->kind == JSON_ARRAY ? json_first(value) : NULL;

    bytes_add(out, json_value(value));
    for (; item; item = json_after(item)) {
        struct span text = json_is_object(item) ? json_text(item, "name") : json_value(item);

        if (text.length && out->count)
            bytes_add_text(out, ", ");
        bytes_add(out, text);
    }
}
