/*
 * What a format reads from bytes, as text: a line for each article, its fields
 * parted by `|` in this order, and for what it skips `!where: why`.
 *
 *     id|title|author|published|url|source|section|language|text
 */
#ifndef TESTS_ARTICLES_READ_H
#define TESTS_ARTICLES_READ_H

#include "corpus/read/format.h"
#include "tests/held_input.h"

#include <dirent.h>

static inline void print_article(struct bytes *out, const struct article *article)
{
    const struct span fields[] = {article->id,        article->title,    article->author,
                                  article->published, article->url,      article->source,
                                  article->section,   article->language, article->text};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        bytes_print(out, "%s%.*s", i ? "|" : "", SPAN_PRINT(fields[i]));
    bytes_add_byte(out, '\n');
}

/* Reads to the end; `each` (or NULL) sees every article. Returns how many there were. */
static inline size_t articles_read(struct bytes *out, const struct format *format,
                                   struct input_about about, struct span bytes,
                                   void (*each)(const struct article *))
{
    struct arena arena = ARENA_EMPTY;
    struct input *input = input_of(about, bytes);
    struct format_job job = {.input = input, .arena = &arena};
    size_t count = 0;
    enum format_result result;

    do {
        struct article article = ARTICLE_EMPTY;
        struct fault fault = FAULT_EMPTY;

        arena_clear(&arena);
        result = format->next(&job, &article, &fault);
        count += result == FORMAT_ARTICLE;
        if (result == FORMAT_ARTICLE && each)
            each(&article);
        if (result == FORMAT_ARTICLE)
            print_article(out, &article);
        else if (result == FORMAT_SKIP)
            bytes_print(out, "!%.*s: %s\n", SPAN_PRINT(job.where), fault.message);
    } while (result != FORMAT_END);
    format->close(&job);
    arena_release(&arena);
    input_close(input);
    return count;
}

/* The bytes of a file; empty where it cannot be read. */
static inline void read_file(struct bytes *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    size_t got = 0;

    if (!file)
        return;
    do {
        got = fread(bytes_room(out, 1 << 16), 1, 1 << 16, file);
        bytes_grown(out, got);
    } while (got);
    (void)fclose(file);
}

/*
 * Lets `format` read each file of a folder that it claims; each gives articles
 * or a reason. Returns how many files it read, -1 where there is no folder.
 */
static inline int read_folder(const struct format *format, const char *folder,
                              void (*each)(const struct article *))
{
    DIR *files = opendir(folder);
    const struct dirent *entry;
    int count = 0;

    if (!files)
        return -1;
    while ((entry = readdir(files)) != NULL) {
        char path[512];
        struct bytes bytes = BYTES_EMPTY;
        struct bytes out = BYTES_EMPTY;
        struct span start;

        (void)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        read_file(&bytes, path);
        start =
            span_cut(bytes_span(&bytes), 0, bytes.count < FORMAT_LOOK ? bytes.count : FORMAT_LOOK);
        if (format->claims(span_of(path), start)) {
            (void)articles_read(&out, format, (struct input_about){.path = span_of(path)},
                                bytes_span(&bytes), each);
            if (out.count == 0)
                fail_msg("%s: neither an article nor a reason", path);
            count++;
        }
        bytes_release(&bytes);
        bytes_release(&out);
    }
    (void)closedir(files);
    return count;
}

#endif
