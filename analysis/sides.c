#include "analysis/sides.h"

#include "analysis/shares.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

const char sides_no_spread[] = "too few quotations for an interval";
const char sides_too_few_stories[] =
    "fewer stories with a quotation than the minimum for an interval";
const char sides_no_quotes[] = "nobody was quoted";

bool sides_chosen(const struct chooser *chooser, const struct counted_article *article)
{
    return chooser->by_week ? article->week == chooser->week && article->in_week
                            : article->period == chooser->period && article->in_period;
}

static void add_cell(struct side *side, const struct counts *counts,
                     const struct speaker_cell *cell, uint8_t *heard)
{
    const struct counted_article *article = &counts->articles[cell->article];
    uint32_t person = cell->person == SPEAKERS_NOBODY ? (uint32_t)side->persons - 1 : cell->person;
    struct tally *tally = &side->tallies[person];
    size_t bit = (size_t)person * counts->sources.count + article->source;

    tally->quotes += cell->quotes;
    tally->words += cell->words;
    tally->articles++;
    tally->outlets += !(heard[bit / 8] >> (bit % 8) & 1);
    heard[bit / 8] = (uint8_t)(heard[bit / 8] | 1U << (bit % 8));
    side->words += cell->words;
    side->entries[side->entry_count++] =
        (struct bootstrap_entry){article->story, person, cell->words};
}

/*
 * Makes the stories clusters: what a person said in all articles of a story
 * becomes one entry. Articles of one story are not independent of each other,
 * so they are drawn together.
 */
static void gather_stories(struct side *side, const struct counts *counts)
{
    size_t joined = bootstrap_join(side->entries, side->entry_count), kept = 0;
    uint32_t story = UINT32_MAX;

    for (size_t i = 0; i < joined; i++) {
        struct bootstrap_entry entry = side->entries[i];

        side->tallies[entry.statistic].stories++;
        if (entry.amount == 0)
            continue;
        if (entry.cluster != story) {
            story = entry.cluster;
            side->strata[side->stories++] = counts->articles[story].source;
        }
        side->sizes[side->stories - 1] += entry.amount;
        entry.cluster = (uint32_t)side->stories - 1;
        side->entries[kept++] = entry;
    }
    side->entry_count = kept;
}

void sides_gather(struct side *side, const struct speakers *speakers, const struct counts *counts,
                  const struct chooser *chooser)
{
    uint8_t *heard;

    side->persons = speakers->people.count + 1;
    heard = memory_new(side->persons * counts->sources.count / 8 + 1, 1);
    side->tallies = memory_new(side->persons, sizeof *side->tallies);
    side->sizes = memory_new(speakers->cell_count, sizeof *side->sizes);
    side->strata = memory_new(speakers->cell_count, sizeof *side->strata);
    side->entries = memory_new(speakers->cell_count, sizeof *side->entries);
    for (uint32_t p = 0; p < side->persons; p++)
        side->tallies[p].person = p;
    for (size_t i = 0; i < speakers->cell_count; i++) {
        if (sides_chosen(chooser, &counts->articles[speakers->cells[i].article]))
            add_cell(side, counts, &speakers->cells[i], heard);
    }
    free(heard);
    gather_stories(side, counts);
}

static bool is_asked(const struct side_job *job, size_t person)
{
    return job->asked->tallies[person].quotes ||
           (job->asked_too && job->asked_too->tallies[person].quotes);
}

/*
 * Numbers the persons who are asked for, and nobody, as statistics
 * and drops the others' entries; says how many there are. A run keeps all
 * resampled values, so that nobody else must be in it.
 */
static size_t choose_statistics(struct side *side, const struct side_job *job)
{
    size_t count = 0, kept = 0;

    side->statistics = memory_new(side->persons, sizeof *side->statistics);
    for (size_t p = 0; p < side->persons; p++) {
        bool wanted = is_asked(job, p) || p + 1 == side->persons;

        side->statistics[p] = wanted ? (uint32_t)count++ : UINT32_MAX;
    }
    for (size_t i = 0; i < side->entry_count; i++) {
        struct bootstrap_entry entry = side->entries[i];

        entry.statistic = side->statistics[entry.statistic];
        if (entry.statistic != UINT32_MAX)
            side->entries[kept++] = entry;
    }
    side->entry_count = kept;
    return count;
}

/* Resamples the shares of the persons who are asked for. */
static void resample(struct side *side, const struct side_job *job)
{
    size_t statistics = choose_statistics(side, job);
    struct bootstrap_sample sample = {
        .cluster_count = side->stories,
        .sizes = side->sizes,
        .strata = side->strata,
        .entry_count = side->entry_count,
        .entries = side->entries,
        .statistic_count = statistics,
    };
    struct bootstrap_plan plan = BOOTSTRAP_PLAN(job->seed);
    struct fault fault;

    plan.replicates = SHARES_RESAMPLES;
    plan.minimum = job->minimum;
    side->has_run =
        side->stories >= plan.minimum && bootstrap_run(&side->run, &sample, plan, &fault);
}

static struct estimate estimate_share(const struct side *side, uint32_t person)
{
    struct estimate share = {.has_value = true, .note = sides_too_few_stories};
    struct interval interval;
    struct fault fault;

    if (side->words == 0)
        return ESTIMATE_NONE(sides_no_quotes);
    share.value = (double)side->tallies[person].words / (double)side->words;
    if (!side->has_run)
        return share;
    if (bootstrap_interval(&interval, &side->run, side->statistics[person], ESTIMATE_LEVEL, &fault))
        return estimate_of(interval);
    share.note = sides_no_spread;
    return share;
}

/* A run keeps much; so no week's outlives its shares. */
static void end_run(struct side *side)
{
    bootstrap_release(&side->run);
    side->has_run = false;
}

static void work_on_side(void *kept, void *given)
{
    struct side_job *job = given;
    struct side *side = &job->side;

    (void)kept;
    if (!job->gathered)
        sides_gather(side, job->speakers, job->counts, &job->chooser);
    resample(side, job);
    side->shares = memory_new(side->persons, sizeof *side->shares);
    for (uint32_t p = 0; p < side->persons; p++) {
        if (side->statistics[p] != UINT32_MAX)
            side->shares[p] = estimate_share(side, p);
    }
    if (!job->compared)
        end_run(side);
}

const struct pool_work sides_work = {.work = work_on_side};

void sides_release(struct side *side)
{
    free(side->tallies);
    free(side->sizes);
    free(side->strata);
    free(side->entries);
    free(side->statistics);
    free(side->shares);
    bootstrap_release(&side->run);
}
