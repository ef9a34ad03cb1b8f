/*
 * Slavic names: one key for the ways in which a name is written.
 *
 * A Russian or Ukrainian name reaches a Latin page through many systems of
 * transliteration (Sergei, Sergey, Serguei, Sergej), and a Cyrillic page in
 * six cases. The key is the same for all of them: letters and groups of
 * letters that stand for one Cyrillic letter become one, doubled letters
 * single, and case endings of Cyrillic names are cut. It is a key to compare
 * by, not to show, and it says too much of names that are not Slavic: so
 * callers ask first whether there is a sign that a name is.
 *
 *     if (slavic_given(&key, span_of("serguei"), &sex))
 *         ...                                           key "sergei", LEXICON_MALE
 *     slavic_last(&key, span_of("zelenskiy"));          key "selensk"
 *
 * Names come bare: folded, without accents, so й is и (bare.h).
 *
 * The Russian given names are read once, when the first thread asks
 * (pthread_once), and never change: that cache is the module's only state.
 */
#ifndef ANALYSIS_SLAVIC_H
#define ANALYSIS_SLAVIC_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

#include <stdint.h>

/*
 * Replaces `key` by the given name's key and `sex` by LEXICON_MALE or
 * LEXICON_FEMALE, or 0 where it does not tell. True for a given name of the
 * list: of a Cyrillic one in any case, of a Latin one in any transliteration.
 */
bool slavic_given(struct bytes *key, struct span given, uint32_t *sex);

/* True for a Cyrillic given name in the form of the dictionary. */
bool slavic_is_lemma(struct span given);

/* Replaces `key` by the last name's key. */
void slavic_last(struct bytes *key, struct span last);

/* The sex that a last name's ending tells, or 0. */
uint32_t slavic_last_sex(struct span last);

/* True for a Cyrillic last name, and a Latin one with an ending or letters others seldom have. */
bool slavic_is_last(struct span last);

/* True where the first letter is Cyrillic. */
bool slavic_is_cyrillic(struct span word);

#endif
