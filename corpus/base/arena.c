#include "corpus/base/arena.h"

#include "corpus/base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

enum { BLOCK_SIZE = 64 << 10 };

struct arena_block {
    struct arena_block *older;
    size_t size; /* of `room`, in bytes */
    size_t used;
    alignas(max_align_t) char room[];
};

static void *take(struct arena *arena, size_t bytes)
{
    const size_t unit = alignof(max_align_t);
    struct arena_block *block = arena->blocks;
    size_t needed = (bytes + unit - 1) / unit * unit;
    void *piece;

    if (!block || block->size - block->used < needed) {
        size_t size = needed > BLOCK_SIZE ? needed : BLOCK_SIZE;

        block = memory_take(sizeof *block + size);
        *block = (struct arena_block){.older = arena->blocks, .size = size};
        arena->blocks = block;
    }
    piece = block->room + block->used;
    block->used += needed;
    return piece;
}

void *arena_new(struct arena *arena, size_t count, size_t size)
{
    void *piece;

    if (size && count > (SIZE_MAX >> 1) / size)
        memory_exhausted(count, size);
    piece = take(arena, count * size);
    memset(piece, 0, count * size);
    return piece;
}

struct span arena_copy(struct arena *arena, struct span span)
{
    char *copy;

    if (!span.length)
        return (struct span){.bytes = "", .length = 0};
    copy = take(arena, span.length + 1);
    memcpy(copy, span.bytes, span.length);
    copy[span.length] = '\0';
    return (struct span){.bytes = copy, .length = span.length};
}

void arena_join(struct arena *arena, struct arena *other)
{
    struct arena_block **end = &other->blocks;

    while (*end)
        end = &(*end)->older;
    *end = arena->blocks;
    arena->blocks = other->blocks;
    *other = ARENA_EMPTY;
}

void arena_clear(struct arena *arena)
{
    struct arena_block *block = arena->blocks;

    if (!block)
        return;
    while (block->older) {
        struct arena_block *older = block->older;

        block->older = older->older;
        free(older);
    }
    block->used = 0;
}

void arena_release(struct arena *arena)
{
    while (arena->blocks) {
        struct arena_block *block = arena->blocks;

        arena->blocks = block->older;
        free(block);
    }
}
