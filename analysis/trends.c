#include "analysis/trends.h"

#include "analysis/measures/changes.h"
#include "analysis/measures/multiple.h"
#include "analysis/measures/ranktest.h"
#include "analysis/trend_slope.h"
#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

enum { WEEKDAY_PAIRS = 3 }; /* of the week's round: a level for each day */

static struct span name_changes(struct findings *findings, const struct trend_series *series,
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

/* A trend, and the slopes found for it: of all outlets together, and within them. */
struct models {
    struct trend_finding *trend;
    struct trend_slope *whole, *within;
};

static void fit(struct models models, const struct trend_series *series,
                const struct strata *strata, enum weeks_series by)
{
    size_t pairs = by == WEEKS_BY_DAY ? WEEKDAY_PAIRS : 0;

    if (pairs && !trend_slope_fit(models.whole, series, pairs))
        pairs = 0; /* some day of the week has no articles */
    if (pairs) {
        models.trend->model = "quasi-Poisson with days of the week";
    } else if (!trend_slope_fit(models.whole, series, 0)) {
        models.trend->slope = models.trend->within = ESTIMATE_NONE("too few hits for a trend");
        return;
    }
    if (strata->count < 2)
        models.trend->within = ESTIMATE_NONE("there is one outlet, so nothing within outlets");
    else if (!trend_slope_fit_within(models.within, series, strata, pairs))
        models.trend->within = ESTIMATE_NONE("too few hits for a trend within outlets");
}

static void rank(struct trend_finding *trend, const struct trend_series *series)
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

/* What all trends of a report are made with. */
struct fitting {
    struct findings *findings;
    const struct weeks_plan *plan;
    struct strata strata;
    struct trend_series series;
    struct trend_slope *whole, *within; /* by trend */
};

/* The next trend, of what the strata have counted last; none where the series is too short. */
static struct models add_trend(struct fitting *fitting, const char *kind, struct span key)
{
    size_t number = fitting->findings->trend_count++;
    struct trend_finding *trend = &fitting->findings->trends[number];
    enum weeks_series by = fitting->plan->series;

    trend_series_take(&fitting->series, &fitting->strata, fitting->plan);
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
                           findings->topics[i].category);
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

static size_t steps_with_hits(const struct trend_series *series)
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

    trend_slope_moderate(fitting->whole + first, count);
    trend_slope_moderate(fitting->within + first, count);
    for (size_t i = first; i < findings->trend_count; i++) {
        struct trend_finding *trend = &findings->trends[i];

        (void)trend_slope_settle(&trend->slope, &trend->p, &fitting->whole[i]);
        (void)trend_slope_settle(&trend->within, &trend->within_p, &fitting->within[i]);
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
    fitting.series = trend_series_new(fitting.strata.steps + 1);
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
    trend_series_release(&fitting.series);
    strata_release(&fitting.strata);
}
