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

/* The clear ones among the first of a list, up to `most`. */
size_t panel_words_clear(const struct term_finding *terms, size_t count, size_t most);

/* Whether any term changed clearly. */
bool panel_words_changed(const struct findings *findings);

/* Log ratios of the terms that changed clearly: at least one. */
struct figure panel_words_keyness(struct edition *edition, const char *from, int columns);

/* How often the most frequent terms were used, up to `most` of them. */
struct figure panel_words_frequent(struct edition *edition, size_t most, const char *from,
                                   int columns);

#endif
