#include "corpus/base/hash.h"

#include "corpus/base/memory.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <stdlib.h>

/* The header's own functions: most of what is hashed is shorter than a call of the library. */
#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t hash_bytes(struct span bytes, uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.bytes ? bytes.bytes : "", bytes.length, seed);
}

struct hash_sum {
    struct sha256_ctx state;
};

struct hash_sum *hash_sum_start(void)
{
    struct hash_sum *sum = memory_new(1, sizeof *sum);

    sha256_init(&sum->state);
    return sum;
}

void hash_sum_add(struct hash_sum *sum, struct span bytes)
{
    if (bytes.length)
        sha256_update(&sum->state, bytes.length, (const uint8_t *)bytes.bytes);
}

void hash_sum_end(char hex[static HASH_HEX_SIZE], struct hash_sum *sum)
{
    uint8_t digest[SHA256_DIGEST_SIZE];

    if (!sum)
        return;
    sha256_digest(&sum->state, sizeof digest, digest);
    base16_encode_update(hex, sizeof digest, digest);
    hex[BASE16_ENCODE_LENGTH(sizeof digest)] = '\0';
    free(sum);
}

void hash_sha256(char hex[static HASH_HEX_SIZE], struct span bytes)
{
    struct hash_sum *sum = hash_sum_start();

    hash_sum_add(sum, bytes);
    hash_sum_end(hex, sum);
}
