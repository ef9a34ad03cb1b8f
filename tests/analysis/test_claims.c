/*
 * How often the report claims a change where there is none, and finds one
 * where there is: 300 series at once through the functions that make the claims.
 */
#include "analysis/comparison.h"
#include "analysis/measures/numeric.h"
#include "analysis/shares.h"
#include "analysis/terms.h"
#include "analysis/trends.h"
#include "corpus/base/memory.h"
#include "tests/simulation.h"

#include <stdio.h>

enum { SERIES = 300 };

/* One simulated world: its weeks, and how its counts vary. */
struct world {
    size_t weeks;   /* the study last, the others are the baseline */
    double spread;  /* variance of a week's count in units of Poisson's */
    double level;   /* mean hits a week; 0: from 2 to 200 */
    size_t doubled; /* series whose rate doubles in the last week */
    uint64_t seed;
};

/* What the report said of it. */
struct said {
    size_t tested, claimed, right;
};

/* What was said in all rounds. */
struct tally {
    size_t rounds, loud, tested, claimed, right, doubled;
    double rate; /* sum of the rounds' false discovery proportions */
};

static void take(struct tally *tally, struct said said, size_t doubled)
{
    tally->rounds++;
    tally->loud += said.claimed > said.right;
    tally->rate += said.claimed ? 1 - (double)said.right / (double)said.claimed : 0;
    tally->tested += said.tested;
    tally->claimed += said.claimed;
    tally->right += said.right;
    tally->doubled += doubled;
}

static void show(const char *what, const struct world *world, const struct tally *tally)
{
    print_message(
        "    %-10s %2zu weeks, variance x %.1f, %5.0f hits: %zu rounds, false discovery rate "
        "%.1f %%, false claims in %.4f %% of tests; found %.1f %% of doubled\n",
        what, world->weeks, world->spread, world->level, tally->rounds,
        100.0 * tally->rate / (double)tally->rounds,
        100.0 * (double)(tally->claimed - tally->right) / (double)tally->tested,
        tally->doubled ? 100.0 * (double)tally->right / (double)tally->doubled : 0);
}

static double level_of(const struct world *world, size_t series)
{
    return world->level > 0 ? world->level : 2 * pow(100, (double)series / SERIES);
}

static void start_findings(struct findings *findings, const struct world *world)
{
    *findings = (struct findings){
        .dated = true,
        .study_week = (int32_t)world->weeks - 1,
        .baseline_first = 0,
        .baseline_last = 7 * (int32_t)world->weeks - 8,
        .baseline_weeks = (uint32_t)world->weeks - 1,
        .minimum_articles = 15,
        .seed = world->seed,
        .week_count = world->weeks,
    };
    findings->weeks = arena_new(&findings->arena, world->weeks, sizeof *findings->weeks);
    for (size_t w = 0; w < world->weeks; w++)
        findings->weeks[w] = (struct findings_week){.week = (int32_t)w,
                                                    .in_study = w + 1 == world->weeks,
                                                    .in_baseline = w + 1 < world->weeks};
}

/* --- topics and their trends ------------------------------------------------------- */

static void fill_topics(struct topics *topics, struct world *world)
{
    size_t last = world->weeks - 1;

    for (size_t w = 0; w <= last; w++) {
        uint32_t articles = 1000 + numbers_below(&world->seed, 1001);

        topics->week_articles[w] = articles;
        if (w < last)
            topics->baseline_articles += articles;
        else
            topics->study_articles = articles;
        for (size_t i = 0; i < SERIES; i++) {
            double mean = level_of(world, i) * articles / 1500;
            struct topic_count count = {0};

            mean *= w == last && i < world->doubled ? 2 : 1;
            count.articles = (uint32_t)simulation_spread(&world->seed, mean, world->spread);
            count.articles = count.articles < articles ? count.articles : articles;
            count.hits = 3 * count.articles;
            topics->series[i * topics->weeks + w] = count;
            (w < last ? topics->baseline : topics->study)[i].articles += count.articles;
        }
    }
}

/* A topic's key tells its number. */
static size_t number_of(struct span key)
{
    return strtoul(key.bytes + 1, NULL, 10);
}

