/*
 * Leads: whom the words before a colon name, where no verb of saying leads to the quotation.
 *
 *     uint32_t speaker = leads_author(&passage, start, colon);
 *
 *     if (speaker == PASSAGE_NONE)
 *         speaker = leads_owner(&passage, &mentions, start, colon);
 */
#ifndef CORPUS_VOICES_LEADS_H
#define CORPUS_VOICES_LEADS_H

#include "corpus/voices/mention.h"

/*
 * Whose writing it is in "From Smith's blog post", words `first` to `end`, of which there is one at
 * least: a mention, or PASSAGE_NONE.
 */
uint32_t leads_author(const struct passage *passage, uint32_t first, uint32_t end);

/*
 * The owner in "his answer", "Smith's answer was short"; else the first full name of words `first`
 * to `end`, or PASSAGE_NONE.
 */
uint32_t leads_owner(const struct passage *passage, const struct mention_list *mentions,
                     uint32_t first, uint32_t end);

/*
 * True where the mention starts what begins at word `start`, or goes on what was said of others:
 * "said Lee, and the Norwegian minister Ann Stone".
 */
bool leads_alone(const struct passage *passage, const struct mention *mention, uint32_t start);

#endif
