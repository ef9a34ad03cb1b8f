/*
 * The store: articles with their annotations, in one SQLite file.
 *
 * It grows by runs. Adding an article again changes nothing; adding it with
 * another text, title or date makes a revision of it: revision.h says which
 * of them holds, and the others are kept, superseded. What is stored depends
 * on the set of articles alone, never on their order, on batches or threads.
 *
 *     struct store *store = NULL;
 *
 *     if (!store_open(&store, "news.db", STORE_WRITE, STORE_WAIT, &fault) ||
 *         !store_start_run(store, &run, &fault) ||
 *         !store_add(store, &batch, &tally, &fault) ||
 *         !store_end_run(store, &input, &fault) ||
 *         !store_walk(store, STORE_ALL_DAYS, visit, context, &fault))
 *         ...
 *     store_close(store);
 *
 * Several batches make one transaction; a crash loses those since the last
 * one, and the same run once more adds what is missing. Everything stored is
 * covered by checksums that are looked at whenever it is read.
 *
 * A store opened for reading, and one whose run has ended, is read as one
 * snapshot, whatever other processes add meanwhile; those that make a new
 * store's first run wait for its readers.
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
#include "corpus/store/shard.h"

#include <stdint.h>

struct store;

enum store_mode {
    STORE_READ,  /* an existing store */
    STORE_WRITE, /* created where there is none */
};

/* Seconds that another process's writing is waited for, unless the user says otherwise. */
enum { STORE_WAIT = 10 };

/* What became of the articles of a batch, added up over batches. */
struct store_tally {
    uint64_t added;   /* new */
    uint64_t revised; /* new revisions of articles that were there */
    uint64_t known;   /* there already, unchanged */
};

/* What shapes the articles of a run; one store has one zone, and is one shard or the whole. */
struct store_run {
    struct span zone;       /* its name; empty for UTC */
    uint64_t configuration; /* a hash of whatever else shapes them */
    struct shard shard;
};

/* What a run was given to read, of all shards: articles, and the sum of their fingerprints. */
struct store_input {
    uint64_t articles;
    uint64_t identities; /* modulo 2^64 */
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
    struct span id, source, title, author, section, url, published, origin;
    struct span declared, language; /* stated by the input, and found */
    uint32_t words, quotes, left_out, replaced;
    uint64_t content;     /* hash of the text */
    uint64_t fingerprint; /* hash of all the input gave */
    int64_t run;          /* the first that brought it */
    int64_t annotator;    /* ANNOTATE_VERSION of the program that found words and quotes */
    uint64_t checksum;    /* of the row, but for `run` and `superseded` */
    bool superseded;
    struct span terms, title_terms; /* idlist.h; ids plus 1 of store_terms() */
    struct span signature;          /* shingles.h */
    struct span said;               /* its quotations, see record.h */
    struct span record;             /* record.h: of all that has no column of its own */
};

struct stored_quote {
    uint32_t article;       /* its number */
    struct span article_id; /* and id */
    uint32_t start, end, number, words;
    enum quote_kind kind;
    struct span speaker, mention, cue, rule;
};

typedef bool store_visitor(void *context, const struct stored_article *article,
                           struct fault *fault);
typedef bool store_quote_visitor(void *context, const struct stored_quote *quote,
                                 struct fault *fault);

/* What a store is, as merge and the reports' method pages need it. */
struct store_manifest {
    int64_t annotator;      /* the oldest version among the articles */
    int64_t tokens_rule;    /* the version of the words' rules */
    struct span zone;       /* owned by the store */
    uint64_t configuration; /* of the last run */
    uint32_t shards;        /* how many there are; 1: the store is the whole */
    struct span held;       /* which of them are here: "1,4,5"; owned by the store */
    uint64_t articles;      /* revisions too */
    uint64_t identities;    /* sum of their fingerprints, modulo 2^64 */
};

/*
 * Opens the store at `path`; NULL for a store of this run alone, held in
 * memory and spilled to an unnamed file when large. `wait` is in seconds.
 *
 * Fails with FAULT_INPUT where there is none to read, FAULT_OUTPUT where it
 * cannot be created or written or lies on a file system shared between
 * machines, FAULT_BUSY while another process writes it, FAULT_DAMAGED where
 * it is no store, a damaged one, or one of a newer program.
 */
bool store_open(struct store **store, const char *path, enum store_mode mode, uint32_t wait,
                struct fault *fault);

/* Fails with FAULT_USAGE where the store has another zone or shard than the run. */
bool store_start_run(struct store *store, const struct store_run *run, struct fault *fault);

/*
 * True where the article of these hashes is stored, so that it need not be
 * annotated. One that was added but not yet committed counts.
 */
bool store_knows(const struct store *store, struct article_hashes hashes);

/*
 * Adds all articles of the batch that could be annotated. On failure the
 * store keeps what was committed before; it can then only be closed.
 */
bool store_add(struct store *store, const struct batch *batch, struct store_tally *tally,
               struct fault *fault);

/* Commits, brings the weekly counts up to date and notes that `input` was read to its end. */
bool store_end_run(struct store *store, const struct store_input *input, struct fault *fault);

/*
 * Calls `visit` for each article of these days that is not superseded, by day,
 * outlet and id, the undated first. Stops, failing, when `visit` returns false.
 * Fails with FAULT_DAMAGED where an article or their sum is not as written,
 * for the sum after the last visit.
 */
bool store_walk(struct store *store, struct store_days days, store_visitor *visit, void *context,
                struct fault *fault);

/* The same for the quotations, in the articles' order and then the text's. */
bool store_walk_quotes(struct store *store, struct store_days days, store_quote_visitor *visit,
                       void *context, struct fault *fault);

/*
 * The days that have articles, each once and rising, in memory the caller
 * frees, and the number of all articles, undated ones too.
 */
void store_list_days(const struct store *store, int32_t **days, size_t *count, uint64_t *articles);

/* Replaces `text` by the article's text. Fails with FAULT_DAMAGED where it is not as written. */
bool store_text(struct store *store, uint32_t number, struct bytes *text, struct fault *fault);

/* The vocabulary: terms by id. It grows with store_add(). */
const struct table *store_terms(const struct store *store);

/* Valid until the store is next written or closed. */
struct store_manifest store_manifest(const struct store *store);

void store_close(struct store *store);

#endif
