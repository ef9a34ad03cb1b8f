/*
 * Stems: "elections" and "election" as one, by the Snowball stemmer of the
 * language (libstemmer; this is its only door).
 *
 *     struct stems stems = STEMS_EMPTY;
 *
 *     if (stems_open(&stems, span_of("en")))
 *         show(stems_of(&stems, term));
 *     stems_release(&stems);
 *
 * Stems are an option of the tables, never of what is stored. One stemmer
 * serves one thread.
 */
#ifndef CORPUS_TEXT_STEMS_H
#define CORPUS_TEXT_STEMS_H

#include "corpus/base/span.h"

struct sb_stemmer;

struct stems {
    struct sb_stemmer *stemmer; /* owned */
};

#define STEMS_EMPTY ((struct stems){0})

/* Opens the stemmer of a two-letter language; false, and empty, where there is none. */
bool stems_open(struct stems *stems, struct span language);

/*
 * The stem of a folded word, valid until the next call; the term itself where
 * `stems` is empty. `term` is at most TOKENS_TEXT_MAX bytes.
 */
struct span stems_of(struct stems *stems, struct span term);

void stems_release(struct stems *stems);

#endif
