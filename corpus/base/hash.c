#include "corpus/base/hash.h"

#include "corpus/base/memory.h"

#include <glib.h>
#include <xxhash.h>

uint64_t hash_bytes(struct span bytes, uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.bytes ? bytes.bytes : "", bytes.length, seed);
}

/* GLib's checksum under a name of ours. */
static GChecksum *checksum_of(struct hash_sum *sum)
{
    return (GChecksum *)sum;
}

struct hash_sum *hash_sum_start(void)
{
    return (struct hash_sum *)g_checksum_new(G_CHECKSUM_SHA256);
}

void hash_sum_add(struct hash_sum *sum, struct span bytes)
{
    if (bytes.length)
        g_checksum_update(checksum_of(sum), (const guchar *)bytes.bytes, (gssize)bytes.length);
}

void hash_sum_end(char hex[static HASH_HEX_SIZE], struct hash_sum *sum)
{
    if (!sum)
        return;
    memcpy(hex, g_checksum_get_string(checksum_of(sum)), HASH_HEX_SIZE);
    g_checksum_free(checksum_of(sum));
}

void hash_sha256(char hex[static HASH_HEX_SIZE], struct span bytes)
{
    struct hash_sum *sum = hash_sum_start();

    hash_sum_add(sum, bytes);
    hash_sum_end(hex, sum);
}
