/*
 * Findings of invented numbers, for tests of pages: one week of 40 articles
 * after twelve of as many, three topics, two speakers, two terms. A test
 * changes what it is about. All of it lives in the findings' arena.
 */
#ifndef TESTS_REPORTS_FINDINGS_H
#define TESTS_REPORTS_FINDINGS_H

#include "analysis/findings.h"
#include "corpus/annotate.h"
#include "corpus/base/day.h"

#include <math.h>

enum { INVENTED_STUDY = 12, INVENTED_ARTICLES = 40 }; /* the study's place among the weeks */

static inline struct estimate invented_estimate(double value, double low, double high)
{
    return (struct estimate){
        .value = value, .low = low, .high = high, .has_value = true, .has_interval = true};
}

static inline struct estimate invented_bare(double value)
{
    return (struct estimate){
        .value = value, .has_value = true, .note = "fewer articles than the minimum"};
}

static inline struct evidence *invented_evidence(struct findings *findings, enum evidence_kind kind,
                                                 const char *key, size_t count)
{
    struct evidence *evidence = &findings->evidence[findings->evidence_count++];

    *evidence = (struct evidence){
        .kind = kind,
        .key = span_of(key),
        .slug = span_of(key),
        .items = arena_new(&findings->arena, count, sizeof *evidence->items),
        .count = count,
    };
    for (size_t i = 0; i < count; i++)
        evidence->items[i] = (struct evidence_item){
            .article = (uint32_t)i, .hits = (uint32_t)i, .text = span_of("what was said")};
    return evidence;
}

static inline void invented_weeks(struct findings *findings)
{
    int32_t first;

    week_read(&first, span_of("2025-W36"));
    findings->week_count = INVENTED_STUDY + 1;
    findings->weeks = arena_new(&findings->arena, findings->week_count, sizeof *findings->weeks);
    for (size_t w = 0; w < findings->week_count; w++)
        findings->weeks[w] = (struct findings_week){.week = first + (int32_t)w,
                                                    .in_study = w == INVENTED_STUDY,
                                                    .in_baseline = w < INVENTED_STUDY,
                                                    .articles = INVENTED_ARTICLES,
                                                    .words = 9000,
                                                    .quotes = 30,
                                                    .people = 12,
                                                    .outlets = 2,
                                                    .unattributed = invented_bare(0.1)};
    findings->study_week = first + INVENTED_STUDY;
    findings->study_first = week_monday(findings->study_week);
    findings->study_last = findings->study_first + 6;
    findings->baseline_first = week_monday(first);
    findings->baseline_last = findings->study_first - 1;
    findings->baseline_weeks = INVENTED_STUDY;
}

static inline struct topic_finding invented_topic(struct findings *findings, const char *key,
                                                  const char *label, uint32_t articles)
{
    struct topic_finding topic = {
        .key = span_of(key),
        .label = span_of(label),
        .hits = 3 * articles,
        .articles = articles,
        .baseline_articles = 60,
        .share = invented_estimate(articles / 40.0, articles / 50.0, articles / 32.0),
        .baseline_share = invented_estimate(0.125, 0.1, 0.15),
        .change = {.difference = invented_estimate(articles / 40.0 - 0.125, -0.05, 0.1),
                   .q = 0.4,
                   .direction = CHANGE_NONE},
        .weeks = arena_new(&findings->arena, findings->week_count, sizeof *topic.weeks),
    };

    for (size_t w = 0; w < findings->week_count; w++)
        topic.weeks[w] = w == INVENTED_STUDY ? topic.share : invented_estimate(0.125, 0.05, 0.2);
    topic.evidence = invented_evidence(findings, EVIDENCE_TOPIC, key, articles);
    return topic;
}

