#include "analysis/bag.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

void bag_start(struct bag *bag, size_t terms)
{
    *bag = (struct bag){
        .words = memory_new(terms, sizeof *bag->words),
        .seen = memory_new(terms, sizeof *bag->seen),
    };
}

void bag_fill(struct bag *bag, const uint32_t *ids, size_t count)
{
    size_t distinct = 0;

    for (size_t i = 0; i < count; i++) {
        if (ids[i] && bag->seen[ids[i] - 1]++ == 0)
            bag->words[distinct++].term = ids[i] - 1;
    }
    for (size_t i = 0; i < distinct; i++) {
        uint32_t *seen = &bag->seen[bag->words[i].term];

        bag->words[i].count = *seen;
        *seen = 0;
    }
    bag->count = distinct;
}

void bag_release(struct bag *bag)
{
    free(bag->words);
    free(bag->seen);
    *bag = BAG_EMPTY;
}
