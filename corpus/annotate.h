/*
 * Annotation: one article through text/ and voices/, and batches of them.
 *
 * A batch is what one worker thread does at a time. Readers' articles are
 * copied into it, annotated there with a vocabulary of the batch's own, and
 * handed to the store, which maps that vocabulary to its own. Nothing is
 * shared between batches, so the result does not depend on threads.
 *
 *     struct batch batch = BATCH_EMPTY;
 *     batch_add(&batch, &article);
 *     annotate_batch(&batch);
 *     store_add(store, &batch, &tally, &fault);
 *     batch_release(&batch);
 */
#ifndef CORPUS_ANNOTATE_H
#define CORPUS_ANNOTATE_H

#include "corpus/article.h"
#include "corpus/base/arena.h"
#include "corpus/base/table.h"
#include "corpus/text/dates.h"
#include "corpus/voices/voices.h"

#include <stdint.h>

/*
 * Raised whenever annotating the same article would give another result;
 * stored with the articles, and printed in the report.
 */
enum { ANNOTATE_VERSION = 2 };

/* The seconds of an article without a time of day. */
#define ANNOTATE_NO_TIME INT64_MIN

struct annotate_options {
    const struct zone *zone; /* borrowed; in which instants become days; NULL for UTC */
    struct span language;    /* taken as declared for every article; empty: as each says */
    bool without_voices;     /* words only: no quotations */
};

/* A quotation with its length; the texts of `quote` are in the batch. */
struct annotated_quote {
    struct quote quote;
    uint32_t words; /* counted words between start and end */
};

struct annotation {
    struct article article; /* its texts are the batch's */
    struct span language;   /* of the text: "en", "ru", ...; "und" where it cannot be told */
    int32_t day;            /* DAY_NONE when undated */
    int64_t seconds;        /* since 1970 in UTC, or ANNOTATE_NO_TIME */
    struct span undated;    /* why there is no day; empty when there is one */
    uint64_t content;       /* hash of the text */
    uint32_t words;         /* counted words */
    uint32_t left_out;      /* paragraphs kept but not counted: in another language or script */
    /*
     * The counted words in text order as the batch's term ids plus 1, with a 0
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

struct batch {
    struct annotate_options options;
    struct arena arena;
    struct table vocabulary; /* terms by id */
    struct annotation *items;
    size_t count, capacity;
    size_t bytes; /* of text added */
};

#define BATCH_EMPTY ((struct batch){0})

/* Copies `article` into the batch. */
void batch_add(struct batch *batch, const struct article *article);

/* Annotates all its articles. */
void annotate_batch(struct batch *batch);

void batch_release(struct batch *batch);

#endif
