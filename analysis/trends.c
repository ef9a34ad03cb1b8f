#include "analysis/trends.h"

#include "analysis/measures/changes.h"
#include "analysis/measures/multiple.h"
#include "analysis/measures/numeric.h"
#include "analysis/measures/ranktest.h"
#include "analysis/measures/regression.h"
#include "analysis/measures/spread.h"
#include "analysis/strata.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <math.h>
#include <stdlib.h>

#define SLOPE_OF_ROUNDING 1e-12

enum { WEEKDAY_PAIRS = 3 }; /* of the week's round: a level for each day */

/* The complete steps of one series. */
struct series {
    size_t count;
    double *times, *exposures, *values;
    double *expected; /* hits, if each outlet kept its level */
    uint64_t *counts;
    int32_t *steps;
};

static struct series new_series(size_t steps)
{
    return (struct series){
        .times = memory_new(steps, sizeof(double)),
        .exposures = memory_new(steps, sizeof(double)),
        .values = memory_new(steps, sizeof(double)),
        .expected = memory_new(steps, sizeof(double)),
        .counts = memory_new(steps, sizeof(uint64_t)),
        .steps = memory_new(steps, sizeof(int32_t)),
    };
}

static void release_series(struct series *series)
{
    free(series->times);
    free(series->exposures);
    free(series->values);
    free(series->expected);
    free(series->counts);
    free(series->steps);
}

