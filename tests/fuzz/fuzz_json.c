/*
 * Any bytes at all, mended: read_json() refuses them, or the article has a
 * text and all its fields are UTF-8. The same holds of each item that the
 * formats find in them, and every item stands on a line at or after the last.
 */
#include "corpus/base/bytes.h"
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct article article = ARTICLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct bytes mended = BYTES_EMPTY;
    struct fault fault;

    (void)utf8_repair(&mended, (struct span){(const char *)data, size});
    if (read_json(&article, &arena, bytes_span(&mended), NULL, &fault))
        check_article(&article);
    check_format(&read_json_format, bytes_span(&mended));
    check_format(&read_json_lines_format, bytes_span(&mended));
    check_items(bytes_span(&mended));
    bytes_release(&mended);
    arena_release(&arena);
    return 0;
}
