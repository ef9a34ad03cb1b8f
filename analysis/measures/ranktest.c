#include "analysis/measures/ranktest.h"

#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT_LEAST = 3, COUNT_MOST = 4000 };

static bool series_makes_sense(const double *times, const double *values, size_t count,
                               struct fault *fault)
{
    if (count < COUNT_LEAST || count > COUNT_MOST)
        return fault_set(fault, FAULT_DOMAIN, "a trend needs %d to %d values, not %zu", COUNT_LEAST,
                         COUNT_MOST, count);
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(values[i]) || !isfinite(times[i]))
            return fault_set(fault, FAULT_DOMAIN, "value %zu of the series is no number", i + 1);
        if (i > 0 && times[i] <= times[i - 1])
            return fault_set(fault, FAULT_DOMAIN, "value %zu of the series is not later than %zu",
                             i + 1, i);
    }
    return true;
}

static int64_t rises_less_falls(const double *values, size_t count)
{
    int64_t s = 0;

    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            s += (values[j] > values[i]) - (values[j] < values[i]);
    return s;
}

/* What equal values take away: sum t (t - 1) (2 t + 5), and sum t (t - 1) / 2 pairs. */
struct ties {
    double variance;
    double pairs;
};

static struct ties ties_of(const double *values, size_t count)
{
    double *sorted = memory_new(count, sizeof *sorted);
    struct ties ties = {0};
    size_t start = 0;

    memcpy(sorted, values, count * sizeof *sorted);
    gsl_sort(sorted, 1, count);
    for (size_t i = 1; i <= count; i++) {
        double equal = (double)(i - start);

        if (i < count && sorted[i] == sorted[start])
            continue;
        ties.variance += equal * (equal - 1) * (2 * equal + 5);
        ties.pairs += equal * (equal - 1) / 2;
        start = i;
    }
    free(sorted);
    return ties;
}

static double variance_of(size_t count, struct ties ties)
{
    double n = (double)count;

    return (n * (n - 1) * (2 * n + 5) - ties.variance) / 18;
}

/* z and p from s and its variance. */
static void test(struct ranktest_trend *trend)
{
    /* Towards 0 by 1: s steps by 2, so this is the correction for continuity. */
    if (trend->s != 0)
        trend->z = (double)(trend->s - (trend->s > 0 ? 1 : -1)) / sqrt(trend->variance);
    trend->p = numeric_p_of_z(trend->z);
}

bool ranktest_mann_kendall(struct ranktest_trend *trend, const double *times, const double *values,
                           size_t count, struct fault *fault)
{
    struct ranktest_trend result = {0};
    struct ties ties;
    double pairs;

    if (!series_makes_sense(times, values, count, fault))
        return false;
    ties = ties_of(values, count);
    pairs = (double)count * ((double)count - 1) / 2;
    result.s = rises_less_falls(values, count);
    result.variance = variance_of(count, ties);
    test(&result);
    if (ties.pairs < pairs)
        result.tau = (double)result.s / sqrt(pairs * (pairs - ties.pairs));
    *trend = result;
    return true;
}

/* The slopes of all pairs, sorted upwards; the caller frees. */
static double *slopes_of(const double *times, const double *values, size_t count)
{
    double *slopes = memory_new(count * (count - 1) / 2, sizeof *slopes);
    size_t filled = 0;

    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            slopes[filled++] = (values[j] - values[i]) / (times[j] - times[i]);
    gsl_sort(slopes, 1, filled);
    return slopes;
}

/* The slope at a rank from 1 on, in between by a straight line. */
static double at_rank(const double *slopes, size_t count, double rank)
{
    double place = fmin(fmax(rank - 1, 0), (double)count - 1);
    size_t below = (size_t)place;
    size_t above = below + 1 < count ? below + 1 : below;

    return slopes[below] + (place - (double)below) * (slopes[above] - slopes[below]);
}

bool ranktest_theil_sen(struct interval *slope, const double *times, const double *values,
                        size_t count, double level, struct fault *fault)
{
    size_t pairs = count * (count - 1) / 2;
    double *slopes;
    double spread;

    if (!numeric_level(level, "slope", fault) || !series_makes_sense(times, values, count, fault))
        return false;
    slopes = slopes_of(times, values, count);
    spread = numeric_z(level) * sqrt(variance_of(count, ties_of(values, count)));
    slope->value = gsl_stats_median_from_sorted_data(slopes, 1, pairs);
    slope->low = at_rank(slopes, pairs, ((double)pairs - spread) / 2);
    slope->high = at_rank(slopes, pairs, ((double)pairs + spread) / 2 + 1);
    free(slopes);
    return true;
}

/* The series without its line, from the Theil-Sen slope; the caller frees. */
static double *level_of(const double *times, const double *values, size_t count)
{
    double *slopes = slopes_of(times, values, count);
    double slope = gsl_stats_median_from_sorted_data(slopes, 1, count * (count - 1) / 2);
    double *level = memory_new(count, sizeof *level);

    for (size_t i = 0; i < count; i++)
        level[i] = values[i] - slope * (times[i] - times[0]);
    free(slopes);
    return level;
}

/* Puts in place of each value its rank less the mean rank; equal values share theirs. */
static void rank(double *values, size_t count)
{
    size_t *order = memory_new(count, sizeof *order);
    double *ranks = memory_new(count, sizeof *ranks);
    size_t start = 0;
    double blur;

    gsl_sort_index(order, values, 1, count);
    /* The line was taken away with rounding, which must not part what is equal. */
    blur = 1e-12 * fmax(fabs(values[order[0]]), fabs(values[order[count - 1]]));
    for (size_t i = 1; i <= count; i++) {
        if (i < count && values[order[i]] - values[order[i - 1]] <= blur)
            continue;
        for (size_t j = start; j < i; j++)
            ranks[order[j]] = ((double)(start + i) - (double)count) / 2;
        start = i;
    }
    memcpy(values, ranks, count * sizeof *values);
    free(ranks);
    free(order);
}

/* By how much autocorrelation inflates the variance of s; `ranks` add up to 0. */
static double inflation(const double *ranks, size_t count, size_t lags)
{
    double n = (double)count;
    double bound = numeric_z(0.95) / sqrt(n);
    double squares = 0;
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        squares += ranks[i] * ranks[i];
    for (size_t lag = 1; lag <= lags; lag++) {
        double left = n - (double)lag;
        double products = 0;

        for (size_t i = lag; i < count; i++)
            products += ranks[i] * ranks[i - lag];
        if (fabs(products) > bound * squares)
            sum += left * (left - 1) * (left - 2) * products / squares;
    }
    return 1 + 2 * sum / (n * (n - 1) * (n - 2));
}

bool ranktest_hamed_rao(struct ranktest_trend *trend, const double *times, const double *values,
                        size_t count, size_t lags, struct fault *fault)
{
    struct ranktest_trend result = {0};
    double *level;

    if (!ranktest_mann_kendall(&result, times, values, count, fault))
        return false;
    if (lags == 0 || lags >= count)
        return fault_set(fault, FAULT_DOMAIN, "a series of %zu values has no %zu lags", count,
                         lags);
    level = level_of(times, values, count);
    rank(level, count);
    result.variance *= inflation(level, count, lags);
    free(level);
    if (result.s != 0 && !(result.variance > 0))
        return fault_set(fault, FAULT_DOMAIN, "autocorrelation leaves the trend no variance");
    test(&result);
    *trend = result;
    return true;
}
