/*
 * Which article is the same as another, and which revision of one holds.
 *
 * An article's key is its outlet and id. The same key with anything else
 * about it changed (text, title, date, ...) is a revision. Of the revisions
 * of one key the last published holds; of those published together the one
 * that a later run brought; of those that one run brought the one with the
 * larger fingerprint. The rule looks at contents alone, so the order of the
 * input does not matter, nor that in which stores are merged.
 */
#ifndef CORPUS_STORE_REVISION_H
#define CORPUS_STORE_REVISION_H

#include "corpus/article.h"

#include <stdbool.h>
#include <stdint.h>

struct revision {
    int64_t published;    /* seconds since 1970; INT64_MIN when undated */
    int64_t run;          /* the first that brought it */
    uint64_t fingerprint; /* revision_fingerprint() */
};

/* A hash of the outlet and the id. */
uint64_t revision_key(struct span source, struct span id);

/* A hash of the text alone: equal for exact copies. */
uint64_t revision_content(struct span text);

/*
 * A hash of all that the input says about the article, but not of where it was
 * found; `content` is revision_content() of its text.
 */
uint64_t revision_fingerprint(const struct article *article, uint64_t content);

/* The moment of publication: the time where there is one, else the day's start. */
int64_t revision_published(int32_t day, int64_t seconds);

/* True when `left` holds before `right`. */
bool revision_holds(const struct revision *left, const struct revision *right);

#endif
