/*
 * Mentions: the words outside quotations that may stand for a speaker.
 *
 *     struct mention_list mentions = MENTION_LIST_EMPTY;
 *     mentions_find(&mentions, &passage);
 *
 * A name is a run of words with capitals: particles and suffixes may stand in
 * it, initials and abbreviated titles keep their full stop. Titles, roles and
 * organisations that lead the run are no part of the name ("Oilers head coach
 * Ken Hitchcock" is Ken Hitchcock). A run that is all title is a role, one
 * that ends in an organisation's word, or an acronym, or a place, is a group.
 * Where nouns have capitals (German) a name must start with a given name or
 * follow a title; any other single word is doubtful, and so is an unknown word
 * that starts a sentence: speaker.h keeps those it knows from elsewhere. In a sentence in title
 * case (titlecase.h) only a name with a title or a given name is not. A dateline (placelines.h)
 * mentions nobody.
 */
#ifndef CORPUS_VOICES_MENTIONS_H
#define CORPUS_VOICES_MENTIONS_H

#include "corpus/voices/mention.h"

/* Replaces what the list held, and writes each word's `mention`. Needs the words' quotes. */
void mentions_find(struct mention_list *list, struct passage *passage);

/* True where no mention but "it" stands before that of number `id` in its sentence. */
bool mentions_is_first(const struct mention_list *list, const struct passage *passage, uint32_t id);

/* "The president", "his lawyer" point at somebody known; "a lawyer", "one lawyer" do not. */
bool mentions_is_definite(const struct passage *passage, const struct mention *mention);

/* True for a name that only describes what follows: "Latino Decisions researcher". */
bool mentions_modifies(const struct passage *passage, const struct mention *mention);

void mentions_release(struct mention_list *list);

#endif
