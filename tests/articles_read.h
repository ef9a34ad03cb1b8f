/*
 * What a format reads from bytes, as text: a line for each article, its fields
 * parted by `|` in this order, and for what it skips `!where: why`.
 *
 *     id|title|author|published|url|source|section|language|text
 */
#ifndef TESTS_ARTICLES_READ_H
#define TESTS_ARTICLES_READ_H

#include "corpus/read/format.h"
#include "corpus/read/input.h"
#include "corpus/text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

static inline void print_article(struct bytes *out, const struct article *article)
{
    const struct span fields[] = {article->id,        article->title,    article->author,
                                  article->published, article->url,      article->source,
                                  article->section,   article->language, article->text};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        bytes_print(out, "%s%.*s", i ? "|" : "", SPAN_PRINT(fields[i]));
    bytes_add_byte(out, '\n');
}

/* Ends the program where a text is no UTF-8, or the article's is empty or not trimmed. */
static inline void article_check(const struct article *article)
{
    const struct span fields[] = {article->id,        article->title,    article->author,
                                  article->published, article->url,      article->source,
                                  article->section,   article->language, article->text};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (utf8_valid_length(fields[i]) != fields[i].length)
            abort();
    if (article->text.length == 0 || span_trim(article->text).length != article->text.length)
        abort();
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

#endif
