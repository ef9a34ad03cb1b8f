#include "corpus/store/hashset.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

/* The slot that holds the hash, or the empty one where it belongs; 0 stands for empty. */
static size_t slot_of(const struct hashset *set, uint64_t hash)
{
    size_t mask = set->slot_count - 1, slot = hash & mask;

    while (set->slots[slot] && set->slots[slot] != hash)
        slot = (slot + 1) & mask;
    return slot;
}

static void widen(struct hashset *set)
{
    struct hashset wider = {.slot_count = set->slot_count ? set->slot_count * 2 : FIRST_SLOTS};

    wider.slots = memory_new(wider.slot_count, sizeof *wider.slots);
    for (size_t i = 0; i < set->slot_count; i++) {
        if (set->slots[i])
            wider.slots[slot_of(&wider, set->slots[i])] = set->slots[i];
    }
    wider.count = set->count;
    free(set->slots);
    *set = wider;
}

void hashset_add(struct hashset *set, uint64_t hash)
{
    size_t slot;

    if (set->full)
        return;
    if (set->count >= set->slot_count / 4 * 3) {
        if (set->slot_count == HASHSET_SLOTS_MOST) {
            hashset_release(set);
            set->full = true;
            return;
        }
        widen(set);
    }
    hash += hash == 0;
    slot = slot_of(set, hash);
    set->count += set->slots[slot] == 0;
    set->slots[slot] = hash;
}

bool hashset_has(const struct hashset *set, uint64_t hash)
{
    if (set->full)
        return true;
    return set->slot_count && set->slots[slot_of(set, hash + (hash == 0))] != 0;
}

void hashset_release(struct hashset *set)
{
    free(set->slots);
    *set = HASHSET_EMPTY;
}
