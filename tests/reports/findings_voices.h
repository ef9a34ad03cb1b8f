/*
 * Invented findings with voices: over those of findings.h, twelve speakers of
 * whom some are new, trends, topics by outlet, speakers by topic, and a roster
 * with a party. A test changes what it is about.
 */
#ifndef TESTS_REPORTS_FINDINGS_VOICES_H
#define TESTS_REPORTS_FINDINGS_VOICES_H

#include "tests/reports/findings.h"

enum { INVENTED_VOICES = 12, INVENTED_ARRIVALS = 4 };

static inline struct concentration_finding invented_concentration(double top_ten)
{
    return (struct concentration_finding){.people = INVENTED_VOICES,
                                          .hhi = invented_estimate(0.12, 0.08, 0.2),
                                          .effective = invented_estimate(8.3, 5, 12.5),
                                          .gini = invented_estimate(0.44, 0.31, 0.58),
                                          .top_ten = invented_estimate(top_ten, 0.8, 0.99)};
}

static inline void invented_many_speakers(struct findings *findings)
{
    static const char *const names[INVENTED_VOICES] = {"Helena Vorsk",
                                                       "Agnes Pell",
                                                       "Владимир Соколов",
                                                       "Ελένη Παπαδοπούλου",
                                                       "Jean-Baptiste de la Fontaine-Montmorency",
                                                       "Piotr Wendel",
                                                       "Ann Lee",
                                                       "Samuel Adeyemi",
                                                       "Rhys Calloway",
                                                       "Nadia Farouk",
                                                       "harbour master",
                                                       "Lena Fischbach"};
    struct evidence *known[] = {findings->speakers[0].evidence, findings->speakers[1].evidence};

    findings->speaker_count = INVENTED_VOICES + 1;
    findings->speakers =
        arena_new(&findings->arena, INVENTED_VOICES + 1, sizeof *findings->speakers);
    findings->speaker_row_count = INVENTED_VOICES;
    findings->speaker_rows =
        arena_new(&findings->arena, INVENTED_VOICES, sizeof *findings->speaker_rows);
    for (uint32_t i = 0; i <= INVENTED_VOICES; i++)
        findings->speakers[i] = (struct speaker_finding){
            .name = span_of(i < INVENTED_VOICES ? names[i] : "(unattributed)"),
            .unattributed = i == INVENTED_VOICES,
            .quotes = i < 8 ? 12 - i : 1,
            .words = i == INVENTED_VOICES ? 30 : 120 - 9 * i,
            .articles = i < 8 ? 4 : 1,
            .outlets = 1 + i % 2,
            .share = invented_estimate(0.12 - 0.009 * i, 0.01, 0.25),
            .baseline_share = invented_bare(0.05),
            .evidence = i < 2 ? known[i] : NULL};
    for (size_t i = 0; i < INVENTED_VOICES; i++)
        findings->speaker_rows[i] = (struct speaker_row){.period = findings->period,
                                                         .name = span_of(names[i]),
                                                         .kind = i == 10 ? "role" : "person"};
}

static inline void invented_arrivals(struct findings *findings)
{
    static const uint32_t who[INVENTED_ARRIVALS] = {1, 5, 10, 11}; /* the third has no name */

    findings->arrival_count = INVENTED_ARRIVALS;
    findings->arrivals = arena_new(&findings->arena, INVENTED_ARRIVALS, sizeof *findings->arrivals);
    for (size_t i = 0; i < INVENTED_ARRIVALS; i++)
        findings->arrivals[i] =
            (struct arrival_finding){.speaker = who[i], .returns = i == 3, .last_week = WEEK_NONE};
    findings->arrivals[3].last_week = findings->weeks[5].week;
    findings->arrivals[3].weeks_away = 6;
}

/* Energy rises clearly, politics falls only by the mix of outlets, sport does neither. */
static inline void invented_slopes(struct findings *findings)
{
    findings->trend_count = findings->trends_tested = 3;
    findings->trends = arena_new(&findings->arena, 3, sizeof *findings->trends);
    for (size_t i = 0; i < 3; i++)
        findings->trends[i] = (struct trend_finding){.kind = "topic",
                                                     .key = findings->topics[i].key,
                                                     .weeks = INVENTED_STUDY + 1,
                                                     .slope = invented_estimate(0.001, -0.02, 0.02),
                                                     .q = 0.9,
                                                     .within = invented_estimate(0, -0.02, 0.02)};
    findings->trends[0].slope = findings->trends[0].within = invented_estimate(0.033, 0.01, 0.06);
    findings->trends[0].q = 0.002;
    findings->trends[0].change_weeks = span_of("2025-W40 2025-W44");
    findings->trends[1].slope = invented_estimate(-0.05, -0.08, -0.02);
    findings->trends[1].q = 0.001;
}

