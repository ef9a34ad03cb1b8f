/*
 * For simulations: over-dispersed counts, and how many rounds there are.
 *
 *     size_t rounds = simulation_rounds(20);      20, or as many as `make simulate` asks for
 *     double level = simulation_gamma(&seed, 8);  mean 1, variance 1 / 8
 *     uint64_t hits = simulation_spread(&seed, 40, 1.5);     mean 40, variance 60
 */
#ifndef TESTS_SIMULATION_H
#define TESTS_SIMULATION_H

#include "tests/numbers.h"

#include <stdlib.h>

/* How often to simulate: `few` in `make check`, so many times more in `make simulate`. */
static inline size_t simulation_rounds(size_t few)
{
    const char *times = getenv("BROADSHEET_TIMES");

    return few * (size_t)(times ? strtoul(times, NULL, 10) : 1);
}

/* A standard normal deviate (Box and Muller 1958). */
static inline double simulation_normal(uint64_t *seed)
{
    double far = sqrt(-2 * log(numbers_uniform(seed)));

    return far * cos(6.283185307179586 * numbers_uniform(seed));
}

/* A gamma variate with mean 1 and variance 1 / shape (Marsaglia and Tsang 2000). */
static inline double simulation_gamma(uint64_t *seed, double shape)
{
    double lift = shape < 1 ? pow(numbers_uniform(seed), 1 / shape) : 1;
    double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;

    for (;;) {
        double x = simulation_normal(seed), v = pow(1 + x / sqrt(9 * d), 3);

        if (v > 0 && log(numbers_uniform(seed)) < x * x / 2 + d - d * v + d * log(v))
            return lift * d * v / shape;
    }
}

/* A count with this mean and `spread` times a Poisson count's variance; spread 1 or more. */
static inline uint64_t simulation_spread(uint64_t *seed, double mean, double spread)
{
    if (spread > 1)
        mean *= simulation_gamma(seed, mean / (spread - 1));
    /* By waiting times a large mean takes long: parts of it are as good. */
    uint64_t count = 0;
    for (; mean > 500; mean -= 500)
        count += numbers_poisson(seed, 500);
    return count + numbers_poisson(seed, mean);
}

#endif
