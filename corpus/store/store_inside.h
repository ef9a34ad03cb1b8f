/*
 * What the store's own files share; nobody else includes this.
 *
 * A store is idle, in a snapshot for reading, or in a transaction for
 * writing. Vocabulary, ledger and manifest are held in memory; when another
 * process has written meanwhile, they are read again as a transaction begins.
 */
#ifndef CORPUS_STORE_STORE_INSIDE_H
#define CORPUS_STORE_STORE_INSIDE_H

#include "corpus/store/database.h"
#include "corpus/store/identities.h"
#include "corpus/store/ledger.h"
#include "corpus/store/store.h"
#include "corpus/store/weekgains.h"

enum store_state { STORE_IDLE, STORE_READING, STORE_WRITING };

/* The manifest's row. */
struct manifest {
    int64_t annotator, tokens_rule;
    struct bytes zone, held;
    uint64_t configuration;
    int64_t shards;
    int64_t articles;
    uint64_t identities;
    int64_t terms;       /* that are stored; those of this transaction are not yet */
    uint64_t terms_hash; /* of all terms in the order of their ids */
    uint64_t days_hash;
    int64_t weekly_through;
    uint64_t weekly_sum;
};

struct store {
    struct database *database;
    struct table terms;
    struct ledger ledger;
    struct manifest manifest;
    enum store_state state;
    int64_t data_version;  /* SQLite's, of what is held in memory */
    int64_t run;           /* number of the run under way; 0 before its first transaction */
    struct store_run plan; /* what store_start_run() was given; its zone is in plan_zone */
    struct bytes plan_zone;
    bool temporary;          /* of this run alone */
    size_t pending;          /* bytes of text added since the last commit */
    size_t lag;              /* bytes of term ids added since the weekly counts were brought up */
    struct weekgains fresh;  /* of the articles after fresh_from, all of which were added here */
    int64_t fresh_from;      /* FRESH_NONE: some were not, and all must be read again */
    struct identities known; /* all articles, while writing */
    size_t known_stored;     /* of these; those of this transaction are not yet */
    struct bytes blob, title_blob, said, record; /* of the article that is being added */
};

enum { FRESH_NONE = -1 };

/* Bytes of term ids that the weekly counts may lag behind, and are counted at once. */
enum { STORE_FOLD_BYTES = 16 << 20 };

/* The columns of an article's row, in the order in which store_row_read() takes them. */
#define STORE_ROW "a.number, a.day, a.superseded, a.run, a.annotator, a.checksum, a.record"

enum { STORE_ROW_COLUMNS = 7 };

/* Takes a row of STORE_ROW. Fails with FAULT_DAMAGED where its checksum is another. */
bool store_row_read(const struct store *store, struct stored_article *article,
                    const struct query *row, struct fault *fault);

/* The checksum of an article's row, whose record is there and holds the hash of its text. */
uint64_t store_row_checksum(const struct stored_article *article);

/* The article as it was read, of a row and its text; `declared` is its language. */
struct article store_row_article(const struct stored_article *row, struct span text);

/* What one article, whose checksum is there, adds to its day. */
struct ledger_sums store_row_sums(const struct stored_article *article);

/* The fault of an article that is not as written. Returns false. */
bool store_not_as_written(const struct store *store, uint32_t number, struct fault *fault);

/* Begins a transaction for writing unless one has begun. */
bool store_begin(struct store *store, struct fault *fault);

/* Stores vocabulary, identities, ledger and manifest and commits. */
bool store_commit(struct store *store, struct fault *fault);

/* Begins a snapshot for reading unless one has begun. */
bool store_begin_reading(struct store *store, struct fault *fault);

bool store_load_manifest(struct store *store, struct fault *fault);

/*
 * Reads the terms that are not yet in memory, whose hash so far is `hash`, and compares their
 * hash with the manifest's.
 */
bool store_load_terms(struct store *store, uint64_t hash, struct fault *fault);

/* Reads again what is held in memory where another process has written since. */
bool store_catch_up(struct store *store, struct fault *fault);

/* Reads the articles that are not yet in `known` into it. */
bool store_load_known(struct store *store, struct fault *fault);

/* Gives the run under way its number, unless it has one; in a transaction. */
bool store_number_run(struct store *store, struct fault *fault);

/* Gives up what was not committed. */
void store_roll_back(struct store *store);

/* Writes an article's row and its text. */
bool store_write_row(struct store *store, const struct stored_article *row, struct span text,
                     struct fault *fault);

/*
 * Adds one article that is not known: `ids` maps its terms to the store's, as
 * struct term_ids has them, `number_of_run` is the run that brought it.
 */
bool store_add_item(struct store *store, const struct annotation *item, const uint32_t *ids,
                    int64_t number_of_run, struct store_tally *tally, struct fault *fault);

/* Gives the batch's new terms ids of the store, so that batch->ids has those of all its numbers. */
void store_adopt_batch(struct store *store, const struct batch *batch);

/* Writes row and quotes of an article in place of those it has; for refreshing. */
bool store_replace_item(struct store *store, const struct annotation *item, const uint32_t *ids,
                        uint32_t number, struct fault *fault);

/* Brings the weekly counts up to date, in transactions of its own. */
bool store_weeks_fold(struct store *store, struct fault *fault);

/* Forgets the weekly counts, so that folding counts anew; in a transaction. */
bool store_weeks_forget(struct store *store, struct fault *fault);

/* Begins to keep articles for the next folding; all others up to here are stored. */
void store_weeks_restart(struct store *store);

/* Keeps an article that is being added and holds, while there is room. */
void store_weeks_keep(struct store *store, const struct stored_article *article);

/* Notes that a stored article begins (1) or ceases (-1) to hold; in a transaction. */
bool store_weeks_due(struct store *store, uint32_t article, int sign, struct fault *fault);

/* Brings an older store's tables up to date, in one transaction. */
bool store_migrate(struct store *store, int64_t version, struct fault *fault);

#endif
