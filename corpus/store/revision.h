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

#include "corpus/annotate.h"

#include <stdbool.h>
#include <stdint.h>

struct revision {
    int64_t published;    /* seconds since 1970; INT64_MIN when undated */
    int64_t run;          /* the first that brought it */
    uint64_t fingerprint; /* as in article_hashes */
};

/* A hash of the outlet and the id. */
uint64_t revision_key(struct span source, struct span id);

/* The hash of the text that revision_hashes() gives. */
uint64_t revision_content(struct span text);

struct article_hashes revision_hashes(const struct article *article);

/* The moment of publication: the time where there is one, else the day's start. */
int64_t revision_published(int32_t day, int64_t seconds);

/* True when `left` holds before `right`. */
bool revision_holds(const struct revision *left, const struct revision *right);

#endif
