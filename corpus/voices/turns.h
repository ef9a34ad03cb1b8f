/*
 * Turns: what each speaker of a transcript or an interview says, "NAME: ...".
 *
 *     if (turns_find(&turns, &passage))
 *         ...                              turns, in text order, by MARKED_TURN
 *
 * A label is a run of words with capitals before a colon (turnlabels.h): "THE PRESIDENT:", "SENATOR
 * SMITH (D-OH):", "Ann Miller:", "Q:", also in Markdown's bold. It starts a line; in a text that
 * has lost its line breaks, a sentence. What is no speaker's label
 * ("Note:", "WHAT:", "Photo:") is told by rules on the whole text:
 *   - In capitals, with a title, a role or a given name in it, a label is a
 *     speaker's ("MR. CARNEY:"). Once such a one has spoken, so is any label in
 *     capitals ("ELMO:"). Two different ones make a transcript, or one with a
 *     title that starts a line or comes back, and behind which half the text
 *     stands.
 *   - Others must come back: at least TURNS_MIN labels, half of them known from
 *     before, two that alternate, a third of the lines between them labelled;
 *     and one of them must be a letter ("Q:"), a person by title, role, given
 *     name or by the article's own words ("Ann Stone"), or ask questions.
 *   - No label stands behind an opening quotation mark inside a line: then somebody quotes a talk.
 *   - Either way, two thirds of the words behind labels must belong to turns that end
 *     sentences: a list of names with figures is no talk.
 *
 * A turn reaches from its label to the next, over lines without a label; the
 * last one of labels that are not in capitals only to its line's end. What is
 * no speech: what stands before the first label; stage directions in brackets
 * ("(Applause.)"); closing lines, in capitals and figures alone ("END 11:28
 * P.M. EST"). The last two lie within the stretch from label to label, which
 * is one piece, but are none of its words: `end` stands before closing lines,
 * `outer_end` behind them, and turns_direction() finds the directions.
 */
#ifndef CORPUS_VOICES_TURNS_H
#define CORPUS_VOICES_TURNS_H

#include "corpus/voices/marks.h"

enum { TURNS_MIN = 4 }; /* labels of a talk whose labels are not in capitals */

/* Appends the text's turns; false where it is no transcript. */
bool turns_find(struct marked_list *list, const struct passage *passage);

/*
 * The next stage direction of `text` from byte `from` on: in round or square
 * brackets, of a hundred bytes at most. False where there is none.
 */
bool turns_direction(struct span *direction, struct span text, size_t from);

#endif
