/*
 * Invented data for the charts of pairs: two moments, rows and columns, words
 * that go together. Like invented.h, the same on every run.
 */
#ifndef TESTS_REPORTS_INVENTED_PAIRS_H
#define TESTS_REPORTS_INVENTED_PAIRS_H

#include "reports/charts/chart_matrix.h"
#include "reports/charts/chart_network.h"
#include "reports/charts/chart_pairs.h"
#include "reports/charts/chart_slope.h"
#include "tests/reports/invented.h"

/* The topics against the next one each, as if that were the other side. */
static inline struct chart_pairs *invented_sides(struct invented *all)
{
    struct chart_pairs *pairs = arena_new(all->arena, 1, sizeof *pairs);
    struct chart_pair *rows = arena_new(all->arena, INVENTED_TOPICS, sizeof *rows);

    for (int i = 0; i < INVENTED_TOPICS; i++) {
        int a = all->order[i], b = all->order[(i + 1) % INVENTED_TOPICS];

        rows[i] = (struct chart_pair){
            .label = span_of(all->topics[a]),
            .target = span_of("#ev-topic-energy"),
            .a = all->shares[a],
            .b = all->shares[b],
            .whole = i % 2 ? all->lows[a] : NULL,
            .a_value = all->shares[a][0],
            .b_value = i == 2 ? NAN : all->shares[b][0],
        };
    }
    *pairs = (struct chart_pairs){.rows = rows,
                                  .count = INVENTED_TOPICS,
                                  .a_title = span_of("Week 21"),
                                  .b_title = span_of("Week 24"),
                                  .first_week = all->first_week,
                                  .week_count = INVENTED_WEEKS,
                                  .unit = UNIT_SHARE};
    return pairs;
}

static inline struct chart_slope *invented_slope(struct invented *all)
{
    struct chart_slope *slope = arena_new(all->arena, 1, sizeof *slope);
    struct chart_slope_row *rows = arena_new(all->arena, INVENTED_TOPICS, sizeof *rows);

    for (int i = 0; i < INVENTED_TOPICS; i++) {
        int t = all->order[i];

        rows[i] = (struct chart_slope_row){
            .label = span_of(all->topics[t]),
            .target = span_of("#ev-topic-energy"),
            .left = all->shares[t][0],
            .right = all->shares[t][INVENTED_WEEKS - 1],
            .tone =
                i == 1 || i == 3
                    ? all->shares[t][0] < all->shares[t][INVENTED_WEEKS - 1] ? TONE_MORE : TONE_LESS
                    : TONE_PLAIN};
    }
    *slope = (struct chart_slope){.rows = rows,
                                  .count = INVENTED_TOPICS,
                                  .unit = UNIT_SHARE,
                                  .left_title = span_of("week 22"),
                                  .right_title = span_of("week 47")};
    return slope;
}

/* Each topic bursts for two weeks, the first of them in the last ones; one week is a gap. */
static inline struct chart_bursts *invented_bursts(struct invented *all)
{
    enum { GAP = 5, APART = 3 };
    struct chart_bursts *data = arena_new(all->arena, 1, sizeof *data);
    struct chart_burst_row *rows = arena_new(all->arena, INVENTED_TOPICS, sizeof *rows);

    for (int i = 0; i < INVENTED_TOPICS; i++) {
        double *values = arena_new(all->arena, INVENTED_WEEKS, sizeof *values);
        bool *bursts = arena_new(all->arena, INVENTED_WEEKS, sizeof *bursts);

        for (int w = 0; w < INVENTED_WEEKS; w++) {
            int back = INVENTED_WEEKS - 1 - w - APART * i;

            bursts[w] = back == 0 || back == 1;
            values[w] = w == GAP ? (double)NAN : all->shares[i][w] * (bursts[w] ? 2 : 1);
        }
        rows[i] = (struct chart_burst_row){.label = span_of(all->topics[i]),
                                           .target = span_of("#ev-topic-energy"),
                                           .values = values,
                                           .bursts = bursts,
                                           .weeks = span_of("W44\u2013W45"),
                                           .now = i == 0};
    }
    *data =
        (struct chart_bursts){.rows = rows,
                              .count = INVENTED_TOPICS,
                              .columns = chart_heat_weeks(all->arena, &tongues[TONGUE_ENGLISH],
                                                          all->first_week, INVENTED_WEEKS),
                              .names = chart_heat_week_names(all->arena, &tongues[TONGUE_ENGLISH],
                                                             all->first_week, INVENTED_WEEKS),
                              .week_count = INVENTED_WEEKS,
                              .weeks_title = span_of("Latest burst")};
    return data;
}