static void simulate_topics(struct world *world, struct said *topics_said, struct said *trends_said)
{
    struct findings findings;
    struct topics topics = {.weeks = world->weeks};
    struct dictionary dictionary = {.topic_count = SERIES};
    struct counts counts = {.plan = {.week_count = (int32_t)world->weeks}};

    start_findings(&findings, world);
    dictionary.topics = arena_new(&findings.arena, SERIES, sizeof *dictionary.topics);
    for (size_t i = 0; i < SERIES; i++) {
        char name[16];

        (void)snprintf(name, sizeof name, "t%zu", i);
        dictionary.topics[i] = arena_copy(&findings.arena, span_of(name));
    }
    topics.dictionary = &dictionary;
    topics.series = arena_new(&findings.arena, SERIES * world->weeks, sizeof *topics.series);
    topics.study = arena_new(&findings.arena, SERIES, sizeof *topics.study);
    topics.baseline = arena_new(&findings.arena, SERIES, sizeof *topics.baseline);
    topics.week_articles = arena_new(&findings.arena, world->weeks, sizeof *topics.week_articles);
    fill_topics(&topics, world);
    for (size_t w = 0; w < world->weeks; w++)
        findings.weeks[w].articles = topics.week_articles[w];
    shares_find_topics(&findings, &topics, &counts);
    trends_find(&findings);
    *topics_said = (struct said){findings.topics_tested, findings.clear_topics, 0};
    for (size_t i = 0; i < SERIES; i++)
        topics_said->right += findings.topics[i].change.direction == CHANGE_UP &&
                              number_of(findings.topics[i].key) < world->doubled;
    *trends_said = (struct said){findings.trends_tested, 0, 0};
    for (size_t i = 0; i < findings.trend_count; i++)
        trends_said->claimed +=
            findings.trends[i].slope.has_interval && findings.trends[i].q <= 0.05;
    findings_release(&findings);
}

/* --- terms -------------------------------------------------------------------------- */

enum { ARTICLES = 100 };

/* Weeks of ARTICLES articles of 150 to 750 words. */
static void fill_articles(struct counts *counts, struct world *world, struct arena *arena)
{
    counts->plan = (struct weeks_plan){.dated = true, .week_count = (int32_t)world->weeks};
    counts->count = ARTICLES * world->weeks;
    counts->articles = arena_new(arena, counts->count, sizeof *counts->articles);
    for (size_t i = 0; i < counts->count; i++) {
        bool last = i / ARTICLES + 1 == world->weeks;

        counts->articles[i] = (struct counted_article){
            .day = (int32_t)(7 * (i / ARTICLES)),
            .week = (int32_t)(i / ARTICLES),
            .period = last ? PERIOD_STUDY : PERIOD_BASELINE,
            .source = numbers_below(&world->seed, 4),
            .words = 150 + numbers_below(&world->seed, 601),
            .story = (uint32_t)i,
            .in_week = true,
            .in_period = true,
        };
    }
    for (char c = 'a'; c < 'e'; c++)
        (void)table_add(&counts->sources, (struct span){&c, 1});
    counts->study_from = (uint32_t)(counts->count - ARTICLES);
    counts->study_count = ARTICLES;
}

/* Terms stand in bunches: an article has its own rate, and so has a week. */
static void fill_terms(struct terms *terms, const struct counts *counts, struct world *world,
                       struct arena *arena)
{
    struct bag bag = {.words = arena_new(arena, SERIES, sizeof *bag.words)};
    double *rates = arena_new(arena, SERIES, sizeof *rates);

    for (size_t i = 0; i < counts->count; i++) {
        bool last = i / ARTICLES + 1 == world->weeks;

        bag.count = 0;
        for (uint32_t t = 0; t < SERIES; t++) {
            double mean = level_of(world, t);
            uint32_t count;

            if (i % ARTICLES == 0)
                rates[t] =
                    (world->spread > 1 ? simulation_gamma(&world->seed, mean / (world->spread - 1))
                                       : 1) *
                    (last && t < world->doubled ? 2 : 1);
            mean *= rates[t] * counts->articles[i].words / (450.0 * ARTICLES);
            count =
                (uint32_t)numbers_poisson(&world->seed, mean * simulation_gamma(&world->seed, 0.5));
            if (count)
                bag.words[bag.count++] = (struct bag_word){t, count};
        }
        terms_add(terms, counts, (uint32_t)i, &bag);
    }
    terms_end(terms);
}

static struct said simulate_terms(struct world *world)
{
    struct findings findings;
    struct counts counts = COUNTS_EMPTY;
    struct terms terms;
    struct table vocabulary = TABLE_EMPTY;
    struct said said;

    start_findings(&findings, world);
    fill_articles(&counts, world, &findings.arena);
    for (size_t i = 0; i < SERIES; i++) {
        char name[16];

        (void)snprintf(name, sizeof name, "t%zu", i);
        (void)table_add(&vocabulary, span_of(name));
    }
    terms_start(&terms, &vocabulary, &counts, 15);
    fill_terms(&terms, &counts, world, &findings.arena);
    findings.words = terms.study_all.n;
    findings.baseline_words = terms.baseline_all.n;
    comparison_find(&findings, &terms, &counts, SPAN_EMPTY);
    said = (struct said){findings.terms_tested, 0, 0};
    for (size_t i = 0; i < findings.keyness_row_count; i++) {
        const struct keyness_row *row = &findings.keyness_rows[i];

        said.claimed += row->direction == CHANGE_UP || row->direction == CHANGE_DOWN;
        said.right += row->direction == CHANGE_UP && number_of(row->term) < world->doubled;
    }
    terms_release(&terms);
    table_release(&vocabulary);
    table_release(&counts.sources);
    findings_release(&findings);
    return said;
}

