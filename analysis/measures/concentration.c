#include "analysis/measures/concentration.h"

#include "corpus/base/memory.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

/* The amounts sorted upwards, and their sum; the caller frees. NULL with a fault. */
static double *sorted(double *total, const uint64_t *amounts, size_t count, struct fault *fault)
{
    double *items;

    *total = 0;
    for (size_t i = 0; i < count; i++)
        *total += (double)amounts[i];
    if (*total == 0) {
        (void)fault_set(fault, FAULT_DOMAIN, "nothing is held, so there is no concentration");
        return NULL;
    }
    items = memory_new(count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = (double)amounts[i];
    gsl_sort(items, 1, count);
    return items;
}

bool concentration_measure(struct concentration *uneven, const uint64_t *amounts, size_t count,
                           struct fault *fault)
{
    double n = (double)count;
    struct concentration result = {0};
    double holders = 0;
    double pairs = 0;
    double total;
    double *items = sorted(&total, amounts, count, fault);

    if (!items)
        return false;
    for (size_t i = 0; i < count; i++) {
        double share = items[i] / total;

        /* Ranked upwards, Gini's sum of (2i - n - 1) x, i from 1. */
        result.gini += (2 * (double)i + 1 - n) * share / n;
        if (items[i] == 0)
            continue;
        holders++;
        pairs += share * (items[i] - 1);
        result.hhi += share * share;
        result.entropy -= share * log(share);
        result.theil += share * log(share * n);
    }
    free(items);
    result.hhi_unbiased = total > 1 ? pairs / (total - 1) : 1;
    result.effective = 1 / result.hhi;
    result.entropy_adjusted = result.entropy + (holders - 1) / (2 * total);
    result.entropy_effective = exp(result.entropy);
    result.gini = fmax(0, result.gini);
    result.gini_unbiased = count > 1 ? result.gini * n / (n - 1) : 0;
    result.theil = fmax(0, result.theil);
    *uneven = result;
    return true;
}

bool concentration_top(double *share, const uint64_t *amounts, size_t count, size_t top,
                       struct fault *fault)
{
    double held = 0;
    double total;
    double *items = sorted(&total, amounts, count, fault);

    if (!items)
        return false;
    for (size_t i = 0; i < count && i < top; i++)
        held += items[count - 1 - i];
    free(items);
    *share = held / total;
    return true;
}
