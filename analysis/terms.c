#include "analysis/terms.h"

#include "analysis/measures/dispersion.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

void terms_start(struct terms *terms, const struct table *vocabulary, const struct counts *counts,
                 uint32_t minimum, struct term_sink sink)
{
    size_t weeks = counts->plan.week_count > 0 ? (size_t)counts->plan.week_count : 1;

    *terms = (struct terms){
        .vocabulary = vocabulary,
        .sink = sink,
        .minimum = minimum,
        .study = memory_new(vocabulary->count, sizeof *terms->study),
        .baseline = memory_new(vocabulary->count, sizeof *terms->baseline),
        .series = memory_new(vocabulary->count * weeks, sizeof *terms->series),
        .weeks_all = memory_new(weeks, sizeof *terms->weeks_all),
        .occurrences = memory_new(vocabulary->count, sizeof *terms->occurrences),
        .touched = memory_new(vocabulary->count, sizeof *terms->touched),
        .week = INT32_MIN,
    };
}

static void add_posting(struct postings *postings, struct posting posting)
{
    postings->items = memory_grow(postings->items, &postings->capacity, postings->count + 1,
                                  sizeof *postings->items);
    postings->items[postings->count++] = posting;
}

/* Puts postings in order of their terms; within a term they keep theirs, by article. */
static void sort_postings(struct postings *postings, size_t *first, size_t terms)
{
    struct posting *sorted = memory_new(postings->count, sizeof *sorted);
    size_t *next = memory_new(terms + 1, sizeof *next);

    memset(first, 0, (terms + 1) * sizeof *first);
    for (size_t i = 0; i < postings->count; i++)
        first[postings->items[i].term + 1]++;
    for (size_t t = 0; t < terms; t++)
        first[t + 1] += first[t];
    memcpy(next, first, (terms + 1) * sizeof *next);
    for (size_t i = 0; i < postings->count; i++)
        sorted[next[postings->items[i].term]++] = postings->items[i];
    free(next);
    free(postings->items);
    postings->items = sorted;
    postings->capacity = postings->count ? postings->count : 1;
}

/* One term's row of the week: its postings against all articles of the week. */
static void fill_row(struct term_row *row, const struct terms *terms, const struct counts *counts,
                     const struct ratio_sums *all, const struct posting *postings, size_t count)
{
    struct ratio_sums sums = *all;
    struct dispersion_sum parts;
    struct fault fault;

    sums.x = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t x = postings[i].count, n = counts->articles[postings[i].article].words;

        sums.x += x;
        sums.xx += (ratio_wide)x * x;
        sums.xn += (ratio_wide)x * n;
    }
    row->count = (uint32_t)sums.x;
    row->articles = (uint32_t)count;
    row->tokens = sums.n;
    row->rate = estimate_rate(&sums, terms->minimum, false);
    parts = dispersion_start(sums.x, sums.n);
    for (size_t i = 0; i < count; i++)
        dispersion_add(&parts, (struct dispersion_part){
                                   postings[i].count, counts->articles[postings[i].article].words});
    row->has_dp = dispersion_dp(&row->dp, &parts, &fault);
}

struct row_order {
    uint64_t count;
    uint32_t term;
    struct span text;
};

static int by_falling_count(const void *left, const void *right)
{
    const struct row_order *a = left, *b = right;

    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return span_compare(a->text, b->text);
}

/* The week's terms in the order of its rows; the caller frees them. */
static struct row_order *order_rows(const struct terms *terms, const struct postings *postings,
                                    const size_t *first, size_t *count)
{
    struct row_order *order = memory_new(terms->vocabulary->count, sizeof *order);

    *count = 0;
    for (uint32_t term = 0; term < terms->vocabulary->count; term++) {
        struct row_order row = {.term = term, .text = table_text(terms->vocabulary, term)};

        for (size_t i = first[term]; i < first[term + 1]; i++)
            row.count += postings->items[i].count;
        if (row.count)
            order[(*count)++] = row;
    }
    qsort(order, *count, sizeof *order, by_falling_count);
    return order;
}

