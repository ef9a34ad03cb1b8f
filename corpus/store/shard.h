/*
 * A shard: the i-th of n parts of the articles, by the hash of their texts,
 * so that exact copies fall into one shard. Part 1 of 1 is the whole.
 */
#ifndef CORPUS_STORE_SHARD_H
#define CORPUS_STORE_SHARD_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"

#include <stdint.h>

enum { SHARD_MOST = 4096 };

struct shard {
    uint32_t number; /* 1 to count */
    uint32_t count;  /* 1 to SHARD_MOST */
};

#define SHARD_WHOLE ((struct shard){1, 1})

/* Reads `3/7`. Fails with FAULT_USAGE. */
bool shard_read(struct shard *shard, struct span text, struct fault *fault);

/* True when the article with this hash of its text falls into the shard. */
static inline bool shard_has(struct shard shard, uint64_t content)
{
    return content % shard.count == shard.number - 1;
}

/*
 * Lists of shards that a store holds: numbers rising, parted by commas, as
 * in `1,4,5`. Puts the union of two into `all`; false where they share one.
 */
bool shard_unite(struct bytes *all, struct span left, struct span right);

/* True when the list has all of `count` shards. */
bool shard_complete(struct span list, uint32_t count);

#endif
