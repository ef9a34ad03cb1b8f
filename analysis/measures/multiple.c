#include "analysis/measures/multiple.h"

#include "corpus/base/memory.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

/* q of the k-th smallest of m is the least of p x m x penalty / rank from there up. */
static bool step_up(double *q, const double *p, size_t count, double penalty, struct fault *fault)
{
    size_t *order;
    double least = 1;

    for (size_t i = 0; i < count; i++)
        if (!(p[i] >= 0 && p[i] <= 1))
            return fault_set(fault, FAULT_DOMAIN, "test %zu of %zu: p is %g, not within 0 and 1",
                             i + 1, count, p[i]);
    order = memory_new(count, sizeof *order);
    gsl_sort_index(order, p, 1, count);
    for (size_t rank = count; rank > 0; rank--) {
        size_t which = order[rank - 1];

        least = fmin(least, p[which] * ((double)count * penalty / (double)rank));
        q[which] = least;
    }
    free(order);
    return true;
}

bool multiple_benjamini_hochberg(double *q, const double *p, size_t count, struct fault *fault)
{
    return step_up(q, p, count, 1, fault);
}

bool multiple_benjamini_yekutieli(double *q, const double *p, size_t count, struct fault *fault)
{
    double penalty = 0;

    for (size_t i = count; i > 0; i--)
        penalty += 1 / (double)i;
    return step_up(q, p, count, penalty, fault);
}