/* --- speakers ------------------------------------------------------------------------ */

enum { PEOPLE = 60 };

static struct said simulate_speakers(struct world *world)
{
    struct findings findings;
    struct counts counts = COUNTS_EMPTY;
    struct speakers speakers = SPEAKERS_EMPTY;
    struct arena *arena = &findings.arena;
    double rates[PEOPLE];
    struct said said = {0};

    start_findings(&findings, world);
    fill_articles(&counts, world, arena);
    speakers.people.count = PEOPLE;
    speakers.people.names = arena_new(arena, PEOPLE, sizeof *speakers.people.names);
    speakers.people.kinds = arena_new(arena, PEOPLE, sizeof *speakers.people.kinds);
    speakers.people.roster_rows = arena_new(arena, PEOPLE, sizeof *speakers.people.roster_rows);
    for (size_t i = 0; i < PEOPLE; i++) {
        char name[16];

        (void)snprintf(name, sizeof name, "p%zu", i);
        speakers.people.names[i] = arena_copy(arena, span_of(name));
        speakers.people.roster_rows[i] = ROSTER_NONE;
    }
    speakers.cells = arena_new(arena, counts.count * (PEOPLE + 1), sizeof *speakers.cells);
    for (size_t i = 0; i < counts.count; i++) {
        for (uint32_t p = 0; p <= PEOPLE; p++) {
            double mean = 0.5 * pow(0.93, p); /* quotations in a week's articles: 50 to 0.6 */
            uint32_t quotes;

            if (p == PEOPLE)
                mean = 0.5;
            else if (i % ARTICLES == 0)
                rates[p] =
                    world->spread > 1
                        ? simulation_gamma(&world->seed, ARTICLES * mean / (world->spread - 1))
                        : 1;
            if (p < PEOPLE)
                mean *=
                    rates[p] *
                    (i / ARTICLES + 1 == world->weeks && p >= 10 && p < 10 + world->doubled ? 2
                                                                                            : 1);
            quotes = (uint32_t)numbers_poisson(&world->seed, mean);
            if (quotes)
                speakers.cells[speakers.cell_count++] =
                    (struct speaker_cell){(uint32_t)i, p < PEOPLE ? p : SPEAKERS_NOBODY, quotes,
                                          quotes * (8 + numbers_below(&world->seed, 40))};
        }
    }
    shares_find_speakers(&findings, &speakers, &counts, 1);
    said.tested = findings.speakers_tested;
    said.claimed = findings.clear_speakers;
    for (size_t i = 0; i < findings.speaker_count; i++)
        said.right += findings.speakers[i].change.direction == CHANGE_UP &&
                      !findings.speakers[i].unattributed &&
                      number_of(findings.speakers[i].name) >= 10 &&
                      number_of(findings.speakers[i].name) < 10 + world->doubled;
    table_release(&counts.sources);
    findings_release(&findings);
    return said;
}
static void probe(void **state)
{
    static const struct world worlds[] = {
        {13, 1, 0, 0, 1},     {13, 1.5, 0, 0, 2},    {13, 3, 0, 0, 3},     {52, 1.5, 0, 0, 4},
        {52, 3, 0, 0, 4},     {13, 1, 20, 30, 5},    {13, 1.5, 20, 30, 6}, {13, 1.5, 50, 30, 7},
        {13, 1, 20, 300, 5},  {13, 1.5, 20, 300, 6}, {13, 1, 20, 1, 5},    {52, 1, 20, 30, 5},
        {52, 1.5, 20, 30, 6}, {52, 1.5, 50, 30, 6},  {5, 1.5, 20, 30, 6},  {5, 1.5, 50, 30, 6},
    };
    (void)state;
    for (size_t i = 0; i < (getenv("FEW") ? 6 : COUNT_OF(worlds)); i++) {
        struct world w = worlds[i];
        struct tally a = {0}, b = {0}, c = {0}, d = {0};
        for (size_t r = 0; r < simulation_rounds(1); r++) {
            struct said one, two;
            if (getenv("NOT"))
                break;
            simulate_topics(&w, &one, &two);
            take(&a, one, w.doubled);
            take(&b, two, 0);
        }
        show("topics", &worlds[i], &a);
        show("trends", &worlds[i], &b);
        if (getenv("TERMS")) {
            for (size_t r = 0; r < simulation_rounds(1) + 1; r++)
                take(&c, simulate_terms(&w), w.doubled);
            show("terms", &worlds[i], &c);
        }
        if (getenv("SPEAKERS")) {
            for (size_t r = 0; r < simulation_rounds(1) + 1; r++) {
                struct world v = w;
                v.doubled = w.doubled < 3 ? w.doubled : 3;
                take(&d, simulate_speakers(&v), v.doubled);
                w.seed = v.seed;
            }
            show("speakers", &worlds[i], &d);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(probe)};

    numeric_start();
    return cmocka_run_group_tests_name("claims", tests, NULL, NULL);
}
