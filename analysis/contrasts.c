#include "analysis/contrasts.h"

#include "analysis/estimate.h"
#include "analysis/measures/keyness.h"
#include "analysis/measures/permutation.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

enum { NO_ROW = UINT32_MAX };
enum { HITS_HELD = 1 << 24 }; /* of rows by articles, gathered together */

/* One side's articles: words, and the hits of each row. */
struct side {
    uint64_t *words;
    uint32_t *hits; /* `rows` numbers an article */
    size_t count, word_capacity, hit_capacity;
};

struct gathering {
    uint32_t *row_of;   /* by term id; NO_ROW for terms that have none */
    size_t first, rows; /* of the findings that are gathered together */
    struct side study, baseline;
};

static bool take_article(void *context, const struct counts *counts, uint32_t index,
                         struct counted_terms terms, struct fault *fault)
{
    struct gathering *gathering = context;
    const struct counted_article *article = &counts->articles[index];
    struct side *side = article->period == PERIOD_STUDY ? &gathering->study : &gathering->baseline;
    uint32_t *hits;

    (void)fault;
    if (article->period == PERIOD_OTHER || !article->in_period || article->words == 0)
        return true;
    side->words =
        memory_grow(side->words, &side->word_capacity, side->count + 1, sizeof *side->words);
    side->hits = memory_grow(side->hits, &side->hit_capacity, (side->count + 1) * gathering->rows,
                             sizeof *side->hits);
    hits = side->hits + side->count * gathering->rows;
    memset(hits, 0, gathering->rows * sizeof *hits);
    side->words[side->count++] = article->words;
    for (size_t i = 0; i < terms.text_count; i++) {
        uint32_t row = terms.text[i] ? gathering->row_of[terms.text[i] - 1] : NO_ROW;

        if (row != NO_ROW)
            hits[row]++;
    }
    return true;
}

static struct contrast_value value_if(bool has, double value)
{
    return (struct contrast_value){.value = has ? value : 0, .has_value = has};
}

/* What needs counts of tokens alone. */
static void fill_tokens(struct contrast_row *row, const struct keyness_row *term,
                        struct keyness_counts total, size_t tests)
{
    struct keyness_counts seen = {term->study, term->reference};
    double share = (double)(seen.study + seen.reference) / (double)(total.study + total.reference);
    double percent = 0, ell = 0;
    bool has_percent, has_ell;
    struct fault fault;

    /* The findings' own keyness was computed from these counts, so these have a value. */
    (void)keyness_chi2(&row->chi2, seen, total, true, &fault);
    (void)keyness_g2_two_cell(&row->g2_two_cell, seen, total, &fault);
    (void)keyness_conservative(&row->log_ratio_conservative, seen, total, ESTIMATE_LEVEL, tests,
                               &fault);
    (void)keyness_odds_ratio(&row->odds_ratio, seen, total, ESTIMATE_LEVEL, &fault);
    (void)keyness_simple_maths(&row->simple_maths, seen, total, CONTRASTS_CONSTANT, &fault);
    (void)keyness_weighted_log_odds(
        &row->weighted_log_odds, seen, total,
        (struct keyness_prior){CONTRASTS_PRIOR * share, CONTRASTS_PRIOR}, &fault);
    row->bic = keyness_bic(term->g2, total);
    has_percent = keyness_percent_difference(&percent, seen, total, &fault);
    has_ell = keyness_ell(&ell, seen, total, &fault);
    row->percent = value_if(has_percent, percent);
    row->ell = value_if(has_ell, ell);
}

/* The row's articles, those of the study first; returns how many of these use the term. */
static uint64_t list_articles(struct permutation_article *articles, const struct side *side,
                              size_t rows, size_t row)
{
    uint64_t using = 0;

    for (size_t i = 0; i < side->count; i++) {
        articles[i] = (struct permutation_article){side->hits[i * rows + row], side->words[i]};
        using += articles[i].hits > 0;
    }
    return using;
}

