#include "analysis/comparison.h"

#include "analysis/measures/dispersion.h"
#include "analysis/measures/keyness.h"
#include "analysis/measures/multiple.h"
#include "analysis/waves.h"
#include "corpus/base/memory.h"
#include "corpus/text/stopwords.h"

#include <stddef.h>
#include <stdlib.h>

enum { SHOWN_ARTICLES = 5 }; /* the least for a term to be shown */

/* A term and what was found for it. */
struct compared {
    uint32_t term;
    struct keyness_row row;
};

/* All articles of a side with this term's own sums. */
static struct ratio_sums sums_of(const struct ratio_sums *all, const struct term_sums *own)
{
    struct ratio_sums sums = *all;

    sums.x = own->x;
    sums.xx = own->xx;
    sums.xn = own->xn;
    return sums;
}

static struct estimate log_ratio_of(const struct terms *terms, uint32_t term, double *p)
{
    struct ratio_sums study = sums_of(&terms->study_all, &terms->study[term]);
    struct ratio_sums baseline = sums_of(&terms->baseline_all, &terms->baseline[term]);
    struct ratio_options options = RATIO_PER_MILLION;
    struct keyness_effect effect;
    struct fault fault;

    *p = 1;
    options.minimum = terms->minimum;
    if (study.clusters < terms->minimum || baseline.clusters < terms->minimum)
        return ESTIMATE_NONE(estimate_too_few);
    if (!keyness_by_article(&effect, &study, &baseline, options, &fault))
        return ESTIMATE_NONE("too little to compare");
    *p = effect.p;
    /* Without a hit on one side there is no spread to test by: articles are counted instead. */
    if (study.x == 0 || baseline.x == 0)
        (void)keyness_fisher(p,
                             (struct keyness_articles){terms->study[term].articles, study.clusters,
                                                       terms->baseline[term].articles,
                                                       baseline.clusters},
                             &fault);
    return estimate_of(effect.log_ratio);
}

static bool compare_term(struct compared *result, const struct terms *terms, uint32_t term)
{
    const struct term_sums *study = &terms->study[term], *baseline = &terms->baseline[term];
    struct keyness score;
    struct fault fault;

    if (study->x + baseline->x < COMPARISON_LEAST ||
        study->articles + baseline->articles < COMPARISON_ARTICLES ||
        !keyness_score(&score, (struct keyness_counts){study->x, baseline->x},
                       (struct keyness_counts){terms->study_all.n, terms->baseline_all.n},
                       ESTIMATE_LEVEL, &fault))
        return false;
    *result = (struct compared){
        .term = term,
        .row =
            {
                .term = table_text(terms->vocabulary, term),
                .study = study->x,
                .reference = baseline->x,
                .articles = study->articles,
                .g2 = score.g2,
                .p = score.p,
            },
    };
    result->row.log_ratio = log_ratio_of(terms, term, &result->row.p_articles);
    if (!result->row.log_ratio.has_value) {
        result->row.log_ratio.value = score.log_ratio.value;
        result->row.log_ratio.has_value = true;
    }
    return true;
}

static int by_falling_g2(const void *left, const void *right)
{
    const struct compared *a = left, *b = right;

    if (a->row.g2 != b->row.g2)
        return a->row.g2 > b->row.g2 ? -1 : 1;
    return span_compare(a->row.term, b->row.term);
}

/* By how much each term's weeks differ; the caller frees it. */
static struct spread *find_spreads(const struct findings *findings, const struct terms *terms,
                                   const struct compared *items, size_t count)
{
    struct spread *spreads = memory_new(count, sizeof *spreads);
    struct proportion *weeks = memory_new(findings->week_count, sizeof *weeks);

    for (size_t i = 0; i < count; i++) {
        for (size_t w = 0; w < findings->week_count; w++)
            weeks[w] =
                (struct proportion){terms->series[(size_t)items[i].term * findings->week_count + w],
                                    terms->weeks_all[w].n};
        waves_add(&spreads[i], findings, weeks);
    }
    spread_moderate(spreads, count);
    free(weeks);
    return spreads;
}

static void test_by_weeks(const struct findings *findings, const struct terms *terms,
                          struct compared *items, size_t count)
{
    struct spread *spreads = find_spreads(findings, terms, items, count);

