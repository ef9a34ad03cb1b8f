/*
 * Skips: what was not read, and why. Nothing is dropped in silence.
 *
 *     struct skips skips = SKIPS_EMPTY;
 *     skips_add(&skips, path, "it is empty");
 *     ...
 *     skips_release(&skips);
 */
#ifndef CORPUS_READ_SKIPS_H
#define CORPUS_READ_SKIPS_H

#include "corpus/base/arena.h"

struct skip {
    struct span origin; /* a file, or a place in one */
    struct span reason; /* in the words after "skipped FILE: " */
};

struct skips {
    struct arena arena;
    struct skip *items;
    size_t count, capacity;
};

#define SKIPS_EMPTY ((struct skips){0})

/* Copies both texts. */
void skips_add(struct skips *skips, struct span origin, const char *reason);

void skips_release(struct skips *skips);

#endif