static inline void invented_topics(struct findings *findings)
{
    findings->topic_count = 3;
    findings->topics = arena_new(&findings->arena, 3, sizeof *findings->topics);
    findings->topics[0] = invented_topic(findings, "energy", "Energy", 16);
    findings->topics[1] = invented_topic(findings, "politics", "Politics and government", 8);
    findings->topics[2] = invented_topic(findings, "sport", "Sport", 1);
    findings->topics[0].change = (struct change){
        .difference = invented_estimate(0.275, 0.13, 0.42), .q = 0.001, .direction = CHANGE_UP};
    findings->topics_tested = 3;
    findings->clear_topics = 1;
}

static inline void invented_speakers(struct findings *findings)
{
    static const char *const names[] = {"helena-vorsk", "agnes-pell", "unattributed"};
    static const char *const shown[] = {"Helena Vorsk", "Agnes Pell", "(unattributed)"};

    findings->speaker_count = 3;
    findings->speakers = arena_new(&findings->arena, 3, sizeof *findings->speakers);
    for (uint32_t i = 0; i < 3; i++)
        findings->speakers[i] = (struct speaker_finding){
            .name = span_of(shown[i]),
            .unattributed = i == 2,
            .quotes = 12 - 4 * i,
            .words = 200 - 60 * i,
            .articles = 5,
            .outlets = 2,
            .share = invented_estimate(0.5 - 0.15 * i, 0.3 - 0.1 * i, 0.7 - 0.1 * i),
            .baseline_share = invented_bare(0.3),
            .change = {.difference = invented_estimate(0.1, -0.1, 0.3),
                       .q = 0.5,
                       .direction = CHANGE_NONE},
            .evidence = invented_evidence(findings, EVIDENCE_SPEAKER, names[i], 12 - 4 * i)};
    findings->speakers_tested = 2;
}

static inline struct term_finding invented_term(struct findings *findings, const char *term,
                                                uint32_t count)
{
    struct term_finding finding = {
        .term = span_of(term),
        .count = count,
        .articles = count / 2,
        .outlets = 2,
        .baseline_count = 5,
        .baseline_articles = 4,
        .rate = invented_estimate(1111.1, 700.5, 1700.4),
        .baseline_rate = invented_estimate(46.3, 20, 90),
        .log_ratio = invented_estimate(log2(17), log2(12), log2(24)),
        .q_articles = 0.002,
        .direction = CHANGE_NONE,
        .weeks = arena_new(&findings->arena, findings->week_count, sizeof *finding.weeks),
    };

    finding.evidence = invented_evidence(findings, EVIDENCE_TERM, term, count / 2);
    return finding;
}

static inline void invented_terms(struct findings *findings)
{
    findings->risen_count = findings->fallen_count = 1;
    findings->frequent_count = 2;
    findings->risen = arena_new(&findings->arena, 1, sizeof *findings->risen);
    findings->fallen = arena_new(&findings->arena, 1, sizeof *findings->fallen);
    findings->frequent = arena_new(&findings->arena, 2, sizeof *findings->frequent);
    findings->risen[0] = invented_term(findings, "blackout", 10);
    findings->risen[0].direction = CHANGE_UP;
    findings->fallen[0] = invented_term(findings, "ballot", 2);
    findings->fallen[0].direction = CHANGE_DOWN;
    findings->fallen[0].log_ratio = invented_estimate(-2, -3, -1);
    findings->frequent[0] = invented_term(findings, "water", 30);
    findings->frequent[1] = invented_term(findings, "power", 20);
    findings->terms_tested = 400;
    findings->clear_terms = 2;
}

static inline void invented_outlets(struct findings *findings)
{
    static const char *const names[] = {"Coastline News", "Harbour Gazette"};

    findings->outlet_count = findings->outlets_heard = 2;
    findings->outlets = arena_new(&findings->arena, 2, sizeof *findings->outlets);
    for (size_t i = 0; i < 2; i++)
        findings->outlets[i] = (struct findings_outlet){
            .name = span_of(names[i]),
            .articles = 20,
            .words = 4500,
            .quotes = 15,
            .baseline_articles = 240,
            .weeks = arena_new(&findings->arena, findings->week_count, sizeof(uint32_t))};
}

