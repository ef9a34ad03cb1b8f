/*
 * A topic dictionary's entries found in texts of term ids.
 *
 *     struct matcher matcher = MATCHER_EMPTY;
 *     struct matcher_hits hits = MATCHER_HITS_EMPTY;
 *
 *     matcher_compile(&matcher, &dictionary, store_terms(store));
 *     matcher_match(&matcher, terms, count, &hits);
 *     ...
 *     matcher_hits_release(&hits);
 *     matcher_release(&matcher);
 *
 * The dictionary is resolved once, on the vocabulary, so a text costs one
 * look-up a term. Within one topic the longest entry at a place wins and its
 * words are used up; words may count for several topics.
 */
#ifndef ANALYSIS_MATCHER_H
#define ANALYSIS_MATCHER_H

#include "analysis/dictionary.h"
#include "corpus/base/table.h"

/* For each term of a vocabulary the dictionary's words that it fits. */
struct matcher {
    const struct dictionary *dictionary; /* borrowed */
    uint32_t *first; /* by term id: where its words begin in `fits`; term_count + 1 long */
    uint32_t *fits;  /* numbers of distinct words, rising within a term */
    size_t term_count;
    uint32_t *word_number; /* by dictionary word: the number of the distinct word it is */
    uint32_t *entry_first; /* by distinct word: where its entries begin in `entries` */
    uint32_t *entries;     /* entries that begin with this word, in the order of the file */
    size_t distinct;
    uint8_t *begins; /* a bit for each term: an entry may begin with it; small, as all are asked */
    uint32_t *free_from; /* by topic, used while matching: the first place not used up */
};

#define MATCHER_EMPTY ((struct matcher){0})

/* Resolves `dictionary` on the terms of `vocabulary`; both must outlive the matcher's use. */
void matcher_compile(struct matcher *matcher, const struct dictionary *dictionary,
                     const struct table *vocabulary);

/* One match: `entry` at the `at`-th term of the text. */
struct matcher_hit {
    uint32_t entry;
    uint32_t at;
};

struct matcher_hits {
    struct matcher_hit *items;
    size_t count, capacity;
};

#define MATCHER_HITS_EMPTY ((struct matcher_hits){0})

/*
 * Replaces `hits` by the matches in a text of `count` terms, ids plus 1 with 0
 * for a break, in text order. Terms past the vocabulary compiled for match
 * nothing.
 */
void matcher_match(struct matcher *matcher, const uint32_t *terms, size_t count,
                   struct matcher_hits *hits);

void matcher_hits_release(struct matcher_hits *hits);
void matcher_release(struct matcher *matcher);

#endif