    for (size_t i = 0; i < count; i++)
        items[i].row.p_weeks = spread_p(
            (struct proportion){items[i].row.study, terms->study_all.n},
            (struct proportion){items[i].row.reference, terms->baseline_all.n}, &spreads[i]);
    free(spreads);
}

/* q over all terms compared, of the p and into the q at these places of a row. */
static void adjust(struct compared *items, size_t count, size_t p_at, size_t q_at)
{
    double *p = memory_new(count, sizeof *p);
    struct fault fault;

    for (size_t i = 0; i < count; i++)
        memcpy(&p[i], (const char *)&items[i].row + p_at, sizeof *p);
    (void)multiple_benjamini_hochberg(p, p, count, &fault);
    for (size_t i = 0; i < count; i++)
        memcpy((char *)&items[i].row + q_at, &p[i], sizeof *p);
    free(p);
}

static enum direction direction_of(const struct findings *findings, const struct keyness_row *row)
{
    if (!row->log_ratio.has_interval || !findings_may_claim(findings))
        return CHANGE_UNTESTED;
    if (row->q > MULTIPLE_LEVEL || row->q_articles > MULTIPLE_LEVEL ||
        row->q_weeks > MULTIPLE_LEVEL)
        return CHANGE_NONE;
    return row->log_ratio.low > 0 ? CHANGE_UP : row->log_ratio.high < 0 ? CHANGE_DOWN : CHANGE_NONE;
}

/* The three tests of each term, over all terms, and what they come to. */
static void settle(const struct findings *findings, const struct terms *terms,
                   struct compared *items, size_t count)
{
    test_by_weeks(findings, terms, items, count);
    adjust(items, count, offsetof(struct keyness_row, p), offsetof(struct keyness_row, q));
    adjust(items, count, offsetof(struct keyness_row, p_articles),
           offsetof(struct keyness_row, q_articles));
    adjust(items, count, offsetof(struct keyness_row, p_weeks),
           offsetof(struct keyness_row, q_weeks));
    for (size_t i = 0; i < count; i++)
        items[i].row.direction = direction_of(findings, &items[i].row);
}

static uint32_t count_outlets(const struct terms *terms, const struct counts *counts, uint32_t term,
                              uint8_t *heard)
{
    uint32_t outlets = 0;

    memset(heard, 0, counts->sources.count);
    for (size_t i = terms->study_first[term]; i < terms->study_first[term + 1]; i++) {
        uint32_t source = counts->articles[terms->study_postings.items[i].article].source;

        outlets += !heard[source];
        heard[source] = 1;
    }
    return outlets;
}

static void fill_dp(struct term_finding *finding, const struct terms *terms,
                    const struct counts *counts, uint32_t term)
{
    struct dispersion_sum parts = dispersion_start(terms->study[term].x, terms->study_all.n);
    struct fault fault;

    for (size_t i = terms->study_first[term]; i < terms->study_first[term + 1]; i++) {
        const struct posting *posting = &terms->study_postings.items[i];

        dispersion_add(&parts, (struct dispersion_part){posting->count,
                                                        counts->articles[posting->article].words});
    }
    finding->has_dp = dispersion_dp(&finding->dp, &parts, &fault);
}

static void fill_weeks(struct term_finding *finding, const struct terms *terms,
                       const struct counts *counts, uint32_t term, struct arena *arena)
{
    size_t weeks = (size_t)counts->plan.week_count;

    finding->weeks = arena_new(arena, weeks, sizeof *finding->weeks);
    for (size_t w = 0; w < weeks; w++) {
        double words = (double)terms->weeks_all[w].n;

        finding->weeks[w] = words > 0 ? 1e6 * terms->series[(size_t)term * weeks + w] / words : -1;
    }
}

static void fill_evidence(struct findings *findings, struct term_finding *finding,
                          const struct terms *terms, uint32_t term, uint32_t study_from)
{
    size_t first = terms->study_first[term], last = terms->study_first[term + 1];
    struct evidence *evidence = arena_new(&findings->arena, 1, sizeof *evidence);

    evidence->kind = EVIDENCE_TERM;
    evidence->key = finding->term;
    evidence->count = last - first;
    evidence->items = arena_new(&findings->arena, evidence->count, sizeof *evidence->items);
    for (size_t i = 0; i < evidence->count; i++) { /* newest first */
        const struct posting *posting = &terms->study_postings.items[last - 1 - i];

        evidence->items[i] = (struct evidence_item){.article = posting->article - study_from,
                                                    .hits = posting->count};
    }
    finding->evidence = evidence;
}