static inline void invented_articles(struct findings *findings)
{
    findings->articles_shown_count = INVENTED_ARTICLES;
    findings->articles_shown =
        arena_new(&findings->arena, INVENTED_ARTICLES, sizeof *findings->articles_shown);
    for (size_t i = 0; i < INVENTED_ARTICLES; i++) {
        int32_t day = findings->study_first + (int32_t)(7 * i / INVENTED_ARTICLES);

        /* Every fourth has no time of day. */
        findings->articles_shown[i] = (struct findings_article){
            .id = span_of("a1"),
            .source = span_of("Coastline News"),
            .title = span_of("Lights go out"),
            .language = span_of("en"),
            .day = day,
            .seconds = i % 4 ? (int64_t)day * 86400 + (int64_t)(i % 6) * 14000 : ANNOTATE_NO_TIME,
            .words = 225};
    }
}

/* Words that stand together, the closest first: the pairs of a ring of `count` words. */
static inline void invented_bonds(struct findings *findings, size_t count)
{
    static const char *const words[] = {"water", "power",  "blackout", "ballot", "grid",
                                        "storm", "supply", "station",  "plant",  "line"};

    findings->bond_count = count;
    findings->bonds = arena_new(&findings->arena, count, sizeof *findings->bonds);
    for (size_t i = 0; i < count; i++)
        findings->bonds[i] = (struct bond_finding){
            .words = {span_of(words[i % 10]), span_of(words[(i + 1 + i / 10) % 10])},
            .counts = {30 - i % 10, 29 - i % 10},
            .joint = 9,
            .articles = 5,
            .log_dice = 12.5 - 0.3 * (double)i,
            .pmi = invented_estimate(5, 3, 7)};
}

static inline void invented_discovered(struct findings *findings)
{
    struct discovered_finding *topic = arena_new(&findings->arena, 1, sizeof *findings->discovered);
    struct evidence *evidence = arena_new(&findings->arena, 1, sizeof *evidence);

    *topic = (struct discovered_finding){
        .label = span_of("tunnel, rescue team, miners"),
        .articles = 9,
        .stories = 7,
        .outlets = 2,
        .share = invented_estimate(0.225, 0.123, 0.375),
        .baseline_share = invented_bare(0),
        .weeks = arena_new(&findings->arena, findings->week_count, sizeof *topic->weeks),
        .since = findings->study_week,
        .evidence = evidence};
    for (size_t w = 0; w < findings->week_count; w++)
        topic->weeks[w] = w == INVENTED_STUDY ? topic->share : invented_bare(0);
    *evidence = (struct evidence){.kind = EVIDENCE_DISCOVERED,
                                  .key = topic->label,
                                  .slug = span_of("discovered-1"),
                                  .items = findings->evidence[0].items,
                                  .count = 5};
    findings->discovered = topic;
    findings->discovered_count = 1;
    findings->units_tested = 5354;
    findings->units_risen = 12;
}

