/*
 * Figures of invented numbers, for tests of drawing: the same on every run and
 * machine. What it returns lives in the arena given.
 */
#ifndef TESTS_REPORTS_INVENTED_H
#define TESTS_REPORTS_INVENTED_H

#include "corpus/base/day.h"
#include "reports/charts/chart_bump.h"
#include "reports/charts/chart_bursts.h"
#include "reports/charts/chart_dots.h"
#include "reports/charts/chart_heat.h"
#include "reports/charts/chart_keyness.h"
#include "reports/charts/chart_matrix.h"
#include "reports/charts/chart_multiples.h"
#include "reports/charts/chart_network.h"
#include "reports/charts/chart_pairs.h"
#include "reports/charts/chart_scatter.h"
#include "reports/charts/chart_slope.h"
#include "reports/charts/chart_speakers.h"
#include "reports/charts/chart_xray.h"
#include "reports/draw/document.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { INVENTED_TOPICS = 8, INVENTED_WEEKS = 26, INVENTED_RANKS = 9 };

/* xorshift64*, in 0 to 1. */
static inline double invented_chance(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return (double)((*state * 2685821657736338717ULL) >> 11) / 9007199254740992.0;
}

/* About normal: mean 0, deviation 1; sums only, so that no libm can differ. */
static inline double invented_noise(uint64_t *state)
{
    double sum = -6;

    for (int i = 0; i < 12; i++)
        sum += invented_chance(state);
    return sum;
}

static inline struct span invented_copy(struct arena *arena, const char *text)
{
    return arena_copy(arena, span_of(text));
}

struct invented {
    struct arena *arena;
    const char *const *topics;
    double shares[INVENTED_TOPICS][INVENTED_WEEKS];
    double lows[INVENTED_TOPICS][INVENTED_WEEKS], highs[INVENTED_TOPICS][INVENTED_WEEKS];
    int ranks[INVENTED_TOPICS][INVENTED_RANKS];
    int order[INVENTED_TOPICS]; /* by the last share */
    int32_t first_week;
    bool changes[INVENTED_WEEKS];
};

static inline void invented_rank(struct invented *all)
{
    for (int w = 0; w < INVENTED_RANKS; w++)
        for (int t = 0; t < INVENTED_TOPICS; t++) {
            int week = INVENTED_WEEKS - INVENTED_RANKS + w;
            int rank = 1;

            for (int u = 0; u < INVENTED_TOPICS; u++)
                rank += all->shares[u][week] > all->shares[t][week] ||
                        (all->shares[u][week] == all->shares[t][week] && u < t);
            all->ranks[t][w] = rank;
        }
    for (int t = 0; t < INVENTED_TOPICS; t++)
        all->order[all->ranks[t][INVENTED_RANKS - 1] - 1] = t;
}

static inline struct invented *invented_new(struct arena *arena)
{
    static const char *const topics[INVENTED_TOPICS] = {
        "Economy & prices", "War & security", "Energy & climate", "Courts & crime",
        "Health",           "Elections",      "Migration",        "Technology & AI"};
    static const double base[] = {.175, .168, .088, .124, .112, .142, .094, .062};
    static const double drift[] = {.0002, -.0012, .0004, .0001, -.0009, -.0006, .0006, .0014};
    struct invented *all = arena_new(arena, 1, sizeof *all);
    uint64_t state = 88172645463325252ULL;

    all->arena = arena;
    all->topics = topics;
    week_read(&all->first_week, span_of("2026-W22"));
    for (int t = 0; t < INVENTED_TOPICS; t++) {
        double walk = 0;

        for (int w = 0; w < INVENTED_WEEKS; w++) {
            double peak = t == 5 ? fmax(0, 1 - fabs(w - 15.0) / 3.0) * 0.06 : 0;

            walk = 0.6 * walk + 0.0075 * invented_noise(&state);
            all->shares[t][w] = round((base[t] + drift[t] * w + walk + peak) * 3200) / 3200;
            if (t == 2 && w == INVENTED_WEEKS - 1)
                all->shares[t][w] = 0.141;
            all->lows[t][w] = all->shares[t][w] - 0.011;
            all->highs[t][w] = all->shares[t][w] + 0.012;
        }
    }
    all->changes[14] = true;
    invented_rank(all);
    return all;
}

