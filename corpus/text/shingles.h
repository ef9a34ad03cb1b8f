/*
 * Shingles: a signature by which two texts that say the same are known, also
 * where one was cut, reordered or corrected.
 *
 * A text's shingles are its runs of SHINGLES_WORDS counted words; marks,
 * numbers and paragraphs between the words do not part them. Each is hashed
 * from its words' own hashes, so a signature is the same on every machine and
 * whatever the numbers of the vocabulary. The signature holds the
 * SHINGLES_KEPT smallest distinct hashes, rising (bottom-k MinHash, Broder
 * 1997): all of them where a text has fewer, so that a lead of twenty words is
 * compared exactly, and a fair sample of a long article's. A text with fewer
 * than SHINGLES_LEAST shingles has an empty signature: too little to resemble.
 *
 *     struct span signature = shingles_sign(&arena, words.terms.hashes, terms, count);
 *     struct shingles one, other;
 *     shingles_read(&one, signature);
 *     struct shingles_shared shared = shingles_compare(&one, &other);
 *     if (shared.both * 2 >= shared.one) ...       half of one stands in the other too
 *
 * Stored as four bytes a hash, low byte first.
 */
#ifndef CORPUS_TEXT_SHINGLES_H
#define CORPUS_TEXT_SHINGLES_H

#include "corpus/base/arena.h"
#include "corpus/base/span.h"
#include "corpus/base/table.h"

#include <stdint.h>

enum {
    SHINGLES_WORDS = 3, /* two are shared by any two long texts, four lose too many to a typo */
    SHINGLES_LEAST = 6, /* eight words */
    SHINGLES_KEPT = 48
};

/* A signature, read: rising, distinct. */
struct shingles {
    uint32_t minima[SHINGLES_KEPT];
    uint32_t count; /* below SHINGLES_KEPT: these are all shingles of the text */
};

/*
 * What two signatures have in common, below the value up to which both are
 * complete: numbers of shingles in that sample. Jaccard's resemblance is about
 * both / (one + other - both), the part of one found in the other both / one.
 */
struct shingles_shared {
    uint32_t one, other, both;
};

/*
 * The signature of a text given as its words' numbers plus 1, with 0 for a
 * break (annotate.h), in the arena; empty for a text that is too short.
 * `hashes` are hash_bytes() of the terms by number.
 */
struct span shingles_sign(struct arena *arena, const uint64_t *hashes, const uint32_t *terms,
                          size_t count);

/* False, and `shingles` empty, where the bytes are no signature. */
bool shingles_read(struct shingles *shingles, struct span signature);

struct shingles_shared shingles_compare(const struct shingles *one, const struct shingles *other);

/* About how many shingles the signed text has. */
uint32_t shingles_size(const struct shingles *shingles);

#endif
