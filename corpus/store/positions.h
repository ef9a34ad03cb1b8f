/*
 * Positions: where each stored word of an article stands in its text.
 *
 * The store keeps an article's words as term ids, without their places. Here
 * the text is cut again, and its lines are laid beside the ids: a line whose
 * words are not the next ones is one that was left out of the counts.
 *
 *     struct positions positions = POSITIONS_EMPTY;
 *     if (!positions_find(&positions, text, ids, count, store_terms(store), &fault))
 *         ...
 *     word = tokens_span(text, positions.words[i]);       the word of ids[i], where that is not 0
 *     positions_release(&positions);
 */
#ifndef CORPUS_STORE_POSITIONS_H
#define CORPUS_STORE_POSITIONS_H

#include "corpus/base/fault.h"
#include "corpus/base/table.h"
#include "corpus/text/tokens.h"

struct positions {
    struct token *words; /* owned; one for each id; that of a break has no meaning */
    size_t word_capacity;
    struct token_list tokens; /* all of the text */
    struct bytes folded;
    uint32_t *line; /* owned; the ids plus 1 of a line */
    size_t line_capacity;
};

#define POSITIONS_EMPTY ((struct positions){0})

/*
 * Replaces what `positions` held by those of an article's `text`, whose ids plus
 * 1, with 0 for a break, are the store's. Fails as tokens_cut() does, and with
 * FAULT_DAMAGED where the words are not those of the text.
 */
bool positions_find(struct positions *positions, struct span text, const uint32_t *ids,
                    size_t count, const struct table *terms, struct fault *fault);

void positions_release(struct positions *positions);

#endif
