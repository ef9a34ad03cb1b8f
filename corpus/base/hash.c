#include "corpus/base/hash.h"

#include "corpus/base/memory.h"

#include <glib.h>
#include <xxhash.h>

uint64_t hash_bytes(struct span bytes, uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.bytes ? bytes.bytes : "", bytes.length, seed);
}

void hash_sha256(char hex[static HASH_HEX_SIZE], struct span bytes)
{
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);

    if (bytes.length)
        g_checksum_update(sum, (const guchar *)bytes.bytes, (gssize)bytes.length);
    memcpy(hex, g_checksum_get_string(sum), HASH_HEX_SIZE);
    g_checksum_free(sum);
}
