/*
 * Nearby: who else may have said a quotation, beyond what a rule finds.
 *
 *     attribution_candidates(&candidates, &article, quote, &history);
 *     nearby_candidates(&candidates, &article, quote, &history);
 *
 * Added are whom else a pronoun or a role beside the quotation may mean, who
 * spoke before the speaker before, and everybody mentioned in this paragraph
 * and the four before, in both directions as far as some sentences. Only a
 * ranker can weigh them: the weights set by hand never choose one. Where a
 * verb of saying with a name stands right beside the quotation, nothing is
 * added.
 */
#ifndef CORPUS_VOICES_NEARBY_H
#define CORPUS_VOICES_NEARBY_H

#include "corpus/voices/attribution.h"

/* Appends to the candidates of quotation `quote`. */
void nearby_candidates(struct candidate_list *list, const struct attribution_article *article,
                       uint32_t quote, const struct history *history);

/* The first mention that starts at or behind word `word`; the count where there is none. */
uint32_t nearby_mention_from(const struct mention_list *mentions, uint32_t word);

#endif
