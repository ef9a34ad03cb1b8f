/*
 * Chains: three numbers that stand for a sequence of words, each distinct one
 * with a number of its own: 0, 1, 2, ... in the order of first appearance.
 *
 *     struct chains pairs = CHAINS_EMPTY;
 *     uint32_t number = chains_add(&pairs, (struct chain){first, second, link});
 *     ...
 *     chains_release(&pairs);
 */
#ifndef ANALYSIS_CHAINS_H
#define ANALYSIS_CHAINS_H

#include <stddef.h>
#include <stdint.h>

#define CHAINS_NONE UINT32_MAX

struct chain {
    uint32_t first, second, link;
};

struct chains {
    struct chain *items; /* by number */
    size_t count, capacity;
    uint32_t *slots; /* number + 1; open addressing */
    size_t slot_count;
};

#define CHAINS_EMPTY ((struct chains){0})

/* Its number, which is new where the chain is. */
uint32_t chains_add(struct chains *chains, struct chain chain);

/* Its number, or CHAINS_NONE. */
uint32_t chains_find(const struct chains *chains, struct chain chain);

/* A hash of 64 bits, the same on every machine. */
uint64_t chains_hash(struct chain chain);

void chains_release(struct chains *chains);

#endif
