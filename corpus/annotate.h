/*
 * Annotation: one article through text/ and voices/, and batches of them.
 *
 * A batch is what one worker thread does at a time. Readers' articles are
 * copied into it, annotated there with the thread's own numbers for terms, and
 * handed to the store, which gives new terms its own ids. A thread's batches
 * are added in the order in which it annotated them, so each term is new in
 * the batch in which it first appears, whatever the number of threads.
 *
 *     struct annotator *annotator = annotate_open();
 *     struct batch batch = BATCH_EMPTY;
 *     batch_add(&batch, &article, revision_hashes(&article));
 *     annotate_batch(annotator, &batch);
 *     store_add(store, &batch, &tally, &fault);
 *     batch_release(&batch);
 *     annotate_close(annotator);
 */
#ifndef CORPUS_ANNOTATE_H
#define CORPUS_ANNOTATE_H

#include "corpus/article.h"
#include "corpus/base/arena.h"
#include "corpus/base/pool.h"
#include "corpus/text/dates.h"
#include "corpus/voices/voices.h"

#include <stdint.h>

/*
 * Raised whenever annotating the same article would give another result;
 * stored with the articles, and printed in the report.
 */
enum { ANNOTATE_VERSION = 8 };

/* The seconds of an article without a time of day. */
#define ANNOTATE_NO_TIME INT64_MIN

struct annotate_options {
    const struct zone *zone;     /* borrowed; in which instants become days; NULL for UTC */
    const struct ranker *ranker; /* borrowed; chooses speakers; NULL: the language's own */
    struct span language;        /* taken as declared for every article; empty: as each says */
    bool indirect;               /* indirect speech is looked for too */
    bool without_voices;         /* no quotations */
    bool without_titles;         /* no title_terms */
    bool without_signatures;
};

/* What tells articles apart. */
struct article_hashes {
    uint64_t key;         /* of outlet and id */
    uint64_t content;     /* of the text alone: equal for exact copies */
    uint64_t fingerprint; /* of all that the input says, but not of where it was found */
};

/* A quotation with its length; the texts of `quote` are in the batch. */
struct annotated_quote {
    struct quote quote;
    uint32_t words; /* counted words between start and end; of a turn, of its speech */
};

struct annotation {
    struct article article; /* its texts are the batch's */
    struct span language;   /* of the text: "en", "ru", ...; "und" where it cannot be told */
    int32_t day;            /* DAY_NONE when undated */
    int64_t seconds;        /* since 1970 in UTC, or ANNOTATE_NO_TIME */
    struct span undated;    /* why there is no day; empty when there is one */
    struct article_hashes hashes;
    uint32_t words;    /* counted words */
    uint32_t left_out; /* paragraphs kept but not counted: in another language or script */
    /*
     * The counted words in text order as the thread's numbers plus 1, with a 0
     * wherever something other than a blank stands between two of them.
     */
    uint32_t *terms;
    size_t term_count;
    uint32_t *title_terms; /* the title's words, likewise */
    size_t title_count;
    struct span signature; /* shingles.h: of the counted words */
    struct annotated_quote *quotes;
    size_t quote_count;
    struct span fault; /* why it could not be annotated; empty when it could */
};

/*
 * The ids plus 1 that whoever adds the batches gives to a thread's terms, by
 * number plus 1; that of 0, a break, is 0. The annotator holds it, but the thread that adds its
 * batches alone uses it.
 */
struct term_ids {
    uint32_t *items;
    size_t capacity;
};

struct batch {
    struct annotate_options options;
    struct arena arena;
    struct span *terms; /* the new ones: their numbers are first_term and up */
    uint64_t *hashes;   /* hash_bytes() of each */
    size_t term_count, first_term;
    struct term_ids *ids; /* of the annotator, which lives until all its batches are added */
    struct annotation *items;
    size_t count, capacity;
    size_t bytes; /* of text added */
};

#define BATCH_EMPTY ((struct batch){0})

/* Copies `article` into the batch; its hashes come from revision_hashes(). */
void batch_add(struct batch *batch, const struct article *article, struct article_hashes hashes);

/* What one thread keeps from batch to batch: room, and the words it knows. */
struct annotator;

struct annotator *annotate_open(void);

/* Annotates all articles of the batch. The result does not depend on earlier batches. */
void annotate_batch(struct annotator *annotator, struct batch *batch);

void annotate_close(struct annotator *annotator);

/* What a pool's threads do with batches, or with structs that begin with one. */
extern const struct pool_work annotate_work;

/*
 * For adding the batch: room for the ids plus 1 of batch->terms, in their order.
 * Once it is filled, batch->ids->items[t] stands for every t of an item's terms.
 */
uint32_t *batch_new_ids(const struct batch *batch);

void batch_release(struct batch *batch);

#endif
