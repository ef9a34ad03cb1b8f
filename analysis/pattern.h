/*
 * A pattern: a word or phrase to look for, found in texts of term ids.
 *
 *     struct pattern pattern = PATTERN_EMPTY;
 *     if (!pattern_read(&pattern, span_of("climate chang*"), store_terms(store), &fault))
 *         ...
 *     for (size_t i = 0; i < count; i++)
 *         if ((length = pattern_at(&pattern, ids, count, i)) != 0)
 *             ...                                  ids[i] up to ids[i + length] match
 *     pattern_release(&pattern);
 *
 * Words are folded as terms are, so case does not matter. A `*` stands for any
 * letters of a word, or none; alone it stands for any word. Between the words of
 * a phrase nothing but blanks may stand in the text, unless a mark stands there
 * in the pattern: then some must ("U.S. president").
 */
#ifndef ANALYSIS_PATTERN_H
#define ANALYSIS_PATTERN_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "corpus/base/table.h"

#include <stdint.h>

enum { PATTERN_WORDS_MAX = 16 };

struct pattern {
    size_t count;                       /* words */
    uint8_t *fits[PATTERN_WORDS_MAX];   /* owned; of each word, by term id: 1 where it fits */
    bool after_mark[PATTERN_WORDS_MAX]; /* of each: a mark stands before it */
    size_t terms;                       /* of the vocabulary */
    struct bytes text; /* folded, as it is shown and may be read again: "u. s. president" */
};

#define PATTERN_EMPTY ((struct pattern){0})

/*
 * Resolves the pattern on the terms of `vocabulary`. Fails with FAULT_USAGE where
 * `written` is no UTF-8, holds no word or more than PATTERN_WORDS_MAX; nothing is then owned.
 */
bool pattern_read(struct pattern *pattern, struct span written, const struct table *vocabulary,
                  struct fault *fault);

/* The ids, breaks included, that the pattern takes from ids[at] on; 0 where it does not match. */
size_t pattern_at(const struct pattern *pattern, const uint32_t *ids, size_t count, size_t at);

void pattern_release(struct pattern *pattern);

#endif
