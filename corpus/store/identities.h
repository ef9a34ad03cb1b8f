/*
 * Which articles a store has, each by two 64-bit hashes: its key, of outlet
 * and id, which all its revisions share, and the fingerprint of this very one.
 *
 *     struct identities known = IDENTITIES_EMPTY;
 *     struct identity_search search = identities_search(&known, key);
 *     uint32_t number;
 *
 *     identities_add(&known, (struct identity){key, fingerprint});
 *     while ((number = identities_next(&search)) != 0)
 *         ...
 *     identities_release(&known);
 *
 * Articles are numbered from 1 in the order in which they were added. Each
 * takes some 25 bytes.
 */
#ifndef CORPUS_STORE_IDENTITIES_H
#define CORPUS_STORE_IDENTITIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct identity {
    uint64_t key, fingerprint; /* see revision.h */
};

struct identity_slot {
    uint32_t number; /* 0 where empty */
    uint32_t mark;   /* of the key: most others are told by it */
};

struct identities {
    struct identity *items; /* by number less 1 */
    size_t count, capacity;
    struct identity_slot *slots; /* open addressing by key */
    size_t slot_count;           /* a power of two, or 0 */
};

#define IDENTITIES_EMPTY ((struct identities){0})

void identities_add(struct identities *identities, struct identity identity);

/* A search for the articles of one key; nothing may be added while it lasts. */
struct identity_search {
    const struct identities *identities;
    uint64_t key;
    size_t slot;
};

struct identity_search identities_search(const struct identities *identities, uint64_t key);

/* Sends for what the search will look at first, so that it need not wait for memory. */
static inline void identities_expect(struct identity_search search)
{
    if (search.identities->slot_count)
        __builtin_prefetch(&search.identities->slots[search.slot]);
}

/* The number of the next article of the key; 0 when there is no other. */
uint32_t identities_next(struct identity_search *search);

/* The number of this very article; 0 where it is not there. */
uint32_t identities_find(const struct identities *identities, struct identity identity);

void identities_release(struct identities *identities);

#endif
