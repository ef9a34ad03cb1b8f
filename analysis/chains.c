#include "analysis/chains.h"

#include "corpus/base/memory.h"

#include <stdbool.h>
#include <stdlib.h>

uint64_t chains_hash(struct chain chain)
{
    uint64_t hash = ((uint64_t)chain.first << 32 | chain.second) * UINT64_C(0x9E3779B97F4A7C15);

    hash ^= hash >> 32;
    hash = (hash + chain.link) * UINT64_C(0xD6E8FEB86659FD93);
    return hash ^ hash >> 32;
}

static bool same(struct chain one, struct chain other)
{
    return one.first == other.first && one.second == other.second && one.link == other.link;
}

/* Its slot, or the empty one where it belongs. */
static size_t find_slot(const struct chains *chains, struct chain chain)
{
    size_t at = (size_t)chains_hash(chain) & (chains->slot_count - 1);

    while (chains->slots[at] && !same(chains->items[chains->slots[at] - 1], chain))
        at = (at + 1) & (chains->slot_count - 1);
    return at;
}

static void grow(struct chains *chains)
{
    free(chains->slots);
    chains->slot_count = chains->slot_count ? 2 * chains->slot_count : 1024;
    chains->slots = memory_new(chains->slot_count, sizeof *chains->slots);
    for (size_t i = 0; i < chains->count; i++)
        chains->slots[find_slot(chains, chains->items[i])] = (uint32_t)i + 1;
}

uint32_t chains_add(struct chains *chains, struct chain chain)
{
    size_t at;

    if (2 * (chains->count + 1) > chains->slot_count)
        grow(chains);
    at = find_slot(chains, chain);
    if (!chains->slots[at]) {
        chains->items =
            memory_grow(chains->items, &chains->capacity, chains->count + 1, sizeof *chains->items);
        chains->items[chains->count++] = chain;
        chains->slots[at] = (uint32_t)chains->count;
    }
    return chains->slots[at] - 1;
}

uint32_t chains_find(const struct chains *chains, struct chain chain)
{
    uint32_t found = chains->count ? chains->slots[find_slot(chains, chain)] : 0;

    return found ? found - 1 : CHAINS_NONE;
}

void chains_release(struct chains *chains)
{
    free(chains->items);
    free(chains->slots);
    *chains = CHAINS_EMPTY;
}