static inline struct chart_dots *invented_dots(struct invented *all)
{
    struct chart_dots *dots = arena_new(all->arena, 1, sizeof *dots);
    struct chart_dot *rows = arena_new(all->arena, INVENTED_TOPICS, sizeof *rows);

    for (int i = 0; i < INVENTED_TOPICS; i++) {
        int t = all->order[i];
        int last = INVENTED_WEEKS - 1;
        double mean = 0;

        for (int w = last - 12; w < last; w++)
            mean += all->shares[t][w] / 12;
        rows[i] = (struct chart_dot){.label = span_of(all->topics[t]),
                                     .target = span_of("#ev-topic-energy"),
                                     .key = span_of("topic"),
                                     .value = all->shares[t][last],
                                     .low = all->lows[t][last],
                                     .high = all->highs[t][last],
                                     .reference = mean,
                                     .tone = all->lows[t][last] > mean    ? TONE_MORE
                                             : all->highs[t][last] < mean ? TONE_LESS
                                                                          : TONE_PLAIN};
    }
    *dots = (struct chart_dots){.rows = rows, .count = INVENTED_TOPICS, .unit = UNIT_SHARE};
    return dots;
}

static inline struct chart_bump *invented_bump(struct invented *all)
{
    struct chart_bump *bump = arena_new(all->arena, 1, sizeof *bump);
    struct chart_bump_row *rows = arena_new(all->arena, INVENTED_TOPICS, sizeof *rows);
    static const enum tone tones[INVENTED_TOPICS] = {
        [1] = TONE_LESS, [2] = TONE_MORE, [7] = TONE_THIRD};

    for (int t = 0; t < INVENTED_TOPICS; t++)
        rows[t] = (struct chart_bump_row){.label = span_of(all->topics[t]),
                                          .ranks = all->ranks[t],
                                          .tone = tones[t],
                                          .target = span_of("#ev-topic-energy")};
    *bump = (struct chart_bump){.rows = rows,
                                .count = INVENTED_TOPICS,
                                .first_week = all->first_week + INVENTED_WEEKS - INVENTED_RANKS,
                                .week_count = INVENTED_RANKS};
    return bump;
}

static inline struct chart_multiples *invented_multiples(struct invented *all)
{
    struct chart_multiples *data = arena_new(all->arena, 1, sizeof *data);
    struct chart_trend *trends = arena_new(all->arena, INVENTED_TOPICS, sizeof *trends);

    for (int i = 0; i < INVENTED_TOPICS; i++) {
        int t = all->order[i];

        trends[i] = (struct chart_trend){.label = span_of(all->topics[t]),
                                         .values = all->shares[t],
                                         .lows = all->lows[t],
                                         .highs = all->highs[t],
                                         .changes = t == 5 ? all->changes : NULL,
                                         .target = span_of("#ev-topic-energy")};
    }
    *data = (struct chart_multiples){.trends = trends,
                                     .count = INVENTED_TOPICS,
                                     .first_week = all->first_week,
                                     .week_count = INVENTED_WEEKS,
                                     .unit = UNIT_SHARE};
    return data;
}

static inline struct chart_heat *invented_heat(struct invented *all)
{
    struct chart_heat *heat = arena_new(all->arena, 1, sizeof *heat);
    struct chart_heat_row *rows = arena_new(all->arena, INVENTED_TOPICS, sizeof *rows);

    for (int i = 0; i < INVENTED_TOPICS; i++)
        rows[i] = (struct chart_heat_row){.label = span_of(all->topics[all->order[i]]),
                                          .values = all->shares[all->order[i]],
                                          .target = span_of("#ev-topic-energy")};
    *heat = (struct chart_heat){.rows = rows,
                                .count = INVENTED_TOPICS,
                                .columns = chart_heat_weeks(all->arena, &tongues[TONGUE_ENGLISH],
                                                            all->first_week, INVENTED_WEEKS),
                                .column_count = INVENTED_WEEKS,
                                .unit = UNIT_SHARE,
                                .last_title = span_of("this week")};
    return heat;
}

