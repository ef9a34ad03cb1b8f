/*
 * Trend slope: how a series rises or falls, by Poisson regression whose error
 * is as large as the steps' spread, and that of series of its kind, make it.
 *
 *     for each series
 *         fitted = trend_slope_fit(&slopes[i], &series, 0);
 *     trend_slope_moderate(slopes, count);
 *     for each series
 *         if (trend_slope_settle(&trend->slope, &trend->p, &slopes[i]))
 *             ...
 *
 * A slope that is all zeros has not been fitted: it takes no part in the others'
 * spread, and settles to nothing.
 */
#ifndef ANALYSIS_TREND_SLOPE_H
#define ANALYSIS_TREND_SLOPE_H

#include "analysis/estimate.h"
#include "analysis/measures/spread.h"
#include "analysis/trend_series.h"

struct trend_slope {
    double value; /* change of ln(rate) a step */
    double error; /* of `value`, were the counts Poisson's; 0: none could be found */
    struct spread spread;
};

/*
 * Fits the slope of all strata together; with `pairs` above 0 also that many pairs
 * of cos and sin of the step with a period of 7: days of the week. False, with the
 * slope as it was, where the counts do not determine the model (regression_fit()).
 */
bool trend_slope_fit(struct trend_slope *slope, const struct trend_series *series, size_t pairs);

/* The same with a level for each stratum that has a hit: one slope within all of them. */
bool trend_slope_fit_within(struct trend_slope *slope, const struct trend_series *series,
                            const struct strata *strata, size_t pairs);

/* Moves the spreads of series of one kind towards each other: spread_moderate(). */
void trend_slope_moderate(struct trend_slope *slopes, size_t count);

/*
 * The slope as a proportion a step, 0.05 for 5 % more each, with its 95 % interval,
 * and its two-sided p by Student's t. False, changing nothing, where it has no error.
 */
bool trend_slope_settle(struct estimate *estimate, double *p, const struct trend_slope *slope);

#endif
