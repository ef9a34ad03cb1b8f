/*
 * Figures about terms: those that changed, and those that are most frequent.
 */
#ifndef REPORTS_PAGES_PANEL_WORDS_H
#define REPORTS_PAGES_PANEL_WORDS_H

#include "reports/pages/edition.h"

enum {
    PANEL_TERMS_RISEN = 15, /* bars to each side */
    PANEL_TERMS_FALLEN = 15
};

/* Whether any term changed clearly. */
bool panel_words_changed(const struct findings *findings);

/* Log ratios of the terms that changed clearly: at least one. */
struct figure panel_words_keyness(struct edition *edition, const char *from, int columns);

/* How often the most frequent terms were used, up to `most` of them. */
struct figure panel_words_frequent(struct edition *edition, size_t most, const char *from,
                                   int columns);

#endif
