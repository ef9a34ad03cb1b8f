/*
 * Discovery: topics that no dictionary names, from what rose in the study.
 *
 *     struct discovery *discovery = discovery_start(&findings, &counts, vocabulary, threads);
 *     ... other findings ...
 *     if (!discovery_end(discovery, &fault))
 *         return false;
 *
 * 1. Words and phrases (units.h) are counted by story: each story has one
 *    vote in the study and one in the baseline, that of its first article there.
 * 2. Each unit with DISCOVERY_LEAST votes is tested for a rise (rise.h), with the
 *    outlets as strata and the baseline's weeks for the spread. q is Benjamini
 *    and Hochberg's over all of them. What rose (q <= 0.05) in
 *    DISCOVERY_STORIES stories is sure; what did with p <= 0.01 may keep it company: the
 *    DISCOVERY_TERMS surest of both go on. Units that could not reach a p of
 *    0.0001 with all their votes in the study are not tested.
 * 3. A word that mostly stands within a phrase that rose too, in at least
 *    half of its articles of the study, is that phrase; so is a phrase within a
 *    longer one in four fifths of its articles. The phrase's articles are then those of
 *    both. So are a word with and without a last s.
 * 4. Terms are joined by average linkage on their correlation over the study's
 *    stories (clusters.h), down to DISCOVERY_ALIKE. A topic has
 *    two terms at least, one of them sure.
 * 5. An article has the topic with two of its terms. A topic has
 *    DISCOVERY_ARTICLES articles, DISCOVERY_STORIES stories and, where the study has
 *    several outlets, DISCOVERY_OUTLETS of them.
 *
 * The same articles give the same topics, whatever order they were added in.
 * The interval of a topic's share knows nothing of its having been chosen.
 */
#ifndef ANALYSIS_DISCOVERY_H
#define ANALYSIS_DISCOVERY_H

#include "analysis/counts.h"
#include "analysis/findings.h"

enum {
    DISCOVERY_LEAST = 5,    /* votes in study and baseline for a unit to be tested */
    DISCOVERY_ARTICLES = 5, /* of the study, for a topic */
    DISCOVERY_STORIES = 4,
    DISCOVERY_OUTLETS = 2,
    DISCOVERY_TERMS = 300,
    DISCOVERY_SHOWN = 5 /* articles that stand as evidence for a topic */
};

#define DISCOVERY_ALIKE 0.25

struct discovery;

/*
 * Begins to read the units, in a thread of its own where `threads` is above 1. Meanwhile the
 * counts stay as they are; they must have kept the articles' terms, which are those of the
 * vocabulary. NULL where there is too little to compare with: `discovered_note` of the findings
 * says why.
 */
struct discovery *discovery_start(struct findings *findings, const struct counts *counts,
                                  const struct table *vocabulary, int threads);

/*
 * Ends what was begun (NULL: nothing) and fills the findings' discovered topics. Fails as
 * counts_revisit() and a spool do.
 */
bool discovery_end(struct discovery *discovery, struct fault *fault);

#endif
