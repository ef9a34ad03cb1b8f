/*
 * History: who was found to speak in the quotations before one.
 *
 *     struct history history = HISTORY_EMPTY;
 *     history_add(&history, quote, &who);
 */
#ifndef CORPUS_VOICES_HISTORY_H
#define CORPUS_VOICES_HISTORY_H

#include "corpus/voices/candidates.h"

enum { HISTORY_EARLIER = 2 };

/* What was found for the quotations before that are speech. */
struct history {
    struct attribution previous;                 /* of the one before */
    uint32_t previous_quote;                     /* PASSAGE_NONE before the article's first */
    struct attribution earlier[HISTORY_EARLIER]; /* who else spoke before that, the last first */
};

#define HISTORY_EMPTY                                                                              \
    ((struct history){ATTRIBUTION_NOBODY, PASSAGE_NONE, {ATTRIBUTION_NOBODY, ATTRIBUTION_NOBODY}})

/* Adds what was found for quotation `quote`, which is speech. */
void history_add(struct history *history, uint32_t quote, const struct attribution *who);

#endif
