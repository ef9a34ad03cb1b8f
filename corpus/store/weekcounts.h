/*
 * A term's weekly counts as bytes: for each week in which it was used, three
 * numbers of idlist.h: the weeks since the one before (for the first, its own
 * number, folded so that those before 1970 stay small), words, articles.
 *
 *     struct weekcounts_reader reader = {.rest = blob};
 *     struct week_count week;
 *     while (weekcounts_next(&reader, &week))
 *         ...
 */
#ifndef CORPUS_STORE_WEEKCOUNTS_H
#define CORPUS_STORE_WEEKCOUNTS_H

#include "corpus/base/bytes.h"

#include <stdint.h>

struct week_count {
    int32_t week;      /* day.h */
    uint32_t words;    /* how often the term was used */
    uint32_t articles; /* in how many */
};

struct weekcounts_reader {
    struct span rest;
    int32_t last;
    bool begun;
};

/* Replaces `blob` by the weeks, which rise; those without words are left out. */
void weekcounts_write(struct bytes *blob, const struct week_count *weeks, size_t count);

/* The next week; false at the end, and at bytes that are none. */
bool weekcounts_next(struct weekcounts_reader *reader, struct week_count *week);

#endif
