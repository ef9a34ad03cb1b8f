#include "reports/draw/dodge.h"

#include "corpus/base/memory.h"

#include <math.h>
#include <stdlib.h>

/* Labels that touch and move as one. */
struct pool {
    double mean; /* of place less pitch times index */
    size_t count;
};

/* Joins the last pools while they stand in the wrong order. */
static size_t join(struct pool *pools, size_t count)
{
    while (count > 1 && pools[count - 2].mean > pools[count - 1].mean) {
        struct pool *left = &pools[count - 2];
        const struct pool *right = &pools[count - 1];
        size_t both = left->count + right->count;

        left->mean =
            (left->mean * (double)left->count + right->mean * (double)right->count) / (double)both;
        left->count = both;
        count--;
    }
    return count;
}

void dodge_labels(double *places, size_t count, double pitch, double low, double high)
{
    struct pool *pools;
    size_t pool_count = 0;
    size_t i = 0;

    if (!count)
        return;
    if (count > 1)
        pitch = fmin(pitch, fmax(high - low, 0) / (double)(count - 1));
    pools = memory_new(count, sizeof *pools);
    for (size_t k = 0; k < count; k++) {
        pools[pool_count++] = (struct pool){places[k] - pitch * (double)k, 1};
        pool_count = join(pools, pool_count);
    }
    for (size_t p = 0; p < pool_count; p++)
        for (size_t end = i + pools[p].count; i < end; i++)
            places[i] = fmin(fmax(pools[p].mean, low), high - (double)(count - 1) * pitch) +
                        pitch * (double)i;
    free(pools);
}
