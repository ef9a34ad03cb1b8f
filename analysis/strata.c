#include "analysis/strata.h"

#include "corpus/base/memory.h"

#include <assert.h>
#include <stdlib.h>

struct outlet {
    uint32_t source, articles;
    struct span name;
};

static int by_falling_articles(const void *left, const void *right)
{
    const struct outlet *a = left, *b = right;

    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    return span_compare(a->name, b->name);
}

static bool in_series(const struct counted_article *article)
{
    return article->step >= 0 && article->in_step;
}

static void choose(struct strata *strata, const struct counts *counts, size_t own)
{
    struct outlet *outlets = memory_new(counts->sources.count, sizeof *outlets);
    uint64_t all = 0;
    bool others = false;

    for (uint32_t s = 0; s < counts->sources.count; s++)
        outlets[s] = (struct outlet){.source = s, .name = table_text(&counts->sources, s)};
    for (size_t i = 0; i < counts->count; i++) {
        outlets[counts->articles[i].source].articles += in_series(&counts->articles[i]);
        all += in_series(&counts->articles[i]);
    }
    qsort(outlets, counts->sources.count, sizeof *outlets, by_falling_articles);
    while (strata->count < own && strata->count < counts->sources.count &&
           outlets[strata->count].articles &&
           (uint64_t)outlets[strata->count].articles * STRATA_SMALLEST >= all)
        strata->count++;
    for (uint32_t i = 0; i < counts->sources.count; i++) {
        strata->of_outlet[outlets[i].source] = (uint32_t)(i < strata->count ? i : strata->count);
        others |= i >= strata->count && outlets[i].articles;
    }
    strata->count += others;
    free(outlets);
}

struct strata strata_start(const struct counts *counts, size_t own)
{
    struct strata strata = {
        .steps = (size_t)steps_count(&counts->plan),
        .of_outlet = memory_new(counts->sources.count, sizeof *strata.of_outlet),
    };

    assert(own < STRATA_MOST);
    choose(&strata, counts, own);
    strata.exposures = memory_new(strata.count * strata.steps, sizeof *strata.exposures);
    strata.hits = memory_new(strata.count * strata.steps, sizeof *strata.hits);
    return strata;
}

/* Where the article's step is, in its outlet's stratum. */
static size_t place_of(const struct strata *strata, const struct counted_article *article)
{
    return strata->of_outlet[article->source] * strata->steps + (size_t)article->step;
}

static void clear(const struct strata *strata, uint32_t *numbers)
{
    memset(numbers, 0, strata->count * strata->steps * sizeof *numbers);
}

void strata_of_articles(struct strata *strata, const struct counts *counts,
                        const struct topics *topics)
{
    clear(strata, strata->exposures);
    for (size_t i = 0; i < counts->count; i++) {
        if (in_series(&counts->articles[i]) && topics_cover(topics, counts, (uint32_t)i))
            strata->exposures[place_of(strata, &counts->articles[i])]++;
    }
}

void strata_of_words(struct strata *strata, const struct counts *counts)
{
    clear(strata, strata->exposures);
    for (size_t i = 0; i < counts->count; i++) {
        if (in_series(&counts->articles[i]))
            strata->exposures[place_of(strata, &counts->articles[i])] +=
                counts->articles[i].quoted_words;
    }
}

void strata_count_topic(struct strata *strata, const struct counts *counts,
                        const struct carried *carried, uint32_t topic)
{
    clear(strata, strata->hits);
    for (size_t i = 0; i < carried->count; i++) {
        const struct counted_article *article = &counts->articles[carried->items[i].article];

        if (carried->items[i].topic == topic && in_series(article))
            strata->hits[place_of(strata, article)]++;
    }
}

void strata_count_speaker(struct strata *strata, const struct counts *counts,
                          const struct speakers *speakers, uint32_t person)
{
    clear(strata, strata->hits);
    for (size_t i = 0; i < speakers->cell_count; i++) {
        const struct counted_article *article = &counts->articles[speakers->cells[i].article];

        if (speakers->cells[i].person == person && in_series(article))
            strata->hits[place_of(strata, article)] += speakers->cells[i].words;
    }
}

void strata_release(struct strata *strata)
{
    free(strata->of_outlet);
    free(strata->exposures);
    free(strata->hits);
    *strata = (struct strata){0};
}
