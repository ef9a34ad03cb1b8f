/*
 * Kinds: whether a stretch inside marks is speech, and of which kind.
 *
 * Direct: dash speech; what a cue beside it introduces or closes with a comma,
 * colon or stop; a sentence of its own. Mixed: a fragment in a sentence with a
 * cue, of two words or beside the cue; a longer fragment that somebody can
 * be found for. (A transcript's turn is one by its label.) Anything else is no speech: a title, a
 * nickname, a word held with tweezers ("Interaction", the film "Avatar").
 */
#ifndef CORPUS_VOICES_KINDS_H
#define CORPUS_VOICES_KINDS_H

#include "corpus/voices/attribution.h"
#include "corpus/voices/quote.h"

/* Sets `kind`; false where the stretch is no speech. `who` is its best candidate. */
bool kinds_judge(enum quote_kind *kind, const struct attribution_article *article,
                 const struct marked *marked, const struct attribution *who);

#endif
