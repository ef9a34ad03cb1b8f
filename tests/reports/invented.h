/*
 * A weekly report of invented numbers, for tests of drawing: the same on
 * every run and machine. What it returns lives in the document's arena.
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

static inline void invented_front(struct document *document, struct invented *all)
{
    struct prose standfirst = PROSE_IN(&document->arena);
    struct prose *texts = arena_new(&document->arena, 3, sizeof *texts);
    struct figure figures[2] = {invented_figure(all, &chart_dots, invented_dots(all), 6),
                                invented_figure(all, &chart_bump, invented_bump(all), 6)};
    struct figure trends = invented_figure(all, &chart_multiples, invented_multiples(all), 12);
    struct finding findings[3];
    struct kpi kpis[5];
    static const char *const labels[][3] = {
        {"Articles", "3,412", "+4% on 12-week mean"},
        {"Words", "2.18M", "+3% on 12-week mean"},
        {"Quotations", "8,967", "within usual range"},
        {"People quoted", "2,304", "+9% on 12-week mean"},
        {"Unattributed", "14.4%", "13.1\u201315.8%, no change"}};

    document_section(document, (struct section){.title = span_of("The week in 3,412 articles"),
                                                .running = span_of("The week"),
                                                .dest = span_of("week"),
                                                .front = true});
    prose_print(&standfirst, "18 outlets, 16\u201322 November 2026, set against the 12 weeks "
                             "before. Ranges are 95%% intervals; a change is called a change only "
                             "when the interval of the difference excludes 0.");
    document_standfirst(document, &standfirst);
    for (int i = 0; i < 3; i++)
        texts[i] = PROSE_IN(&document->arena);
    prose_add(&texts[0], (struct run){.text = span_of("Energy & climate"), .bold = true});
    prose_print(&texts[0], " rose most, to 14.1%% of articles (13.0\u201315.3%%) from a 12-week "
                           "mean of 9.8%%.");
    prose_print(&texts[1], "quotations went to ");
    prose_add(&texts[1], (struct run){.text = span_of("unnamed officials"), .bold = true});
    prose_print(&texts[1], ", the most-quoted source of the week (742 of 8,967; 7.2\u20139.4%%).");
    prose_add(&texts[2], (struct run){.text = span_of("\u201Cblackout\u201D"), .bold = true});
    prose_print(&texts[2], " appeared 17 times as often as in the 12 weeks before (12\u201324 "
                           "times), mostly on 18 and 19 November.");
    findings[0] = (struct finding){span_of("+4.3 points"), TONE_MORE, &texts[0],
                                   span_of("481 articles"), span_of("ev-topic-energy")};
    findings[1] = (struct finding){span_of("1 in 12"), TONE_NOTICE, &texts[1],
                                   span_of("742 quotations"), span_of("speakers")};
    findings[2] = (struct finding){span_of("\u00D717"), TONE_MORE, &texts[2],
                                   span_of("96 articles"), span_of("words")};
    document_findings(document, findings, 3);
    for (int i = 0; i < 5; i++)
        kpis[i] = (struct kpi){span_of(labels[i][0]), span_of(labels[i][1]), span_of(labels[i][2]),
                               all->shares[i] + INVENTED_WEEKS - 13, 13};
    document_kpis(document, kpis, 5);
    document_figures(document, figures, 2);
    document_figures(document, &trends, 1);
}

static inline void invented_words(struct document *document, struct invented *all)
{
    static const struct column columns[] = {
        {.title = "Term", .share = 2.2, .bold = true},
        {.title = "Articles", .share = 1, .align = ALIGN_RIGHT},
        {.title = "Per million", .share = 1, .align = ALIGN_RIGHT},
        {.title = "95% interval", .share = 1.4, .align = ALIGN_RIGHT, .muted = true},
        {.title = "12-week mean", .share = 1.1, .align = ALIGN_RIGHT},
        {.title = "Change", .share = 1, .align = ALIGN_RIGHT},
        {.title = "26 weeks", .points = 50, .align = ALIGN_RIGHT}};
    static const char *const texts[][6] = {
        {"blackout", "96", "88.1", "71.4\u2013107.6", "5.2", "+82.9"},
        {"tariff", "176", "161.5", "138.5\u2013187.1", "16.4", "+145.1"},
        {"grid", "211", "193.6", "168.4\u2013221.5", "25.9", "+167.7"},
        {"rate cut", "143", "131.2", "110.6\u2013154.5", "21.6", "+109.6"},
        {"ceasefire", "88", "80.7", "64.8\u201399.5", "426.0", "\u2212345.3"},
        {"wildfire", "9", "8.3", "3.8\u201315.7", "76.1", "\u221267.8"}};
    size_t rows = sizeof texts / sizeof *texts;
    struct cell *cells = arena_new(&document->arena, rows * 7, sizeof *cells);
    struct figure pair[2] = {invented_figure(all, &chart_speakers, invented_speakers(all), 7),
                             invented_figure(all, &chart_keyness, invented_keyness(all), 5)};
    struct figure heat = invented_figure(all, &chart_heat, invented_heat(all), 12);
    struct figure xray = invented_figure(all, &chart_xray, invented_xray(all), 12);
    struct grid grid = {.title = span_of("Terms that moved"),
                        .subtitle = span_of("Frequency per million words against the 12-week mean"),
                        .csv = span_of("terms.csv"),
                        .columns = columns,
                        .column_count = 7,
                        .cells = cells,
                        .rows = rows};

    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < 7; c++) {
            struct cell *cell = &cells[r * 7 + c];

            if (c < 6)
                cell->text = span_of(texts[r][c]);
            else
                *cell = (struct cell){.spark = all->shares[r], .spark_count = INVENTED_WEEKS};
            if (c >= 5)
                cell->tone = r < 4 ? TONE_MORE : TONE_LESS;
        }
    document_section(document, (struct section){.title = span_of("Voices and words"),
                                                .running = span_of("Voices and words"),
                                                .dest = span_of("speakers")});
    document_figures(document, pair, 2);
    document_figures(document, &heat, 1);
    document_figures(document, &xray, 1);
    document_table(document, &grid, span_of("words"));
}

static inline void invented_evidence(struct document *document)
{
    static const struct column columns[] = {{.title = "Published", .points = 58, .muted = true},
                                            {.title = "Outlet", .points = 84, .muted = true},
                                            {.title = "Headline", .share = 1},
                                            {.title = "Hits", .points = 30, .align = ALIGN_RIGHT}};
    static const char *const outlets[] = {"Northern Courier", "Deniz Postası", "Вечерний листок",
                                          "Η Πρωινή", "Harbour Gazette"};
    static const char *const headlines[] = {
        "Grid operator warns of second evening of rolling cuts",
        "Enerji bakanı: kesintiler hafta sonuna kadar sürebilir",
        "Власти объяснили причины аварии на подстанции",
        "Τι αλλάζει στους λογαριασμούς ρεύματος από τον Δεκέμβριο",
        "Ministers split over subsidy as heating season opens early in the north and on the isles"};
    enum { ROWS = 90 };
    struct cell *cells = arena_new(&document->arena, ROWS * 4, sizeof *cells);
    struct prose standfirst = PROSE_IN(&document->arena);
    struct grid grid = {.columns = columns,
                        .column_count = 4,
                        .cells = cells,
                        .rows = ROWS,
                        .csv = span_of("evidence.csv")};

    for (int r = 0; r < ROWS; r++) {
        struct prose text = PROSE_IN(&document->arena);
        struct prose uri = PROSE_IN(&document->arena);
        struct prose hits = PROSE_IN(&document->arena);

        prose_print(&text, "%d Nov  %02d:%02d", 22 - r / 15, 23 - r % 15, (r * 37) % 60);
        prose_print(&uri, "https://example.org/sample/%d?it's=%s", r, "наука");
        prose_print(&hits, "%d", 97 - r);
        cells[4 * r].text = prose_plain(&text);
        cells[4 * r + 1].text = span_of(outlets[r % 5]);
        cells[4 * r + 2] =
            (struct cell){.text = span_of(headlines[r % 5]), .target = prose_plain(&uri)};
        cells[4 * r + 3].text = prose_plain(&hits);
    }
    document_section(document,
                     (struct section){.title = span_of("Evidence: Energy & climate, this week"),
                                      .running = span_of("Evidence"),
                                      .dest = span_of("ev-topic-energy")});
    prose_print(&standfirst, "481 articles, newest first. The rest are in evidence.csv. Back to ");
    prose_link(&standfirst, "#week", "page\u00A0");
    prose_see(&standfirst, "week", "", "");
    prose_print(&standfirst, ".");
    document_standfirst(document, &standfirst);
    document_table(document, &grid, SPAN_EMPTY);
}

static inline void invented_contents(struct document *document, struct invented *all)
{
    struct prose notice = PROSE_IN(&document->arena);
    struct prose text = PROSE_IN(&document->arena);
    struct figure figures[2] = {invented_figure(all, &chart_scatter, invented_scatter(all), 7),
                                {.title = span_of("Too few articles to chart"),
                                 .subtitle = span_of("Share of articles by topic, Opinion section"),
                                 .alternative = span_of("No chart: 4 articles."),
                                 .empty_title = span_of("4 articles this week"),
                                 .empty_reason = span_of("An interval needs at least 15."),
                                 .columns = 5}};

    document_section(document, (struct section){.title = span_of("Contents and coverage"),
                                                .running = span_of("Contents"),
                                                .dest = span_of("contents")});
    document_contents(document);
    prose_add(&notice, (struct run){.text = span_of("Coverage is low."), .bold = true});
    prose_print(&notice, " Two outlets sent nothing on 17 November; shares may lean.");
    document_notice(document, &notice);
    document_figures(document, figures, 2);
    document_heading(document, span_of("How to read this"), span_of("method"));
    prose_print(&text, "An interval says how far a number would move if other articles of the same "
                       "kind had been read. Where two numbers are compared, the interval of their "
                       "difference decides, and ");
    prose_add(&text, (struct run){.text = span_of("q"), .bold = true});
    prose_print(&text, " is held below 0.05 by the procedure of Benjamini and Hochberg. ");
    document_paragraph(document, &text);
}

/* Fills an empty document with five pages or so. */
static inline void invented_document(struct document *document)
{
    struct invented *all = invented_new(&document->arena);

    document->about =
        (struct about){.title = span_of("The week in 3,412 articles \u2014 SAMPLE"),
                       .author = span_of("broadsheet"),
                       .subject = span_of("Invented numbers (for tests) & nothing else"),
                       .tongue = &tongues[TONGUE_ENGLISH],
                       .created = span_of("2026-11-23T00:00:00Z"),
                       .week = span_of("Week 47 \u00B7 16\u201322 November 2026"),
                       .mark = span_of("SAMPLE \u2014 INVENTED NUMBERS"),
                       .source = span_of("Source: sample corpus, invented for layout tests."),
                       .method = span_of("method")};
    invented_front(document, all);
    invented_contents(document, all);
    invented_words(document, all);
    invented_evidence(document);
}

#endif
