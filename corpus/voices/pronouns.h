/*
 * Pronouns: whom "he" and "she" mean, and roles that mean one person.
 *
 *     pronouns_resolve(&mentions, &passage, &speakers);
 *
 * Each he or she, in text order, goes to the person among the last mentions
 * (at most eight paragraphs and eight sentences back) who has the most
 * points: for being near, for having been the subject of a cue or the first in
 * the sentence, for evidence of being a person; against standing behind a
 * preposition or with 's. A person of the other sex is none. Pronouns that
 * were resolved count as mentions. Where no name fits, one that is the subject of a cue goes to
 * the last role that was such a subject. It and they, where they are the subject of
 * a cue, go to the last group, or several people, or name that is no person's,
 * which was such a subject or stood first in its sentence, before them that whose writing their
 * sentence names ("On the ministry's website it said"),
 * and else, for it, to the last writing of this sentence or the one before. "The president" goes to
 * the one person of the article who carries that role; "a president" to nobody. "The 29-year-old"
 * goes where he or she would.
 */
#ifndef CORPUS_VOICES_PRONOUNS_H
#define CORPUS_VOICES_PRONOUNS_H

#include "corpus/voices/clauses.h"
#include "corpus/voices/speaker.h"

/* Writes `person` of the pronouns and roles that could be resolved. */
void pronouns_resolve(struct mention_list *mentions, const struct passage *passage,
                      struct speaker_list *speakers);

#endif
