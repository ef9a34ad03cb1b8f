#include "analysis/speaker_topics.h"

#include "analysis/blocks.h"
#include "analysis/grouping.h"
#include "analysis/shares.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

static const char all[] = "(all)";

/* A cell of the study that belongs to a topic. */
struct saying {
    uint32_t topic;  /* of the dictionary */
    uint32_t outlet; /* in the order of their names */
    uint32_t cell;
};

struct saying_list {
    struct saying *items;
    size_t count, capacity;
};

struct topic_run {
    struct findings *findings;
    const struct speakers *speakers;
    const struct topics *topics;
    const struct counts *counts;
    struct groups outlets;
    uint32_t *outlet_stories;
    uint32_t *at_matrix; /* by person, nobody last: place in it, or UINT32_MAX */
    struct span *names;  /* by person, nobody last; in the findings' arena, once needed */
    struct speaker_topic_row *rows;
    size_t count, capacity;
};

static struct saying_list gather(const struct topic_run *run)
{
    struct saying_list sayings = {0};

    for (uint32_t i = 0; i < run->speakers->cell_count; i++) {
        const struct speaker_cell *cell = &run->speakers->cells[i];
        const struct counted_article *article = &run->counts->articles[cell->article];
        size_t topics;
        const struct carried_topic *carried;

        if (article->period != PERIOD_STUDY || !article->in_period)
            continue;
        carried = carried_of(&run->topics->carried, cell->article, &topics);
        for (size_t t = 0; t < topics; t++) {
            sayings.items = memory_grow(sayings.items, &sayings.capacity, sayings.count + 1,
                                        sizeof *sayings.items);
            sayings.items[sayings.count++] =
                (struct saying){carried[t].topic, groups_of_article(&run->outlets, article), i};
        }
    }
    return sayings;
}

static int by_topic_and_outlet(const void *left, const void *right)
{
    const struct saying *a = left, *b = right;

    if (a->topic != b->topic)
        return a->topic < b->topic ? -1 : 1;
    if (a->outlet != b->outlet)
        return a->outlet < b->outlet ? -1 : 1;
    return (a->cell > b->cell) - (a->cell < b->cell);
}

/* --- rows ---------------------------------------------------------------------------- */

static size_t place_of(const struct topic_run *run, uint32_t person)
{
    return person == SPEAKERS_NOBODY ? run->speakers->people.count : person;
}

static struct span name_of(struct topic_run *run, uint32_t person)
{
    struct span *name = &run->names[place_of(run, person)];

    if (name->length == 0)
        *name = arena_copy(&run->findings->arena, speakers_name(run->speakers, person));
    return *name;
}

static int by_falling_words(const void *left, const void *right)
{
    const struct speaker_topic_row *a = left, *b = right;

    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    if (a->quotes != b->quotes)
        return a->quotes > b->quotes ? -1 : 1;
    return span_compare(a->name, b->name);
}

/* Most words first; nobody, whose key is the highest, stays last. */
static void add_rows(struct topic_run *run, const struct block *block, struct span topic,
                     struct span outlet)
{
    size_t first = run->count, sorted;

    for (size_t i = 0; i < block->row_count; i++) {
        const struct block_row *row = &block->rows[i];

        run->rows = memory_grow(run->rows, &run->capacity, run->count + 1, sizeof *run->rows);
        run->rows[run->count++] = (struct speaker_topic_row){
            .name = name_of(run, row->key),
            .topic = topic,
            .outlet = outlet,
            .quotes = row->quotes,
            .words = row->words,
            .articles = row->articles,
            .stories = row->stories,
            .share = row->share,
        };
    }
    sorted = block->row_count - (block->rows[block->row_count - 1].key == SPEAKERS_NOBODY);
    qsort(run->rows + first, sorted, sizeof *run->rows, by_falling_words);
}

/* The column of the matrix for a category of the dictionary. */
static size_t column_of(const struct findings *findings, uint32_t category)
{
    size_t column = 0;

    while (findings->topics[column].category != category)
        column++;
    return column;
}

/* The speakers shown who have nothing have a share of 0 of what others have. */
static void fill_matrix(struct topic_run *run, const struct block *block, size_t column)
{
    struct findings *findings = run->findings;

    for (size_t s = 0; s < findings->matrix_speakers; s++)
        findings->matrix[s * findings->topic_count + column].share =
            (struct estimate){.has_value = true, .note = "no quotation on this topic"};
    for (size_t i = 0; i < block->row_count; i++) {
        const struct block_row *row = &block->rows[i];
        uint32_t at = run->at_matrix[place_of(run, row->key)];

        if (at != UINT32_MAX)
            findings->matrix[at * findings->topic_count + column] =
                (struct speaker_topic){row->quotes, row->words, row->share};
    }
}

/* --- blocks -------------------------------------------------------------------------- */

/* One topic's sayings: its block over all outlets, then one of each outlet. */
struct topic_blocks {
    struct block *items;
    size_t count;
};

