#include "corpus/text/shingles.h"

#include <assert.h>

/* Words are taken AT_ONCE; of the hashes that may be among the smallest there are ROOM. */
enum { AT_ONCE = 64, ROOM = 4 * SHINGLES_KEPT, PART_BITS = 6, NO_SHINGLE = 0 };

struct selection {
    uint32_t items[ROOM];
    size_t count;
    uint32_t limit; /* all items are at most this; what is above is not among the smallest */
};

/* Odd constants, so that the words' order matters: fractions of the roots of 2, 3 and 5. */
static const uint64_t first_factor = 0x6A09E667F3BCC909;
static const uint64_t second_factor = 0xBB67AE8584CAA73B;
static const uint64_t mixer = 0x3C6EF372FE94F82B;

/* Above 0, so that 0 can stand for none. */
static uint32_t hash_of(uint64_t first, uint64_t second, uint64_t third)
{
    uint64_t mixed = first * first_factor + second * second_factor + third;

    mixed = (mixed ^ mixed >> 32) * mixer;
    return (uint32_t)(mixed >> 32) | (mixed >> 32 == NO_SHINGLE);
}

/*
 * Rising order. Hashes lie evenly up to the limit, so dealing them out to parts
 * of that range puts them nearly in order, and insertion does the rest.
 */
