/*
 * Headlines: which findings come first, and the evidence behind them.
 *
 * By rule: of the topics the one whose share changed most among those that
 * changed clearly, else the largest; of the speakers likewise, else the one
 * quoted most, with three quotations in two articles at least (of one article
 * alone, in that) and, in a set large enough for any, an interval; of the terms
 * the one that surely rose most, else the most frequent content word, unless one
 * article of several has it alone.
 *
 * Notices say what the set lacks; a week with less than four fifths of the mean
 * of the weeks before is one of them.
 */
#ifndef ANALYSIS_HEADLINES_H
#define ANALYSIS_HEADLINES_H

#include "analysis/counts.h"
#include "analysis/findings.h"

/*
 * The speaker whose share changed most of those that changed clearly, the first of several;
 * speaker_count where none did. What nobody was found for is no speaker.
 */
size_t headlines_speaker_changed(const struct findings *findings);

/* Whether the speaker quoted most may make a headline: the rule above. */
bool headlines_speaker_leads(const struct findings *findings);

/*
 * Chooses the headlines, lists the evidence with its slugs, reads the words of
 * quotations, and notes what a reader must know about the set. Fails as the
 * store does.
 */
bool headlines_choose(struct findings *findings, struct store *store, const struct counts *counts,
                      struct fault *fault);

#endif
