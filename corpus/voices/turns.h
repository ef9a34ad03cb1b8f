/*
 * Turns: the paragraphs of a transcript or an interview, "NAME: ...", "Q: ...".
 *
 * A text is taken as a transcript only when many of its paragraphs start with
 * a label and labels come back: at least TURNS_MIN of them, at least a third
 * of all paragraphs, and at least half of them with a label used before.
 */
#ifndef CORPUS_VOICES_TURNS_H
#define CORPUS_VOICES_TURNS_H

#include "corpus/voices/marks.h"

enum { TURNS_MIN = 4, TURNS_LABEL_MAX = 7 }; /* turns of a transcript; words of a label */

/* Where the label of a paragraph's turn ends (its colon); 0 where it has none. */
uint32_t turns_label_end(const struct passage *passage, uint32_t paragraph);

/* True where the text as a whole is a transcript. */
bool turns_are_here(const struct passage *passage);

/* Appends the turn of a labelled paragraph; false where it has no label. */
bool turns_cut(struct marked_list *list, const struct passage *passage, uint32_t paragraph);

#endif
