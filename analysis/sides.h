/*
 * Sides: who was quoted how much in one span of articles, with the shares'
 * intervals. A side is made on its own, so that threads may make several.
 *
 *     struct side_job job = {.asked = &job.side, .chooser = {.period = PERIOD_STUDY},
 *                            .seed = seed, .minimum = 15,
 *                            .speakers = &speakers, .counts = &counts};
 *     sides_work.work(NULL, &job);           in a pool, or as here by the caller
 *     ... job.side.shares[person] ...
 *     sides_release(&job.side);
 */
#ifndef ANALYSIS_SIDES_H
#define ANALYSIS_SIDES_H

#include "analysis/estimate.h"
#include "analysis/measures/bootstrap.h"
#include "analysis/speakers.h"
#include "corpus/base/pool.h"

extern const char sides_no_spread[];       /* "too few quotations for an interval" */
extern const char sides_too_few_stories[]; /* why there is no interval for so few */
extern const char sides_no_quotes[];       /* "nobody was quoted" */

/* What one person had in one span of articles. */
struct tally {
    uint32_t person; /* people.count for nobody */
    uint32_t quotes, words, articles, stories, outlets;
};

/* The stories of one span that quote anybody, and who had how much. */
struct side {
    struct tally *tallies; /* by person, people.count + 1 of them */
    size_t persons;
    uint32_t *sizes, *strata; /* of its stories: quoted words, outlet of the first article */
    size_t stories;
    struct bootstrap_entry *entries; /* by story, then person */
    size_t entry_count;
    uint64_t words;
    uint32_t *statistics;    /* of `run`, by person: those whose share is asked for */
    struct estimate *shares; /* of these, by person */
    struct bootstrap run;
    bool has_run;
};

/* Says which articles belong to a side. */
struct chooser {
    bool by_week;
    int32_t week; /* index */
    enum article_period period;
};

/* One side and what is to be done with it, by any thread. */
struct side_job {
    struct side side;
    const struct side *asked;     /* whose persons have their shares estimated */
    const struct side *asked_too; /* and whose, or NULL */
    bool gathered;                /* already */
    bool compared;                /* the side's run is wanted, not only its shares */
    struct chooser chooser;
    uint64_t seed;
    uint32_t minimum;
    const struct speakers *speakers;
    const struct counts *counts;
};

bool sides_chosen(const struct chooser *chooser, const struct counted_article *article);

/* Counts who was quoted; `side` must be empty. */
void sides_gather(struct side *side, const struct speakers *speakers, const struct counts *counts,
                  const struct chooser *chooser);

/* What a pool's threads do with a struct side_job. */
extern const struct pool_work sides_work;

void sides_release(struct side *side);

#endif
