#include "analysis/trend_series.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

struct trend_series trend_series_new(size_t steps)
{
    return (struct trend_series){
        .times = memory_new(steps, sizeof(double)),
        .exposures = memory_new(steps, sizeof(double)),
        .values = memory_new(steps, sizeof(double)),
        .expected = memory_new(steps, sizeof(double)),
        .counts = memory_new(steps, sizeof(uint64_t)),
        .steps = memory_new(steps, sizeof(int32_t)),
    };
}

static void take_steps(struct trend_series *series, const struct strata *strata,
                       const struct weeks_plan *plan)
{
    struct weeks_range range = weeks_of_trend(plan);

    series->count = 0;
    for (size_t s = (size_t)range.first; s < strata->steps && s < (size_t)range.end; s++) {
        uint64_t hits = 0, exposure = 0;

        for (size_t k = 0; k < strata->count; k++) {
            exposure += strata->exposures[k * strata->steps + s];
            hits += strata->hits[k * strata->steps + s];
        }
        if (exposure == 0 || steps_partial(plan, (int32_t)s))
            continue;
        series->times[series->count] = (double)s;
        series->exposures[series->count] = (double)exposure;
        series->counts[series->count] = hits;
        series->values[series->count] = (double)hits / (double)exposure;
        series->steps[series->count++] = (int32_t)s;
    }
}

/* Gives each step the hits it would have if every stratum kept its level throughout. */
static void expect(struct trend_series *series, const struct strata *strata)
{
    for (size_t i = 0; i < series->count; i++)
        series->expected[i] = 0;
    for (size_t k = 0; k < strata->count; k++) {
        double hits = 0, exposure = 0;

        for (size_t i = 0; i < series->count; i++) {
            hits += strata->hits[k * strata->steps + (size_t)series->steps[i]];
            exposure += strata->exposures[k * strata->steps + (size_t)series->steps[i]];
        }
        for (size_t i = 0; exposure > 0 && i < series->count; i++)
            series->expected[i] +=
                strata->exposures[k * strata->steps + (size_t)series->steps[i]] * hits / exposure;
    }
}

void trend_series_take(struct trend_series *series, const struct strata *strata,
                       const struct weeks_plan *plan)
{
    take_steps(series, strata, plan);
    expect(series, strata);
}

void trend_series_release(struct trend_series *series)
{
    free(series->times);
    free(series->exposures);
    free(series->values);
    free(series->expected);
    free(series->counts);
    free(series->steps);
    *series = (struct trend_series){0};
}
