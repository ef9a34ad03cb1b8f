/*
 * Writings: who speaks by a statement, a tweet, a report.
 *
 *     mention = writings_author(&mentions, &passage, mention);
 */
#ifndef CORPUS_VOICES_WRITINGS_H
#define CORPUS_VOICES_WRITINGS_H

#include "corpus/voices/mentions.h"

/*
 * "Ann Miller's statement", "her letter", "a tweet by Ann Miller", "das Fazit der Betreiber" speak
 * for Ann Miller, her and the Betreiber: the mention whose writing `id` is, else `id` itself.
 */
uint32_t writings_author(const struct mention_list *list, const struct passage *passage,
                         uint32_t id);

#endif
