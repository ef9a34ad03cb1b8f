/*
 * A set of 64-bit hashes, for asking what is surely not in a store.
 *
 *     struct hashset set = HASHSET_EMPTY;
 *     hashset_add(&set, hash);
 *     if (hashset_has(&set, hash))
 *         ...
 *     hashset_release(&set);
 *
 * It holds at most HASHSET_MOST hashes, in 64 MB; one more and it is full:
 * it then has every hash, so that whoever asks must look closer.
 */
#ifndef CORPUS_STORE_HASHSET_H
#define CORPUS_STORE_HASHSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HASHSET_SLOTS_MOST = 1 << 23, HASHSET_MOST = HASHSET_SLOTS_MOST / 4 * 3 };

struct hashset {
    uint64_t *slots; /* open addressing; 0 where empty */
    size_t slot_count, count;
    bool full;
};

#define HASHSET_EMPTY ((struct hashset){0})

void hashset_add(struct hashset *set, uint64_t hash);
bool hashset_has(const struct hashset *set, uint64_t hash);
void hashset_release(struct hashset *set);

#endif
