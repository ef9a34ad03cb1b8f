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
 * All functions are pure.
 */
#ifndef ANALYSIS_MEASURES_COLLOCATION_H
#define ANALYSIS_MEASURES_COLLOCATION_H

#include "analysis/measures/interval.h"
#include "analysis/measures/ratio.h"
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

/* What one article has of the four counts that E and O are made from. */
struct collocation_article {
    uint64_t joint, near, collocate, positions;
};

/* What articles add up to: counts, and sums of their products two by two. */
struct collocation_sums {
    uint64_t articles;
    struct collocation_article all;
    ratio_wide jj, hh, cc, pp; /* joint, near, collocate and positions with themselves */
    ratio_wide jh, jc, jp, hc, hp, cp;
};

#define COLLOCATION_SUMS_EMPTY ((struct collocation_sums){0})

/* Adds an article, also one that holds neither word. */
void collocation_add(struct collocation_sums *sums, struct collocation_article article);

/*
 * PMI with an interval from articles, which are the unit: ln(O N / (near f2)) is
 * linearised in its four sums, u_i = o_i/O + n_i/N - near_i/near - f_i/f2, v = G / (G - 1)
 * x sum u_i^2 over G articles, and the interval is PMI -+ t sqrt v / ln 2 with G - 1
 * degrees. An interval that excludes 0 says that articles, not some repeated
 * sentence of one of them, put the words together.
 *
 * Fails with FAULT_DOMAIN when there are fewer articles than `minimum` (at least
 * 2) or one of the four sums is 0; `pmi` is then as it was.
 */
bool collocation_by_article(struct interval *pmi, const struct collocation_sums *sums, double level,
                            uint64_t minimum, struct fault *fault);

#endif
