#include "corpus/voices/gold.h"

#include "corpus/base/bytes.h"
#include "corpus/base/json.h"
#include "corpus/base/memory.h"
#include "corpus/text/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { LINE_MAX_BYTES = 16 << 20, PLACE_SIZE = 256 };

static bool read_number(uint32_t *number, struct span text)
{
    uint64_t value = 0;

    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9' || value > LINE_MAX_BYTES)
            return false;
        value = value * 10 + (uint64_t)(text.bytes[i] - '0');
    }
    *number = (uint32_t)value;
    return text.length > 0;
}

/* The byte at which each code point starts, and the text's length behind the last. */
static uint32_t *point_starts(struct span text, size_t *count)
{
    uint32_t *starts = memory_new(text.length + 2, sizeof *starts);

    *count = 0;
    for (size_t at = 0; at < text.length;) {
        struct utf8_point point = utf8_at(text, at);

        starts[(*count)++] = (uint32_t)at;
        at += point.width ? point.width : 1;
    }
    starts[*count] = (uint32_t)text.length;
    return starts;
}

static bool read_quotes(struct gold *gold, struct gold_article *article, const struct json *quotes,
                        const char *place, struct fault *fault)
{
    size_t points = 0;
    uint32_t *starts = point_starts(article->text, &points);
    bool done = true;

    article->count = 0;
    for (const struct json *item = json_first(quotes); item; item = json_after(item))
        article->count++;
    article->quotes = arena_new(&gold->arena, article->count, sizeof *article->quotes);
    article->count = 0;
    for (const struct json *item = json_first(quotes); item && done; item = json_after(item)) {
        struct gold_quote *quote = &article->quotes[article->count++];

        done = json_is_object(item) && read_number(&quote->start, json_text(item, "start")) &&
               read_number(&quote->end, json_text(item, "end")) && quote->start < quote->end &&
               quote->end <= points;
        if (!done)
            break;
        quote->start = starts[quote->start];
        quote->end = starts[quote->end];
        quote->speaker = arena_copy(&gold->arena, json_text(item, "speaker"));
        quote->full = arena_copy(&gold->arena, json_text(item, "speaker_full"));
    }
    free(starts);
    return done || fault_set(fault, FAULT_INPUT,
                             "%s: a quote has no start and end within the article's text", place);
}

/* Appends the article of `line`, which `document` reads. */
static bool read_article(struct gold *gold, struct json_document *document, struct span line,
                         const char *place, struct fault *fault)
{
    struct gold_article article = {.family = (uint32_t)gold->count};
    struct fault reason = FAULT_EMPTY;
    const struct json *json = NULL;

    if (utf8_valid_length(line) < line.length)
        return fault_set(fault, FAULT_INPUT, "%s: it is not UTF-8", place);
    if (!json_read(document, line, &reason))
        return fault_set(fault, reason.kind, "%s: %s", place, reason.message);
    json = json_root(document);
    article.text = arena_copy(&gold->arena, json_text(json, "text"));
    article.language = arena_copy(&gold->arena, json_text(json, "lang"));
    if (!read_quotes(gold, &article, json_member(json, "quotes"), place, fault))
        return false;
    gold->articles =
        memory_grow(gold->articles, &gold->capacity, gold->count + 1, sizeof *gold->articles);
    gold->articles[gold->count++] = article;
    return true;
}

bool gold_read(struct gold *gold, const char *path, struct fault *fault)
{
    FILE *file = fopen(path, "r");
    struct json_document *document = NULL;
    char *line = NULL;
    size_t size = 0;
    ssize_t length = 0;
    bool done = true;

    if (!file)
        return fault_set(fault, FAULT_INPUT, "%s: %s", path, strerror(errno));
    document = json_open();
    for (unsigned number = 1; done && (length = getline(&line, &size, file)) >= 0; number++) {
        struct span text = span_trim((struct span){line, (size_t)length});
        char place[PLACE_SIZE];

        (void)snprintf(place, sizeof place, "%s line %u", path, number);
        if (length > LINE_MAX_BYTES)
            done = fault_set(fault, FAULT_LIMIT, "%s: it is longer than 16 MB", place);
        else if (text.length)
            done = read_article(gold, document, text, place, fault);
    }
    if (done && ferror(file))
        done = fault_set(fault, FAULT_INPUT, "%s: %s", path, strerror(errno));
    json_close(document);
    free(line);
    (void)fclose(file);
    return done;
}

void gold_add_flat(struct gold *gold)
{
    size_t count = gold->count;

    gold->articles =
        memory_grow(gold->articles, &gold->capacity, count * 2 + 1, sizeof *gold->articles);
    for (size_t i = 0; i < count; i++) {
        struct gold_article flat = gold->articles[i];
        char *bytes = arena_new(&gold->arena, flat.text.length + 1, 1);

        for (size_t k = 0; k < flat.text.length; k++) {
            char byte = flat.text.bytes[k];

            bytes[k] = byte;
            if (byte == '\n' || byte == '\r')
                bytes[k] = ' ';
        }
        flat.text.bytes = bytes;
        gold->articles[gold->count++] = flat;
    }
}

void gold_release(struct gold *gold)
{
    free(gold->articles);
    arena_release(&gold->arena);
    *gold = GOLD_EMPTY;
}