static bool hand_over_week(struct terms *terms, const struct counts *counts, struct fault *fault)
{
    size_t vocabulary = terms->vocabulary->count, count = 0;
    size_t *first = memory_new(vocabulary + 1, sizeof *first);
    size_t series_week = terms->week < 0 ? 0 : (size_t)terms->week;
    struct row_order *order = NULL;
    bool done = true;

    sort_postings(&terms->week_postings, first, vocabulary);
    order = order_rows(terms, &terms->week_postings, first, &count);
    for (size_t i = 0; done && i < count; i++) {
        uint32_t term = order[i].term;
        struct term_row row = {
            .week = counts->plan.dated ? counts->plan.week_first + terms->week : WEEK_NONE,
            .term = order[i].text,
        };

        fill_row(&row, terms, counts, &terms->weeks_all[series_week],
                 terms->week_postings.items + first[term], first[term + 1] - first[term]);
        done = terms->sink.row(terms->sink.context, &row, fault);
    }
    free(order);
    free(first);
    return done;
}

static bool end_week(struct terms *terms, const struct counts *counts, struct fault *fault)
{
    bool done =
        !terms->sink.row || terms->week_postings.count == 0 || hand_over_week(terms, counts, fault);

    terms->week_postings.count = 0;
    return done;
}

/* Counts the article's own words; returns how many distinct ones there are. */
static size_t count_article(struct terms *terms, const uint32_t *ids, size_t count)
{
    size_t distinct = 0;

    for (size_t i = 0; i < count; i++) {
        if (ids[i] && terms->occurrences[ids[i] - 1]++ == 0)
            terms->touched[distinct++] = ids[i] - 1;
    }
    return distinct;
}

static void add_term(struct terms *terms, const struct counts *counts, struct posting posting)
{
    const struct counted_article *article = &counts->articles[posting.article];
    struct term_sums *side = !article->in_period                  ? NULL
                             : article->period == PERIOD_STUDY    ? terms->study
                             : article->period == PERIOD_BASELINE ? terms->baseline
                                                                  : NULL;
    uint64_t x = posting.count;

    if (side) {
        side += posting.term;
        side->x += x;
        side->xx += x * x;
        side->xn += x * article->words;
        side->articles++;
    }
    if (article->week >= 0 && article->in_week)
        terms->series[(size_t)posting.term * (size_t)counts->plan.week_count +
                      (size_t)article->week] += posting.count;
    if (terms->sink.row && article->in_week)
        add_posting(&terms->week_postings, posting);
    if (article->in_period && article->period == PERIOD_STUDY)
        add_posting(&terms->study_postings, posting);
}

/* The article among all articles of its week and of its side. */
static void add_words(struct terms *terms, const struct counted_article *article)
{
    if (article->in_week)
        ratio_add(&terms->weeks_all[article->week < 0 ? 0 : article->week], 0, article->words);
    if (article->in_period && article->period == PERIOD_STUDY)
        ratio_add(&terms->study_all, 0, article->words);
    if (article->in_period && article->period == PERIOD_BASELINE)
        ratio_add(&terms->baseline_all, 0, article->words);
}

bool terms_add(struct terms *terms, const struct counts *counts, uint32_t index,
               const uint32_t *ids, size_t count, struct fault *fault)
{
    const struct counted_article *article = &counts->articles[index];
    size_t distinct;

    if ((article->week < 0 && counts->plan.dated) || !(article->in_week || article->in_period))
        return true;
    if (article->week != terms->week && !end_week(terms, counts, fault))
        return false;
    terms->week = article->week;
    add_words(terms, article);
    distinct = count_article(terms, ids, count);
    for (size_t i = 0; i < distinct; i++) {
        uint32_t term = terms->touched[i];

        add_term(terms, counts, (struct posting){term, index, terms->occurrences[term]});
        terms->occurrences[term] = 0;
    }
    return true;
}

bool terms_end(struct terms *terms, const struct counts *counts, struct fault *fault)
{
    size_t vocabulary = terms->vocabulary->count;

    if (!end_week(terms, counts, fault))
        return false;
    free(terms->week_postings.items);
    terms->week_postings = (struct postings){0};
    terms->study_first = memory_new(vocabulary + 1, sizeof *terms->study_first);
    sort_postings(&terms->study_postings, terms->study_first, vocabulary);
    return true;
}

void terms_release(struct terms *terms)
{
    free(terms->study);
    free(terms->baseline);
    free(terms->series);
    free(terms->weeks_all);
    free(terms->study_postings.items);
    free(terms->study_first);
    free(terms->week_postings.items);
    free(terms->occurrences);
    free(terms->touched);
    *terms = TERMS_EMPTY;
}
