/*
 * Pairs: how often each pair of numbers came up, and in how many articles,
 * exactly, in bounded memory: what does not fit is sorted and waits in a spool.
 *
 *     struct pairs pairs = PAIRS_EMPTY;
 *     for each article, numbered 0, 1, 2, ...
 *         if (!pairs_add(&pairs, (struct pair){node, word}, article, &fault))
 *             ...
 *     if (!pairs_end(&pairs, &fault))
 *         ...
 *     while (pairs_next(&pairs, &count, &fault))
 *         use(count);                                      by pair, rising
 *     pairs_release(&pairs);
 */
#ifndef ANALYSIS_PAIRS_H
#define ANALYSIS_PAIRS_H

#include "corpus/base/sorter.h"

#include <stdint.h>

struct pair {
    uint32_t first, second;
};

struct pair_count {
    struct pair pair;
    uint32_t times, articles;
};

struct pairs_slot;

struct pairs {
    struct pairs_slot *slots; /* owned; open addressing */
    size_t used;
    struct sorter sorter;
    struct bytes record;
    bool ahead;             /* `next` was read but not handed over */
    struct pair_count next; /* the first piece of the next pair */
    uint32_t next_last;     /* the last article of that piece */
};

#define PAIRS_EMPTY ((struct pairs){.sorter = SORTER_EMPTY})

/* Articles come in rising order. Fails as a sorter does. */
bool pairs_add(struct pairs *pairs, struct pair pair, uint32_t article, struct fault *fault);

/* All are there. Fails likewise. */
bool pairs_end(struct pairs *pairs, struct fault *fault);

/* The next pair; false after the last, and with fault->kind set where the sorter failed. */
bool pairs_next(struct pairs *pairs, struct pair_count *count, struct fault *fault);

void pairs_release(struct pairs *pairs);

#endif
