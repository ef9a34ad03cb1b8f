#include "analysis/trend_slope.h"

#include "analysis/measures/numeric.h"
#include "analysis/measures/regression.h"
#include "corpus/base/memory.h"

#include <math.h>
#include <stdlib.h>

#define SLOPE_OF_ROUNDING 1e-12

/* Rows of a model: a step of all outlets, or of one stratum. */
struct rows {
    size_t count, terms;
    uint64_t *counts;
    double *exposures, *values; /* values: `terms` a row */
};

static struct rows new_rows(size_t count, size_t terms)
{
    return (struct rows){
        .terms = terms,
        .counts = memory_new(count, sizeof(uint64_t)),
        .exposures = memory_new(count, sizeof(double)),
        .values = memory_new(count * terms, sizeof(double)),
    };
}

static void release_rows(struct rows *rows)
{
    free(rows->counts);
    free(rows->exposures);
    free(rows->values);
}

/* Adds a row with the time and, by `pairs`, the day of the week; gives what follows these terms. */
static double *add_row(struct rows *rows, uint64_t hits, double articles, double time, size_t pairs)
{
    double *terms = rows->values + rows->count * rows->terms;

    rows->counts[rows->count] = hits;
    rows->exposures[rows->count++] = articles;
    terms[0] = time;
    regression_harmonics(terms + 1, time, 7, pairs);
    return terms + 1 + 2 * pairs;
}

static bool fit(struct trend_slope *slope, const struct rows *rows)
{
    struct regression_data data = {
        .counts = rows->counts,
        .exposures = rows->exposures,
        .terms = rows->values,
        .count = rows->count,
        .term_count = rows->terms,
    };
    struct regression model;
    struct fault fault;

    if (!regression_fit(&model, &data, REGRESSION_POISSON, ESTIMATE_LEVEL, &fault))
        return false;
    slope->value = model.coefficients[1].estimate.value;
    slope->error = model.coefficients[1].error;
    slope->spread = (struct spread){.dispersion = model.dispersion, .freedom = model.freedom};
    for (size_t i = 0; i < rows->count; i++)
        slope->spread.hits += rows->counts[i];
    return true;
}

bool trend_slope_fit(struct trend_slope *slope, const struct trend_series *series, size_t pairs)
{
    struct rows rows = new_rows(series->count, 1 + 2 * pairs);
    bool done;

    for (size_t i = 0; i < series->count; i++)
        (void)add_row(&rows, series->counts[i], series->exposures[i], series->times[i], pairs);
    done = fit(slope, &rows);
    release_rows(&rows);
    return done;
}

/* Which strata have a hit in these steps: without one a stratum says nothing of the slope. */
static size_t with_hits(bool used[STRATA_MOST], const struct trend_series *series,
                        const struct strata *strata)
{
    size_t count = 0;

    for (size_t k = 0; k < strata->count; k++) {
        used[k] = false;
        for (size_t i = 0; i < series->count; i++)
            used[k] |= strata->hits[k * strata->steps + (size_t)series->steps[i]] > 0;
        count += used[k];
    }
    return count;
}

/* A level for each stratum but the first used, which is the model's own. */
bool trend_slope_fit_within(struct trend_slope *slope, const struct trend_series *series,
                            const struct strata *strata, size_t pairs)
{
    bool used[STRATA_MOST], done;
    size_t levels = with_hits(used, series, strata), level = 0;
    struct rows rows = new_rows(series->count * levels, 2 * pairs + levels);

    for (size_t k = 0; k < strata->count; k++) {
        if (!used[k])
            continue;
        for (size_t i = 0; i < series->count; i++) {
            size_t at = k * strata->steps + (size_t)series->steps[i];
            double *dummies;

            if (strata->exposures[at] == 0)
                continue;
            dummies =
                add_row(&rows, strata->hits[at], strata->exposures[at], series->times[i], pairs);
            if (level)
                dummies[level - 1] = 1;
        }
        level++;
    }
    done = fit(slope, &rows);
    release_rows(&rows);
    return done;
}

void trend_slope_moderate(struct trend_slope *slopes, size_t count)
{
    struct spread *spreads = memory_new(count, sizeof *spreads);

    for (size_t i = 0; i < count; i++)
        spreads[i] = slopes[i].spread;
    spread_moderate(spreads, count);
    for (size_t i = 0; i < count; i++)
        slopes[i].spread = spreads[i];
    free(spreads);
}

bool trend_slope_settle(struct estimate *estimate, double *p, const struct trend_slope *slope)
{
    double value = fabs(slope->value) < SLOPE_OF_ROUNDING ? 0 : slope->value;
    double error = slope->error * sqrt(spread_effect(&slope->spread)), half;

    if (!(slope->error > 0))
        return false;
    half = error * numeric_t(ESTIMATE_LEVEL, slope->spread.freedom);
    *estimate =
        estimate_of((struct interval){expm1(value), expm1(value - half), expm1(value + half)});
    *p = numeric_p_of_t(value / error, slope->spread.freedom);
    return true;
}
