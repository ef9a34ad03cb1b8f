/*
 * The store: articles with their annotations, in one SQLite file.
 *
 * A store is written by batches, each in one transaction, so a crash loses at
 * most the batch that was not yet acknowledged. Adding an article again
 * changes nothing; adding it with another text or title supersedes the
 * earlier one, which is kept.
 *
 *     struct store *store = NULL;
 *
 *     if (!store_open(&store, "news.db", STORE_WRITE, &fault) ||
 *         !store_add(store, &batch, &tally, &fault) ||
 *         !store_walk(store, STORE_ALL_DAYS, visit, context, &fault))
 *         ...
 *     store_close(store);
 *
 * All orders are by content (day, outlet, id), never by when an article was
 * added, so what is derived does not depend on the order of the input.
 */
#ifndef CORPUS_STORE_STORE_H
#define CORPUS_STORE_STORE_H

#include "corpus/annotate.h"
#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "corpus/base/table.h"

#include <stdint.h>

struct store;

enum store_mode {
    STORE_READ,  /* an existing store */
    STORE_WRITE, /* created where there is none */
};

/* What became of the articles of a batch, added up over batches. */
struct store_tally {
    uint64_t added;   /* new */
    uint64_t revised; /* new revisions of articles that were there */
    uint64_t known;   /* there already, unchanged */
};

/* Days first to last, both included; `undated` adds the articles without a day. */
struct store_days {
    int32_t first, last;
    bool undated;
};

#define STORE_ALL_DAYS ((struct store_days){INT32_MIN + 1, INT32_MAX, true})

/* An article as stored; its texts are valid during the visit only. */
struct stored_article {
    uint32_t number; /* in this store */
    int32_t day;     /* DAY_NONE when undated */
    int64_t seconds; /* ANNOTATE_NO_TIME where no time was given */
    struct span id, source, title, author, url, published, origin, language;
    uint32_t words, quotes, left_out, replaced;
    uint64_t content;
    struct span terms, title_terms; /* idlist.h; ids plus 1 of store_terms() */
    struct span signature;          /* shingles.h */
};

struct stored_quote {
    uint32_t article; /* its number */
    uint32_t start, end, number, words;
    enum quote_kind kind;
    struct span speaker, mention, cue, rule;
};

/*
 * Opens the store at `path`; NULL for a store of this run alone, held in
 * memory and spilled to an unnamed file when large.
 *
 * Fails with FAULT_INPUT where there is none to read, FAULT_OUTPUT where it
 * cannot be created or written, FAULT_BUSY while another process writes it,
 * FAULT_DAMAGED where it is no store of this version.
 */
bool store_open(struct store **store, const char *path, enum store_mode mode, struct fault *fault);

/* Adds all articles of the batch in one transaction; on failure none of them. */
bool store_add(struct store *store, const struct batch *batch, struct store_tally *tally,
               struct fault *fault);

/*
 * Calls `visit` for each article of these days that is not superseded, by day,
 * outlet and id, the undated first. Stops, failing, when `visit` returns false.
 */
bool store_walk(struct store *store, struct store_days days,
                bool (*visit)(void *context, const struct stored_article *article,
                              struct fault *fault),
                void *context, struct fault *fault);

/* The same for the quotations, in the articles' order and then the text's. */
bool store_walk_quotes(struct store *store, struct store_days days,
                       bool (*visit)(void *context, const struct stored_quote *quote,
                                     struct fault *fault),
                       void *context, struct fault *fault);

/*
 * The days that have articles, each once and rising, in memory the caller
 * frees, and the number of all articles, undated ones too.
 */
bool store_list_days(struct store *store, int32_t **days, size_t *count, uint64_t *articles,
                     struct fault *fault);

/* Replaces `text` by the article's text. Fails with FAULT_DAMAGED where it is not as written. */
bool store_text(struct store *store, uint32_t article, struct bytes *text, struct fault *fault);

/* The vocabulary: terms by id. It grows with store_add(). */
const struct table *store_terms(const struct store *store);

void store_close(struct store *store);

#endif
