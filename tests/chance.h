/*
 * Chance that is the same on every machine: a linear congruential generator,
 * and texts put together by it.
 *
 *     uint32_t seed = 7;
 *
 *     chance_compose(&text, units, COUNT_OF(units), 40, &seed);
 */
#ifndef TESTS_CHANCE_H
#define TESTS_CHANCE_H

#include "corpus/base/bytes.h"

#include <stdint.h>

/* A number below `count`. */
static inline size_t chance_draw(uint32_t *seed, size_t count)
{
    *seed = *seed * 1664525U + 1013904223U;
    return (*seed >> 8) % count;
}

/* Replaces the text by that many of the units. */
static inline void chance_compose(struct bytes *text, const char *const *units, size_t unit_count,
                                  size_t pieces, uint32_t *seed)
{
    bytes_clear(text);
    for (size_t i = 0; i < pieces; i++)
        bytes_add_text(text, units[chance_draw(seed, unit_count)]);
}

#endif
