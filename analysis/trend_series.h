/*
 * Trend series: the complete steps of one topic or speaker, as models of its
 * trend take them.
 *
 *     struct trend_series series = trend_series_new(strata.steps);
 *     strata_count_topic(&strata, &counts, &topics.carried, topic);
 *     trend_series_take(&series, &strata, &counts.plan);
 *     use(series.counts[i], series.exposures[i]);          i below series.count
 *     trend_series_release(&series);
 */
#ifndef ANALYSIS_TREND_SERIES_H
#define ANALYSIS_TREND_SERIES_H

#include "analysis/strata.h"

/* By step: those with an exposure that are not partial, in their order. */
struct trend_series {
    size_t count;
    double *times;     /* steps since the first of the report */
    double *exposures; /* articles or quoted words, of all strata, above 0 */
    uint64_t *counts;  /* hits in these */
    double *values;    /* counts / exposures */
    double *expected;  /* hits, if each stratum kept its level throughout; 0 or more */
    int32_t *steps;
};

/* Room for so many steps; the caller releases it. */
struct trend_series trend_series_new(size_t steps);

/* Replaces the steps by those of what `strata` counted last. */
void trend_series_take(struct trend_series *series, const struct strata *strata,
                       const struct weeks_plan *plan);

void trend_series_release(struct trend_series *series);

#endif
