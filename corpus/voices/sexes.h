/*
 * Sexes: what "Smith said she was late" tells of Smith.
 *
 *     sexes_vote(&speakers, &passage, &mentions, &clauses, &cues);
 *
 * Who says something and goes on with "he" or "she" most often speaks of
 * himself or herself: that is two votes for the person's sex, where a title
 * or a given name has not said it already.
 */
#ifndef CORPUS_VOICES_SEXES_H
#define CORPUS_VOICES_SEXES_H

#include "corpus/voices/clauses.h"
#include "corpus/voices/speaker.h"

/* Adds to the votes of the people who are subjects of clauses. */
void sexes_vote(struct speaker_list *speakers, const struct passage *passage,
                const struct mention_list *mentions, const struct clause_list *clauses,
                const struct cue_list *cues);

#endif
