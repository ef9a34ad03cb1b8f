/*
 * Hashes: 64 bits by xxHash (XXH3) for contents, tables and seeds; SHA-256
 * for files that other programs check. Both are the same on every machine.
 */
#ifndef CORPUS_BASE_HASH_H
#define CORPUS_BASE_HASH_H

#include "corpus/base/span.h"

#include <stdint.h>

struct hash_sum;

enum { HASH_HEX_SIZE = 65 }; /* bytes of a SHA-256 in hexadecimal, with its NUL */

uint64_t hash_bytes(struct span bytes, uint64_t seed);

/* The SHA-256 of `bytes`, in lower-case hexadecimal. */
void hash_sha256(char hex[static HASH_HEX_SIZE], struct span bytes);

/* The same of bytes that come piece by piece; hash_sum_end() frees the sum, NULL gives nothing. */
struct hash_sum *hash_sum_start(void);
void hash_sum_add(struct hash_sum *sum, struct span bytes);
void hash_sum_end(char hex[static HASH_HEX_SIZE], struct hash_sum *sum);

#endif
