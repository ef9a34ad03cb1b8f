#include "analysis/measures/bootstrap.h"
#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort_float.h>
#include <math.h>
#include <stdlib.h>

enum { EACH = 16 }; /* of so many values one is looked at before all are */

/* The `least` smallest values, or largest, in this order. */
static void sort_tail(float *tail, size_t least, const float *values, size_t stride, size_t count,
                      bool upper)
{
    if (upper)
        gsl_sort_float_largest(tail, least, values, stride, count);
    else
        gsl_sort_float_smallest(tail, least, values, stride, count);
}

/*
 * Gathers the values up to one of which, by a look at some of them, there are more than
 * `least`; says how many there were. Sorting these few takes a third of the time.
 */
static size_t gather_tail(float *gathered, size_t least, const float *values, size_t count,
                          bool upper)
{
    float seen[64];
    size_t rank = least / EACH * 3 / 2 + 4, kept = 0;

    if (rank > sizeof seen / sizeof *seen || rank > count / EACH)
        return 0;
    sort_tail(seen, rank, values, EACH, count / EACH, upper);
    for (size_t b = 0; b < count; b++) {
        gathered[kept] = values[b];
        kept += upper ? values[b] >= seen[rank - 1] : values[b] <= seen[rank - 1];
    }
    return kept;
}

/*
 * The value below which a part `rank` (0 to 1) of the resampled values lies: the
 * (B + 1) x rank-th smallest, in between by a straight line. Found without
 * sorting more than the tail; `room` holds at least 2 x `count` of them.
 */
static double percentile(const float *values, size_t count, double rank, float *room)
{
    bool upper = rank > 0.5;
    double place = ((double)count + 1) * (upper ? 1 - rank : rank) - 1;
    float *gathered = room + count;
    size_t first, kept;

    place = fmin(fmax(place, 0), (double)count - 2);
    first = (size_t)place;
    kept = gather_tail(gathered, first + 2, values, count, upper);
    if (kept >= first + 2)
        sort_tail(room, first + 2, gathered, 1, kept, upper);
    else
        sort_tail(room, first + 2, values, 1, count, upper);
    return room[first] + (place - (double)first) * ((double)room[first + 1] - room[first]);
}

/* Where a normal deviate lies after Efron's correction for bias and acceleration. */
static double corrected(double bias, double acceleration, double deviate)
{
    double moved = bias + deviate;
    double divisor = 1 - acceleration * moved;

    /* Past this the correction has no meaning: all the weight is on one end. */
    if (divisor <= 0)
        return moved > 0 ? 1 : 0;
    return gsl_cdf_ugaussian_P(bias + moved / divisor);
}

/* The normal deviate of the part of values below `share`, ties counted half. */
static double bias_of(const float *values, size_t count, float share)
{
    size_t below = 0, up_to = 0;
    double part;

    for (size_t b = 0; b < count; b++) {
        below += values[b] < share;
        up_to += values[b] <= share;
    }
    part = fmin(fmax((double)(below + up_to) / 2, 0.5), (double)count - 0.5);
    return gsl_cdf_ugaussian_Pinv(part / (double)count);
}

static bool all_equal(const float *values, size_t count)
{
    for (size_t b = 1; b < count; b++)
        if (values[b] != values[0])
            return false;
    return true;
}

bool bootstrap_interval(struct interval *share, const struct bootstrap *run, size_t statistic,
                        double level, struct fault *fault)
{
    const float *values = run->values + statistic * run->replicates;
    double value = run->shares[statistic];
    float *room;
    double bias, reach, tilt;

    if (!numeric_level(level, "bootstrap", fault))
        return false;
    if (value <= 0 || value >= 1 || all_equal(values, run->replicates))
        return fault_set(fault, FAULT_DOMAIN,
                         "a share of %g in every resample has no bootstrap interval", value);
    room = memory_new(2 * run->replicates, sizeof *room);
    bias = bias_of(values, run->replicates, (float)value);
    tilt = run->accelerations[statistic];
    reach = numeric_t(level, run->freedom);
    share->value = value;
    share->low =
        fmin(value, percentile(values, run->replicates, corrected(bias, tilt, -reach), room));
    share->high =
        fmax(value, percentile(values, run->replicates, corrected(bias, tilt, reach), room));
    free(room);
    return true;
}

static bool are_comparable(struct bootstrap_share one, struct bootstrap_share other,
                           struct fault *fault)
{
    if (one.run->replicates != other.run->replicates)
        return fault_set(fault, FAULT_DOMAIN, "bootstrap: %zu and %zu resamples do not go together",
                         one.run->replicates, other.run->replicates);
    if (one.run != other.run && one.run->seed == other.run->seed)
        return fault_set(fault, FAULT_DOMAIN, "bootstrap: two periods need two seeds");
    return true;
}

/* Twice the smaller of the parts of resamples at or beyond 0. */
static double p_of_zero(const float *values, size_t count)
{
    size_t below = 0;
    size_t above = 0;
    size_t fewer;

    for (size_t b = 0; b < count; b++) {
        below += values[b] <= 0;
        above += values[b] >= 0;
    }
    fewer = below < above ? below : above;
    return fmin(1, 2 * (1 + (double)fewer) / ((double)count + 1));
}

bool bootstrap_difference(struct bootstrap_change *change, struct bootstrap_share one,
                          struct bootstrap_share other, double level, struct fault *fault)
{
    size_t count = one.run->replicates;
    const float *first = one.run->values + one.statistic * count;
    const float *second = other.run->values + other.statistic * other.run->replicates;
    double difference = one.run->shares[one.statistic] - other.run->shares[other.statistic];
    float *values, *room;
    double tail;
    bool varies;

    if (!numeric_level(level, "bootstrap", fault) || !are_comparable(one, other, fault))
        return false;
    values = memory_new(3 * count, sizeof *values);
    room = values + count;
    for (size_t b = 0; b < count; b++)
        values[b] = first[b] - second[b];
    varies = !all_equal(values, count);
    if (varies) {
        tail = gsl_cdf_ugaussian_Q(numeric_t(level, fmin(one.run->freedom, other.run->freedom)));
        change->difference = (struct interval){
            .value = difference,
            .low = fmin(difference, percentile(values, count, tail, room)),
            .high = fmax(difference, percentile(values, count, 1 - tail, room)),
        };
        change->p = p_of_zero(values, count);
    }
    free(values);
    return varies ||
           fault_set(fault, FAULT_DOMAIN, "two shares that never vary have no bootstrap interval");
}
