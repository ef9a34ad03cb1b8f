/*
 * Mix: topics compared within outlets, beside the comparison of the whole.
 *
 *     mix_find(&findings, &topics, &counts);
 *     use(findings.topics[0].within);
 *
 * Outlets differ in what they write about. Where one falls silent, or writes
 * more, the share of a topic among all articles moves without anybody having
 * written otherwise. So a change of a topic is called one only where the
 * difference within outlets (stratified.h) has the same sign and a p of at most
 * 0.05; else its direction is CHANGE_NONE, and mixed_topics counts it. With one outlet
 * there is nothing to part. Shares of speakers and of words are not compared so.
 */
#ifndef ANALYSIS_MIX_H
#define ANALYSIS_MIX_H

#include "analysis/findings.h"
#include "analysis/topics.h"

/* Fills `within` of the findings' topics, and takes back changes that are of the mix alone. */
void mix_find(struct findings *findings, const struct topics *topics, const struct counts *counts);

#endif
