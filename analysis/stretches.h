/*
 * Stretches: an article's counted words, cut where no collocation reaches over.
 *
 * With a window an article is one stretch: words are counted, marks are not, and
 * a window may reach over a sentence's end. By sentence a stretch is a sentence
 * (text/sentences.h), or STRETCHES_SENTENCE words of a longer one.
 *
 *     struct stretches stretches = STRETCHES_EMPTY;
 *     stretches.store = store;                                       by sentence
 *     if (!stretches_cut(&stretches, text, &fault))
 *         ...
 *     for (size_t s = 0, from = 0; s < stretches.count; from = stretches.ends[s++])
 *         use(stretches.words + from, stretches.ends[s] - from);
 *     stretches_release(&stretches);
 */
#ifndef ANALYSIS_STRETCHES_H
#define ANALYSIS_STRETCHES_H

#include "analysis/texts.h"
#include "corpus/store/positions.h"
#include "corpus/text/sentences.h"

enum { STRETCHES_SENTENCE = 200 };

struct stretches {
    struct store *store; /* borrowed: the article's, cut by sentence; NULL for windows */
    uint32_t *words;     /* owned; term ids */
    size_t word_count, word_capacity;
    size_t *ends; /* owned; of each stretch in `words` */
    size_t count, end_capacity;
    /* By sentence: */
    struct bytes text;
    struct positions positions;
    struct passage_list sentences;
};

#define STRETCHES_EMPTY ((struct stretches){0})

/* Replaces what `stretches` held. Fails as the store and positions_find() do. */
bool stretches_cut(struct stretches *stretches, const struct text *text, struct fault *fault);

void stretches_release(struct stretches *stretches);

#endif
