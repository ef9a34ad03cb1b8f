#include "analysis/measures/concentration_interval.h"

#include "analysis/measures/concentration.h"
#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

static const double error_of_rounding = 1e-12;

/* What linearisation needs of the holders. */
struct holders {
    size_t count;
    uint64_t *amounts; /* totals, by holder */
    double total;
    double *ranks; /* upwards, 1 to count, ties at the mean of theirs */
    double *in_top; /* 0 to 1 */
};

/* Gives the holders from rank `from` up to `to`, which are level, what is theirs. */
static void set_level(struct holders *holders, const size_t *order, size_t from, size_t to,
                      size_t top)
{
    size_t above = holders->count - to, level = to - from;
    double left = above < top ? (double)(top - above) : 0;

    for (size_t i = from; i < to; i++) {
        holders->ranks[order[i]] = (double)(from + 1 + to) / 2;
        holders->in_top[order[i]] = fmin(1, left / (double)level);
    }
}

static void rank_holders(struct holders *holders, size_t top)
{
    double *amounts = memory_new(holders->count, sizeof *amounts);
    size_t *order = memory_new(holders->count, sizeof *order);

    for (size_t s = 0; s < holders->count; s++)
        amounts[s] = (double)holders->amounts[s];
    gsl_sort_index(order, amounts, 1, holders->count);
    for (size_t from = 0, to; from < holders->count; from = to) {
        for (to = from + 1; to < holders->count &&
                            holders->amounts[order[to]] == holders->amounts[order[from]];)
            to++;
        set_level(holders, order, from, to, top);
    }
    free(amounts);
    free(order);
}

static struct holders sum_up(const struct concentration_sample *sample, size_t top)
{
    struct holders holders = {
        .count = sample->holder_count,
        .amounts = memory_new(sample->holder_count, sizeof *holders.amounts),
        .ranks = memory_new(sample->holder_count, sizeof *holders.ranks),
        .in_top = memory_new(sample->holder_count, sizeof *holders.in_top),
    };

    for (size_t i = 0; i < sample->entry_count; i++) {
        holders.amounts[sample->entries[i].statistic] += sample->entries[i].amount;
        holders.total += sample->entries[i].amount;
    }
    rank_holders(&holders, top);
    return holders;
}

static void release_holders(struct holders *holders)
{
    free(holders->amounts);
    free(holders->ranks);
    free(holders->in_top);
}

/* --- linearisation ------------------------------------------------------------------- */

enum measure { MEASURE_HHI, MEASURE_GINI, MEASURE_TOP, MEASURES };

/* dm/dx_s, times N. */
static double slope_of(enum measure measure, const struct holders *holders, size_t s,
                       const double values[MEASURES])
{
    double n = (double)holders->count;

    switch (measure) {
    case MEASURE_HHI:
        return 2 * ((double)holders->amounts[s] / holders->total - values[MEASURE_HHI]);
    case MEASURE_GINI:
        return (2 * holders->ranks[s] - n - 1) / n - values[MEASURE_GINI];
    case MEASURE_TOP:
    case MEASURES:
    default:
        return holders->in_top[s] - values[MEASURE_TOP];
    }
}

/* The standard error of one measure; `influences` has a place for each cluster. */
static double error_of(enum measure measure, const struct holders *holders,
                       const struct concentration_sample *sample, const double values[MEASURES],
                       double *influences)
{
    double clusters = (double)sample->cluster_count, squares = 0;

    memset(influences, 0, sample->cluster_count * sizeof *influences);
    for (size_t i = 0; i < sample->entry_count; i++) {
        const struct bootstrap_entry *entry = &sample->entries[i];

        influences[entry->cluster] +=
            slope_of(measure, holders, entry->statistic, values) * entry->amount / holders->total;
    }
    for (size_t c = 0; c < sample->cluster_count; c++)
        squares += influences[c] * influences[c];
    return sqrt(clusters / (clusters - 1) * squares);
}

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

static bool find(struct concentration_intervals *found, const struct holders *holders,
                 const struct concentration_sample *sample, double t, const double values[MEASURES],
                 struct fault *fault)
{
    double *influences = memory_new(sample->cluster_count, sizeof *influences);
    double errors[MEASURES];

    for (int m = 0; m < MEASURES; m++)
        errors[m] = error_of((enum measure)m, holders, sample, values, influences);
    free(influences);
    if (errors[MEASURE_HHI] <= error_of_rounding)
        return fault_set(fault, FAULT_DOMAIN, "all articles are alike, so nothing varies");
    found->hhi = on_logs(values[MEASURE_HHI], errors[MEASURE_HHI], t, 1);
    found->effective =
        (struct interval){1 / found->hhi.value, 1 / found->hhi.high, 1 / found->hhi.low};
    found->gini = on_logits(values[MEASURE_GINI], errors[MEASURE_GINI], t);
    found->top = on_logits(values[MEASURE_TOP], errors[MEASURE_TOP], t);
    return true;
}

bool concentration_interval_find(struct concentration_intervals *found,
                                 const struct concentration_sample *sample, size_t top,
                                 double level, size_t minimum, struct fault *fault)
{
    double values[MEASURES];
    struct holders holders;
    bool done;

    if (!numeric_level(level, "concentration", fault))
        return false;
    if (sample->cluster_count < (minimum < 2 ? 2 : minimum))
        return fault_set(fault, FAULT_DOMAIN, "%zu articles are too few for an interval",
                         sample->cluster_count);
    holders = sum_up(sample, top);
    done = measure_all(values, &holders, top, fault) &&
           find(found, &holders, sample,
                numeric_t(level, (double)sample->cluster_count - 1), values, fault);
    release_holders(&holders);
    return done;
}
