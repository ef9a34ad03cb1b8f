/*
 * Name keys: whether two ways of writing a speaker mean the same, as the
 * labels of gold articles are compared with what was found.
 *
 *     struct bytes key = BYTES_EMPTY;
 *     namekeys_read(&key, span_of("the company's CEO, John Smith"), lexicon);    "smith"
 *
 * The key is the last word of the name, folded: of the first piece between
 * commas or dashes that has a word with a capital which is no title; there of
 * what stands before the first preposition; there of the last run of words
 * with capitals. Without any, it is the last word before the preposition
 * ("police"). A pronoun has no key.
 */
#ifndef CORPUS_VOICES_NAMEKEYS_H
#define CORPUS_VOICES_NAMEKEYS_H

#include "corpus/base/bytes.h"
#include "corpus/voices/lexicon.h"

/* Replaces what `key` held by the key of `name`; empty where it has none. */
void namekeys_read(struct bytes *key, struct span name, const struct lexicon *lexicon);

/* Two keys agree: they are equal, or Cyrillic and differ in their endings alone. */
bool namekeys_agree(struct span one, struct span other);

#endif
