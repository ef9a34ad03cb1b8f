#include "analysis/speaker_groups.h"

#include "analysis/blocks.h"
#include "analysis/people/people_rows.h"
#include "analysis/shares.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

static const char all[] = "(all)";

struct grouping_run {
    struct findings *findings;
    const struct speaker_groups_wish *wish;
    const struct speakers *speakers;
    const struct counts *counts;
    uint32_t *outlet_stories; /* see grouping.h; NULL where groups are no outlets */
    uint32_t *outlet_ranks;   /* by source: the order of their names */
    struct span *labels;      /* of the groups, in the findings' arena */
    struct span *outlets;     /* by rank, likewise */
    struct span *names;       /* by person, likewise, once needed; nobody last */
    struct pool *pool;
    struct speaker_row *rows;
    size_t count, capacity;
    /* Of the span at hand: the groups' blocks, that over groups, those of outlets. */
    struct block *blocks;
    size_t block_count;
    struct span period;
};

static bool grouped(const struct grouping_run *run)
{
    return run->wish->groups->grouping.kind != GROUPING_NONE;
}

static bool by_attribute(const struct grouping_run *run)
{
    return run->wish->groups->grouping.kind == GROUPING_ATTRIBUTE;
}

static uint32_t group_of(const struct grouping_run *run, const struct speaker_cell *cell)
{
    return by_attribute(run)
               ? groups_of_person(run->wish->groups, cell->person)
               : groups_of_article(run->wish->groups, &run->counts->articles[cell->article]);
}

/* --- the blocks of one span ---------------------------------------------------------- */

static void add_cell(struct grouping_run *run, const struct speaker_cell *cell)
{
    size_t groups = run->wish->groups->count;
    uint32_t group = group_of(run, cell);
    struct block_cell said = {cell->article, cell->person, cell->quotes, cell->words};

    block_add(&run->blocks[group], said);
    said.key = group;
    if (grouped(run))
        block_add(&run->blocks[groups], said);
    if (run->block_count > groups + 1)
        block_add(&run->blocks[groups + 1 +
                               run->outlet_ranks[run->counts->articles[cell->article].source]],
                  said);
}

static struct span name_of(struct grouping_run *run, uint32_t person)
{
    size_t at = person == SPEAKERS_NOBODY ? run->speakers->people.count : person;

    if (run->names[at].length == 0)
        run->names[at] = arena_copy(&run->findings->arena, speakers_name(run->speakers, person));
    return run->names[at];
}

static void add_row(struct grouping_run *run, const struct block_row *row, struct speaker_row about)
{
    about.period = run->period;
    about.quotes = row->quotes;
    about.words = row->words;
    about.articles = row->articles;
    about.stories = row->stories;
    about.outlets = row->outlets;
    about.share = row->share;
    run->rows = memory_grow(run->rows, &run->capacity, run->count + 1, sizeof *run->rows);
    run->rows[run->count++] = about;
}

/* The order of speakers.csv: most words first, nobody last. */
static int by_falling_words(const void *left, const void *right)
{
    const struct speaker_row *a = left, *b = right;
    bool a_nobody = !a->kind, b_nobody = !b->kind;

    if (a_nobody != b_nobody)
        return a_nobody ? 1 : -1;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    if (a->quotes != b->quotes)
        return a->quotes > b->quotes ? -1 : 1;
    return span_compare(a->name, b->name);
}

static void add_speakers(struct grouping_run *run, const struct block *block, uint32_t group)
{
    const struct people *people = &run->speakers->people;
    size_t first = run->count;

    for (size_t i = 0; i < block->row_count; i++) {
        uint32_t person = block->rows[i].key;
        bool nobody = person == SPEAKERS_NOBODY;

        if (block->rows[i].quotes == 0 && !nobody)
            continue;
        add_row(
            run, &block->rows[i],
            (struct speaker_row){
                .name = name_of(run, person),
                .group = run->labels[group],
                .outlet = span_of(all),
                .kind = nobody ? NULL : people_kind_name(people->kinds[person]),
                .attributes =
                    nobody ? NULL : people_rows_attributes(&run->findings->arena, people, person),
            });
    }
    if (run->count > first)
        qsort(run->rows + first, run->count - first, sizeof *run->rows, by_falling_words);
}

/* The row of a group in the block of all, or of one outlet's. */
static void add_group(struct grouping_run *run, const struct block *block, uint32_t group,
                      struct span outlet)
{
    const struct block_row *row = block_row(block, group);

    if (row)
        add_row(run, row,
                (struct speaker_row){
                    .name = span_of(all), .group = run->labels[group], .outlet = outlet});
}

static void add_rows(struct grouping_run *run)
{
    size_t groups = run->wish->groups->count;

    for (uint32_t group = 0; group < groups; group++) {
        if (grouped(run) && run->blocks[group].count == 0)
            continue;
        if (grouped(run))
            add_group(run, &run->blocks[groups], group, span_of(all));
        for (size_t b = groups + 1; b < run->block_count; b++)
            add_group(run, &run->blocks[b], group, run->outlets[b - groups - 1]);
        add_speakers(run, &run->blocks[group], group);
    }
}