static inline struct chart_speakers *invented_speakers(struct invented *all)
{
    static const struct {
        const char *name, *role;
        double quotes, outlets;
    } people[] = {
        {"Maria Lindqvist", "finance minister", 412, 17},
        {"Андрей Коваленко", "grid operator", 388, 11},
        {"Ελένη Παπαδοπούλου", "central bank governor", 291, 9},
        {"Thomas Okafor-Reyes", "opposition leader", 247, 16},
        {"Jean-Baptiste de la Fontaine-Marchand", "European commissioner for energy", 201, 8},
        {"Priya Raman", "epidemiologist", 166, 12},
        {"Samuel Whitlock", "chief constable", 149, 6},
        {"Ingrid Aas", "union leader", 121, 10},
        {"Dmitar Petrović", "prosecutor", 98, 5},
        {"(unattributed)", "all outlets", 742, 18}};
    size_t count = sizeof people / sizeof *people;
    struct chart_speakers *data = arena_new(all->arena, 1, sizeof *data);
    struct chart_speaker *rows = arena_new(all->arena, count, sizeof *rows);

    for (size_t i = 0; i < count; i++) {
        double share = people[i].quotes / 8967;

        rows[i] = (struct chart_speaker){.name = span_of(people[i].name),
                                         .role = span_of(people[i].role),
                                         .share = share,
                                         .low = share * 0.84,
                                         .high = share * 1.17,
                                         .first = people[i].quotes,
                                         .second = people[i].outlets,
                                         .apart = i + 1 == count,
                                         .target = span_of("#ev-topic-energy")};
    }
    *data = (struct chart_speakers){.rows = rows,
                                    .count = count,
                                    .first_title = span_of("quotes"),
                                    .second_title = span_of("outlets")};
    return data;
}

static inline struct chart_keyness *invented_keyness(struct invented *all)
{
    static const struct {
        const char *term;
        double ratio, error;
    } terms[] = {{"blackout", 4.1, .5},   {"tariff", 3.3, .3},    {"grid", 2.9, .25},
                 {"rate cut", 2.6, .3},   {"subsidy", 2.2, .35},  {"heating", 1.9, .2},
                 {"strike", 1.5, .3},     {"ballot", -1.6, .2},   {"recount", -2.1, .35},
                 {"ceasefire", -2.4, .2}, {"wildfire", -3.2, .5}, {"heatwave", -3.9, .6}};
    size_t count = sizeof terms / sizeof *terms;
    struct chart_keyness *data = arena_new(all->arena, 1, sizeof *data);
    struct chart_key_term *rows = arena_new(all->arena, count, sizeof *rows);

    for (size_t i = 0; i < count; i++)
        rows[i] = (struct chart_key_term){.label = span_of(terms[i].term),
                                          .log_ratio = terms[i].ratio,
                                          .low = terms[i].ratio - 1.4 * terms[i].error,
                                          .high = terms[i].ratio + 1.4 * terms[i].error,
                                          .target = span_of("#ev-topic-energy")};
    *data = (struct chart_keyness){.rows = rows, .count = count};
    return data;
}

static inline struct chart_xray *invented_xray(struct invented *all)
{
    static const struct {
        const char *term;
        double peak, dp;
        size_t count;
    } terms[] = {{"blackout", 2.3, .71, 96},      {"grid", 2.9, .48, 211},
                 {"rate cut", 4.4, .44, 143},     {"tariff", 3.4, .39, 176},
                 {"ceasefire", 1.1, .62, 88},     {"ballot", 0.6, .57, 74},
                 {"prime minister", -1, .12, 402}};
    static const bool weekend[7] = {[5] = true, [6] = true};
    size_t count = sizeof terms / sizeof *terms;
    struct chart_xray *data = arena_new(all->arena, 1, sizeof *data);
    struct chart_xray_row *rows = arena_new(all->arena, count, sizeof *rows);
    uint64_t state = 12345;

    for (size_t i = 0; i < count; i++) {
        double *places = arena_new(all->arena, terms[i].count, sizeof *places);

        for (size_t k = 0; k < terms[i].count; k++) {
            bool anywhere = terms[i].peak < 0 || invented_chance(&state) < 0.12;

            places[k] = anywhere ? invented_chance(&state)
                                 : (terms[i].peak + 0.5 * invented_noise(&state)) / 7;
        }
        rows[i] = (struct chart_xray_row){.label = span_of(terms[i].term),
                                          .places = places,
                                          .count = terms[i].count,
                                          .articles = terms[i].count,
                                          .dp = terms[i].dp,
                                          .tone = terms[i].peak < 0 ? TONE_PLAIN : TONE_MORE};
    }
    *data = (struct chart_xray){
        .rows = rows,
        .count = count,
        .columns = chart_heat_days(all->arena, &tongues[TONGUE_ENGLISH],
                                   week_monday(all->first_week + INVENTED_WEEKS - 1), 7),
        .column_count = 7,
        .shaded = weekend};
    return data;
}

