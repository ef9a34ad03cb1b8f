/*
 * Run-ons: speech that starts with a dash inside a paragraph, in a text that
 * has lost its line breaks.
 *
 *     marks_pair(&list, &passage, paragraph);
 *     runons_find(&list, &passage, paragraph, from);
 *
 *     The piles have stood there since. — It is in the account, — Marr said. — It has not gone.
 *
 * It starts at a dash behind a sentence, before a capital; ends at an
 * attribution as in dashes.h, without which it is none; and goes on behind
 * that: one sentence where a dash goes on, and each sentence that holds "I" or
 * "we".
 */
#ifndef CORPUS_VOICES_RUNONS_H
#define CORPUS_VOICES_RUNONS_H

#include "corpus/voices/marks.h"

/*
 * Adds them to the list's stretches from `from` on, which are the paragraph's.
 * A stretch whose opener is missing gives way to one.
 */
void runons_find(struct marked_list *list, const struct passage *passage, uint32_t paragraph,
                 size_t from);

#endif
