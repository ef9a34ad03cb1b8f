/*
 * Collocations: which words stand near a node more often than chance has it.
 *
 *     struct collocations found = COLLOCATIONS_EMPTY;
 *     struct collocations_wish wish = COLLOCATIONS_WISH;
 *
 *     wish.nodes = nodes;                             none: the strongest pairs of all words
 *     wish.node_count = 1;
 *     if (!collocations_find(&found, source, &wish, &fault))
 *         ...
 *     for (size_t i = 0; i < found.count; i++)
 *         show(&found.rows[i]);
 *     collocations_release(&found);
 *
 * A word is near a node that is among the `left` words before or the `right`
 * words after the node, or in its sentence: stretches.h. E is that of these
 * positions (collocation.h). Words are compared with all positions of the
 * articles that are read.
 *
 * Without nodes a pair is two words that are no stop words of the set's main
 * language, each with `least` occurrences; it is there once, the more frequent
 * word as its node.
 *
 * Articles are read two or three times: once to count pairs, whose numbers may
 * exceed memory (pairs.h), and once to see how the pairs that are shown spread
 * over articles.
 */
#ifndef ANALYSIS_COLLOCATIONS_H
#define ANALYSIS_COLLOCATIONS_H

#include "analysis/estimate.h"
#include "analysis/measures/collocation.h"
#include "analysis/texts.h"

enum collocations_order {
    COLLOCATIONS_BY_LOG_DICE,
    COLLOCATIONS_BY_JOINT,
    COLLOCATIONS_BY_PMI,
    COLLOCATIONS_BY_MI3,
    COLLOCATIONS_BY_T,
    COLLOCATIONS_BY_G2,
    COLLOCATIONS_BY_CHI2,
};

enum { COLLOCATIONS_REACH = 5, COLLOCATIONS_LEAST = 5, COLLOCATIONS_ARTICLES = 3 };

/* A word looked around, or several that are taken for one. */
struct collocations_node {
    struct span name;
    const uint8_t *fits; /* by term id: 1 where it is the node; NULL: the term of this name */
};

struct collocations_wish {
    struct texts_wish texts;
    bool by_sentence;                      /* else by window; needs a store */
    uint32_t left, right;                  /* words of the window */
    const struct collocations_node *nodes; /* a term is of the first that it fits */
    size_t node_count;
    uint32_t least;   /* joint occurrences */
    uint32_t minimum; /* articles for an interval */
    enum collocations_order order;
    struct span only; /* the one collocate wanted; empty for all */
    size_t most;      /* rows a node, or of all where no nodes are given; 0: all */
};

#define COLLOCATIONS_WISH                                                                          \
    ((struct collocations_wish){.texts = {.days = STORE_ALL_DAYS},                                 \
                                .left = COLLOCATIONS_REACH,                                        \
                                .right = COLLOCATIONS_REACH,                                       \
                                .least = COLLOCATIONS_LEAST,                                       \
                                .minimum = 15})

struct collocation_row {
    uint32_t node; /* index into the wish's nodes, or a term's id */
    uint32_t term;
    struct span node_name, name;
    struct collocation_counts counts;
    uint32_t articles; /* in which they stand together, at least COLLOCATIONS_ARTICLES */
    struct collocation bond;
    struct estimate pmi; /* with its interval from articles */
};

struct collocations {
    struct collocation_row *rows; /* owned; by node, then in the order wished, then by name */
    size_t count, capacity;
    uint64_t positions; /* words of all articles */
    uint32_t articles;
};

#define COLLOCATIONS_EMPTY ((struct collocations){0})

/* Fails as the source does; `found` is then to be released all the same. */
bool collocations_find(struct collocations *found, struct counts_source source,
                       const struct collocations_wish *wish, struct fault *fault);

void collocations_release(struct collocations *found);

#endif