static void add_saying(const struct topic_run *run, struct block *block,
                       const struct saying *saying)
{
    const struct speaker_cell *cell = &run->speakers->cells[saying->cell];

    block_add(block, (struct block_cell){cell->article, cell->person, cell->quotes, cell->words});
}

static struct topic_blocks make_blocks(const struct topic_run *run, const struct saying *sayings,
                                       size_t count)
{
    struct block empty = {
        .counts = run->counts,
        .minimum = run->findings->minimum_articles,
        .seed = shares_seed(run->findings, run->findings->period),
    };
    struct topic_blocks blocks = {.count = 1};

    for (size_t i = 0; i < count; i++)
        blocks.count += i == 0 || sayings[i].outlet != sayings[i - 1].outlet;
    blocks.items = memory_new(blocks.count, sizeof *blocks.items);
    blocks.items[0] = empty;
    empty.stories = run->outlet_stories;
    for (size_t i = 0, b = 0; i < count; i++) {
        if (i == 0 || sayings[i].outlet != sayings[i - 1].outlet) {
            blocks.items[++b] = empty;
            blocks.items[b].mark = sayings[i].outlet;
        }
        add_saying(run, &blocks.items[0], &sayings[i]);
        add_saying(run, &blocks.items[b], &sayings[i]);
    }
    return blocks;
}

static void take_topic(struct topic_run *run, struct pool *pool, const struct saying *sayings,
                       size_t count)
{
    struct topic_blocks blocks = make_blocks(run, sayings, count);
    size_t column = column_of(run->findings, sayings->topic);
    struct span topic = run->findings->topics[column].key;

    for (size_t b = 0; b < blocks.count; b++) {
        if (pool_full(pool))
            (void)pool_take(pool);
        pool_give(pool, &blocks.items[b]);
    }
    while (pool_take(pool))
        ;
    fill_matrix(run, &blocks.items[0], column);
    for (size_t b = 0; b < blocks.count; b++) {
        add_rows(run, &blocks.items[b], topic,
                 b ? run->outlets.names[blocks.items[b].mark] : span_of(all));
        block_release(&blocks.items[b]);
    }
    free(blocks.items);
}

static void start_matrix(struct topic_run *run)
{
    struct findings *findings = run->findings;
    size_t shown = findings->speaker_count ? findings->speaker_count - 1 : 0;

    findings->matrix_speakers = shown < SHARES_SPEAKERS_SHOWN ? shown : SHARES_SPEAKERS_SHOWN;
    findings->matrix =
        arena_new(&findings->arena, findings->matrix_speakers * findings->topic_count,
                  sizeof *findings->matrix);
    for (size_t i = 0; i < findings->matrix_speakers * findings->topic_count; i++)
        findings->matrix[i].share = ESTIMATE_NONE("nobody is quoted on this topic");
    for (size_t p = 0; p <= run->speakers->people.count; p++)
        run->at_matrix[p] = UINT32_MAX;
    for (uint32_t i = 0; i < findings->matrix_speakers; i++)
        run->at_matrix[place_of(run, findings->speakers[i].person)] = i;
}

void speaker_topics_find(struct findings *findings, const struct speakers *speakers,
                         const struct topics *topics, const struct counts *counts, int threads)
{
    struct topic_run run = {
        .findings = findings,
        .speakers = speakers,
        .topics = topics,
        .counts = counts,
        .outlet_stories = groups_outlet_stories(counts),
        .at_matrix = memory_new(speakers->people.count + 1, sizeof *run.at_matrix),
        .names = memory_new(speakers->people.count + 1, sizeof *run.names),
    };
    struct pool *pool = pool_start(threads, &blocks_work);
    struct saying_list sayings;

    groups_of_articles(&run.outlets, GROUPING_OUTLET, counts);
    for (size_t g = 0; g < run.outlets.count; g++)
        run.outlets.names[g] = arena_copy(&findings->arena, run.outlets.names[g]);
    start_matrix(&run);
    sayings = gather(&run);
    if (sayings.count)
        qsort(sayings.items, sayings.count, sizeof *sayings.items, by_topic_and_outlet);
    for (size_t from = 0, to; from < sayings.count; from = to) {
        for (to = from + 1;
             to < sayings.count && sayings.items[to].topic == sayings.items[from].topic;)
            to++;
        take_topic(&run, pool, sayings.items + from, to - from);
    }
    findings->speaker_topic_row_count = run.count;
    findings->speaker_topic_rows =
        arena_new(&findings->arena, run.count, sizeof *findings->speaker_topic_rows);
    if (run.count)
        memcpy(findings->speaker_topic_rows, run.rows, run.count * sizeof *run.rows);
    pool_stop(pool);
    free(sayings.items);
    free(run.rows);
    free(run.at_matrix);
    free(run.names);
    free(run.outlet_stories);
    groups_release(&run.outlets);
}
