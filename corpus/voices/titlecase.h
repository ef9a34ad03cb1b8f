/*
 * Title case: sentences whose words have capitals though they are no names, "Miller Thanked the
 * Council For Its Help".
 *
 *     titlecase_mark(&passage);        sets SHAPE_TITLED on each of their words
 *
 * They start outside quotations, and there all their words but prepositions and those of three
 * letters have capitals, and there are TITLECASE_MIN such words. One of them, not the first, is a
 * small word or a verb of saying ("For", "Said"), else they are one more and a line of its own
 * without a stop. Where nouns have capitals there is none.
 */
#ifndef CORPUS_VOICES_TITLECASE_H
#define CORPUS_VOICES_TITLECASE_H

#include "corpus/voices/passage.h"

enum { TITLECASE_MIN = 4 }; /* words with capitals */

/* Needs the words' quotes. */
void titlecase_mark(struct passage *passage);

#endif
