#include "analysis/shares.h"
#include "analysis/waves.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

static const char nothing_before[] = "nothing to compare with";
static const char too_few_weeks[] = "too few weeks to know how much they differ";

/* How much each shown topic's weeks differ; the caller frees it. */
static struct spread *find_spreads(const struct findings *findings, const struct topics *topics)
{
    struct spread *spreads = memory_new(topics->count, sizeof *spreads);
    struct proportion *weeks = memory_new(topics->weeks, sizeof *weeks);

    for (size_t i = 0; i < topics->count; i++) {
        const struct topic_count *series = &topics->series[topics->shown[i] * topics->weeks];

        for (size_t w = 0; w < topics->weeks; w++)
            weeks[w] = (struct proportion){series[w].articles, topics->week_articles[w]};
        waves_add(&spreads[i], findings, weeks);
    }
    spread_moderate(spreads, topics->count);
    free(weeks);
    return spreads;
}

/* False where weeks are too few to know how much they differ. */
static bool test_topic(struct change *change, struct proportion study, struct proportion baseline,
                       const struct spread *spread)
{
    struct interval_spread known = {spread_effect(spread), spread->freedom};
    struct interval difference;
    struct fault fault;

    change->difference.note = too_few_weeks;
    if (!interval_difference_spread(&difference, study, baseline, known, ESTIMATE_LEVEL, &fault))
        return false;
    change->difference = estimate_of(difference);
    change->p = spread_p(study, baseline, spread);
    return true;
}

static struct change compare_topic(const struct findings *findings, struct proportion study,
                                   struct proportion baseline, const struct spread *spread)
{
    struct change change = {.p = 1, .q = 1, .difference = ESTIMATE_NONE(nothing_before)};

    if (baseline.of == 0 || study.of == 0)
        return change;
    change.difference = (struct estimate){
        .value =
            (double)study.hits / (double)study.of - (double)baseline.hits / (double)baseline.of,
        .has_value = true,
        .note = estimate_too_few,
    };
    if (study.of < findings->minimum_articles || baseline.of < findings->minimum_articles)
        return change;
    if (test_topic(&change, study, baseline, spread) && findings_may_claim(findings))
        change.direction = CHANGE_NONE;
    return change;
}

static void fill_weeks(struct topic_finding *finding, const struct findings *findings,
                       const struct topics *topics, uint32_t topic, struct arena *arena)
{
    finding->weeks = arena_new(arena, topics->weeks, sizeof *finding->weeks);
    finding->week_articles = arena_new(arena, topics->weeks, sizeof *finding->week_articles);
    for (size_t w = 0; w < topics->weeks; w++) {
        uint32_t hits = topics->series[topic * topics->weeks + w].articles;

        finding->week_articles[w] = hits;
        finding->weeks[w] =
            estimate_wilson(hits, topics->week_articles[w], findings->minimum_articles);
    }
}

static void fill_evidence(struct findings *findings, struct topic_finding *finding,
                          const struct topics *topics, uint32_t study_from, uint32_t topic)
{
    struct evidence *evidence = arena_new(&findings->arena, 1, sizeof *evidence);

    evidence->kind = EVIDENCE_TOPIC;
    evidence->key = finding->key;
    evidence->items = arena_new(&findings->arena, finding->articles, sizeof *evidence->items);
    for (size_t i = topics->evidence_count; i-- > 0;) { /* newest first */
        const struct topic_evidence *item = &topics->evidence[i];

        if (item->topic != topic)
            continue;
        evidence->items[evidence->count++] = (struct evidence_item){
            .article = item->article - study_from,
            .hits = item->hits,
            .text = arena_copy(&findings->arena, item->words),
        };
    }
    finding->evidence = evidence->count ? evidence : NULL;
}

static int by_falling_share(const void *left, const void *right)
{
    const struct topic_finding *a = left, *b = right;

    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    if (a->hits != b->hits)
        return a->hits > b->hits ? -1 : 1;
    return span_compare(a->key, b->key);
}

static void adjust(struct findings *findings)
{
    struct change **changes = memory_new(findings->topic_count, sizeof(struct change *));

    for (size_t i = 0; i < findings->topic_count; i++)
        changes[i] = &findings->topics[i].change;
    findings_settle(&findings->topics_tested, &findings->clear_topics, changes,
                    findings->topic_count);
    free((void *)changes);
}

static struct span week_period(struct arena *arena, int32_t week)
{
    char name[WEEK_TEXT_SIZE];

    week_text(name, week);
    return arena_copy(arena, span_of(name));
}

static int by_period_and_share(const void *left, const void *right)
{
    const struct topic_row *a = left, *b = right;
    int order = span_compare(a->period, b->period);

    if (order)
        return order;
    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    return span_compare(a->key, b->key);
}

static void add_week_rows(struct findings *findings, const struct topics *topics,
                          const struct counts *counts, uint32_t topic)
{
    for (size_t w = 0; w < topics->weeks; w++) {
        struct topic_count count = topics->series[topic * topics->weeks + w];

        if (topics->week_articles[w] == 0)
            continue;
        findings->topic_rows[findings->topic_row_count++] = (struct topic_row){
            .period = week_period(&findings->arena, weeks_at(&counts->plan, (int32_t)w)),
            .key = topics->dictionary->categories[topic].path,
            .hits = count.hits,
            .articles = count.articles,
            .articles_total = topics->week_articles[w],
            .share = estimate_wilson(count.articles, topics->week_articles[w],
                                     findings->minimum_articles),
        };
    }
}

