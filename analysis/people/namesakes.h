/*
 * Namesakes: of the full names that share a last name, which are one person.
 *
 *     struct namesake names[] = {...};                of one block, sorted
 *     qsort(names, count, sizeof *names, namesakes_order);
 *     namesakes_settle(names, count, &people);
 *
 * A block is what may be one last name: equal letters, or for Slavic names an
 * equal key. Names come in the one order that their contents give, longer
 * ones first, so a shorter name finds the longer that it may belong to; where
 * it fits two people it belongs to neither. A suffix ("Jr.") that only one of
 * two has is none against it, unless the name without it is quoted more.
 *
 * Silent names come after all others: they may join them, but change nothing
 * about who those are.
 */
#ifndef ANALYSIS_NAMESAKES_H
#define ANALYSIS_NAMESAKES_H

#include "analysis/people/spelling.h"

#include <stdint.h>

#define NAMESAKES_NOBODY UINT32_MAX

enum name_class { NAME_FULL, NAME_INITIALS, NAME_LAST };

struct namesake {
    struct spelling parts;
    struct span text;  /* as written */
    struct span block; /* what stands for the last name */
    enum name_class class;
    bool slavic;       /* given names are compared by their keys */
    bool fixed;        /* `person` is the roster's */
    bool silent;       /* it is spoken under, but nothing of that counts */
    uint32_t spelling; /* UINT32_MAX for a name of the roster that need not be quoted */
    uint32_t sex;      /* LEXICON_MALE, LEXICON_FEMALE or 0 */
    uint32_t quotes;
    uint32_t person; /* NAMESAKES_NOBODY until it is settled */
};

/* For qsort: by block, class and given names, then by text. */
int namesakes_order(const void *left, const void *right);

/* True where both are of one block. */
bool namesakes_share_block(const struct namesake *left, const struct namesake *right);

/*
 * Gives each name of the block but last names alone its person, counting new
 * ones in `people`.
 */
void namesakes_settle(struct namesake *names, size_t count, size_t *people);

#endif
