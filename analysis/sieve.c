#include "analysis/sieve.h"

static uint32_t place_of(uint32_t shingle)
{
    /* The smallest hashes are all small: spread them again. */
    return (uint32_t)(shingle * 0x9E3779B1U) >> (32 - SIEVE_BITS);
}

/* Up to this value the signature holds every shingle of its text. */
static uint32_t end_of(const struct shingles *shingles)
{
    return shingles->count < SHINGLES_KEPT ? UINT32_MAX : shingles->minima[SHINGLES_KEPT - 1];
}

void sieve_load(struct sieve *sieve, const struct shingles *shingles)
{
    for (uint32_t i = 0; i < sieve->shingles.count; i++)
        sieve->marks[place_of(sieve->shingles.minima[i])] = 0;
    sieve->shingles = *shingles;
    for (uint32_t i = 0; i < shingles->count; i++)
        sieve->marks[place_of(shingles->minima[i])] = 1;
}

struct shingles_shared sieve_most(const struct sieve *sieve, const struct shingles *other)
{
    uint32_t one_end = end_of(&sieve->shingles), other_end = end_of(other);
    uint32_t end = one_end < other_end ? one_end : other_end;
    struct shingles_shared shared = {0};

    for (uint32_t i = 0; i < sieve->shingles.count; i++)
        shared.one += sieve->shingles.minima[i] <= end;
    for (uint32_t i = 0; i < other->count; i++) {
        uint32_t within = other->minima[i] <= end;

        shared.other += within;
        shared.both += within & sieve->marks[place_of(other->minima[i])];
    }
    return shared;
}
