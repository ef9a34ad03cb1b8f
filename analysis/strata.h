/*
 * Strata: the larger outlets of a report, each by itself, and all others
 * together, with what each step has of them: articles and those that carry a
 * topic, or quoted words and those of a speaker.
 *
 *     struct strata strata = strata_start(&counts, 7);
 *     strata_of_articles(&strata, &counts, &topics);
 *     strata_count_topic(&strata, &counts, &topics.carried, topic);
 *     use(strata.hits[k * strata.steps + step], strata.exposures[k * strata.steps + step]);
 *     strata_release(&strata);
 */
#ifndef ANALYSIS_STRATA_H
#define ANALYSIS_STRATA_H

#include "analysis/carried.h"
#include "analysis/counts.h"
#include "analysis/speakers.h"
#include "analysis/topics.h"

enum {
    STRATA_MOST = 16,
    STRATA_SMALLEST = 20, /* an outlet of its own has one article in so many, or more */
};

struct strata {
    size_t count, steps;
    uint32_t *of_outlet; /* by source */
    uint32_t *exposures; /* articles or quoted words, by stratum, then step */
    uint32_t *hits;      /* of these, of the topic or speaker counted last, likewise */
};

/* At most `own` outlets, below STRATA_MOST, by themselves: those with most articles. */
struct strata strata_start(const struct counts *counts, size_t own);

/* What `exposures` are of from now on: articles that topics can be found in, or quoted words. */
void strata_of_articles(struct strata *strata, const struct counts *counts,
                        const struct topics *topics);
void strata_of_words(struct strata *strata, const struct counts *counts);

void strata_count_topic(struct strata *strata, const struct counts *counts,
                        const struct carried *carried, uint32_t topic);
void strata_count_speaker(struct strata *strata, const struct counts *counts,
                          const struct speakers *speakers, uint32_t person);

void strata_release(struct strata *strata);

#endif
