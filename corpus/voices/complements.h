/*
 * Complements: what goes on with a role or an organisation behind it.
 *
 *     complements_add(&mentions, &passage);        "a spokesman", of "a spokesman for the ministry"
 */
#ifndef CORPUS_VOICES_COMPLEMENTS_H
#define CORPUS_VOICES_COMPLEMENTS_H

#include "corpus/voices/mention.h"

/*
 * Sets each mention's outer_end behind its complements: a preposition that belongs to the role
 * with a name, a genitive, a name in marks.
 */
void complements_add(struct mention_list *list, const struct passage *passage);

/* The end of a name in marks that starts with the mark at `word`, «Утро»; `word` for none. */
uint32_t complements_marked_name_end(const struct passage *passage, uint32_t word);

#endif
