/*
 * Place lines: datelines, the place, day and agency before a report, which say nothing themselves.
 *
 *     placelines_mark(&passage);        sets SHAPE_DATELINE on "SEOUL, June 8 (Reuters) - "
 *
 * A dateline starts a paragraph and ends in a dash. Before the dash stand words with capitals and
 * numbers alone, and either an agency in brackets last, or a place in capitals first. What a dash
 * parts from a quotation is none: "STONE — “We won”".
 */
#ifndef CORPUS_VOICES_PLACELINES_H
#define CORPUS_VOICES_PLACELINES_H

#include "corpus/voices/passage.h"

enum { PLACELINES_MAX = 16 }; /* words and marks of one */

/* Needs the words' quotes. */
void placelines_mark(struct passage *passage);

#endif
