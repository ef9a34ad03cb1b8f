#include "analysis/measures/concentration_interval.h"

#include "analysis/measures/concentration.h"
#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

static const double error_of_rounding = 1e-12;

enum measure { MEASURE_HHI, MEASURE_GINI, MEASURE_TOP, MEASURES };

/* What the measures without one cluster are found from. */
struct holders {
    size_t count;
    uint64_t *amounts;                /* by holder */
    size_t *falling;                  /* holders, the largest first */
    double *rising;                   /* the amounts, sorted upwards */
    double *sums;                     /* of the first so many of these; count + 1 long */
    double total, squares, distances; /* sums of x, x^2 and |x_s - x_t| over pairs */
};

/* The entries by cluster: those of cluster c are items[first[c]] up to items[first[c + 1]]. */
struct by_cluster {
    struct bootstrap_entry *items;
    size_t *first;
};

static struct by_cluster sort_entries(const struct concentration_sample *sample)
{
    struct by_cluster sorted = {
        .items = memory_new(sample->entry_count, sizeof *sorted.items),
        .first = memory_new(sample->cluster_count + 2, sizeof *sorted.first),
    };
    size_t *next = sorted.first + 1; /* while they are dealt out, it says where the next goes */

    for (size_t i = 0; i < sample->entry_count; i++)
        next[sample->entries[i].cluster + 1]++;
    for (size_t c = 0; c < sample->cluster_count; c++)
        next[c + 1] += next[c];
    for (size_t i = 0; i < sample->entry_count; i++)
        sorted.items[next[sample->entries[i].cluster]++] = sample->entries[i];
    return sorted;
}

static struct holders sum_up(const struct concentration_sample *sample)
{
    size_t count = sample->holder_count;
    struct holders holders = {
        .count = count,
        .amounts = memory_new(count, sizeof *holders.amounts),
        .falling = memory_new(count, sizeof *holders.falling),
        .rising = memory_new(count, sizeof *holders.rising),
        .sums = memory_new(count + 1, sizeof *holders.sums),
    };
    size_t *order = memory_new(count, sizeof *order);
    double *amounts = memory_new(count, sizeof *amounts);

    for (size_t i = 0; i < sample->entry_count; i++)
        holders.amounts[sample->entries[i].statistic] += sample->entries[i].amount;
    for (size_t s = 0; s < count; s++)
        amounts[s] = (double)holders.amounts[s];
    gsl_sort_index(order, amounts, 1, count);
    for (size_t i = 0; i < count; i++) {
        double amount = amounts[order[i]];

        holders.falling[count - 1 - i] = order[i];
        holders.rising[i] = amount;
        holders.squares += amount * amount;
        holders.distances += (double)i * amount - holders.total;
        holders.total += amount;
        holders.sums[i + 1] = holders.total;
    }
    free(amounts);
    free(order);
    return holders;
}

static void release_holders(struct holders *holders)
{
    free(holders->amounts);
    free(holders->falling);
    free(holders->rising);
    free(holders->sums);
}

/* --- the measures without one cluster -------------------------------------------------- */

/* How far all amounts lie from `amount`, added up. */
static double distance_to_all(const struct holders *holders, double amount)
{
    size_t low = 0, high = holders->count;
    double n = (double)holders->count, below;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (holders->rising[middle] < amount)
            low = middle + 1;
        else
            high = middle;
    }
    below = (double)low;
    return below * amount - holders->sums[low] + holders->total - holders->sums[low] -
           (n - below) * amount;
}

static double amount_of(const struct holders *holders, const struct bootstrap_entry *entry)
{
    return (double)holders->amounts[entry->statistic];
}

/* HHI from what the squares and the total lose. */
static double hhi_without(const struct holders *holders, const struct bootstrap_entry *entries,
                          size_t count, double left)
{
    double squares = holders->squares;

    for (size_t i = 0; i < count; i++)
        squares -= (2 * amount_of(holders, &entries[i]) - entries[i].amount) * entries[i].amount;
    return squares / (left * left);
}

/*
 * Gini from the distances between pairs: those with a holder of the cluster
 * change, those among these are counted once. Who is left with nothing is taken
 * out at the end: Gini with z of n at 0 is z / n + (n - z) / n x Gini of the rest.
 */
static double gini_without(const struct holders *holders, const struct bootstrap_entry *entries,
                           size_t count, double left)
{
    double distances = holders->distances, n = (double)holders->count, zeros = 0;

    for (size_t i = 0; i < count; i++) {
        double before = amount_of(holders, &entries[i]), after = before - entries[i].amount;

        distances += distance_to_all(holders, after) - distance_to_all(holders, before);
        zeros += after == 0;
        for (size_t j = 0; j < count; j++) {
            double other = amount_of(holders, &entries[j]);

            distances -= fabs(after - other);
            if (j < i)
                distances += fabs(before - other) + fabs(after - (other - entries[j].amount));
        }
    }
    return (distances / left - zeros) / (n - zeros);
}

