/*
 * An arena: many small pieces of memory that live and die together.
 *
 *     struct arena arena = ARENA_EMPTY;
 *     struct span name = arena_copy(&arena, span);
 *     ...
 *     arena_release(&arena);
 *
 * What it hands out stays where it is until arena_clear() or arena_release().
 */
#ifndef CORPUS_BASE_ARENA_H
#define CORPUS_BASE_ARENA_H

#include "corpus/base/span.h"

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first, owned */
};

#define ARENA_EMPTY ((struct arena){0})

/* `count` zeroed elements, aligned for any type. */
void *arena_new(struct arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));

/* A copy of `span` that ends in a NUL which its length does not count. */
struct span arena_copy(struct arena *arena, struct span span);

/* Moves all pieces of `other`, which is then empty, to `arena`; they stay where they are. */
void arena_join(struct arena *arena, struct arena *other);

/* Gives all pieces back but keeps the newest block for the next use. */
void arena_clear(struct arena *arena);

void arena_release(struct arena *arena);

#endif
