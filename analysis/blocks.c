#include "analysis/blocks.h"

#include "analysis/measures/bootstrap.h"
#include "analysis/shares.h"
#include "analysis/sides.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

enum { KEYS_AT_ONCE = 256 }; /* 2 MB of resampled shares */

void block_add(struct block *block, struct block_cell cell)
{
    block->cells =
        memory_grow(block->cells, &block->capacity, block->count + 1, sizeof *block->cells);
    block->cells[block->count++] = cell;
}

/* --- what each key had ------------------------------------------------------------- */

static int by_key_and_article(const void *left, const void *right)
{
    const struct block_cell *a = left, *b = right;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->article > b->article) - (a->article < b->article);
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

static uint32_t count_distinct(uint32_t *numbers, size_t count)
{
    uint32_t distinct = 0;

    qsort(numbers, count, sizeof *numbers, by_number);
    for (size_t i = 0; i < count; i++)
        distinct += i == 0 || numbers[i] != numbers[i - 1];
    return distinct;
}

static uint32_t story_of(const struct block *block, uint32_t article)
{
    return block->stories ? block->stories[article] : block->counts->articles[article].story;
}

/* The row of the cells of one key; `room` has a place for each of them. */
static struct block_row row_of(const struct block *block, const struct block_cell *cells,
                               size_t count, uint32_t *room)
{
    struct block_row row = {.key = cells[0].key};

    for (size_t i = 0; i < count; i++) {
        row.quotes += cells[i].quotes;
        row.words += cells[i].words;
        row.articles += i == 0 || cells[i].article != cells[i - 1].article;
        room[i] = block->counts->articles[cells[i].article].source;
    }
    row.outlets = count_distinct(room, count);
    for (size_t i = 0; i < count; i++)
        room[i] = story_of(block, cells[i].article);
    row.stories = count_distinct(room, count);
    return row;
}

static void count_rows(struct block *block)
{
    uint32_t *room = memory_new(block->count, sizeof *room);
    size_t capacity = 0;

    if (block->count)
        qsort(block->cells, block->count, sizeof *block->cells, by_key_and_article);
    for (size_t from = 0, to; from < block->count; from = to) {
        for (to = from + 1; to < block->count && block->cells[to].key == block->cells[from].key;)
            to++;
        block->rows =
            memory_grow(block->rows, &capacity, block->row_count + 1, sizeof *block->rows);
        block->rows[block->row_count] = row_of(block, block->cells + from, to - from, room);
        block->words += block->rows[block->row_count++].words;
    }
    free(room);
    if (!block->nobody ||
        (block->row_count && block->rows[block->row_count - 1].key == SPEAKERS_NOBODY))
        return;
    block->rows = memory_grow(block->rows, &capacity, block->row_count + 1, sizeof *block->rows);
    block->rows[block->row_count++] = (struct block_row){.key = SPEAKERS_NOBODY};
}

/* --- intervals --------------------------------------------------------------------- */

/* The block's stories, each with what every key had in it, in the keys' order. */
struct sample {
    uint32_t *sizes, *strata;
    size_t stories;
    struct bootstrap_entry *entries; /* by story, then row of the key */
    size_t entry_count;
};

static void release_sample(struct sample *sample)
{
    free(sample->sizes);
    free(sample->strata);
    free(sample->entries);
}

/* As sides.c does: stories are the clusters, and those without a word are left out. */
static struct sample gather(const struct block *block)
{
    struct sample sample = {
        .sizes = memory_new(block->count, sizeof *sample.sizes),
        .strata = memory_new(block->count, sizeof *sample.strata),
        .entries = memory_new(block->count, sizeof *sample.entries),
    };
    uint32_t story = UINT32_MAX;
    size_t row = 0, joined;

    for (size_t i = 0; i < block->count; i++) {
        row += block->cells[i].key != block->rows[row].key; /* cells and rows go by key */
        sample.entries[i] = (struct bootstrap_entry){story_of(block, block->cells[i].article),
                                                     (uint32_t)row, block->cells[i].words};
    }
    joined = bootstrap_join(sample.entries, block->count);
    for (size_t i = 0; i < joined; i++) {
        struct bootstrap_entry entry = sample.entries[i];

        if (entry.amount == 0)
            continue;
        if (entry.cluster != story) {
            story = entry.cluster;
            sample.strata[sample.stories++] = block->counts->articles[story].source;
        }
        sample.sizes[sample.stories - 1] += entry.amount;
        entry.cluster = (uint32_t)sample.stories - 1;
        sample.entries[sample.entry_count++] = entry;
    }
    return sample;
}

/* Resamples the shares of the rows from `first` on, some at once. */
static void resample(struct block *block, const struct sample *sample, size_t first)
{
    size_t rows = block->row_count - first < KEYS_AT_ONCE ? block->row_count - first : KEYS_AT_ONCE;
    struct bootstrap_entry *entries = memory_new(sample->entry_count, sizeof *entries);
    struct bootstrap_sample some = {
        .cluster_count = sample->stories,
        .sizes = sample->sizes,
        .strata = sample->strata,
        .entries = entries,
        .statistic_count = rows,
    };
    struct bootstrap_plan plan = BOOTSTRAP_PLAN(block->seed);
    struct bootstrap run = BOOTSTRAP_EMPTY;
    struct fault fault;

    for (size_t i = 0; i < sample->entry_count; i++) {
        struct bootstrap_entry entry = sample->entries[i];

        if (entry.statistic < first || entry.statistic >= first + rows)
            continue;
        entry.statistic -= (uint32_t)first;
        entries[some.entry_count++] = entry;
    }
    plan.replicates = SHARES_RESAMPLES;
    plan.minimum = block->minimum;
    if (bootstrap_run(&run, &some, plan, &fault)) {
        for (size_t i = 0; i < rows; i++) {
            struct block_row *row = &block->rows[first + i];
            struct interval share;

            if (bootstrap_interval(&share, &run, i, ESTIMATE_LEVEL, &fault))
                row->share = estimate_of(share);
            else
                row->share.note = sides_no_spread;
        }
    }
    bootstrap_release(&run);
    free(entries);
}

static void work_on_block(void *kept, void *given)
{
    struct block *block = given;
    struct sample sample;

    (void)kept;
    count_rows(block);
    for (size_t i = 0; i < block->row_count; i++) {
        struct block_row *row = &block->rows[i];

        row->share = (struct estimate){
            .value = block->words ? (double)row->words / (double)block->words : 0,
            .has_value = block->words > 0,
            .note = block->words ? sides_too_few_stories : sides_no_quotes,
        };
    }
    if (block->words == 0)
        return;
    sample = gather(block);
    if (sample.stories >= block->minimum) {
        for (size_t first = 0; first < block->row_count; first += KEYS_AT_ONCE)
            resample(block, &sample, first);
    }
    release_sample(&sample);
}

const struct pool_work blocks_work = {.work = work_on_block};

const struct block_row *block_row(const struct block *block, uint32_t key)
{
    size_t low = 0, high = block->row_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (block->rows[middle].key == key)
            return &block->rows[middle];
        if (block->rows[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

void block_release(struct block *block)
{
    free(block->cells);
    free(block->rows);
    *block = (struct block){0};
}
