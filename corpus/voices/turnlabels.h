/*
 * Turn labels: the words before a colon that may name who speaks, "NAME:".
 *
 *     if (passage.words[i].mark == ':' && turnlabels_read(&label, &passage, i))
 *         ...
 *
 * Read backwards from the colon, to the start of the line or of the sentence:
 * words with capitals, particles, short prepositions between them, initials,
 * a number behind a word ("SPEAKER 2"). An affiliation in brackets before the
 * colon is no part of it, and Markdown's bold marks around it are not. Before a
 * word in capitals only others in capitals belong to it, and of "P.M. EST THE
 * PRESIDENT" only what starts with the title. Whether a label is a speaker's is
 * a question for the whole text: turns.h.
 */
#ifndef CORPUS_VOICES_TURNLABELS_H
#define CORPUS_VOICES_TURNLABELS_H

#include "corpus/voices/passage.h"

enum { TURNLABELS_MAX = 10 }; /* words and marks of a label */

/* One run of capitals before a colon. */
struct turn_label {
    uint32_t outer;      /* its first word or mark, bold marks included */
    uint32_t first, end; /* its words */
    uint32_t body;       /* the first word behind it */
    uint32_t key;        /* its words, in the table of turns.c */
    bool line, sentence; /* it starts one; or names a person in capitals */
};

/* Reads the label whose colon stands at `colon`; false where it is none. `key` is not set. */
bool turnlabels_read(struct turn_label *label, const struct passage *passage, uint32_t colon);

/* True where a title, a role or a given name tells that a person speaks. */
bool turnlabels_name_person(const struct passage *passage, uint32_t first, uint32_t end);

#endif
