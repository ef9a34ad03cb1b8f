#include "corpus/read/linked_data.h"

#include "corpus/base/fault.h"
#include "corpus/base/memory.h"
#include "corpus/read/headline.h"

#include <stdlib.h>

/* Objects of a script that are looked at, of which a few dozen are usual; authors of an article. */
enum { OBJECTS_MAX = 1000, NAMES_MAX = 20 };

static bool is_article_type(struct span type)
{
    return span_ends(type, "Article") || span_ends(type, "Posting") || span_ends(type, "Report");
}

static bool is_article(const struct json *json)
{
    const struct json *type = json_member(json, "@type");

    for (const struct json *item = json_first(type); item; item = json_after(item))
        if (is_article_type(json_value(item)))
            return true;
    return is_article_type(json_value(type));
}

static void add(const struct json ***list, size_t *count, size_t *capacity, const struct json *json)
{
    *list = memory_grow((void *)*list, capacity, *count + 1, sizeof(void *));
    (*list)[(*count)++] = json;
}

/* Looks through `root` breadth first: what waits is a list that only grows. */
static void find_articles(struct linked_data *data, const struct json *root)
{
    static const char *const inner[] = {"@graph", "mainEntity", "mainEntityOfPage"};
    const struct json *waiting[OBJECTS_MAX];
    size_t count = 0;

    waiting[count++] = root;
    for (size_t i = 0; i < count; i++) {
        if (!json_is_object(waiting[i])) {
            const struct json *item = json_first(waiting[i]);

            for (; item && count < OBJECTS_MAX; item = json_after(item))
                waiting[count++] = item;
            continue;
        }
        add(&data->objects, &data->object_count, &data->object_capacity, waiting[i]);
        if (is_article(waiting[i]))
            add(&data->articles, &data->count, &data->capacity, waiting[i]);
        for (size_t n = 0; n < sizeof inner / sizeof *inner && count < OBJECTS_MAX; n++)
            if (json_member(waiting[i], inner[n]))
                waiting[count++] = json_member(waiting[i], inner[n]);
    }
}

void linked_data_read(struct linked_data *data, struct span script)
{
    struct json_document *document = json_open();
    struct fault fault;
    size_t start = 0;

    /* Before it may stand <!-- or <![CDATA[, which is no JSON. */
    while (start < script.length && script.bytes[start] != '{' &&
           !(script.bytes[start] == '[' &&
             !span_starts(span_cut(script, start, script.length), "[CDATA[")))
        start++;
    if (!json_read_any(document, span_cut(script, start, script.length), &fault)) {
        json_close(document);
        return;
    }
    data->scripts = memory_grow((void *)data->scripts, &data->script_capacity,
                                data->script_count + 1, sizeof(void *));
    data->scripts[data->script_count++] = document;
    find_articles(data, json_root(document));
}

const struct json *linked_data_article(const struct linked_data *data, struct span title)
{
    struct bytes wanted = BYTES_EMPTY, plain = BYTES_EMPTY;
    const struct json *article = data->count ? data->articles[0] : NULL;

    headline_plain(&wanted, title);
    for (size_t i = 0; i < data->count && wanted.count; i++) {
        bytes_clear(&plain);
        headline_plain(&plain, json_text(data->articles[i], "headline"));
        if (plain.count && strstr(wanted.items, plain.items)) {
            article = data->articles[i];
            break;
        }
    }
    bytes_release(&wanted);
    bytes_release(&plain);
    return article;
}

/* The name of the object with this @id; empty for none. */
static struct span name_of_id(const struct linked_data *data, struct span id)
{
    for (size_t i = 0; id.length && i < data->object_count; i++)
        if (span_equal(json_text(data->objects[i], "@id"), id) &&
            json_text(data->objects[i], "name").length)
            return json_text(data->objects[i], "name");
    return SPAN_EMPTY;
}

static void add_name(struct bytes *out, const struct linked_data *data, const struct json *json)
{
    struct span name = json_value(json);

    if (name.length == 0)
        name = json_text(json, "name");
    if (name.length == 0)
        name = name_of_id(data, json_text(json, "@id"));
    if (name.length == 0)
        return;
    if (out->count)
        bytes_add_text(out, ", ");
    bytes_add(out, name);
}

void linked_data_names(struct bytes *out, const struct linked_data *data,
                       const struct json *article, const char *field)
{
    const struct json *value = json_member(article, field);
    const struct json *item = json_is_object(value) ? NULL : json_first(value);

    if (!item)
        add_name(out, data, value);
    for (int i = 0; item && i < NAMES_MAX; i++, item = json_after(item))
        add_name(out, data, item);
}

void linked_data_release(struct linked_data *data)
{
    for (size_t i = 0; i < data->script_count; i++)
        json_close(data->scripts[i]);
    free((void *)data->scripts);
    free((void *)data->articles);
    free((void *)data->objects);
    *data = LINKED_DATA_EMPTY;
}

static bool is_organisation(const struct json *json)
{
    const struct json *type = json_member(json, "@type");

    for (const struct json *item = json_first(type); item; item = json_after(item))
        if (span_ends(json_value(item), "Organization"))
            return true;
    return span_ends(json_value(type), "Organization");
}

bool linked_data_is_of_house(const struct json *article, const char *field)
{
    const struct json *value = json_member(article, field);
    const struct json *item = json_first(value);
    bool house = item != NULL;

    if (json_is_object(value))
        return is_organisation(value);
    for (; item; item = json_after(item))
        house = house && is_organisation(item);
    return house;
}
