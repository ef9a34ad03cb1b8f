/*
 * Shares: what part of the articles carried a topic, and what part of the
 * quoted words each speaker had, in the study, the baseline and each week.
 *
 * A topic's share is of articles, with Wilson's interval. Its difference from the
 * baseline knows how much the topic's weeks differ (spread.h): Newcombe's interval
 * of shares worth so much less, with Student's t, and spread_p().
 *
 * A speaker's share is of quoted words, with a cluster bootstrap over the stories
 * that quote anybody, stratified by the outlet of their first article: articles
 * of one story are not independent, whether or not each has a vote. The p of a
 * change is the larger of the bootstrap's and of spread_p(), for both stories and
 * weeks come as they do.
 *
 * q is Benjamini and Hochberg's over all topics, and over all speakers, that were
 * compared.
 */
#ifndef ANALYSIS_SHARES_H
#define ANALYSIS_SHARES_H

#include "analysis/findings.h"
#include "analysis/speakers.h"
#include "analysis/topics.h"

enum {
    SHARES_SPEAKERS_SHOWN = 20,
    SHARES_COMPARED_QUOTES = 3, /* of study and baseline together, for a speaker to be compared */
    SHARES_RESAMPLES = 2000
};

/*
 * The seed of resamples of speakers' shares in a period. All tables take it, so that a
 * share of the same quotations has the same interval in each of them.
 */
uint64_t shares_seed(const struct findings *findings, struct span period);

/* Fills the findings' topics and topic rows. */
void shares_find_topics(struct findings *findings, const struct topics *topics,
                        const struct counts *counts);

/*
 * Fills the findings' speakers, speaker rows and the unattributed shares, which
 * are the same whatever the number of threads.
 */
void shares_find_speakers(struct findings *findings, const struct speakers *speakers,
                          const struct counts *counts, int threads);

#endif
