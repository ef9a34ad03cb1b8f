/*
 * Any bytes at all: the two parsers agree on what is plain JSON. Of each item
 * that the formats find, the article has a text and all its fields are UTF-8,
 * or it is refused; and every item stands on a line at or after the last.
 */
#include "corpus/base/json.h"
#include "corpus/read/json_items.h"
#include "corpus/read/read_json.h"
#include "corpus/text/utf8.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_article(const struct article *article)
{
    const struct span fields[] = {article->id,      article->source, article->title,
                                  article->author,  article->url,    article->published,
                                  article->section, article->text,   article->language};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (utf8_valid_length(fields[i]) != fields[i].length)
            abort();
    if (article->text.length == 0)
        abort();
}

static void check_format(const struct format *format, struct span bytes)
{
    struct arena arena = ARENA_EMPTY;
    struct format_job job = {
        .input = input_of((struct input_about){.path = span_of("a.json")}, bytes),
        .arena = &arena,
    };
    enum format_result result;

    (void)format->claims(span_of("a"), bytes);
    do {
        struct article article = ARTICLE_EMPTY;
        struct fault fault = FAULT_EMPTY;

        arena_clear(&arena);
        result = format->next(&job, &article, &fault);
        if (result == FORMAT_ARTICLE)
            check_article(&article);
        if (result == FORMAT_SKIP && fault.kind == FAULT_NONE)
            abort();
    } while (result != FORMAT_END);
    if (format->close)
        format->close(&job);
    input_close(job.input);
    arena_release(&arena);
}

/* Items rise in line and number, and an object begins and ends in its braces. */
static void check_items(struct span bytes)
{
    const struct fields_plan plan = fields_plan(NULL);
    struct input *input = input_of((struct input_about){.path = span_of("a.json")}, bytes);
    struct json_items items = JSON_ITEMS_EMPTY;
    struct json_item item;
    uint64_t line = 0, number = 0;
    enum json_items_step step;

    while ((step = json_items_next(&items, input, &plan, &item)) != JSON_ITEMS_END) {
        if (item.line < line || (step == JSON_ITEMS_OBJECT && item.number <= number))
            abort();
        if (step == JSON_ITEMS_OBJECT && (item.object.length < 2 || item.object.bytes[0] != '{' ||
                                          !strchr("}]", item.object.bytes[item.object.length - 1])))
            abort();
        line = item.line;
        number = item.number;
    }
    input_close(input);
}

/* True where two values, with all in them, are the same; of -0 json-c makes 0. */
static bool is_same(const struct json *left, const struct json *right)
{
    const struct json *one = json_first(left), *other = json_first(right);

    if (!span_equal(json_name(left), json_name(right)) ||
        json_is_object(left) != json_is_object(right) ||
        !(span_equal(json_value(left), json_value(right)) || span_is(json_value(left), "-0")))
        return false;
    for (; one && other; one = json_after(one), other = json_after(other))
        if (!is_same(one, other))
            return false;
    return !one && !other;
}

/* True where a NUL may be escaped, at which json-c ends a name. */
static bool has_nul(struct span bytes)
{
    for (size_t i = 0; i + 5 <= bytes.length; i++)
        if (memcmp(bytes.bytes + i, "u0000", 5) == 0)
            return true;
    return false;
}

/* What simdjson takes for plain json-c reads the same. */
static void check_parsers(struct span bytes)
{
    struct json_document *plain = json_open(), *loose = json_open();
    struct fault fault;

    if (json_read_plain(plain, bytes) &&
        !(json_read(loose, bytes, &fault) && is_same(json_root(plain), json_root(loose))))
        abort();
    json_close(plain);
    json_close(loose);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = {(const char *)data, size};

    if (!has_nul(bytes))
        check_parsers(bytes);
    check_format(&read_json_format, bytes);
    check_format(&read_json_lines_format, bytes);
    check_items(bytes);
    return 0;
}
