#include "analysis/trends.h"

#include "analysis/measures/changes.h"
#include "analysis/measures/multiple.h"
#include "analysis/measures/numeric.h"
#include "analysis/measures/ranktest.h"
#include "analysis/measures/regression.h"
#include "analysis/measures/spread.h"
#include "corpus/base/bytes.h"
#include "corpus/base/day.h"
#include "corpus/base/memory.h"

#include <math.h>
#include <stdlib.h>

/* The complete weeks of one series. */
struct series {
    size_t count;
    double *times, *exposures, *values;
    uint64_t *counts;
    size_t *weeks; /* indices into findings.weeks */
};

static struct series new_series(size_t weeks)
{
    return (struct series){
        .times = memory_new(weeks, sizeof(double)),
        .exposures = memory_new(weeks, sizeof(double)),
        .values = memory_new(weeks, sizeof(double)),
        .counts = memory_new(weeks, sizeof(uint64_t)),
        .weeks = memory_new(weeks, sizeof(size_t)),
    };
}

static void release_series(struct series *series)
{
    free(series->times);
    free(series->exposures);
    free(series->values);
    free(series->counts);
    free(series->weeks);
}

static void take_series(struct series *series, const struct findings *findings,
                        const uint32_t *articles)
{
    series->count = 0;
    for (size_t w = 0; w < findings->week_count; w++) {
        const struct findings_week *week = &findings->weeks[w];
        size_t at = series->count;

        if (week->partial || week->gap)
            continue;
        series->times[at] = (double)w;
        series->exposures[at] = week->articles;
        series->counts[at] = articles[w];
        series->values[at] = (double)articles[w] / week->articles;
        series->weeks[at] = w;
        series->count++;
    }
}

static struct span name_changes(struct findings *findings, const struct series *series)
{
    struct exposed *weeks = memory_new(series->count, sizeof *weeks);
    struct changes changes = CHANGES_EMPTY;
    struct bytes names = BYTES_EMPTY;
    struct fault fault;
    struct span named;

    for (size_t i = 0; i < series->count; i++)
        weeks[i] = (struct exposed){series->counts[i], series->exposures[i]};
    (void)changes_find(&changes, weeks, series->count, changes_penalty(series->count), &fault);
    for (size_t i = 0; i < changes.count; i++) {
        char name[WEEK_TEXT_SIZE];

        week_text(name, findings->weeks[series->weeks[changes.starts[i]]].week);
        bytes_print(&names, "%s%s", i ? " " : "", name);
    }
    named = arena_copy(&findings->arena, bytes_span(&names));
    changes_release(&changes);
    bytes_release(&names);
    free(weeks);
    return named;
}

/* A slope as fitted, and how its weeks stray from it. */
struct slope {
    double value, error; /* on the scale of natural logarithms; the error of Poisson counts */
    struct spread spread;
};

static void fit(struct trend_finding *trend, struct slope *slope, const struct series *series)
{
    struct regression_data data = {
        .counts = series->counts,
        .exposures = series->exposures,
        .terms = series->times,
        .count = series->count,
        .term_count = 1,
    };
    struct regression model;
    struct fault fault;

    if (!regression_fit(&model, &data, REGRESSION_POISSON, ESTIMATE_LEVEL, &fault)) {
        trend->slope = ESTIMATE_NONE("too few hits for a trend");
        return;
    }
    slope->value = model.coefficients[1].estimate.value;
    slope->error = model.coefficients[1].error;
    slope->spread = (struct spread){.dispersion = model.dispersion, .freedom = model.freedom};
    for (size_t i = 0; i < series->count; i++)
        slope->spread.hits += series->counts[i];
}

/* The slope with the error that its weeks, and those of the other series, show. */
static void settle(struct trend_finding *trend, const struct slope *slope)
{
    double error = slope->error * sqrt(spread_effect(&slope->spread));
    double half = error * numeric_t(ESTIMATE_LEVEL, slope->spread.freedom);

    if (!(slope->error > 0))
        return;
    trend->slope = estimate_of((struct interval){expm1(slope->value), expm1(slope->value - half),
                                                 expm1(slope->value + half)});
    trend->p = numeric_p_of_t(slope->value / error, slope->spread.freedom);
}

static void rank(struct trend_finding *trend, const struct series *series)
{
    struct ranktest_trend ranks;
    struct interval slope;
    struct fault fault;

    trend->has_ranks =
        ranktest_mann_kendall(&ranks, series->times, series->values, series->count, &fault) &&
        ranktest_theil_sen(&slope, series->times, series->values, series->count, ESTIMATE_LEVEL,
                           &fault);
    if (trend->has_ranks) {
        trend->mann_kendall_z = ranks.z;
        trend->theil_sen = slope.value;
    }
}

static void adjust(struct findings *findings)
{
    double *p = memory_new(findings->trend_count, sizeof *p);
    struct fault fault;
    size_t tested = 0;

    for (size_t i = 0; i < findings->trend_count; i++) {
        if (findings->trends[i].slope.has_interval)
            p[tested++] = findings->trends[i].p;
    }
    (void)multiple_benjamini_hochberg(p, p, tested, &fault);
    findings->trends_tested = (uint32_t)tested;
    tested = 0;
    for (size_t i = 0; i < findings->trend_count; i++) {
        if (findings->trends[i].slope.has_interval)
            findings->trends[i].q = p[tested++];
    }
    free(p);
}

/* Moves the slopes' spreads towards each other. */
static void moderate(struct slope *slopes, size_t count)
{
    struct spread *spreads = memory_new(count, sizeof *spreads);

    for (size_t i = 0; i < count; i++)
        spreads[i] = slopes[i].spread;
    spread_moderate(spreads, count);
    for (size_t i = 0; i < count; i++)
        slopes[i].spread = spreads[i];
    free(spreads);
}

static void find_trend(struct trend_finding *trend, struct slope *slope, struct findings *findings,
                       const struct topic_finding *topic, struct series *series)
{
    take_series(series, findings, topic->week_articles);
    *trend = (struct trend_finding){
        .kind = "topic",
        .key = topic->key,
        .weeks = (uint32_t)series->count,
        .slope = ESTIMATE_NONE("fewer than 8 complete weeks"),
        .model = "quasi-Poisson",
    };
    if (series->count < TRENDS_WEEKS_LEAST)
        return;
    fit(trend, slope, series);
    rank(trend, series);
    if (slope->error > 0)
        trend->change_weeks = name_changes(findings, series);
}

void trends_find(struct findings *findings)
{
    struct series series = new_series(findings->week_count);
    struct slope *slopes;

    findings->trend_count = findings->dated ? findings->topic_count : 0;
    findings->trends = arena_new(&findings->arena, findings->trend_count, sizeof *findings->trends);
    slopes = memory_new(findings->trend_count, sizeof *slopes);
    for (size_t i = 0; i < findings->trend_count; i++)
        find_trend(&findings->trends[i], &slopes[i], findings, &findings->topics[i], &series);
    moderate(slopes, findings->trend_count);
    for (size_t i = 0; i < findings->trend_count; i++)
        settle(&findings->trends[i], &slopes[i]);
    adjust(findings);
    free(slopes);
    release_series(&series);
}
