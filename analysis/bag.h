/*
 * A bag: the distinct words of an article, each with how often it is there.
 *
 *     struct bag bag = BAG_EMPTY;
 *     bag_start(&bag, vocabulary->count);
 *     for each article
 *         bag_fill(&bag, ids, id_count);
 *         ... bag.words[0 ... bag.count - 1] ...
 *     bag_release(&bag);
 */
#ifndef ANALYSIS_BAG_H
#define ANALYSIS_BAG_H

#include <stddef.h>
#include <stdint.h>

struct bag_word {
    uint32_t term; /* id */
    uint32_t count;
};

struct bag {
    struct bag_word *words; /* by first appearance in the article; room for all terms */
    size_t count;
    uint32_t *seen; /* by term, of the article at hand; zeros in between */
};

#define BAG_EMPTY ((struct bag){0})

/* For articles of a vocabulary of `terms`. */
void bag_start(struct bag *bag, size_t terms);

/* Replaces what the bag held by an article's words: ids plus 1, with 0 for a break. */
void bag_fill(struct bag *bag, const uint32_t *ids, size_t count);

void bag_release(struct bag *bag);

#endif
