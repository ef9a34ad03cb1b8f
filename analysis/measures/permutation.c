#include "analysis/measures/permutation.h"

#include "analysis/measures/numeric.h"
#include "corpus/base/memory.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { REPLICATES_LEAST = 100, REPLICATES_MOST = 1000000 };

static bool sample_makes_sense(struct permutation_article *all,
                               const struct permutation_sample *sample,
                               struct permutation_plan plan, struct fault *fault)
{
    *all = (struct permutation_article){0};
    if (plan.replicates < REPLICATES_LEAST || plan.replicates > REPLICATES_MOST)
        return fault_set(fault, FAULT_DOMAIN, "permutation: %zu deals are not %d to %d",
                         plan.replicates, REPLICATES_LEAST, REPLICATES_MOST);
    if (sample->study == 0 || sample->study >= sample->count)
        return fault_set(fault, FAULT_DOMAIN, "permutation needs articles on both sides");
    for (size_t i = 0; i < sample->count; i++) {
        struct permutation_article article = sample->articles[i];

        if (article.words == 0 || article.hits > article.words)
            return fault_set(fault, FAULT_DOMAIN,
                             "permutation: article %zu has no words, or more hits than words",
                             i + 1);
        all->hits += article.hits;
        all->words += article.words;
    }
    if (all->hits == 0)
        return fault_set(fault, FAULT_DOMAIN, "the term occurs on neither side");
    return true;
}

/* The rate of the first `study` articles less that of the rest of `all`. */
static double difference(const struct permutation_article *articles, size_t study,
                         struct permutation_article all)
{
    struct permutation_article one = {0};

    for (size_t i = 0; i < study; i++) {
        one.hits += articles[i].hits;
        one.words += articles[i].words;
    }
    return (double)one.hits / (double)one.words -
           (double)(all.hits - one.hits) / (double)(all.words - one.words);
}

/* Deals the first `count` of `all` out anew: a shuffle (Fisher and Yates) that stops there. */
static void deal(gsl_rng *generator, struct permutation_article *articles, size_t count, size_t all)
{
    for (size_t i = 0; i < count; i++) {
        size_t taken = i + gsl_rng_uniform_int(generator, all - i);
        struct permutation_article article = articles[taken];

        articles[taken] = articles[i];
        articles[i] = article;
    }
}

/* How many deals are at least as far from 0 as `far`. */
static size_t deals_as_far(double far, const struct permutation_sample *sample,
                           struct permutation_article all, struct permutation_plan plan)
{
    struct permutation_article *dealt = memory_new(sample->count, sizeof *dealt);
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_mt19937);
    size_t rest = sample->count - sample->study, found = 0;
    size_t smaller = sample->study < rest ? sample->study : rest;

    if (!generator)
        memory_exhausted(1, sizeof *generator);
    gsl_rng_set(generator, numeric_seed(plan.seed));
    memcpy(dealt, sample->articles, sample->count * sizeof *dealt);
    for (size_t i = 0; i < plan.replicates; i++) {
        deal(generator, dealt, smaller, sample->count);
        found += fabs(difference(dealt, smaller, all)) >= far;
    }
    gsl_rng_free(generator);
    free(dealt);
    return found;
}

bool permutation_test(struct permutation *outcome, const struct permutation_sample *sample,
                      struct permutation_plan plan, struct fault *fault)
{
    double replicates = (double)plan.replicates;
    struct permutation_article all;
    double slack;

    if (!sample_makes_sense(&all, sample, plan, fault))
        return false;
    outcome->difference = difference(sample->articles, sample->study, all);
    /* A deal that is as far but for rounding is as far. */
    slack = 1e-12 * (double)all.hits / (double)all.words;
    outcome->p = (1 + (double)deals_as_far(fabs(outcome->difference) - slack, sample, all, plan)) /
                 (replicates + 1);
    outcome->error = sqrt(outcome->p * (1 - outcome->p) / replicates);
    return true;
}