static void list_rows(struct findings *findings, const struct topics *topics,
                      const struct counts *counts)
{
    findings->topic_rows = arena_new(&findings->arena, topics->count * (topics->weeks + 1),
                                     sizeof *findings->topic_rows);
    for (size_t i = 0; i < topics->count; i++) {
        uint32_t topic = topics->shown[i];

        add_week_rows(findings, topics, counts, topic);
        if (findings->study_week != WEEK_NONE)
            continue;
        findings->topic_rows[findings->topic_row_count++] = (struct topic_row){
            .period = findings->period,
            .key = topics->dictionary->categories[topic].path,
            .hits = topics->study[topic].hits,
            .articles = topics->study[topic].articles,
            .articles_total = topics->study_articles,
            .share = estimate_wilson(topics->study[topic].articles, topics->study_articles,
                                     findings->minimum_articles),
        };
    }
    for (size_t i = 0; i < findings->topic_row_count; i++)
        findings->topic_rows[i].key = arena_copy(&findings->arena, findings->topic_rows[i].key);
    qsort(findings->topic_rows, findings->topic_row_count, sizeof *findings->topic_rows,
          by_period_and_share);
}

/* What topics can be found in at all. */
static void note_exposure(struct findings *findings, const struct topics *topics)
{
    findings->topic_articles = topics->study_articles;
    findings->topic_foreign = topics->study_foreign;
    for (size_t w = 0; w < findings->week_count; w++)
        findings->weeks[w].topic_articles = topics->week_articles[w];
}

static int by_period_topic_and_hits(const void *left, const void *right)
{
    const struct topic_term_row *a = left, *b = right;
    int order = span_compare(a->period, b->period);

    if (!order)
        order = span_compare(a->topic, b->topic);
    if (order)
        return order;
    if (a->hits != b->hits)
        return a->hits > b->hits ? -1 : 1;
    order = span_compare(a->entry, b->entry);
    return order ? order : span_compare(a->words, b->words);
}

static void list_words(struct findings *findings, const struct topics *topics,
                       const struct counts *counts)
{
    const struct topic_words *words = &topics->words;
    struct bytes text = BYTES_EMPTY;

    findings->topic_term_count = words->keys.count;
    findings->topic_terms =
        arena_new(&findings->arena, words->keys.count, sizeof *findings->topic_terms);
    for (uint32_t i = 0; i < words->keys.count; i++) {
        const struct topic_words_row *row = &words->rows[i];

        topic_words_text(&text, words, i, topics->matchers.vocabulary);
        findings->topic_terms[i] = (struct topic_term_row){
            .period =
                row->week == TOPIC_WORDS_STUDY
                    ? findings->period
                    : week_period(&findings->arena, weeks_at(&counts->plan, (int32_t)row->week)),
            .topic =
                arena_copy(&findings->arena, topics->dictionary->categories[row->category].path),
            .entry = arena_copy(&findings->arena, topics->dictionary->entries[row->entry].text),
            .words = arena_copy(&findings->arena, bytes_span(&text)),
            .hits = row->hits,
            .title_hits = row->title_hits,
            .articles = row->articles,
        };
    }
    bytes_release(&text);
    qsort(findings->topic_terms, findings->topic_term_count, sizeof *findings->topic_terms,
          by_period_topic_and_hits);
}

void shares_find_topics(struct findings *findings, const struct topics *topics,
                        const struct counts *counts)
{
    size_t count = topics->count;
    struct spread *spreads = find_spreads(findings, topics);

    findings->topic_count = count;
    findings->topics = arena_new(&findings->arena, count, sizeof *findings->topics);
    for (size_t i = 0; i < count; i++) {
        uint32_t topic = topics->shown[i];
        struct span path = topics->dictionary->categories[topic].path;
        struct topic_finding *finding = &findings->topics[i];
        struct proportion study = {topics->study[topic].articles, topics->study_articles};
        struct proportion baseline = {topics->baseline[topic].articles, topics->baseline_articles};

        *finding = (struct topic_finding){
            .key = arena_copy(&findings->arena, path),
            .label = topics_label(&findings->arena, path),
            .category = topic,
            .hits = topics->study[topic].hits,
            .articles = topics->study[topic].articles,
            .baseline_articles = topics->baseline[topic].articles,
            .share = estimate_wilson(study.hits, study.of, findings->minimum_articles),
            .baseline_share =
                estimate_wilson(baseline.hits, baseline.of, findings->minimum_articles),
            .change = compare_topic(findings, study, baseline, &spreads[i]),
        };
        fill_weeks(finding, findings, topics, topic, &findings->arena);
        fill_evidence(findings, finding, topics, counts->study_from, topic);
    }
    free(spreads);
    qsort(findings->topics, count, sizeof *findings->topics, by_falling_share);
    adjust(findings);
    list_rows(findings, topics, counts);
    note_exposure(findings, topics);
    list_words(findings, topics, counts);
}
