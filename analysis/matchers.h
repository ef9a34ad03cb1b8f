/*
 * The matchers of a dictionary, one for each language that it is for; each is
 * made when the first text in that language comes.
 *
 *     struct matchers matchers = matchers_of(&dictionary, store_terms(store));
 *     struct matcher *matcher;
 *
 *     if (!matchers_find(&matcher, &matchers, article->language, &fault))
 *         return false;
 *     if (matcher)
 *         matcher_match(matcher, terms, count, &hits);
 *     matchers_release(&matchers);
 */
#ifndef ANALYSIS_MATCHERS_H
#define ANALYSIS_MATCHERS_H

#include "analysis/matcher.h"

struct matchers {
    const struct dictionary *dictionary; /* borrowed */
    const struct table *vocabulary;      /* borrowed */
    struct matcher *items;               /* by language: dictionary_language() */
};

#define MATCHERS_EMPTY ((struct matchers){0})

/* The caller releases them, before the dictionary. */
struct matchers matchers_of(const struct dictionary *dictionary, const struct table *vocabulary);

/*
 * The matcher for texts in `language`, "en"; NULL where the dictionary has no
 * entries for them. Fails as matcher_compile().
 */
bool matchers_find(struct matcher **matcher, struct matchers *matchers, struct span language,
                   struct fault *fault);

void matchers_release(struct matchers *matchers);

#endif
