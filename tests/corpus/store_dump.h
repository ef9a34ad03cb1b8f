/*
 * All of a store as text, which does not depend on its ids.
 */
#ifndef TESTS_CORPUS_STORE_DUMP_H
#define TESTS_CORPUS_STORE_DUMP_H

#include "tests/support.h"

#include "corpus/store/idlist.h"
#include "corpus/store/store_weeks.h"

#include <stdlib.h>

struct dump {
    struct store *store;
    struct bytes out;
};

static inline void dump_terms(struct dump *dump, struct span ids)
{
    uint32_t id;

    while (idlist_next(&ids, &id)) {
        if (id && id <= store_terms(dump->store)->count)
            bytes_add(&dump->out, table_text(store_terms(dump->store), id - 1));
        bytes_add_byte(&dump->out, ' ');
    }
}

static inline bool dump_article(void *context, const struct stored_article *article,
                                struct fault *fault)
{
    struct dump *dump = context;
    const struct span texts[] = {article->id,        article->source,   article->title,
                                 article->published, article->declared, article->language};

    (void)fault;
    bytes_print(&dump->out, "article %d %u %u %u:", article->day, article->words, article->quotes,
                article->left_out);
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        bytes_add(&dump->out, texts[i]);
        bytes_add_byte(&dump->out, '|');
    }
    dump_terms(dump, article->terms);
    dump_terms(dump, article->title_terms);
    bytes_add_byte(&dump->out, '\n');
    return true;
}

static inline bool dump_text(void *context, const struct stored_article *article,
                             struct fault *fault)
{
    struct dump *dump = context;
    struct bytes text = BYTES_EMPTY;
    bool done = store_text(dump->store, article->number, &text, fault);

    bytes_add(&dump->out, bytes_span(&text));
    bytes_release(&text);
    return done;
}

static inline bool dump_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct dump *dump = context;

    (void)fault;
    bytes_print(&dump->out, "quote %u-%u %u %u %.*s %.*s\n", quote->start, quote->end, quote->words,
                (unsigned)quote->kind, SPAN_PRINT(quote->speaker), SPAN_PRINT(quote->rule));
    return true;
}

/* Terms come in the order of the store's ids: their hashes are added up instead. */
static inline bool dump_weeks(void *context, const struct term_weeks *weeks, struct fault *fault)
{
    uint64_t *sum = context;

    (void)fault;
    for (size_t i = 0; i < weeks->count; i++)
        *sum += ((uint64_t)weeks->weeks[i].words << 32 | weeks->weeks[i].articles) *
                (uint64_t)(weeks->weeks[i].week + 7);
    return true;
}

static inline bool dump_store(struct bytes *out, struct store *store, struct fault *fault)
{
    struct dump dump = {.store = store};
    uint64_t weeks = 0, articles = 0;
    int32_t *days = NULL;
    size_t count = 0;
    bool done = store_walk(store, STORE_ALL_DAYS, dump_article, &dump, fault) &&
                store_walk(store, STORE_ALL_DAYS, dump_text, &dump, fault) &&
                store_walk_quotes(store, STORE_ALL_DAYS, dump_quote, &dump, fault) &&
                store_walk_weeks(store, dump_weeks, &weeks, fault);

    store_list_days(store, &days, &count, &articles);
    free(days);
    bytes_print(&dump.out, "%zu days, %llu articles, weeks %llu\n", count,
                (unsigned long long)articles, (unsigned long long)weeks);
    bytes_add(out, bytes_span(&dump.out));
    bytes_release(&dump.out);
    return done;
}

static inline bool dump_path(struct bytes *out, const char *path, struct fault *fault)
{
    struct store *store = NULL;
    bool done = store_open(&store, path, STORE_READ, 1, fault) && dump_store(out, store, fault);

    store_close(store);
    return done;
}

static inline void assert_same(const char *left, const char *right)
{
    struct bytes a = BYTES_EMPTY, b = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    if (!dump_path(&a, left, &fault) || !dump_path(&b, right, &fault))
        fail_msg("%s", fault.message);
    assert_string_equal(bytes_text(&a), bytes_text(&b));
    bytes_release(&a);
    bytes_release(&b);
}

#endif