/* Three series; the topic bursts in the study and has the alarm, the speaker burst before. */
static inline void invented_watched(struct findings *findings)
{
    static const struct watched_series series[] = {{.kind = WATCHED_TOPIC, .effect = 1},
                                                   {.kind = WATCHED_TERM, .effect = 1},
                                                   {.kind = WATCHED_SPEAKER, .effect = 1}};
    static const char *const keys[] = {"energy", "water", "Helena Vorsk"};
    static const char *const methods[] = {"farrington", "u'", "ewma"};

    findings->watched_count = 3;
    findings->watched = arena_new(&findings->arena, 3, sizeof *findings->watched);
    findings->alarm_count = findings->alarms_tested = 9;
    findings->alarms = arena_new(&findings->arena, 9, sizeof *findings->alarms);
    for (size_t s = 0; s < 3; s++) {
        struct watched_series *one = &findings->watched[s];

        *one = series[s];
        one->key = span_of(keys[s]);
        one->weeks = arena_new(&findings->arena, findings->week_count, sizeof *one->weeks);
        for (size_t w = 0; w < findings->week_count; w++)
            one->weeks[w] = (struct proportion){w == INVENTED_STUDY ? 16 : 2 + w % 3, 40};
        for (size_t m = 0; m < 3; m++)
            findings->alarms[3 * s + m] =
                (struct alarm_finding){.series = one,
                                       .method = methods[m],
                                       .expected = 5.25,
                                       .upper = 11.5,
                                       .p = s ? 0.3 : 0.001,
                                       .q = s ? 0.6 : 0.004 + 0.001 * (double)m,
                                       .alarm = s == 0 && m < 2};
    }
    findings->burst_count = 2;
    findings->bursts = arena_new(&findings->arena, 2, sizeof *findings->bursts);
    findings->bursts[0] = (struct burst_finding){
        .series = &findings->watched[0], .first = 11, .last = INVENTED_STUDY, .weight = 4};
    findings->bursts[1] =
        (struct burst_finding){.series = &findings->watched[2], .first = 3, .last = 3, .weight = 9};
}

static inline void invented_findings(struct findings *findings)
{
    *findings = (struct findings){
        .dated = true,
        .minimum_articles = 15,
        .articles = INVENTED_ARTICLES,
        .published = INVENTED_ARTICLES,
        .stories = INVENTED_ARTICLES,
        .quotes = 30,
        .people = 12,
        .words = 9000,
        .quoted_words = 400,
        .baseline_articles = INVENTED_STUDY * INVENTED_ARTICLES,
        .baseline_words = INVENTED_STUDY * 9000,
        .unattributed = invented_bare(0.1),
        .resamples = 2000,
        .seed = 1,
    };
    findings->evidence = arena_new(&findings->arena, 16, sizeof *findings->evidence);
    invented_weeks(findings);
    invented_topics(findings);
    invented_speakers(findings);
    invented_terms(findings);
    invented_outlets(findings);
    invented_articles(findings);
    invented_bonds(findings, 12);
    invented_discovered(findings);
    invented_watched(findings);
    findings->headlines[0] = (struct headline){HEADLINE_TOPIC_CHANGE, 0};
    findings->headlines[1] = (struct headline){HEADLINE_SPEAKER_TOP, 0};
    findings->headlines[2] = (struct headline){HEADLINE_TERM_CHANGE, 0};
    findings->headline_count = 3;
}

/* The same articles without a day: one set, compared with nothing. */
static inline void invented_undated(struct findings *findings, uint32_t articles)
{
    findings->dated = false;
    findings->articles = findings->published = findings->stories = articles;
    findings->week_count = 0;
    findings->study_week = WEEK_NONE;
    findings->study_first = findings->study_last = DAY_NONE;
    findings->baseline_first = findings->baseline_last = DAY_NONE;
    findings->baseline_weeks = findings->baseline_articles = 0;
    findings->topics_tested = findings->speakers_tested = findings->terms_tested = 0;
    findings->clear_topics = findings->clear_terms = 0;
    findings->risen_count = findings->fallen_count = 0;
    findings->discovered_count = 0;
    findings->units_tested = findings->units_risen = 0;
    findings->alarm_count = findings->burst_count = 0;
    findings->alarms_tested = 0;
    for (size_t i = 0; i < findings->topic_count; i++) {
        findings->topics[i].change = (struct change){.direction = CHANGE_UNTESTED};
        findings->topics[i].baseline_share = ESTIMATE_NONE("nothing before");
    }
    findings->headlines[0].kind = HEADLINE_TOPIC_TOP;
    findings->headlines[2] = (struct headline){HEADLINE_TERM_TOP, 0};
}

#endif
