/*
 * Heads: the mention that another one belongs to.
 *
 *     struct heads heads = {&passage, &mentions, first_word_of_the_clause};
 *     mention = heads_of(&heads, mention);          "a spokesman" of "a spokesman for the ministry"
 *     mention = heads_described(&heads, edge);      "Smith" of "Smith, a doctor from Leeds,"
 *
 * Nothing before the word `from` is looked at.
 */
#ifndef CORPUS_VOICES_HEADS_H
#define CORPUS_VOICES_HEADS_H

#include "corpus/voices/mentions.h"

struct heads {
    const struct passage *passage;
    const struct mention_list *mentions;
    uint32_t from; /* the first word that may belong to the clause */
};

/* The mention that the word belongs to, or NULL. */
static inline const struct mention *heads_mention(const struct heads *heads, uint32_t word)
{
    uint32_t id = heads->passage->words[word].mention;

    return id == PASSAGE_NONE ? NULL : &heads->mentions->items[id];
}

/* True for a mention (NULL is none) in a form that a subject may have. */
static inline bool heads_can_speak(const struct mention *mention)
{
    return mention && mention->kind != MENTION_NONE && !mention->possessive &&
           !(mention->is & LEXICON_OTHER_FORM);
}

/* The same of names and pronouns alone. */
static inline bool heads_is_person(const struct mention *mention)
{
    return heads_can_speak(mention) &&
           (mention->kind == MENTION_NAME || mention->kind == MENTION_PRONOUN);
}

/* True for a mark that may end an apposition. */
static inline bool heads_is_edge(uint32_t mark)
{
    return mark == ',' || mark == ')' || mark == 0x2013 || mark == 0x2014 || mark == '-';
}

/*
 * True where one small word stands between "of" at `word` and a full name:
 * "secretary of state Ann Lee" is Ann Lee, not a secretary.
 */
bool heads_names_office(const struct passage *passage, uint32_t word, const struct mention *name);

/* Climbs from a complement to the mention that governs it; itself where there is none. */
const struct mention *heads_of(const struct heads *heads, const struct mention *mention);

/* The opening bracket of the closing one at `word`; `word` where there is none near. */
uint32_t heads_bracket(const struct heads *heads, uint32_t word);

/* The mention that ends just before word `at`, brackets passed over; or NULL. */
const struct mention *heads_ending(const struct heads *heads, uint32_t at);

/* The name before the apposition whose last mark stands at `edge`, or NULL. */
const struct mention *heads_described(const struct heads *heads, uint32_t edge);

#endif
