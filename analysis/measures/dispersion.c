#include "analysis/measures/dispersion.h"

#include "corpus/base/memory.h"

#include <gsl/gsl_sort.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

struct dispersion_sum dispersion_start(uint64_t hits, uint64_t size)
{
    return (struct dispersion_sum){.hits = hits, .size = size};
}

static ratio_wide apart(struct dispersion_part part, uint64_t hits, uint64_t size)
{
    ratio_wide here = (ratio_wide)part.hits * size;
    ratio_wide even = (ratio_wide)part.size * hits;

    return here > even ? here - even : even - here;
}

void dispersion_add(struct dispersion_sum *sum, struct dispersion_part part)
{
    sum->range++;
    sum->hits_met += part.hits;
    sum->size_met += part.size;
    sum->apart += apart(part, sum->hits, sum->size);
}

bool dispersion_dp(double *dp, const struct dispersion_sum *sum, struct fault *fault)
{
    ratio_wide unmet;

    if (sum->hits == 0)
        return fault_set(fault, FAULT_DOMAIN, "a term without hits has no dispersion");
    if (sum->hits_met != sum->hits || sum->size_met > sum->size)
        return fault_set(fault, FAULT_DOMAIN,
                         "parts with %" PRIu64 " hits in %" PRIu64 " words are not the %" PRIu64
                         " hits in %" PRIu64 " words expected",
                         sum->hits_met, sum->size_met, sum->hits, sum->size);
    unmet = (ratio_wide)sum->hits * (sum->size - sum->size_met);
    *dp = (double)(sum->apart + unmet) / (2 * (double)sum->hits * (double)sum->size);
    return true;
}

/* What the first pass over all parts finds. */
struct totals {
    uint64_t hits, size;
    uint64_t smallest;     /* part */
    uint64_t smallest_hit; /* part with a hit */
};

static bool parts_make_sense(struct totals *totals, const struct dispersion_part *parts,
                             size_t count, struct fault *fault)
{
    *totals = (struct totals){0, 0, UINT64_MAX, UINT64_MAX};
    if (count < 2)
        return fault_set(fault, FAULT_DOMAIN, "dispersion needs at least 2 parts");
    for (size_t i = 0; i < count; i++) {
        if (parts[i].size == 0)
            return fault_set(fault, FAULT_DOMAIN, "part %zu has no words", i + 1);
        totals->hits += parts[i].hits;
        totals->size += parts[i].size;
        if (parts[i].size < totals->smallest)
            totals->smallest = parts[i].size;
        if (parts[i].hits > 0 && parts[i].size < totals->smallest_hit)
            totals->smallest_hit = parts[i].size;
    }
    if (totals->hits == 0)
        return fault_set(fault, FAULT_DOMAIN, "a term without hits has no dispersion");
    return true;
}

static void measure_shares(struct dispersion *spread, const struct dispersion_part *parts,
                           size_t count, const struct totals *totals)
{
    double hits = (double)totals->hits;
    double size = (double)totals->size;
    double roots = 0;
    ratio_wide sum = 0;

    for (size_t i = 0; i < count; i++) {
        double share = (double)parts[i].size / size;
        double here = (double)parts[i].hits / hits;

        sum += apart(parts[i], totals->hits, totals->size);
        if (parts[i].hits == 0)
            continue;
        spread->range++;
        roots += sqrt(share * here);
        spread->divergence += here * log2(here / share);
    }
    spread->dp = (double)sum / (2 * hits * size);
    spread->dp_norm = spread->dp / (1 - (double)totals->smallest / size);
    spread->dp_norm_hit = spread->dp / (1 - (double)totals->smallest_hit / size);
    spread->rosengren_s = fmin(1, roots * roots);
    spread->divergence = fmax(0, spread->divergence);
}

/* From the rates, sorted upwards; their order does not matter but fixes rounding. */
static void measure_rates(struct dispersion *spread, const double *rates, size_t count)
{
    double n = (double)count;
    double sum = 0;
    double squares = 0;
    double entropy = 0;
    double pairs = 0; /* sum of all differences between two rates */
    double mean;

    for (size_t i = 0; i < count; i++)
        sum += rates[i];
    mean = sum / n;
    for (size_t i = 0; i < count; i++) {
        squares += (rates[i] - mean) * (rates[i] - mean);
        pairs += (2 * (double)i + 1 - n) * rates[i];
        if (rates[i] > 0)
            entropy -= rates[i] / sum * log2(rates[i] / sum);
    }
    spread->juilland_d = 1 - sqrt(squares / n) / mean / sqrt(n - 1);
    spread->carroll_d2 = entropy / log2(n);
    spread->da = 1 - pairs / (n * (n - 1) / 2) / (2 * mean);
}

bool dispersion_measure(struct dispersion *spread, const struct dispersion_part *parts,
                        size_t count, struct fault *fault)
{
    struct dispersion result = {0};
    struct totals totals;
    double *rates;

    if (!parts_make_sense(&totals, parts, count, fault))
        return false;
    rates = memory_new(count, sizeof *rates);
    for (size_t i = 0; i < count; i++)
        rates[i] = (double)parts[i].hits / (double)parts[i].size;
    gsl_sort(rates, 1, count);
    measure_shares(&result, parts, count, &totals);
    measure_rates(&result, rates, count);
    free(rates);
    *spread = result;
    return true;
}
