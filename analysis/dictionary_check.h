/*
 * What is wrong with a dictionary, found on articles.
 *
 *     struct dictionary_check check = DICTIONARY_CHECK_EMPTY;
 *
 *     dictionary_check_start(&check, &dictionary, store_terms(store));
 *     for each article
 *         dictionary_check_add(&check, &article, &fault);
 *     dictionary_check_end(&check);
 *     for (size_t i = 0; i < check.problem_count; i++)
 *         show(&check.problems[i]);
 *     dictionary_check_release(&check);
 *
 * Without articles only entries that can never match are found.
 */
#ifndef ANALYSIS_DICTIONARY_CHECK_H
#define ANALYSIS_DICTIONARY_CHECK_H

#include "analysis/matchers.h"

#include <stdint.h>

enum dictionary_problem_kind {
    DICTIONARY_NEVER,    /* no text can match it: the entry's `never` says why */
    DICTIONARY_DEAD,     /* it stands in none of the articles, or its conditions hold in none */
    DICTIONARY_SHADOWED, /* it never counts: `other` takes most of its places, maybe not all */
    DICTIONARY_DOUBLE,   /* it and `other` both count in the same words, in two categories */
};

/* Where a problem is seen: words of an article. */
struct dictionary_example {
    uint32_t article;      /* its number in the store */
    uint32_t first, count; /* the words: terms[first .. first + count) of the check */
    bool in_title;
};

struct dictionary_problem {
    enum dictionary_problem_kind kind;
    uint32_t entry, other; /* DICTIONARY_NONE where there is no other */
    uint32_t hits;         /* places where it stands; with two, places where both count */
    struct dictionary_example example; /* count 0 where there is none */
};

/* An article to look at; the terms as matcher_match() takes them. */
struct dictionary_checked {
    uint32_t number;
    struct span language;
    const uint32_t *text, *title;
    size_t text_count, title_count;
};

struct dictionary_check_pair;

struct dictionary_check {
    const struct dictionary *dictionary; /* borrowed */
    struct matchers matchers;
    uint32_t *stands, *counts; /* by entry: its places, and those where it counts */
    struct table pairs;        /* of two entries and what one does to the other */
    struct dictionary_check_pair *pair_items;
    size_t pair_capacity;
    uint32_t *terms; /* of the examples: ids plus 1 */
    size_t term_count, term_capacity;
    struct matcher_hits hits;
    uint64_t articles;
    struct dictionary_problem *problems; /* by kind, then the entries' order */
    size_t problem_count;
};

#define DICTIONARY_CHECK_EMPTY ((struct dictionary_check){0})

void dictionary_check_start(struct dictionary_check *check, const struct dictionary *dictionary,
                            const struct table *vocabulary);

/* Fails as matcher_compile(). */
bool dictionary_check_add(struct dictionary_check *check, const struct dictionary_checked *article,
                          struct fault *fault);

/* Fills check->problems. */
void dictionary_check_end(struct dictionary_check *check);

/* "never", "dead", "shadowed" or "double". */
const char *dictionary_problem_name(enum dictionary_problem_kind kind);

/*
 * Replaces `context` by the example's words in its article's text (or title),
 * with some before and after it. False where they are not found.
 */
bool dictionary_example_show(struct bytes *context, const struct dictionary_check *check,
                             const struct dictionary_example *example, struct span text);

void dictionary_check_release(struct dictionary_check *check);

#endif
