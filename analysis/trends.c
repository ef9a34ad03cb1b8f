#include "analysis/trends.h"

#include "analysis/measures/changes.h"
#include "analysis/measures/multiple.h"
#include "analysis/measures/ranktest.h"
#include "analysis/measures/regression.h"
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

        if (week->partial || week->gap || week->topic_articles == 0)
            continue;
        series->times[at] = (double)w;
        series->exposures[at] = week->topic_articles;
        series->counts[at] = articles[w];
        series->values[at] = (double)articles[w] / week->topic_articles;
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

static void fit(struct trend_finding *trend, const struct series *series)
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

    if (!regression_fit(&model, &data, REGRESSION_QUASI_POISSON, ESTIMATE_LEVEL, &fault)) {
        trend->slope = ESTIMATE_NONE("too few hits for a trend");
        return;
    }
    trend->slope = estimate_of((struct interval){
        expm1(model.coefficients[1].estimate.value),
        expm1(model.coefficients[1].estimate.low),
        expm1(model.coefficients[1].estimate.high),
    });
    trend->p = model.coefficients[1].p;
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

void trends_find(struct findings *findings)
{
    struct series series = new_series(findings->week_count);

    findings->trend_count = findings->dated ? findings->topic_count : 0;
    findings->trends = arena_new(&findings->arena, findings->trend_count, sizeof *findings->trends);
    for (size_t i = 0; i < findings->trend_count; i++) {
        struct trend_finding *trend = &findings->trends[i];

        take_series(&series, findings, findings->topics[i].week_articles);
        *trend = (struct trend_finding){
            .kind = "topic",
            .key = findings->topics[i].key,
            .weeks = (uint32_t)series.count,
            .slope = ESTIMATE_NONE("fewer than 8 complete weeks"),
            .model = "quasi-Poisson",
        };
        if (series.count < TRENDS_WEEKS_LEAST)
            continue;
        fit(trend, &series);
        rank(trend, &series);
        if (trend->slope.has_interval)
            trend->change_weeks = name_changes(findings, &series);
    }
    adjust(findings);
    release_series(&series);
}
