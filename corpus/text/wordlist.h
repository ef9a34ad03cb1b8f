/*
 * A word list compiled in: lines of a text file in byte order.
 *
 *     EMBED(stopwords_en, "corpus/lexicon/en/stopwords.txt");
 *     bool common = wordlist_has(embed_span(stopwords_en, stopwords_en_end), word);
 *
 * Looking up is a binary search in the file's own bytes: nothing is built,
 * kept or shared. Each line ends in a newline. Lines that begin with "#" are
 * remarks; they stand first by the same order.
 */
#ifndef CORPUS_TEXT_WORDLIST_H
#define CORPUS_TEXT_WORDLIST_H

#include "corpus/base/span.h"

/* True when `line` is one of the list's lines, whole. */
bool wordlist_has(struct span list, struct span line);

/* True when the lines are in byte order, without doubles, and the last one ends in a newline. */
bool wordlist_is_sound(struct span list);

#endif
