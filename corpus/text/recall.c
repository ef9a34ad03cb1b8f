#include "corpus/text/recall.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

void *recall_of(struct recall *recall, const struct words *words, size_t size)
{
    size_t had = recall->capacity;

    if (recall->generation != words->generation && had)
        memset(recall->items, 0, had * size);
    recall->generation = words->generation;
    if (words->terms.count > had || !recall->items) {
        recall->items = memory_grow(recall->items, &recall->capacity, words->terms.count, size);
        memset((char *)recall->items + had * size, 0, (recall->capacity - had) * size);
    }
    return recall->items;
}

void recall_release(struct recall *recall)
{
    free(recall->items);
    *recall = RECALL_EMPTY;
}