static void fill_finding(struct findings *findings, struct term_finding *finding,
                         const struct terms *terms, const struct counts *counts,
                         const struct compared *item)
{
    uint32_t term = item->term;
    uint8_t *heard = memory_new(counts->sources.count, 1);
    struct ratio_sums study = sums_of(&terms->study_all, &terms->study[term]);
    struct ratio_sums baseline = sums_of(&terms->baseline_all, &terms->baseline[term]);
    struct ratio_options options = RATIO_PER_MILLION;

    options.minimum = terms->minimum;
    *finding = (struct term_finding){
        .term = arena_copy(&findings->arena, item->row.term),
        .count = (uint32_t)item->row.study,
        .articles = item->row.articles,
        .outlets = count_outlets(terms, counts, term, heard),
        .baseline_count = (uint32_t)item->row.reference,
        .baseline_articles = terms->baseline[term].articles,
        .rate = estimate_rate(&study, options),
        .baseline_rate = estimate_rate(&baseline, options),
        .log_ratio = item->row.log_ratio,
        .g2 = item->row.g2,
        .p = item->row.p,
        .q = item->row.q,
        .p_articles = item->row.p_articles,
        .q_articles = item->row.q_articles,
        .p_weeks = item->row.p_weeks,
        .q_weeks = item->row.q_weeks,
        .direction = item->row.direction,
    };
    fill_dp(finding, terms, counts, term);
    fill_weeks(finding, terms, counts, term, &findings->arena);
    fill_evidence(findings, finding, terms, term, counts->study_from);
    free(heard);
}

/* Clear changes in this direction: the surest effect first. */
static int by_lower_bound(const void *left, const void *right)
{
    const struct compared *a = *(const struct compared *const *)left;
    const struct compared *b = *(const struct compared *const *)right;
    double bound_a = a->row.log_ratio.low > 0 ? a->row.log_ratio.low : -a->row.log_ratio.high;
    double bound_b = b->row.log_ratio.low > 0 ? b->row.log_ratio.low : -b->row.log_ratio.high;

    if (bound_a != bound_b)
        return bound_a > bound_b ? -1 : 1;
    return span_compare(a->row.term, b->row.term);
}

static bool is_content(struct span language, struct span term)
{
    return term.length > 1 && !stopwords_has(language, term);
}

static struct term_finding *list_clear(struct findings *findings, size_t *shown,
                                       const struct terms *terms, const struct counts *counts,
                                       const struct compared **chosen, size_t count)
{
    struct term_finding *list;

    qsort((void *)chosen, count, sizeof(const struct compared *), by_lower_bound);
    *shown = count < COMPARISON_SHOWN ? count : COMPARISON_SHOWN;
    list = arena_new(&findings->arena, *shown, sizeof *list);
    for (size_t i = 0; i < *shown; i++)
        fill_finding(findings, &list[i], terms, counts, chosen[i]);
    return list;
}

static void list_changes(struct findings *findings, const struct terms *terms,
                         const struct counts *counts, const struct compared *items, size_t count,
                         struct span language)
{
    const struct compared **up = memory_new(count, sizeof(const struct compared *));
    const struct compared **down = memory_new(count, sizeof(const struct compared *));
    size_t up_count = 0, down_count = 0;

    for (size_t i = 0; i < count; i++) {
        enum direction direction = items[i].row.direction;

        if (direction == CHANGE_UNTESTED || direction == CHANGE_NONE ||
            !is_content(language, items[i].row.term))
            continue;
        if (direction == CHANGE_UP && items[i].row.articles >= SHOWN_ARTICLES)
            up[up_count++] = &items[i];
        if (direction == CHANGE_DOWN && terms->baseline[items[i].term].articles >= SHOWN_ARTICLES)
            down[down_count++] = &items[i];
    }
    findings->clear_terms = (uint32_t)(up_count + down_count);
    findings->risen = list_clear(findings, &findings->risen_count, terms, counts, up, up_count);
    findings->fallen =
        list_clear(findings, &findings->fallen_count, terms, counts, down, down_count);
    free((void *)up);
    free((void *)down);
}

/* A term by how often the study uses it. */
struct frequent {
    uint64_t study;
    uint32_t term;
    struct span text;
};