static void take_steps(struct series *series, const struct strata *strata,
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
static void expect(struct series *series, const struct strata *strata)
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

static struct span name_changes(struct findings *findings, const struct series *series,
                                const struct weeks_plan *plan)
{
    struct exposed *steps = memory_new(series->count, sizeof *steps);
    int32_t *places = memory_new(series->count, sizeof *places);
    size_t count = 0;
    struct changes changes = CHANGES_EMPTY;
    struct bytes names = BYTES_EMPTY;
    struct fault fault;
    struct span named;

    /* A step of outlets that never carry the topic says nothing. */
    for (size_t i = 0; i < series->count; i++) {
        if (series->expected[i] <= 0)
            continue;
        steps[count] = (struct exposed){series->counts[i], series->expected[i]};
        places[count++] = series->steps[i];
    }
    (void)changes_find(&changes, steps, count, changes_penalty(count), &fault);
    for (size_t i = 0; i < changes.count; i++) {
        char name[STEPS_TEXT_SIZE];

        steps_text(name, plan, places[changes.starts[i]]);
        bytes_print(&names, "%s%s", i ? " " : "", name);
    }
    named = arena_copy(&findings->arena, bytes_span(&names));
    changes_release(&changes);
    bytes_release(&names);
    free(places);
    free(steps);
    return named;
}

/* --- models -------------------------------------------------------------------------- */

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

/* A slope as fitted, and how its steps stray from it. */
struct slope {
    double value, error; /* on the scale of natural logarithms; the error of Poisson counts, or 0 */
    struct spread spread;
};

static bool fit_slope(struct slope *slope, const struct rows *rows)
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

/* The slope with the error that its steps, and those of the other series, show. */
static void settle(struct estimate *estimate, double *p, const struct slope *slope)
{
    double error = slope->error * sqrt(spread_effect(&slope->spread));
    double half = error * numeric_t(ESTIMATE_LEVEL, slope->spread.freedom);
    double value = fabs(slope->value) < SLOPE_OF_ROUNDING ? 0 : slope->value;

    if (!(slope->error > 0))
        return;
    *estimate =
        estimate_of((struct interval){expm1(value), expm1(value - half), expm1(value + half)});
    *p = numeric_p_of_t(value / error, slope->spread.freedom);
}

/* Moves the spreads of series of one kind towards each other. */
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

/* A trend's two models: of all outlets, and with a level for each stratum. */
struct models {
    struct trend_finding *trend;
    struct slope *whole, *within;
};

static bool fit_whole(struct slope *slope, const struct series *series, size_t pairs)
{
    struct rows rows = new_rows(series->count, 1 + 2 * pairs);
    bool done;

    for (size_t i = 0; i < series->count; i++)
        (void)add_row(&rows, series->counts[i], series->exposures[i], series->times[i], pairs);
    done = fit_slope(slope, &rows);
    release_rows(&rows);
    return done;
}

/* Which strata have a hit in these steps: without one a stratum says nothing of the slope. */
static size_t with_hits(bool used[STRATA_MOST], const struct series *series,
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
static void fit_within(struct models models, const struct series *series,
                       const struct strata *strata, size_t pairs)
{
    bool used[STRATA_MOST];
    size_t levels = with_hits(used, series, strata), level = 0;
    struct rows rows;

    if (strata->count < 2) {
        models.trend->within = ESTIMATE_NONE("there is one outlet, so nothing within outlets");
        return;
    }
    rows = new_rows(series->count * levels, 2 * pairs + levels);
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
    if (!fit_slope(models.within, &rows))
        models.trend->within = ESTIMATE_NONE("too few hits for a trend within outlets");
    release_rows(&rows);
}

static void fit(struct models models, const struct series *series, const struct strata *strata,
                enum weeks_series by)
{
    size_t pairs = by == WEEKS_BY_DAY ? WEEKDAY_PAIRS : 0;

    if (pairs && !fit_whole(models.whole, series, pairs))
        pairs = 0; /* some day of the week has no articles */
    if (pairs) {
        models.trend->model = "quasi-Poisson with days of the week";
    } else if (!fit_whole(models.whole, series, 0)) {
        models.trend->slope = models.trend->within = ESTIMATE_NONE("too few hits for a trend");
        return;
    }
    fit_within(models, series, strata, pairs);
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

static const struct {
    size_t least;
    const char *note;
} enough[] = {
    [WEEKS_BY_WEEK] = {TRENDS_WEEKS_LEAST, "fewer than 8 complete weeks"},
    [WEEKS_BY_DAY] = {TRENDS_DAYS_LEAST, "fewer than 28 days with articles"},
    [WEEKS_BY_MONTH] = {TRENDS_WEEKS_LEAST, "fewer than 8 complete months"},
};

static uint32_t number_of(const struct topics *topics, struct span key)
{
    size_t at = 0;

    while (!span_equal(topics_key(topics, topics->shown[at]), key))
        at++;
    return topics->shown[at];
}

/* What all trends of a report are made with. */
struct fitting {
    struct findings *findings;
    const struct weeks_plan *plan;
    struct strata strata;
    struct series series;
    struct slope *whole, *within; /* by trend */
};

/* The next trend, of what the strata have counted last; none where the series is too short. */
static struct models add_trend(struct fitting *fitting, const char *kind, struct span key)
{
    size_t number = fitting->findings->trend_count++;
    struct trend_finding *trend = &fitting->findings->trends[number];
    enum weeks_series by = fitting->plan->series;

    take_steps(&fitting->series, &fitting->strata, fitting->plan);
    expect(&fitting->series, &fitting->strata);
    *trend = (struct trend_finding){
        .kind = kind,
        .key = key,
        .weeks = (uint32_t)fitting->series.count,
        .slope = ESTIMATE_NONE(enough[by].note),
        .within = ESTIMATE_NONE(enough[by].note),
        .model = "quasi-Poisson",
    };
    if (fitting->series.count < enough[by].least)
        return (struct models){.trend = NULL};
    return (struct models){trend, &fitting->whole[number], &fitting->within[number]};
}

static void fit_topics(struct fitting *fitting, const struct topics *topics,
                       const struct counts *counts)
{
    struct findings *findings = fitting->findings;

    strata_of_articles(&fitting->strata, counts, topics);
    for (size_t i = 0; i < findings->topic_count; i++) {
        struct models models;

        strata_count_topic(&fitting->strata, counts, &topics->carried,
                           number_of(topics, findings->topics[i].key));
        models = add_trend(fitting, "topic", findings->topics[i].key);
        if (!models.trend)
            continue;
        fit(models, &fitting->series, &fitting->strata, fitting->plan->series);
        rank(models.trend, &fitting->series);
        if (models.whole->error > 0)
            models.trend->change_weeks = name_changes(findings, &fitting->series, fitting->plan);
    }
}

/* --- speakers ------------------------------------------------------------------------ */

struct heard {
    uint32_t person;
    uint64_t words; /* in the whole series */
    struct span name;
};

static int by_falling_words(const void *left, const void *right)
{
    const struct heard *a = left, *b = right;

    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return span_compare(a->name, b->name);
}

/* All people, those with most words in the series first; the caller frees them. */
static struct heard *rank_people(const struct speakers *speakers, const struct counts *counts)
{
    size_t count = speakers->people.count;
    struct heard *heard = memory_new(count, sizeof *heard);

    for (uint32_t p = 0; p < count; p++)
        heard[p] = (struct heard){.person = p, .name = speakers->people.names[p]};
    for (size_t i = 0; i < speakers->cell_count; i++) {
        const struct speaker_cell *cell = &speakers->cells[i];

        if (cell->person != SPEAKERS_NOBODY && counts->articles[cell->article].in_step)
            heard[cell->person].words += cell->words;
    }
    qsort(heard, count, sizeof *heard, by_falling_words);
    return heard;
}

static size_t steps_with_hits(const struct series *series)
{
    size_t steps = 0;

    for (size_t i = 0; i < series->count; i++)
        steps += series->counts[i] > 0;
    return steps;
}

/* Who is looked at is chosen by the whole series, not by its last week: that would find rises. */
static void fit_speakers(struct fitting *fitting, const struct speakers *speakers,
                         const struct counts *counts)
{
    struct heard *heard = rank_people(speakers, counts);

    strata_of_words(&fitting->strata, counts);
    for (size_t i = 0; i < speakers->people.count && i < TRENDS_SPEAKERS && heard[i].words; i++) {
        struct models models;

        strata_count_speaker(&fitting->strata, counts, speakers, heard[i].person);
        models =
            add_trend(fitting, "speaker", arena_copy(&fitting->findings->arena, heard[i].name));
        if (!models.trend)
            continue;
        if (steps_with_hits(&fitting->series) < TRENDS_SPEAKER_STEPS) {
            models.trend->slope = models.trend->within =
                ESTIMATE_NONE("quoted in fewer than 5 steps of the series");
            continue;
        }
        fit(models, &fitting->series, &fitting->strata, fitting->plan->series);
        rank(models.trend, &fitting->series);
    }
    free(heard);
}

/* Gives the trends from `first` on, which are of one kind, their errors. */
static void settle_kind(struct fitting *fitting, size_t first)
{
    struct findings *findings = fitting->findings;
    size_t count = findings->trend_count - first;

    moderate(fitting->whole + first, count);
    moderate(fitting->within + first, count);
    for (size_t i = first; i < findings->trend_count; i++) {
        struct trend_finding *trend = &findings->trends[i];

        settle(&trend->slope, &trend->p, &fitting->whole[i]);
        settle(&trend->within, &trend->within_p, &fitting->within[i]);
    }
}

void trends_find(struct findings *findings, const struct topics *topics,
                 const struct speakers *speakers, const struct counts *counts)
{
    struct fitting fitting = {.findings = findings, .plan = &counts->plan};
    size_t most = findings->topic_count + TRENDS_SPEAKERS;

    if (!findings->dated)
        return;
    fitting.strata = strata_start(counts, TRENDS_OUTLETS);
    fitting.series = new_series(fitting.strata.steps + 1);
    fitting.whole = memory_new(most, sizeof *fitting.whole);
    fitting.within = memory_new(most, sizeof *fitting.within);
    findings->trends = arena_new(&findings->arena, most, sizeof *findings->trends);
    fit_topics(&fitting, topics, counts);
    settle_kind(&fitting, 0);
    fit_speakers(&fitting, speakers, counts);
    settle_kind(&fitting, findings->topic_count);
    adjust(findings);
    free(fitting.whole);
    free(fitting.within);
    release_series(&fitting.series);
    strata_release(&fitting.strata);
}