static inline struct chart_matrix *invented_matrix(struct invented *all)
{
    enum { PEOPLE = 12 };
    static const char *const names[PEOPLE] = {
        "Maria Lindqvist",      "Андрей Коваленко",
        "Ελένη Παπαδοπούλου",   "Tom\u00E1\u0161 Novotn\u00FD",
        "Aisha Rahman",         "James Whitfield",
        "Ingrid S\u00F8rensen", "Chen Wei",
        "Fatima Al-Mansouri",   "Piotr Zieli\u0144ski",
        "Grace Okafor",         "Luc Moreau"};
    struct chart_matrix *matrix = arena_new(all->arena, 1, sizeof *matrix);
    struct chart_matrix_cell *cells =
        arena_new(all->arena, PEOPLE * INVENTED_TOPICS, sizeof *cells);
    struct span *rows = arena_new(all->arena, PEOPLE, sizeof *rows);
    struct span *columns = arena_new(all->arena, INVENTED_TOPICS, sizeof *columns);
    uint64_t state = 7;

    for (int r = 0; r < PEOPLE; r++)
        rows[r] = span_of(names[r]);
    for (int c = 0; c < INVENTED_TOPICS; c++)
        columns[c] = span_of(all->topics[all->order[c]]);
    for (int i = 0; i < PEOPLE * INVENTED_TOPICS; i++) {
        double chance = invented_chance(&state);

        cells[i].value = chance < 0.35 ? 0 : chance * chance * chance * 0.5;
        cells[i].tone = chance > 0.9 ? TONE_MORE : TONE_PLAIN;
    }
    *matrix = (struct chart_matrix){.rows = rows,
                                    .row_count = PEOPLE,
                                    .columns = columns,
                                    .column_count = INVENTED_TOPICS,
                                    .cells = cells,
                                    .unit = UNIT_SHARE};
    return matrix;
}

/* Five groups of eight words, joined within more than between. */
static inline struct chart_network *invented_network(struct invented *all)
{
    enum { WORDS = 40, EDGES = 120 };
    static const char *const words[WORDS] = {
        "inflation", "prices",     "wages",     "budget",   "interest rates", "growth",
        "debt",      "bank",       "blackout",  "grid",     "reactor",        "turbines",
        "gas",       "pipeline",   "solar",     "storage",  "ballot",         "turnout",
        "coalition", "candidate",  "majority",  "mandate",  "recount",        "debate",
        "ceasefire", "border",     "troops",    "drones",   "talks",          "envoy",
        "sanctions", "evacuation", "hospitals", "vaccines", "nurses",         "waiting list",
        "surgery",   "outbreak",   "patients",  "clinic"};
    struct chart_network *network = arena_new(all->arena, 1, sizeof *network);
    struct chart_node *nodes = arena_new(all->arena, WORDS, sizeof *nodes);
    struct chart_edge *edges = arena_new(all->arena, EDGES, sizeof *edges);
    uint64_t state = 11;

    for (int i = 0; i < WORDS; i++)
        nodes[i] = (struct chart_node){.label = span_of(words[i]),
                                       .size = 100 - i * 2 + 40 * invented_chance(&state),
                                       .tone = i % 7 == 0 ? TONE_MORE : TONE_PLAIN};
    for (int e = 0; e < EDGES; e++) {
        size_t group = (size_t)(invented_chance(&state) * 5);
        size_t from = group * 8 + (size_t)(invented_chance(&state) * 8);
        size_t to = group * 8 + (size_t)(invented_chance(&state) * 8);

        if (e % 12 == 0) /* a bridge to the next group */
            to = (from + 8) % WORDS;
        edges[e] = (struct chart_edge){from, to == from ? (from + 1) % WORDS : to,
                                       0.1 + invented_chance(&state)};
    }
    *network = (struct chart_network){nodes, WORDS, edges, EDGES};
    return network;
}

#endif