static inline void invented_outlet_topics(struct findings *findings)
{
    findings->topic_group_count = 6;
    findings->topic_groups = arena_new(&findings->arena, 6, sizeof *findings->topic_groups);
    for (size_t i = 0; i < 6; i++)
        findings->topic_groups[i] = (struct topic_row){
            .period = findings->period,
            .key = findings->topics[i % 3].key,
            .group = findings->outlets[i / 3].name,
            .share = invented_estimate(findings->topics[i % 3].share.value, 0, 1)};
    findings->topic_groups[0].share = invented_estimate(0.7, 0.5, 0.85); /* of 0.4 in all */
    findings->topic_groups[4].share = invented_estimate(0, 0, 0.1);      /* of 0.2 */
}

static inline void invented_speaker_topics(struct findings *findings)
{
    size_t cells = INVENTED_VOICES * findings->topic_count;

    findings->matrix_speakers = INVENTED_VOICES;
    findings->matrix = arena_new(&findings->arena, cells, sizeof *findings->matrix);
    findings->speaker_topic_rows =
        arena_new(&findings->arena, cells, sizeof *findings->speaker_topic_rows);
    for (size_t t = 0; t < findings->topic_count; t++)
        for (uint32_t s = 0; s < INVENTED_VOICES; s++) {
            uint32_t quotes = (s + t) % 3 == 0 && t < 2 ? 4 : 0;
            struct estimate share = invented_estimate(quotes / 20.0, 0, 0.9);

            findings->matrix[s * findings->topic_count + t] =
                (struct speaker_topic){quotes, 10 * quotes, share};
            if (quotes)
                findings->speaker_topic_rows[findings->speaker_topic_row_count++] =
                    (struct speaker_topic_row){.name = findings->speakers[s].name,
                                               .topic = findings->topics[t].key,
                                               .outlet = span_of("(all)"),
                                               .quotes = quotes,
                                               .words = 10 * quotes,
                                               .articles = 2,
                                               .stories = 2,
                                               .share = share};
        }
    findings->matrix[0].share = invented_estimate(0.6, 0.4, 0.8); /* of 0.12 in all */
}

static inline void invented_parties(struct findings *findings)
{
    static const char *const parties[] = {"Harbour List", "Reform", "(unknown)", "(unattributed)"};
    static const double shares[] = {0.5, 0.25, 0.15, 0.1};
    struct speaker_row *rows = arena_new(&findings->arena, 12, sizeof *rows);

    findings->roster_people = 2;
    findings->roster_column_count = 1;
    findings->roster_columns = arena_new(&findings->arena, 1, sizeof *findings->roster_columns);
    findings->roster_columns[0] = span_of("party");
    for (size_t i = 0; i < 12; i++)
        rows[i] = (struct speaker_row){.period = findings->period,
                                       .name = span_of("(all)"),
                                       .group = span_of(parties[i % 4]),
                                       .outlet = i < 4 ? span_of("(all)")
                                                       : findings->outlets[i / 4 - 1].name,
                                       .quotes = 8,
                                       .words = (uint32_t)(400 * shares[i % 4]),
                                       .articles = 3,
                                       .share = invented_estimate(shares[i % 4], 0.05, 0.8)};
    findings->attributes = arena_new(&findings->arena, 1, sizeof *findings->attributes);
    findings->attributes[0] = (struct attribute_rows){rows, 12};
}

static inline void invented_voices(struct findings *findings)
{
    findings->period = span_of("2025-W48");
    findings->people = INVENTED_VOICES;
    findings->voices = invented_concentration(0.91);
    findings->baseline_voices = invented_concentration(0.5);
    for (size_t w = 0; w < findings->week_count; w++)
        findings->weeks[w].voices = invented_concentration(0.9 - 0.01 * (double)w);
    invented_many_speakers(findings);
    invented_arrivals(findings);
    invented_slopes(findings);
    invented_outlet_topics(findings);
    invented_speaker_topics(findings);
    invented_parties(findings);
}

#endif
