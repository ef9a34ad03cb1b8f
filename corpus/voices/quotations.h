/*
 * Quotations: all stretches of an article that may be speech, in text order.
 *
 *     quotations_find(&list, &passage);
 *
 * A transcript is cut into turns (turns.h), which may reach over paragraphs; of
 * what stands outside them, and of any other text, a paragraph that starts with
 * a dash is cut by dashes.h, the others by marks.h and runons.h. A stretch whose closer is missing
 * at its paragraph's end goes on where the next paragraph starts with an opener: the two have one
 * number. Numbers count from 1.
 */
#ifndef CORPUS_VOICES_QUOTATIONS_H
#define CORPUS_VOICES_QUOTATIONS_H

#include "corpus/voices/marks.h"

/* False where nothing in the text can begin or end speech: most texts need no more. */
bool quotations_may_be(struct span text, const struct token_list *tokens);

/* Replaces what the list held, and writes each word's `quote`. Needs the words' cues. */
void quotations_find(struct marked_list *list, struct passage *passage);

#endif
