/*
 * Reading with one format: all that it makes of an input, as text to compare.
 */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include "corpus/base/bytes.h"
#include "corpus/read/format.h"
#include "corpus/text/utf8.h"
#include "tests/support.h"

#include <stdlib.h>

/* A source that gives `step` bytes at a time, and `middle` over and over for `times`. */
struct reading_source {
    struct span parts[3];
    size_t times; /* of the middle part */
    size_t step;  /* at most so many bytes at once; 0: all there is */
    size_t part, at;
};

static inline ssize_t reading_read(void *context, char *room, size_t size)
{
    struct reading_source *source = context;
    size_t done = 0;

    if (source->step && source->step < size)
        size = source->step;
    while (done < size && source->part < 3) {
        struct span part = source->parts[source->part];
        size_t count = part.length - source->at;

        if (count > size - done)
            count = size - done;
        if (count)
            memcpy(room + done, part.bytes + source->at, count);
        done += count;
        source->at += count;
        if (source->at < part.length)
            continue;
        source->at = 0;
        if (source->part != 1 || source->times < 2)
            source->part++;
        else
            source->times--;
    }
    return (ssize_t)done;
}

static inline void reading_show(struct bytes *shown, const char *name, struct span value)
{
    if (!value.length)
        return;
    bytes_print(shown, " %s=<", name);
    (void)utf8_repair(shown, value);
    bytes_add_byte(shown, '>');
}

/* `line 2: id=<1> text=<...>` for each article, `line 2! reason` for each skip; closes the input.
 */
static inline struct bytes reading_all(const struct format *format, struct input *input,
                                       const struct config *config)
{
    struct bytes shown = BYTES_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct format_job job = {.input = input, .config = config, .arena = &arena};

    for (;;) {
        struct article article = ARTICLE_EMPTY;
        struct fault fault = FAULT_EMPTY;
        enum format_result result;

        arena_clear(&arena);
        job.where = SPAN_EMPTY;
        result = format->next(&job, &article, &fault);
        if (result == FORMAT_END)
            break;
        bytes_add(&shown, job.where);
        if (result == FORMAT_SKIP) {
            bytes_print(&shown, "! %s\n", fault.message);
            continue;
        }
        bytes_add_byte(&shown, ':');
        reading_show(&shown, "id", article.id);
        reading_show(&shown, "title", article.title);
        reading_show(&shown, "published", article.published);
        reading_show(&shown, "source", article.source);
        reading_show(&shown, "author", article.author);
        reading_show(&shown, "section", article.section);
        reading_show(&shown, "url", article.url);
        reading_show(&shown, "language", article.language);
        reading_show(&shown, "text", article.text);
        bytes_add_byte(&shown, '\n');
    }
    if (format->close)
        format->close(&job);
    input_close(input);
    arena_release(&arena);
    return shown;
}

/* Fails unless the format makes `expected` of these bytes, in whatever pieces they come. */
#define assert_reading(format, config, bytes, expected)                                            \
    reading_check((format), (config), (bytes), (expected), __FILE__, __LINE__)

static inline void reading_check(const struct format *format, const struct config *config,
                                 struct span bytes, const char *expected, const char *file,
                                 int line)
{
    static const size_t steps[] = {0, 1, 3, 7, 64};

    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        struct reading_source source = {.parts = {bytes}, .step = steps[i]};
        struct input *input =
            input_open((struct input_about){.path = span_of("test")},
                       (struct input_source){.context = &source, .read = reading_read});
        struct bytes shown = reading_all(format, input, config);
        bool same = strcmp(bytes_text(&shown), expected) == 0;

        if (!same)
            print_error("in pieces of %zu bytes:\n%sand not:\n%s", steps[i], bytes_text(&shown),
                        expected);
        bytes_release(&shown);
        if (!same)
            _fail(file, line);
    }
}

#endif
