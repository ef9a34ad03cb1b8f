/*
 * Appositions: the role that a comma sets off from a name, on either side of it.
 *
 *     uint32_t role = appositions_behind(&passage, name.end);
 *
 *     if (role == PASSAGE_NONE)
 *         role = appositions_before(&passage, &name);
 */
#ifndef CORPUS_VOICES_APPOSITIONS_H
#define CORPUS_VOICES_APPOSITIONS_H

#include "corpus/voices/mention.h"

/* The role in ", a tall researcher at" behind a name that ends at word `end`, or PASSAGE_NONE. */
uint32_t appositions_behind(const struct passage *passage, uint32_t end);

/*
 * The role in "Norland's foreign minister, Ann Miller,", or PASSAGE_NONE; none where it is of
 * another name, as in "Bob Stone, the mayor, Ann Miller,".
 */
uint32_t appositions_before(const struct passage *passage, const struct mention *name);

#endif
