/*
 * Any bytes at all: taken as a signature they are refused or give back rising
 * hashes; taken as a text's term numbers they give a signature that is read
 * back, and that shares all it has with itself and never more with another.
 */
#include "corpus/text/shingles.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS = 64 };

static void check_rising(const struct shingles *shingles)
{
    if (shingles->count > SHINGLES_KEPT)
        abort();
    for (uint32_t i = 1; i < shingles->count; i++) {
        if (shingles->minima[i] <= shingles->minima[i - 1])
            abort();
    }
}

static void check_shared(const struct shingles *one, const struct shingles *other)
{
    struct shingles_shared shared = shingles_compare(one, other);
    struct shingles_shared back = shingles_compare(other, one);

    if (shared.both > shared.one || shared.both > shared.other || shared.one > one->count ||
        shared.other > other->count || back.both != shared.both || back.one != shared.other)
        abort();
}

static void read_back(struct shingles *shingles, const uint8_t *data, size_t size)
{
    struct table vocabulary = TABLE_EMPTY;
    struct arena arena = ARENA_EMPTY;
    uint32_t *terms = calloc(size + 1, sizeof *terms);

    for (char word = 1; word <= WORDS; word++)
        (void)table_add(&vocabulary, (struct span){&word, 1});
    for (size_t i = 0; terms && i < size; i++)
        terms[i] = data[i] % (WORDS + 1);
    if (terms && !shingles_read(shingles, shingles_sign(&arena, vocabulary.hashes, terms, size)))
        abort();
    free(terms);
    arena_release(&arena);
    table_release(&vocabulary);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct shingles given = {0}, made = {0};

    if (!shingles_read(&given, (struct span){(const char *)data, size}) && given.count != 0)
        abort();
    check_rising(&given);
    read_back(&made, data, size);
    check_rising(&made);
    check_shared(&made, &made);
    check_shared(&given, &made);
    if (shingles_compare(&made, &made).both != made.count)
        abort();
    return 0;
}