static void sort(uint32_t *items, size_t count, uint32_t limit)
{
    uint32_t dealt[ROOM], next[(1 << PART_BITS) + 1] = {0};
    int bits = 32 - __builtin_clz(limit | 1);
    int shift = bits > PART_BITS ? bits - PART_BITS : 0;

    for (size_t i = 0; i < count; i++) {
        assert(items[i] <= limit);
        next[(items[i] >> shift) + 1]++;
    }
    for (size_t p = 1; p < 1 << PART_BITS; p++)
        next[p] += next[p - 1];
    for (size_t i = 0; i < count; i++)
        dealt[next[items[i] >> shift]++] = items[i];
    for (size_t i = 0; i < count; i++) {
        uint32_t item = dealt[i];
        size_t at = i;

        for (; at > 0 && items[at - 1] > item; at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
}

/* Puts the selection in order, without doubles, and keeps the smallest. */
static void settle(struct selection *selection)
{
    size_t kept = 0;

    sort(selection->items, selection->count, selection->limit);
    for (size_t i = 0; i < selection->count && kept < SHINGLES_KEPT; i++) {
        if (kept == 0 || selection->items[kept - 1] != selection->items[i])
            selection->items[kept++] = selection->items[i];
    }
    selection->count = kept;
    if (kept == SHINGLES_KEPT)
        selection->limit = selection->items[kept - 1];
}

/* The hashes of those of the terms that are no breaks. Returns how many there are. */
static size_t gather(uint64_t words[static AT_ONCE], const uint64_t *hashes, const uint32_t *terms,
                     size_t count)
{
    size_t gathered = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t is_word = terms[i] != 0;

        words[gathered] = hashes[terms[i] - is_word];
        gathered += is_word;
    }
    return gathered;
}

/* No branch but the loops' hangs on a word: none of them could be foretold. */
static void select_smallest(struct selection *selection, const uint64_t *hashes,
                            const uint32_t *terms, size_t count)
{
    uint64_t words[SHINGLES_WORDS - 1 + AT_ONCE];
    size_t before = 0; /* words in front of those that are gathered */

    selection->count = 0;
    for (size_t from = 0; from < count; from += AT_ONCE) {
        size_t some = count - from < AT_ONCE ? count - from : AT_ONCE;
        size_t end = before + gather(words + before, hashes, terms + from, some);
        size_t kept;
        uint32_t limit;

        if (selection->count + AT_ONCE > ROOM)
            settle(selection);
        kept = selection->count;
        limit = selection->limit;
        for (size_t i = SHINGLES_WORDS - 1; i < end; i++) {
            uint32_t hash = hash_of(words[i - 2], words[i - 1], words[i]);

            selection->items[kept] = hash;
            kept += hash <= limit;
        }
        selection->count = kept;
        before = end < SHINGLES_WORDS ? end : SHINGLES_WORDS - 1;
        memmove(words, words + end - before, before * sizeof *words);
    }
    settle(selection);
}

/*
 * A limit below which about one and a half times as many hashes lie as are
 * kept: most of a long text is then passed over, and seldom twice.
 */
static uint32_t first_limit(size_t count)
{
    uint64_t wanted = 3 * SHINGLES_KEPT / 2;

    return count <= wanted ? UINT32_MAX : (uint32_t)((wanted << 32) / count);
}

struct span shingles_sign(struct arena *arena, const uint64_t *hashes, const uint32_t *terms,
                          size_t count)
{
    struct selection selection = {.limit = first_limit(count)};
    unsigned char *bytes;

    for (;;) {
        uint32_t limit = selection.limit;

        select_smallest(&selection, hashes, terms, count);
        if (selection.count == SHINGLES_KEPT || limit == UINT32_MAX)
            break;
        selection.limit = limit > UINT32_MAX / 4 ? UINT32_MAX : limit * 4;
    }
    if (selection.count < SHINGLES_LEAST)
        return SPAN_EMPTY;
    bytes = arena_new(arena, selection.count, 4);
    for (size_t i = 0; i < selection.count; i++) {
        bytes[4 * i] = (unsigned char)selection.items[i];
        bytes[4 * i + 1] = (unsigned char)(selection.items[i] >> 8);
        bytes[4 * i + 2] = (unsigned char)(selection.items[i] >> 16);
        bytes[4 * i + 3] = (unsigned char)(selection.items[i] >> 24);
    }
    return (struct span){.bytes = (const char *)bytes, .length = selection.count * 4};
}

bool shingles_read(struct shingles *shingles, struct span signature)
{
    const unsigned char *bytes = (const unsigned char *)signature.bytes;
    uint32_t before = NO_SHINGLE;

    shingles->count = 0;
    if (signature.length % 4 || signature.length > sizeof shingles->minima)
        return false;
    for (size_t i = 0; i < signature.length / 4; i++) {
        uint32_t hash = 0;

        for (unsigned b = 0; b < 4; b++)
            hash |= (uint32_t)bytes[4 * i + b] << 8 * b;
        if (hash <= before) {
            shingles->count = 0;
            return false;
        }
        before = shingles->minima[shingles->count++] = hash;
    }
    return true;
}

/* Up to this value the signature holds every shingle of its text. */
static uint32_t complete_to(const struct shingles *shingles)
{
    return shingles->count < SHINGLES_KEPT ? UINT32_MAX : shingles->minima[SHINGLES_KEPT - 1];
}

struct shingles_shared shingles_compare(const struct shingles *one, const struct shingles *other)
{
    uint32_t one_end = complete_to(one), other_end = complete_to(other);
    uint32_t end = one_end < other_end ? one_end : other_end;
    struct shingles_shared shared = {0};

    while (shared.one < one->count && one->minima[shared.one] <= end) {
        uint32_t hash = one->minima[shared.one++];

        while (shared.other < other->count && other->minima[shared.other] < hash)
            shared.other++;
        shared.both += shared.other < other->count && other->minima[shared.other] == hash;
    }
    while (shared.other < other->count && other->minima[shared.other] <= end)
        shared.other++;
    return shared;
}

uint32_t shingles_size(const struct shingles *shingles)
{
    if (shingles->count < SHINGLES_KEPT)
        return shingles->count;
    assert(shingles->minima[SHINGLES_KEPT - 1] > 0);
    return (uint32_t)(((uint64_t)(SHINGLES_KEPT - 1) << 32) / shingles->minima[SHINGLES_KEPT - 1]);
}
