#include "analysis/carried.h"

#include "corpus/base/memory.h"

#include <assert.h>
#include <stdlib.h>

void carried_add(struct carried *carried, struct carried_topic topic)
{
    assert(carried->count == 0 || carried->items[carried->count - 1].article <= topic.article);
    carried->items =
        memory_grow(carried->items, &carried->capacity, carried->count + 1, sizeof *carried->items);
    carried->items[carried->count++] = topic;
}

/* The first item of this article or a later one. */
static size_t first_of(const struct carried *carried, uint32_t article)
{
    size_t low = 0, high = carried->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (carried->items[middle].article < article)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct carried_topic *carried_of(const struct carried *carried, uint32_t article,
                                       size_t *count)
{
    size_t first = first_of(carried, article), end = first;

    while (end < carried->count && carried->items[end].article == article)
        end++;
    *count = end - first;
    return carried->items + first;
}

void carried_release(struct carried *carried)
{
    free(carried->items);
    *carried = CARRIED_EMPTY;
}
