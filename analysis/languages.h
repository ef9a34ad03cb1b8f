/*
 * Languages: how many articles are in each, and which one most are in. Its stop words
 * are those left out where words of several articles are judged together.
 *
 *     struct languages languages = LANGUAGES_EMPTY;
 *     for each article
 *         languages_add(&languages, article->language);
 *     struct span language = languages_main(&languages);
 *     languages_release(&languages);
 */
#ifndef ANALYSIS_LANGUAGES_H
#define ANALYSIS_LANGUAGES_H

#include "corpus/base/table.h"

struct languages {
    struct table codes;
    uint32_t *articles; /* by the code's id */
    size_t capacity;
};

#define LANGUAGES_EMPTY ((struct languages){0})

/* One article more in this language; an empty code is one that is not known. */
void languages_add(struct languages *languages, struct span code);

/* The language of most articles, of several the first added; empty without any. Borrowed. */
struct span languages_main(const struct languages *languages);

void languages_release(struct languages *languages);

#endif
