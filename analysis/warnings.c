#include "analysis/warnings.h"

#include "analysis/measures/alarms.h"
#include "analysis/measures/multiple.h"
#include "analysis/measures/spread.h"
#include "corpus/base/day.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

enum method { FARRINGTON, LANEY, EWMA, METHODS };

static const char *const method_names[METHODS] = {
    [FARRINGTON] = "farrington", [LANEY] = "u'", [EWMA] = "ewma"};

static const double alpha = 0.005; /* one-sided, of Farrington's upper limit */
static const double width = 3;     /* standard errors, of the charts' limits */
static const double smoothing = 0.3;

/* The complete weeks of one series, the study's last. */
struct past {
    size_t count; /* without the study's */
    uint64_t *counts;
    double *exposures, *times;
    struct exposed *weeks;
};

static struct past new_past(size_t weeks)
{
    return (struct past){
        .counts = memory_new(weeks, sizeof(uint64_t)),
        .exposures = memory_new(weeks, sizeof(double)),
        .times = memory_new(weeks, sizeof(double)),
        .weeks = memory_new(weeks, sizeof(struct exposed)),
    };
}

static void release_past(struct past *past)
{
    free(past->counts);
    free(past->exposures);
    free(past->times);
    free(past->weeks);
}

static void take_past(struct past *past, const struct findings *findings,
                      const struct watched_series *series)
{
    size_t at = 0;

    for (size_t w = 0; w < findings->week_count; w++) {
        const struct findings_week *week = &findings->weeks[w];
        struct proportion seen = series->weeks[w];

        if (!week->in_study && (week->partial || !week->in_baseline || seen.of == 0))
            continue;
        past->counts[at] = seen.hits;
        past->exposures[at] = (double)seen.of;
        past->times[at] = (double)w;
        past->weeks[at] = (struct exposed){seen.hits, (double)seen.of};
        at++;
    }
    past->count = at - 1;
}

/* The hits that the weeks before let one expect in the study's. */
static double expected_of(const struct past *past)
{
    double hits = 0, exposure = 0;

    for (size_t i = 0; i < past->count; i++) {
        hits += (double)past->counts[i];
        exposure += past->exposures[i];
    }
    return exposure > 0 ? hits / exposure * past->exposures[past->count] : 0;
}

/* Why this series has no alarms; NULL where it can. */
static const char *what_lacks(const struct findings *findings, const struct past *past,
                              double effect)
{
    if (findings->weeks[findings->week_count - 1].partial)
        return "the week is partial";
    if (past->count < WARNINGS_WEEKS)
        return "fewer than 8 complete weeks before";
    if (past->exposures[past->count] == 0)
        return "nothing was counted this week";
    if (expected_of(past) < WARNINGS_HITS * effect)
        return "fewer than 5 hits expected";
    return NULL;
}

/* --- Farrington ------------------------------------------------------------------------ */

static bool forecast_week(struct alarms_forecast *result, const struct past *past)
{
    bool trend = past->count >= WARNINGS_TREND;
    struct regression_data rows = {
        .counts = past->counts,
        .exposures = past->exposures,
        .terms = trend ? past->times : NULL,
        .count = past->count,
        .term_count = trend,
    };
    struct fault fault;

    return alarms_forecast(result, &rows, trend ? &past->times[past->count] : NULL,
                           past->weeks[past->count], alpha, &fault);
}

/* Moves the dispersions of one kind's forecasts towards each other and judges by them. */
static void judge(struct findings *findings, struct alarms_forecast *forecasts, size_t from,
                  size_t to)
{
    struct spread *spreads = memory_new(to - from, sizeof *spreads);

    for (size_t i = from; i < to; i++) {
        spreads[i - from] =
            (struct spread){.dispersion = forecasts[i].dispersion, .freedom = forecasts[i].freedom};
        for (size_t w = 0; w + 1 < findings->week_count; w++)
            spreads[i - from].hits += findings->watched[i].weeks[w].hits;
    }
    spread_moderate(spreads, to - from);
    for (size_t i = from; i < to; i++) {
        struct alarm_finding *alarm = &findings->alarms[i * METHODS + FARRINGTON];

        if (alarm->note)
            continue;
        alarms_judge(&forecasts[i], findings->watched[i].weeks[findings->week_count - 1].hits,
                     spread_effect(&spreads[i - from]), spreads[i - from].freedom, alpha);
        alarm->expected = forecasts[i].expected;
        alarm->upper = (double)forecasts[i].threshold;
        alarm->p = forecasts[i].p;
        alarm->alarm = forecasts[i].alarm;
    }
    free(spreads);
}

