/*
 * Which of a dictionary's words a term fits: looked up, not tried in turn.
 *
 * Each distinct word of the dictionary has a number. A word without wildcards
 * is found by its letters, one with wildcards by the letters at its start, its
 * end or inside, so thousands of them cost a term no more than a few; only
 * regular expressions, and words of wildcards alone, are tried one by one.
 *
 *     struct resolver *resolver = resolver_open(&dictionary, numbers);
 *
 *     if (!resolver_find(resolver, term, &fits, &fault))
 *         ...
 *     resolver_close(resolver);
 */
#ifndef ANALYSIS_RESOLVER_H
#define ANALYSIS_RESOLVER_H

#include "analysis/dictionary.h"

struct resolver;

/* Numbers of words, rising. */
struct resolver_fits {
    uint32_t *items;
    size_t count, capacity;
};

/* Writes each dictionary word's number into `numbers`; both must outlive the resolver. */
struct resolver *resolver_open(const struct dictionary *dictionary, uint32_t *numbers);

/* How many distinct words there are. */
size_t resolver_count(const struct resolver *resolver);

/* The number of the word `*`, which is never among the fits; DICTIONARY_NONE where there is none.
 */
uint32_t resolver_any(const struct resolver *resolver);

/* Adds the numbers of the words that `term` fits. Fails as regex_fits(). */
bool resolver_find(struct resolver *resolver, struct span term, struct resolver_fits *fits,
                   struct fault *fault);

void resolver_close(struct resolver *resolver);

#endif
