/*
 * A topic dictionary's entries found in texts of term ids.
 *
 *     struct matcher matcher = MATCHER_EMPTY;
 *     struct matcher_hits hits = MATCHER_HITS_EMPTY;
 *
 *     if (!matcher_compile(&matcher, &dictionary, language, store_terms(store), &fault))
 *         return false;
 *     matcher_match(&matcher, terms, count, &hits);
 *     ...
 *     matcher_hits_release(&hits);
 *     matcher_release(&matcher);
 *
 * The dictionary is resolved once, on the vocabulary, so a text costs one
 * look-up a term.
 *
 * What counts where several entries could:
 *   1. Exclusions come first: of their category and those below nothing counts
 *      that shares a word with one.
 *   2. Within one topic, from left to right, the longest entry at a place wins
 *      and its words are used up. An entry whose conditions do not hold, or
 *      that is excluded, is not there.
 *   3. Of entries as long as each other at one place each category of the topic
 *      counts the first, a category above several of them counts one.
 *   4. Topics know nothing of each other: words may count for several.
 * What stands in a condition is not used up, and may count elsewhere.
 */
#ifndef ANALYSIS_MATCHER_H
#define ANALYSIS_MATCHER_H

#include "analysis/dictionary.h"
#include "corpus/base/table.h"

/* An entry that stands at the `at`-th term of a text, whether it counts or not. */
struct matcher_candidate {
    uint32_t entry, at;
    uint32_t taken_by; /* the entry that keeps it from counting; MATCHER_COUNTS: it counts */
};

#define MATCHER_COUNTS UINT32_MAX

/* For each term of a vocabulary the dictionary's words that it fits. */
struct matcher {
    const struct dictionary *dictionary; /* borrowed */
    uint32_t *first; /* by term id: where its words begin in `fits`; term_count + 1 long */
    uint32_t *fits;  /* numbers of distinct words, rising within a term */
    size_t term_count;
    uint32_t *word_number; /* by dictionary word: the number of the distinct word it is */
    uint32_t any;          /* the number that every term fits, or DICTIONARY_NONE */
    uint32_t *entry_first; /* by distinct word: where its entries begin in `entries` */
    uint32_t *entries;     /* entries that begin with this word, in the order of the file */
    size_t distinct;
    uint8_t *begins; /* a bit for each term: an entry may begin with it; small, as all are asked */
    /* Of the text matched last: */
    struct matcher_candidate *candidates; /* by place, then the order of the file */
    size_t candidate_count, candidate_capacity;
    uint32_t *exclusions; /* which of them exclude */
    size_t exclusion_count, exclusion_capacity;
    struct matcher_use *uses; /* by category */
};

#define MATCHER_EMPTY ((struct matcher){0})

/*
 * Resolves the entries of `dictionary` for texts in `language`, as
 * dictionary_language() gives it, on the terms of `vocabulary`; both must
 * outlive the matcher's use. Fails, with an empty matcher, where a regular
 * expression would take too long.
 */
bool matcher_compile(struct matcher *matcher, const struct dictionary *dictionary,
                     uint32_t language, const struct table *vocabulary, struct fault *fault);

/* One hit: `entry` at the `at`-th term of the text. */
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
 * Replaces `hits` by the hits in a text of `count` terms, ids plus 1 with 0
 * for a break, in text order, and matcher->candidates by all that could be.
 * Terms past the vocabulary compiled for match nothing but a `*`.
 */
void matcher_match(struct matcher *matcher, const uint32_t *terms, size_t count,
                   struct matcher_hits *hits);

/*
 * Goes through the hits of `category` and of those below it, a place once,
 * whatever entries stand there:
 *
 *     for (size_t i = 0; (hit = matcher_next_of(&hits, &dictionary, category, &i)) != NULL;)
 *
 * `*next` begins as 0; NULL after the last.
 */
const struct matcher_hit *matcher_next_of(const struct matcher_hits *hits,
                                          const struct dictionary *dictionary, uint32_t category,
                                          size_t *next);

void matcher_hits_release(struct matcher_hits *hits);
void matcher_release(struct matcher *matcher);

#endif
