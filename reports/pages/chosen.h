/*
 * Which terms the pages follow through the study: those that changed clearly,
 * then the most frequent content words, each once.
 *
 *     struct chosen chosen = chosen_terms(findings, false);
 *     for (size_t i = 0; i < chosen.count; i++)
 *         show(chosen.terms[i]);
 */
#ifndef REPORTS_PAGES_CHOSEN_H
#define REPORTS_PAGES_CHOSEN_H

#include "analysis/findings.h"

enum { CHOSEN_TERMS = 12 };

struct chosen {
    const struct term_finding *terms[CHOSEN_TERMS]; /* each used in the study; borrowed */
    size_t count, moved;                            /* moved: the first ones changed clearly */
};

/* With `moved_alone` the frequent ones only where none changed clearly. */
struct chosen chosen_terms(const struct findings *findings, bool moved_alone);

/* Whether one of them went that way. */
bool chosen_any(const struct chosen *chosen, enum direction direction);

#endif
