#include "corpus/store/identities.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

static uint32_t mark_of(uint64_t key)
{
    return (uint32_t)(key >> 32);
}

static void place(struct identities *identities, uint32_t number)
{
    uint64_t key = identities->items[number - 1].key;
    size_t mask = identities->slot_count - 1, slot = key & mask;

    while (identities->slots[slot].number)
        slot = (slot + 1) & mask;
    identities->slots[slot] = (struct identity_slot){number, mark_of(key)};
}

static void widen(struct identities *identities)
{
    identities->slot_count = identities->slot_count ? identities->slot_count * 2 : FIRST_SLOTS;
    free(identities->slots);
    identities->slots = memory_new(identities->slot_count, sizeof *identities->slots);
    for (size_t i = 0; i < identities->count; i++)
        place(identities, (uint32_t)i + 1);
}

void identities_add(struct identities *identities, struct identity identity)
{
    if (identities->count >= identities->slot_count / 4 * 3)
        widen(identities);
    identities->items = memory_grow(identities->items, &identities->capacity, identities->count + 1,
                                    sizeof *identities->items);
    identities->items[identities->count++] = identity;
    place(identities, (uint32_t)identities->count);
}

struct identity_search identities_search(const struct identities *identities, uint64_t key)
{
    return (struct identity_search){
        .identities = identities,
        .key = key,
        .slot = identities->slot_count ? key & (identities->slot_count - 1) : 0,
    };
}

uint32_t identities_next(struct identity_search *search)
{
    const struct identities *identities = search->identities;
    struct identity_slot slot;

    if (identities->count == 0)
        return 0;
    while ((slot = identities->slots[search->slot]).number) {
        search->slot = (search->slot + 1) & (identities->slot_count - 1);
        if (slot.mark == mark_of(search->key) &&
            identities->items[slot.number - 1].key == search->key)
            break;
    }
    return slot.number;
}

uint32_t identities_find(const struct identities *identities, struct identity identity)
{
    struct identity_search search = identities_search(identities, identity.key);
    uint32_t number;

    do
        number = identities_next(&search);
    while (number && identities->items[number - 1].fingerprint != identity.fingerprint);
    return number;
}

void identities_release(struct identities *identities)
{
    free(identities->items);
    free(identities->slots);
    *identities = IDENTITIES_EMPTY;
}
