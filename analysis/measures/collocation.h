/*
 * Collocation: do two words stand together more often than chance would put
 * them there?
 *
 *     struct collocation_counts pair = {.joint = 150, .node = 12593, .near = 12593,
 *                                       .collocate = 932, .positions = 14307668};
 *     struct collocation bond;
 *     if (!collocation_measure(&bond, pair, &fault))
 *         return false;
 *
 * The node is the word looked around, the collocate the one that is found near
 * it. `near` says how many positions were looked at, each counted once however
 * many nodes it is near: for bigrams as many as nodes, for a window of five
 * words to both sides up to ten times as many. Chance is taken over these
 * positions, E = near x collocate / positions, so a wide window does not by
 * itself make words collocate. Say the window beside every number.
 *
 * t and g2 favour frequent pairs, pmi rare ones; mi3 and logDice stand between.
 * logDice does not change with the size of the corpus, so it alone may be
 * compared between corpora. Order by logDice, and drop pairs of fewer than 5
 * joint occurrences or fewer than 3 articles first: pmi of a pair seen once is
 * as large as it can be and says nothing.
 *
 * When not: g2, chi2 and t take each position as an independent draw, which
 * words in articles are not. They order pairs; their p proves nothing.
 *
 * The function is pure.
 */
#ifndef ANALYSIS_MEASURES_COLLOCATION_H
#define ANALYSIS_MEASURES_COLLOCATION_H

#include "corpus/base/fault.h"

#include <stdint.h>

struct collocation_counts {
    uint64_t joint;     /* occurrences of the collocate near a node, above 0 */
    uint64_t node;      /* occurrences of the node */
    uint64_t near;      /* positions near a node */
    uint64_t collocate; /* occurrences of the collocate, near or not */
    uint64_t positions; /* all there are */
};

struct collocation {
    double expected; /* E, joint occurrences by chance, above 0 */
    double t;        /* (O - E) / sqrt O (Church et al. 1991), below sqrt O */
    double pmi;      /* log2(O / E) (Church and Hanks 1990) */
    double mi3;      /* log2(O^3 / E) (Daille 1994) */
    double log_dice; /* 14 + log2(2 O / (node + collocate)) (Rychly 2008), at most 14 for bigrams */
    double g2;       /* four cells (Dunning 1993), 0 or more */
    double p;        /* of this g2 or more if positions were independent, 0 to 1 */
    double chi2;     /* Pearson's, four cells, 0 or more */
};

/*
 * Fails with FAULT_DOMAIN when the words never stand together, when the counts
 * contradict each other, or when the collocate is at every position; `bond` is
 * then as it was.
 */
bool collocation_measure(struct collocation *bond, struct collocation_counts pair,
                         struct fault *fault);

#endif
