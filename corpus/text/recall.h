/*
 * Recall: what was found out of each term of a vocabulary, by its number, so
 * that it is found out once and not word by word.
 *
 *     struct recall recall = RECALL_EMPTY;
 *     uint32_t *classes = recall_of(&recall, &words, sizeof *classes);
 *
 *     if (!classes[term])
 *         classes[term] = 1 + find_out(words_term(&words, term));
 *     recall_release(&recall);
 *
 * What nobody wrote is zero, and all is zero again where the vocabulary began
 * anew.
 */
#ifndef CORPUS_TEXT_RECALL_H
#define CORPUS_TEXT_RECALL_H

#include "corpus/text/words.h"

struct recall {
    void *items;
    size_t capacity;     /* terms that there is room for */
    uint64_t generation; /* of the words that they hold for */
};

#define RECALL_EMPTY ((struct recall){0})

/*
 * An item of `size` bytes for each term that `words` has now; valid until it
 * has more and is recalled again. A recall is always asked with one size.
 */
void *recall_of(struct recall *recall, const struct words *words, size_t size);

void recall_release(struct recall *recall);

#endif