static void fill_articles(struct contrast_row *row, const struct gathering *gathering, size_t index,
                          struct permutation_article *articles, uint64_t seed)
{
    const struct side *study = &gathering->study, *baseline = &gathering->baseline;
    struct keyness_articles seen = {.study_all = study->count, .reference_all = baseline->count};
    struct permutation_sample sample = {articles, study->count, study->count + baseline->count};
    struct permutation_plan plan = {seed, CONTRASTS_DEALS};
    struct permutation outcome = {0};
    struct fault fault;
    double p = 0;
    bool has;

    seen.study = list_articles(articles, study, gathering->rows, index);
    seen.reference = list_articles(articles + study->count, baseline, gathering->rows, index);
    row->reference_articles = (uint32_t)seen.reference;
    has = keyness_fisher(&p, seen, &fault);
    row->fisher = value_if(has, p);
    has = permutation_test(&outcome, &sample, plan, &fault);
    row->permutation = value_if(has, outcome.p);
}

/* DESIGN.md's rule for seeds: a hash of the statistic's name, its key, the period and --seed. */
static uint64_t seed_of(const struct findings *findings, struct span term, uint64_t seed)
{
    uint64_t hash = hash_bytes(span_of("permutation"), seed);

    return hash_bytes(findings->period, hash_bytes(term, hash));
}

static void fill_rows(struct contrasts *contrasts, const struct findings *findings,
                      const struct gathering *gathering, uint64_t seed)
{
    size_t first = gathering->first;
    struct keyness_counts total = {findings->words, findings->baseline_words};
    struct permutation_article *articles =
        memory_new(gathering->study.count + gathering->baseline.count, sizeof *articles);

    for (size_t i = 0; i < gathering->rows; i++) {
        const struct keyness_row *term = &findings->keyness_rows[first + i];

        fill_tokens(&contrasts->rows[first + i], term, total, findings->keyness_row_count);
        fill_articles(&contrasts->rows[first + i], gathering, i, articles,
                      seed_of(findings, term->term, seed));
    }
    free(articles);
}

/* Reads the articles for the rows from `gathering->first` on. */
static bool gather(struct gathering *gathering, const struct findings *findings,
                   struct counts_source source, const struct contrasts_wish *wish,
                   struct fault *fault)
{
    const struct table *vocabulary = counts_vocabulary(source);
    struct counts_visitor visitor = {gathering, take_article};
    struct counts_options options = wish->counts;
    struct counts counts = COUNTS_EMPTY;
    bool done;

    for (size_t term = 0; term < vocabulary->count; term++)
        gathering->row_of[term] = NO_ROW;
    for (size_t i = 0; i < gathering->rows; i++) {
        struct span term = findings->keyness_rows[gathering->first + i].term;

        gathering->row_of[table_find(vocabulary, term)] = (uint32_t)i;
    }
    gathering->study.count = gathering->baseline.count = 0;
    options.passing = !options.one_vote;
    done = counts_read(&counts, source, &options, &visitor, fault);
    counts_release(&counts);
    return done;
}

bool contrasts_find(struct contrasts *contrasts, const struct findings *findings,
                    struct counts_source source, const struct contrasts_wish *wish,
                    struct fault *fault)
{
    struct gathering gathering = {0};
    size_t together =
        HITS_HELD / ((size_t)findings->articles + findings->baseline_articles + 1) + 1;
    bool done = true;

    contrasts->count = findings->keyness_row_count;
    if (wish->most && wish->most < contrasts->count)
        contrasts->count = wish->most;
    contrasts->rows = memory_new(contrasts->count, sizeof *contrasts->rows);
    gathering.row_of = memory_new(counts_vocabulary(source)->count + 1, sizeof *gathering.row_of);
    for (; done && gathering.first < contrasts->count; gathering.first += gathering.rows) {
        gathering.rows = contrasts->count - gathering.first;
        if (gathering.rows > together)
            gathering.rows = together;
        done = gather(&gathering, findings, source, wish, fault);
        if (done)
            fill_rows(contrasts, findings, &gathering, wish->seed);
    }
    free(gathering.row_of);
    free(gathering.study.words);
    free(gathering.study.hits);
    free(gathering.baseline.words);
    free(gathering.baseline.hits);
    return done;
}

void contrasts_release(struct contrasts *contrasts)
{
    free(contrasts->rows);
    *contrasts = CONTRASTS_EMPTY;
}