/* The `top` largest: of the cluster's holders as they are without it, and of the others. */
static double top_without(const struct holders *holders, const struct bootstrap_entry *entries,
                          size_t count, double left, size_t top)
{
    double *candidates = memory_new(count + top, sizeof *candidates);
    double held = 0;
    size_t found = 0;

    for (size_t i = 0; i < count; i++)
        candidates[found++] = amount_of(holders, &entries[i]) - entries[i].amount;
    for (size_t i = 0, others = 0; i < holders->count && others < top; i++) {
        bool in_cluster = false;

        for (size_t e = 0; e < count; e++)
            in_cluster |= entries[e].statistic == holders->falling[i];
        if (in_cluster)
            continue;
        candidates[found++] = (double)holders->amounts[holders->falling[i]];
        others++;
    }
    gsl_sort(candidates, 1, found);
    for (size_t i = 0; i < top && i < found; i++)
        held += candidates[found - 1 - i];
    free(candidates);
    return held / left;
}

static double sum_of(const struct bootstrap_entry *entries, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += entries[i].amount;
    return sum;
}

/* The jackknife's standard errors. */
static bool find_errors(double errors[MEASURES], const struct holders *holders,
                        const struct concentration_sample *sample, size_t top, struct fault *fault)
{
    size_t clusters = sample->cluster_count;
    double *values = memory_new(MEASURES * clusters, sizeof *values);
    struct by_cluster sorted = sort_entries(sample);
    bool done = true;

    for (size_t c = 0; done && c < clusters; c++) {
        const struct bootstrap_entry *entries = sorted.items + sorted.first[c];
        size_t count = sorted.first[c + 1] - sorted.first[c];
        double left = holders->total - sum_of(entries, count);

        if (left <= 0)
            done = fault_set(fault, FAULT_DOMAIN, "one article has all, so there is no spread");
        values[MEASURE_HHI * clusters + c] = hhi_without(holders, entries, count, left);
        values[MEASURE_GINI * clusters + c] = gini_without(holders, entries, count, left);
        values[MEASURE_TOP * clusters + c] = top_without(holders, entries, count, left, top);
    }
    for (int m = 0; done && m < MEASURES; m++) {
        const double *without = values + (size_t)m * clusters;
        double mean = 0, squares = 0, n = (double)clusters;

        for (size_t c = 0; c < clusters; c++)
            mean += without[c] / n;
        for (size_t c = 0; c < clusters; c++)
            squares += (without[c] - mean) * (without[c] - mean);
        errors[m] = sqrt((n - 1) / n * squares);
    }
    free(sorted.items);
    free(sorted.first);
    free(values);
    return done;
}

/* --- intervals ----------------------------------------------------------------------- */

/* Symmetric on the scale of logarithms; `most` bounds it. */
static struct interval on_logs(double value, double error, double t, double most)
{
    double reach = exp(t * error / value);

    return (struct interval){value, value / reach, fmin(most, value * reach)};
}

static struct interval on_logits(double value, double error, double t)
{
    double reach, odds;

    if (value <= 0 || value >= 1)
        return (struct interval){value, value, value};
    odds = value / (1 - value);
    reach = exp(t * error / (value * (1 - value)));
    return (struct interval){value, odds / reach / (1 + odds / reach),
                             odds * reach / (1 + odds * reach)};
}

static bool measure_all(double values[MEASURES], const struct holders *holders, size_t top,
                        struct fault *fault)
{
    struct concentration uneven;

    if (!concentration_measure(&uneven, holders->amounts, holders->count, fault) ||
        !concentration_top(&values[MEASURE_TOP], holders->amounts, holders->count, top, fault))
        return false;
    values[MEASURE_HHI] = uneven.hhi;
    values[MEASURE_GINI] = uneven.gini;
    return uneven.hhi < 1 ||
           fault_set(fault, FAULT_DOMAIN, "one has all, so there is no spread to measure");
}

bool concentration_interval_find(struct concentration_intervals *found,
                                 const struct concentration_sample *sample, size_t top,
                                 double level, size_t minimum, struct fault *fault)
{
    double values[MEASURES], errors[MEASURES] = {0}, t;
    struct holders holders;
    bool done;

    if (!numeric_level(level, "concentration", fault))
        return false;
    if (sample->cluster_count < (minimum < 2 ? 2 : minimum))
        return fault_set(fault, FAULT_DOMAIN, "%zu articles are too few for an interval",
                         sample->cluster_count);
    holders = sum_up(sample);
    done = measure_all(values, &holders, top, fault) &&
           find_errors(errors, &holders, sample, top, fault);
    release_holders(&holders);
    if (!done)
        return false;
    if (errors[MEASURE_HHI] <= error_of_rounding)
        return fault_set(fault, FAULT_DOMAIN, "all articles are alike, so nothing varies");
    t = numeric_t(level, (double)sample->cluster_count - 1);
    found->hhi = on_logs(values[MEASURE_HHI], errors[MEASURE_HHI], t, 1);
    found->effective =
        (struct interval){1 / found->hhi.value, 1 / found->hhi.high, 1 / found->hhi.low};
    found->gini = on_logits(values[MEASURE_GINI], errors[MEASURE_GINI], t);
    found->top = on_logits(values[MEASURE_TOP], errors[MEASURE_TOP], t);
    return true;
}
