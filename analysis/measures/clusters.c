#include "analysis/measures/clusters.h"

#include "corpus/base/memory.h"

#include <math.h>
#include <stdlib.h>

double clusters_phi(uint64_t both, uint64_t x, uint64_t y, uint64_t n)
{
    double a = (double)x, b = (double)y, all = (double)n;
    double scale = sqrt(a * (all - a)) * sqrt(b * (all - b));

    return scale > 0 ? (all * (double)both - a * b) / scale : 0;
}

/* Sums of likenesses between clusters, each at the number of its first thing. */
struct joining {
    double *sums;  /* count x count */
    size_t *sizes; /* 0: it is part of another */
    size_t count;
};

static double average(const struct joining *joining, size_t i, size_t j)
{
    return joining->sums[i * joining->count + j] /
           ((double)joining->sizes[i] * (double)joining->sizes[j]);
}

/* The two that are most alike; false where they are less so than `least`. */
static bool find_closest(size_t *one, size_t *other, const struct joining *joining, double least)
{
    double best = least;
    bool found = false;

    for (size_t i = 0; i < joining->count; i++) {
        for (size_t j = i + 1; joining->sizes[i] && j < joining->count; j++) {
            double value = joining->sizes[j] ? average(joining, i, j) : -2;

            if (found ? value <= best : value < best)
                continue;
            best = value;
            *one = i;
            *other = j;
            found = true;
        }
    }
    return found;
}

static void join(struct joining *joining, uint32_t *of, size_t one, size_t other)
{
    for (size_t k = 0; k < joining->count; k++) {
        joining->sums[one * joining->count + k] += joining->sums[other * joining->count + k];
        joining->sums[k * joining->count + one] = joining->sums[one * joining->count + k];
        if (of[k] == other)
            of[k] = (uint32_t)one;
    }
    joining->sizes[one] += joining->sizes[other];
    joining->sizes[other] = 0;
}

/* Numbers the clusters that are left in the order of their first things. */
static size_t number(const struct joining *joining, uint32_t *of)
{
    uint32_t *numbers = memory_new(joining->count, sizeof *numbers);
    uint32_t clusters = 0;

    for (size_t i = 0; i < joining->count; i++) {
        if (joining->sizes[i])
            numbers[i] = clusters++;
    }
    for (size_t i = 0; i < joining->count; i++)
        of[i] = numbers[of[i]];
    free(numbers);
    return clusters;
}

size_t clusters_join(uint32_t *of, const double *alike, size_t count, double least)
{
    struct joining joining = {
        .sums = memory_new(count * count, sizeof *joining.sums),
        .sizes = memory_new(count, sizeof *joining.sizes),
        .count = count,
    };
    size_t one = 0, other = 0, clusters;

    if (count)
        memcpy(joining.sums, alike, count * count * sizeof *alike);
    for (size_t i = 0; i < count; i++) {
        of[i] = (uint32_t)i;
        joining.sizes[i] = 1;
    }
    while (find_closest(&one, &other, &joining, least))
        join(&joining, of, one, other);
    clusters = number(&joining, of);
    free(joining.sizes);
    free(joining.sums);
    return clusters;
}