static int by_falling_study(const void *left, const void *right)
{
    const struct frequent *a = left, *b = right;

    if (a->study != b->study)
        return a->study > b->study ? -1 : 1;
    return span_compare(a->text, b->text);
}

/* What was found for the term, or where it was not compared what was counted. */
static struct compared known_or_bare(const struct terms *terms, const struct compared *known,
                                     size_t known_count, uint32_t term)
{
    for (size_t i = 0; i < known_count; i++) {
        if (known[i].term == term)
            return known[i];
    }
    return (struct compared){.term = term,
                             .row = {.term = table_text(terms->vocabulary, term),
                                     .study = terms->study[term].x,
                                     .reference = terms->baseline[term].x,
                                     .articles = terms->study[term].articles,
                                     .p = 1,
                                     .q = 1,
                                     .p_articles = 1,
                                     .q_articles = 1,
                                     .p_weeks = 1,
                                     .q_weeks = 1,
                                     .log_ratio = ESTIMATE_NONE("not compared")}};
}

/* True where nearly every article of the study has the term. */
static bool is_fixture(const struct terms *terms, uint32_t term)
{
    return terms->study_all.clusters >= COMPARISON_FIXED &&
           (uint64_t)terms->study[term].articles * 10 >= terms->study_all.clusters * 9;
}

static void list_fixtures(struct findings *findings, const struct frequent *items, size_t count)
{
    findings->fixture_count = count;
    findings->fixtures = arena_new(&findings->arena, count, sizeof *findings->fixtures);
    for (size_t i = 0; i < count; i++)
        findings->fixtures[i] = arena_copy(&findings->arena, items[i].text);
}

/* The study's most frequent content words, compared or not, and those passed over. */
static void list_frequent(struct findings *findings, const struct terms *terms,
                          const struct counts *counts, const struct compared *known,
                          size_t known_count, struct span language)
{
    struct frequent *items = memory_new(terms->vocabulary->count, sizeof *items);
    struct frequent *fixtures = memory_new(terms->vocabulary->count, sizeof *fixtures);
    size_t count = 0, fixture_count = 0;

    for (uint32_t term = 0; term < terms->vocabulary->count; term++) {
        struct frequent item = {terms->study[term].x, term, table_text(terms->vocabulary, term)};

        if (!item.study || !is_content(language, item.text))
            continue;
        if (is_fixture(terms, term))
            fixtures[fixture_count++] = item;
        else
            items[count++] = item;
    }
    qsort(items, count, sizeof *items, by_falling_study);
    qsort(fixtures, fixture_count, sizeof *fixtures, by_falling_study);
    list_fixtures(findings, fixtures, fixture_count);
    free(fixtures);
    findings->frequent_count = count < COMPARISON_SHOWN ? count : COMPARISON_SHOWN;
    findings->frequent =
        arena_new(&findings->arena, findings->frequent_count, sizeof *findings->frequent);
    for (size_t i = 0; i < findings->frequent_count; i++) {
        struct compared item = known_or_bare(terms, known, known_count, items[i].term);

        fill_finding(findings, &findings->frequent[i], terms, counts, &item);
    }
    free(items);
}

void comparison_find(struct findings *findings, const struct terms *terms,
                     const struct counts *counts, struct span language)
{
    struct compared *items = NULL;
    size_t count = 0, capacity = 0;

    for (uint32_t term = 0; terms->baseline_all.n && term < terms->vocabulary->count; term++) {
        items = memory_grow(items, &capacity, count + 1, sizeof *items);
        count += compare_term(&items[count], terms, term);
    }
    settle(findings, terms, items, count);
    if (count)
        qsort(items, count, sizeof *items, by_falling_g2);
    for (size_t i = 0; i < count; i++)
        findings->terms_tested += items[i].row.log_ratio.has_interval;
    findings->keyness_row_count = count;
    findings->keyness_rows = arena_new(&findings->arena, count, sizeof *findings->keyness_rows);
    for (size_t i = 0; i < count; i++) {
        findings->keyness_rows[i] = items[i].row;
        findings->keyness_rows[i].term = arena_copy(&findings->arena, items[i].row.term);
        findings->keyness_rows[i].content = is_content(language, items[i].row.term);
    }
    list_changes(findings, terms, counts, items, count, language);
    list_frequent(findings, terms, counts, items, count, language);
    free(items);
}
