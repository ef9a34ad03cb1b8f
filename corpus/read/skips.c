#include "corpus/read/skips.h"

#include "corpus/base/memory.h"
#include "corpus/base/table.h"

#include <stdlib.h>

void skips_add(struct skips *skips, struct span origin, size_t root, const char *reason)
{
    struct span copy = arena_copy(&skips->arena, origin);

    skips->items =
        memory_grow(skips->items, &skips->capacity, skips->count + 1, sizeof *skips->items);
    skips->items[skips->count++] = (struct skip){
        .origin = copy,
        .name = root < copy.length ? span_cut(copy, root, copy.length) : copy,
        .reason = arena_copy(&skips->arena, span_of(reason)),
    };
}

static int by_falling_count(const void *left, const void *right)
{
    const struct skip_reason *a = left, *b = right;

    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return span_compare(a->reason, b->reason);
}

struct skip_reason *skips_reasons(const struct skip *skips, size_t count, size_t *reasons)
{
    struct skip_reason *items = memory_new(count ? count : 1, sizeof *items);
    struct table known = TABLE_EMPTY;

    for (size_t i = 0; i < count; i++) {
        struct skip_reason *item = &items[table_add(&known, skips[i].reason)];

        item->reason = skips[i].reason;
        item->count++;
    }
    *reasons = known.count;
    qsort(items, *reasons, sizeof *items, by_falling_count);
    table_release(&known);
    return items;
}

void skips_release(struct skips *skips)
{
    arena_release(&skips->arena);
    free(skips->items);
    *skips = SKIPS_EMPTY;
}