/* --- all methods ------------------------------------------------------------------------ */

/* One method's answer for a series whose weeks may be asked; the forecast is judged later. */
static void ask(struct alarm_finding *alarm, enum method method, const struct past *past,
                struct alarms_forecast *forecast)
{
    struct alarms_next next;
    struct fault fault;
    bool done;

    if (method == FARRINGTON) {
        if (!forecast_week(forecast, past))
            alarm->note = "the weeks before allow no forecast";
        return;
    }
    done = method == LANEY
               ? alarms_laney_next(&next, past->weeks, past->count + 1, width, &fault)
               : alarms_ewma_next(&next, past->weeks, past->count + 1, smoothing, width, &fault);
    if (!done) {
        alarm->note = "the weeks before do not vary";
        return;
    }
    alarm->expected = next.expected;
    alarm->upper = next.upper;
    alarm->p = next.p;
    alarm->alarm = next.alarm;
}

static void watch(struct findings *findings, struct past *past, struct alarms_forecast *forecasts,
                  size_t at)
{
    const struct watched_series *series = &findings->watched[at];
    const char *note;

    take_past(past, findings, series);
    note = what_lacks(findings, past, series->effect);
    for (int method = 0; method < METHODS; method++) {
        struct alarm_finding *alarm = &findings->alarms[at * METHODS + (size_t)method];

        *alarm = (struct alarm_finding){
            .series = series, .method = method_names[method], .p = 1, .q = 1, .note = note};
        if (!note)
            ask(alarm, (enum method)method, past, &forecasts[at]);
    }
}

static void judge_kinds(struct findings *findings, struct alarms_forecast *forecasts)
{
    for (size_t from = 0, to; from < findings->watched_count; from = to) {
        for (to = from + 1; to < findings->watched_count &&
                            findings->watched[to].kind == findings->watched[from].kind;
             to++)
            ;
        judge(findings, forecasts, from, to);
    }
}

static void adjust(struct findings *findings)
{
    double *p = memory_new(findings->alarm_count, sizeof *p);
    struct fault fault;
    size_t tested = 0;

    for (size_t i = 0; i < findings->alarm_count; i++) {
        if (!findings->alarms[i].note)
            p[tested++] = findings->alarms[i].p;
    }
    (void)multiple_benjamini_hochberg(p, p, tested, &fault);
    findings->alarms_tested = (uint32_t)tested;
    tested = 0;
    for (size_t i = 0; i < findings->alarm_count; i++) {
        struct alarm_finding *alarm = &findings->alarms[i];

        if (alarm->note)
            continue;
        alarm->q = p[tested++];
        alarm->alarm = alarm->alarm && alarm->q <= MULTIPLE_LEVEL;
    }
    free(p);
}

void warnings_find(struct findings *findings)
{
    struct past past;
    struct alarms_forecast *forecasts;

    if (findings->study_week == WEEK_NONE || findings->week_count == 0)
        return;
    past = new_past(findings->week_count);
    forecasts = memory_new(findings->watched_count, sizeof *forecasts);
    findings->alarm_count = METHODS * findings->watched_count;
    findings->alarms = arena_new(&findings->arena, findings->alarm_count, sizeof *findings->alarms);
    for (size_t i = 0; i < findings->watched_count; i++)
        watch(findings, &past, forecasts, i);
    judge_kinds(findings, forecasts);
    adjust(findings);
    free(forecasts);
    release_past(&past);
}