static void make_blocks(struct grouping_run *run, bool study)
{
    const struct counts *counts = run->counts;
    size_t groups = run->wish->groups->count;
    uint64_t seed = shares_seed(run->findings, run->period);

    run->block_count =
        groups + grouped(run) + (study && by_attribute(run) ? counts->sources.count : 0);
    run->blocks = memory_new(run->block_count, sizeof *run->blocks);
    for (size_t b = 0; b < run->block_count; b++)
        run->blocks[b] = (struct block){
            .counts = counts,
            .seed = seed,
            .minimum = run->findings->minimum_articles,
            .stories = b < groups ? run->outlet_stories : NULL,
            .nobody = b < groups && !by_attribute(run),
        };
}

/* Resamples what was gathered for the span, and adds its rows. */
static void end_span(struct grouping_run *run)
{
    for (size_t b = 0; b < run->block_count; b++) {
        if (grouped(run) && run->blocks[b].count == 0)
            continue;
        if (pool_full(run->pool))
            (void)pool_take(run->pool);
        pool_give(run->pool, &run->blocks[b]);
    }
    while (pool_take(run->pool))
        ;
    add_rows(run);
    for (size_t b = 0; b < run->block_count; b++)
        block_release(&run->blocks[b]);
    free(run->blocks);
    run->blocks = NULL;
}

/* --- the spans ---------------------------------------------------------------------- */

/* Cells come by article, and so by step. */
static void take_steps(struct grouping_run *run)
{
    const struct speakers *speakers = run->speakers;
    const struct counted_article *articles = run->counts->articles;
    size_t at = 0;

    for (uint32_t from = 0, to; from < run->counts->count; from = to) {
        int32_t step = articles[from].step;
        char period[STEPS_TEXT_SIZE];

        for (to = from; to < run->counts->count && articles[to].step == step;)
            to++;
        steps_text(period, &run->counts->plan, step);
        run->period = arena_copy(&run->findings->arena, span_of(period));
        if (step >= 0)
            make_blocks(run, step == steps_study(&run->counts->plan));
        for (; at < speakers->cell_count && speakers->cells[at].article < to; at++) {
            if (step >= 0 && articles[speakers->cells[at].article].in_step)
                add_cell(run, &speakers->cells[at]);
        }
        if (step >= 0)
            end_span(run);
    }
}

static void take_study(struct grouping_run *run)
{
    run->period = run->findings->period;
    make_blocks(run, true);
    for (size_t i = 0; i < run->speakers->cell_count; i++) {
        const struct speaker_cell *cell = &run->speakers->cells[i];
        const struct counted_article *article = &run->counts->articles[cell->article];

        if (article->period == PERIOD_STUDY && article->in_period)
            add_cell(run, cell);
    }
    end_span(run);
}

static void name_outlets(struct grouping_run *run)
{
    const struct table *sources = &run->counts->sources;

    run->outlet_ranks = table_ranks(sources);
    run->outlets = arena_new(&run->findings->arena, sources->count, sizeof *run->outlets);
    for (uint32_t id = 0; id < sources->count; id++) {
        struct span name = table_text(sources, id);

        run->outlets[run->outlet_ranks[id]] =
            name.length ? arena_copy(&run->findings->arena, name) : span_of(grouping_no_outlet);
    }
}

struct speaker_rows speaker_groups_find(struct findings *findings,
                                        const struct speaker_groups_wish *wish,
                                        const struct speakers *speakers,
                                        const struct counts *counts)
{
    const struct groups *groups = wish->groups;
    struct grouping_run run = {
        .findings = findings,
        .wish = wish,
        .speakers = speakers,
        .counts = counts,
        .outlet_stories =
            groups->grouping.kind == GROUPING_OUTLET ? groups_outlet_stories(counts) : NULL,
        .labels = arena_new(&findings->arena, groups->count, sizeof *run.labels),
        .names = memory_new(speakers->people.count + 1, sizeof *run.names),
        .pool = pool_start(wish->threads, &blocks_work),
    };
    struct speaker_rows rows;

    for (size_t g = 0; g < groups->count; g++)
        run.labels[g] = arena_copy(&findings->arena, groups->names[g]);
    name_outlets(&run);
    if (counts->plan.dated && !wish->study_only)
        take_steps(&run);
    if (wish->study_only || steps_study(&counts->plan) < 0)
        take_study(&run);
    rows.count = run.count;
    rows.items = arena_new(&findings->arena, rows.count, sizeof *rows.items);
    if (rows.count)
        memcpy(rows.items, run.rows, rows.count * sizeof *rows.items);
    pool_stop(run.pool);
    free(run.rows);
    free(run.names);
    free(run.outlet_ranks);
    free(run.outlet_stories);
    return rows;
}
