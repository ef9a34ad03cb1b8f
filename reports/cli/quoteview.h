/*
 * Quotations as they stand in the text, for people's eyes: a line that says who
 * and by which rule, and the sentence with the speech, the mention and the cue
 * marked. Where the person has another name across articles, it stands behind
 * the speaker: "Miller = Ann Miller".
 *
 *     a.txt 1  Ann Miller  (direct, after-cue)
 *         [[“We won,]]” <Ann Miller> {said} on Monday.
 *
 * On a terminal the speech is bold, the mention underlined and the cue in colour
 * instead. Shown are the words from the sentence's start to its end, also that of
 * the mention's and the cue's; what is longer than QUOTEVIEW_MAX bytes inside
 * speech is cut in the middle. Controls are shown as console.h shows them.
 */
#ifndef REPORTS_CLI_QUOTEVIEW_H
#define REPORTS_CLI_QUOTEVIEW_H

#include "analysis/findings.h"
#include "corpus/base/bytes.h"
#include "corpus/store/store.h"

enum { QUOTEVIEW_MAX = 400 };

/* Appends all the store's, whose people are the findings'. Fails where the store is damaged. */
bool quoteview_all(struct bytes *out, struct store *store, const struct findings *findings,
                   bool terminal, struct fault *fault);

/* The same of the findings' articles alone. */
bool quoteview_found(struct bytes *out, struct store *store, const struct findings *findings,
                     bool terminal, struct fault *fault);

#endif
