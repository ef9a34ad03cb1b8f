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

#include "corpus/voices/candidates.h"
#include "corpus/voices/clauses.h"
#include "corpus/voices/history.h"
#include "corpus/voices/marks.h"
#include "corpus/voices/speaker.h"

/* What attribution reads; all filled by the stages before it. */
struct attribution_article {
    const struct passage *passage;
    const struct marked_list *quotations;
    const struct cue_list *cues;
    const struct mention_list *mentions;
    const struct clause_list *clauses;
    const struct speaker_list *speakers;
};

/* Replaces what the list held by the candidates of quotation `quote`. */
void attribution_candidates(struct candidate_list *list, const struct attribution_article *article,
                            uint32_t quote, const struct history *history);

#endif
