#include "corpus/read/skips.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

void skips_add(struct skips *skips, struct span origin, const char *reason)
{
    skips->items =
        memory_grow(skips->items, &skips->capacity, skips->count + 1, sizeof *skips->items);
    skips->items[skips->count++] = (struct skip){
        .origin = arena_copy(&skips->arena, origin),
        .reason = arena_copy(&skips->arena, span_of(reason)),
    };
}

void skips_release(struct skips *skips)
{
    arena_release(&skips->arena);
    free(skips->items);
    *skips = SKIPS_EMPTY;
}
