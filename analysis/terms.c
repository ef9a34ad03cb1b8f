#include "analysis/terms.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

void terms_start(struct terms *terms, const struct table *vocabulary, const struct counts *counts,
                 uint32_t minimum)
{
    size_t weeks = counts->plan.week_count > 0 ? (size_t)counts->plan.week_count : 1;

    *terms = (struct terms){
        .vocabulary = vocabulary,
        .minimum = minimum,
        .study = memory_new(vocabulary->count, sizeof *terms->study),
        .baseline = memory_new(vocabulary->count, sizeof *terms->baseline),
        .series = memory_new(vocabulary->count * weeks, sizeof *terms->series),
        .weeks_all = memory_new(weeks, sizeof *terms->weeks_all),
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

/* The article's word, which is in it `x` times, among the words of its side. */
static void add_to_side(struct term_sums *sums, uint64_t x, uint64_t words)
{
    sums->x += x;
    sums->xx += x * x;
    sums->xn += x * words;
    sums->articles++;
}

/* The article among all articles of its week and of its side. */
static void add_words(struct terms *terms, const struct counted_article *article, bool in_study,
                      bool in_baseline)
{
    if (article->in_week)
        ratio_add(&terms->weeks_all[article->week < 0 ? 0 : article->week], 0, article->words);
    if (in_study)
        ratio_add(&terms->study_all, 0, article->words);
    if (in_baseline)
        ratio_add(&terms->baseline_all, 0, article->words);
}

void terms_add(struct terms *terms, const struct counts *counts, uint32_t index,
               const struct bag *bag)
{
    const struct counted_article *article = &counts->articles[index];
    bool in_study = article->in_period && article->period == PERIOD_STUDY;
    bool in_baseline = article->in_period && article->period == PERIOD_BASELINE;
    bool in_series = article->in_week && article->week >= 0;
    size_t weeks = (size_t)counts->plan.week_count;

    if (article->week < 0 && counts->plan.dated)
        return;
    add_words(terms, article, in_study, in_baseline);
    for (size_t i = 0; i < bag->count; i++) {
        struct bag_word word = bag->words[i];

        if (in_series)
            terms->series[word.term * weeks + (size_t)article->week] += word.count;
        if (in_baseline)
            add_to_side(&terms->baseline[word.term], word.count, article->words);
        if (in_study) {
            add_to_side(&terms->study[word.term], word.count, article->words);
            add_posting(&terms->study_postings, (struct posting){word.term, index, word.count});
        }
    }
}

void terms_end(struct terms *terms)
{
    size_t vocabulary = terms->vocabulary->count;

    terms->study_first = memory_new(vocabulary + 1, sizeof *terms->study_first);
    sort_postings(&terms->study_postings, terms->study_first, vocabulary);
}

void terms_release(struct terms *terms)
{
    free(terms->study);
    free(terms->baseline);
    free(terms->series);
    free(terms->weeks_all);
    free(terms->study_postings.items);
    free(terms->study_first);
    *terms = TERMS_EMPTY;
}
