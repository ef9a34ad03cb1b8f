/*
 * Skips: what was not read, and why. Nothing is dropped in silence.
 *
 *     struct skips skips = SKIPS_EMPTY;
 *     skips_add(&skips, path, root, "it is empty");
 *     ...
 *     skips_release(&skips);
 */
#ifndef CORPUS_READ_SKIPS_H
#define CORPUS_READ_SKIPS_H

#include "corpus/base/arena.h"

struct skip {
    struct span origin; /* a file, or a place in one */
    struct span name;   /* the same without the operand, as in ids */
    struct span reason; /* in the words after "skipped FILE: " */
};

struct skips {
    struct arena arena;
    struct skip *items;
    size_t count, capacity;
};

#define SKIPS_EMPTY ((struct skips){0})

/* Copies both texts; the first `root` bytes of the origin are the operand's. */
void skips_add(struct skips *skips, struct span origin, size_t root, const char *reason);

/* A reason, and how often it is given. */
struct skip_reason {
    struct span reason; /* the skip's */
    size_t count;
};

/* The reasons of `count` skips, the most frequent first, how many in `reasons`; the caller frees.
 */
struct skip_reason *skips_reasons(const struct skip *skips, size_t count, size_t *reasons);

void skips_release(struct skips *skips);

#endif
