/*
 * A sieve: holds one text's shingles so that many others are quickly found to
 * have too few of them. What passes is then compared exactly.
 *
 *     struct sieve sieve = SIEVE_EMPTY;
 *     sieve_load(&sieve, &shingles);
 *     for each candidate
 *         if (enough(sieve_most(&sieve, &candidate)))
 *             shared = shingles_compare(&shingles, &candidate);
 *
 * A look at a shingle is one load without a branch, where comparing merges two
 * lists that a processor cannot foresee.
 */
#ifndef ANALYSIS_SIEVE_H
#define ANALYSIS_SIEVE_H

#include "corpus/text/shingles.h"

#include <stdint.h>

enum { SIEVE_BITS = 12 };

struct sieve {
    struct shingles shingles; /* of the text at hand */
    uint8_t marks[1 << SIEVE_BITS];
};

#define SIEVE_EMPTY ((struct sieve){0})

/* Replaces what the sieve held. */
void sieve_load(struct sieve *sieve, const struct shingles *shingles);

/* shingles_compare() of the two, but that `both` may be more than it is, never less. */
struct shingles_shared sieve_most(const struct sieve *sieve, const struct shingles *other);

#endif
