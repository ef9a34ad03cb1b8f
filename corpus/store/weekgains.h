/*
 * What the terms' weekly counts have still to gain, or to lose.
 *
 *     struct weekgains gains = WEEKGAINS_EMPTY;
 *     struct week_list weeks = {0};
 *
 *     weekgains_add(&gains, article->day, article->terms, 1);
 *     if (!weekgains_count(&gains, term_count))
 *         ...
 *     weekgains_unite(&weeks, counts, &gains, term);
 *     weekgains_release(&gains);
 *
 * Articles wait as they are, by week, and are counted all at once: a week's
 * tallies then stay at hand, and each term has one gain a week.
 */
#ifndef CORPUS_STORE_WEEKGAINS_H
#define CORPUS_STORE_WEEKGAINS_H

#include "corpus/base/arena.h"
#include "corpus/store/weekcounts.h"

#include <stdbool.h>

/* An article's term ids, as idlist.h has them. */
struct week_article {
    struct span terms;
    int32_t sign; /* 1: its week gains it; -1: loses it */
};

struct week_articles {
    int32_t week;
    struct week_article *items;
    size_t count, capacity;
};

/* What one term gains or loses in one week. */
struct week_gain {
    uint32_t next; /* that of the same term in a later week, plus 1; 0: none */
    int32_t week;
    int32_t words, articles;
};

struct weekgains {
    struct arena arena;          /* the articles' term ids */
    struct week_articles *weeks; /* rising */
    size_t week_count, week_capacity;
    size_t bytes; /* of term ids added */
    struct week_gain *items;
    size_t count, capacity;
    uint32_t *first; /* by term: its first gain plus 1, or 0 */
    size_t term_count;
};

#define WEEKGAINS_EMPTY ((struct weekgains){0})

/* The weeks of one term, rising. */
struct week_list {
    struct week_count *items; /* the caller frees them */
    size_t count, capacity;
};

/* Adds an article that begins (1) or ceases (-1) to hold, with its term ids as stored. */
void weekgains_add(struct weekgains *gains, int32_t day, struct span terms, int sign);

/* Counts all that was added; false where ids are none of `term_count` terms. */
bool weekgains_count(struct weekgains *gains, size_t term_count);

/* Replaces `weeks` by those of the term's `counts` with its gains added to them. */
void weekgains_unite(struct week_list *weeks, struct span counts, const struct weekgains *gains,
                     size_t term);

void weekgains_release(struct weekgains *gains);

#endif