static inline struct chart_scatter *invented_scatter(struct invented *all)
{
    enum { SPEAKERS = 600 };
    struct chart_scatter *data = arena_new(all->arena, 1, sizeof *data);
    struct chart_point *points = arena_new(all->arena, SPEAKERS, sizeof *points);
    uint64_t state = 99;

    for (int r = 0; r < SPEAKERS; r++)
        points[r] = (struct chart_point){
            .x = r + 1,
            .y = fmax(1, round(412 / sqrt(r + 1.0) * (1 + 0.04 * invented_noise(&state))))};
    points[0].label = span_of("Maria Lindqvist");
    points[1].label = span_of("Андрей Коваленко");
    points[2].label = span_of("Ελένη Παπαδοπούλου");
    *data = (struct chart_scatter){.points = points,
                                   .count = SPEAKERS,
                                   .log_x = true,
                                   .log_y = true,
                                   .unit_x = UNIT_COUNT,
                                   .unit_y = UNIT_COUNT,
                                   .title_x = span_of("rank of speaker"),
                                   .title_y = span_of("quotations")};
    return data;
}

/* A note that lives in the arena. */
static inline const struct prose *invented_note(struct invented *all, const char *text)
{
    struct prose *note = arena_new(all->arena, 1, sizeof *note);

    *note = PROSE_IN(all->arena);
    prose_text(note, span_of(text));
    return note;
}

static inline struct figure invented_figure(struct invented *all, const struct recipe *recipe,
                                            const void *data, int columns)
{
    static const struct {
        const struct recipe *recipe;
        const char *title, *subtitle, *note, *csv;
    } rows[] = {
        {&chart_dots, "Energy & climate up; war and elections down",
         "Share of articles by topic. Dot: this week. Bar: 95% interval. Tick: mean of "
         "12\u00A0weeks.",
         "Coloured where the difference from the 12-week mean is clear. An article may carry "
         "several topics.",
         "topics.csv"},
        {&chart_bump, "Energy & climate climbed to second place",
         "Rank of topics by share of articles, weeks 39 to 47",
         "Neighbouring ranks may be tied within their intervals; see the dot chart.", "topics.csv"},
        {&chart_multiples, "Six months of topics",
         "Share of articles each week. Shaded band: 95% interval. Grey lines: the other topics.",
         "Weeks run Monday to Sunday. n per week 3,002\u20133,587 articles.", "topics.csv"},
        {&chart_speakers, "Four named speakers took 15% of all quoted words",
         "Share of 188,967 quoted words, with 95% bootstrap intervals by article",
         "2,294 further speakers, with 69% of quoted words, are in the table.", "speakers.csv"},
        {&chart_keyness, "Blackouts and tariffs in, wildfires out",
         "How many times more or less often than in the 12 weeks before (log scale)",
         "Terms with q \u2264 0.05 in at least 5 articles.", "keyness.csv"},
        {&chart_heat, "Elections peaked in mid-September",
         "Share of articles by topic and week, %. The peak week of each topic is labelled.", NULL,
         "topics.csv"},
        {&chart_xray,
         "\u201CBlackout\u201D was a two-day story; \u201Cprime minister\u201D ran all week",
         "Each tick is an article that uses the term, at its time of publication. DP: 0 = evenly "
         "spread, 1 = clumped.",
         NULL, NULL},
        {&chart_scatter, "2,304 speakers: a few speak a lot",
         "Quotations by rank of speaker, both axes logarithmic", NULL, "speakers.csv"},
        {&chart_slope, "Half a year apart: one topic up, one down",
         "Share of articles in two weeks. Coloured where the difference is clear.", NULL,
         "compare.csv"},
        {&chart_matrix, "Who speaks on what",
         "Share of a speaker's quoted words by topic, %. Blue: more than of all speakers.", NULL,
         "speaker_topics.csv"},
        {&chart_network, "Words that stand together", "The thicker the line, the more often", NULL,
         "collocations.csv"},
        {&chart_bursts, "In a burst this week: Energy & climate",
         "Share each week, each row to its own largest. Dark: weeks of a burst.", NULL,
         "bursts.csv"},
        {&chart_pairs, "Two sides over half a year",
         "Share of articles each week, %. Brown: one side. Blue: the other.", NULL, "compare.csv"},
    };
    struct figure figure = {.recipe = recipe, .data = data, .columns = columns};

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct prose alternative = PROSE_IN(all->arena);

        if (rows[i].recipe != recipe)
            continue;
        figure.title = span_of(rows[i].title);
        figure.subtitle = span_of(rows[i].subtitle);
        if (rows[i].note)
            figure.note = invented_note(all, rows[i].note);
        if (rows[i].csv)
            figure.csv = span_of(rows[i].csv);
        prose_print(&alternative, "Chart of invented numbers, kind %s, number %zu.", recipe->name,
                    i);
        figure.alternative = prose_plain(&alternative);
    }
    return figure;
}

#endif
