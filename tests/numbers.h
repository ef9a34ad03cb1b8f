/*
 * For tests of numbers: equality relative to the size of what is expected,
 * and a repeatable stream of random input whose seed the test prints.
 */
#ifndef TESTS_NUMBERS_H
#define TESTS_NUMBERS_H

#include "tests/support.h"

/* Passes when `actual` is within `tolerance` x |expected| of `expected`, 0 only for 0. */
#define assert_close(actual, expected, tolerance)                                                  \
    numbers_close((actual), (expected), (tolerance), #actual, __FILE__, __LINE__)

static inline void numbers_close(double actual, double expected, double tolerance, const char *what,
                                 const char *file, int line)
{
    if (fabs(actual - expected) <= tolerance * fabs(expected))
        return;
    print_error("%s is %.17g, not %.17g\n", what, actual, expected);
    _fail(file, line);
}

/* The next of a stream of 32-bit numbers (Knuth's MMIX generator, upper bits). */
static inline uint32_t numbers_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(*seed >> 32);
}

/* A number from 0 to `below` - 1; a slight unevenness does not matter in tests. */
static inline uint32_t numbers_below(uint64_t *seed, uint32_t below)
{
    return (uint32_t)(((uint64_t)numbers_next(seed) * below) >> 32);
}

/* A number above 0 and below 1. */
static inline double numbers_uniform(uint64_t *seed)
{
    return (numbers_next(seed) + 0.5) / 4294967296.0;
}

/* A Poisson count with this mean, by waiting times; for means up to some hundreds. */
static inline uint64_t numbers_poisson(uint64_t *seed, double mean)
{
    double time = -log(numbers_uniform(seed));
    uint64_t count = 0;

    while (time < mean) {
        time -= log(numbers_uniform(seed));
        count++;
    }
    return count;
}

#endif
