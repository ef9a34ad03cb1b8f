/*
 * Attribution: lists who may have said a quotation, each by one rule.
 *
 *     attribution_candidates(&candidates, &article, quote, &history);
 *
 * The rules and features are those of candidates.h. Nobody is always the
 * first candidate. Looked at are the clauses around the quotation in its
 * paragraph, what stands before a colon or behind a dash, the end of the
 * paragraph before, the sentences since the quotation before, and its speaker.
 * nearby.h adds whoever else is mentioned around it.
 */
#ifndef CORPUS_VOICES_ATTRIBUTION_H
#define CORPUS_VOICES_ATTRIBUTION_H

#include "corpus/voices/between.h"
#include "corpus/voices/history.h"

/* Replaces what the list held by the candidates of quotation `quote`. */
void attribution_candidates(struct candidate_list *list, const struct attribution_article *article,
                            uint32_t quote, const struct history *history);

#endif
