#include "analysis/collocations_inside.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

struct spreading {
    struct collocations *found;
    uint32_t minimum; /* articles for an interval */
    struct stretches stretches;
    struct windows windows;
    /* Of the article at hand: */
    uint32_t *own_near;  /* positions near it, by node */
    uint32_t *own_count; /* by term */
    uint32_t *own_joint; /* by row */
    /* Of all: */
    uint32_t *slots; /* row plus 1 by (node, term), open addressing */
    size_t slot_count;
    struct collocation_sums *sums; /* by row, of the articles that hold one of its words */
    struct collocation_sums whole; /* the positions of all */
};

struct windows collocations_windows(const struct collocations_wish *wish)
{
    return (struct windows){.left = wish->by_sentence ? WINDOWS_MOST : wish->left,
                            .right = wish->by_sentence ? WINDOWS_MOST : wish->right};
}

struct stretches collocations_stretches(const struct collocations_wish *wish,
                                        struct counts_source source)
{
    return (struct stretches){.store = wish->by_sentence ? source.store : NULL};
}

uint32_t *collocations_no_nodes(const struct table *vocabulary)
{
    uint32_t *node_of = memory_new(vocabulary->count + 1, sizeof *node_of);

    for (size_t term = 0; term < vocabulary->count; term++)
        node_of[term] = WINDOWS_NONE;
    return node_of;
}

static size_t slot_home(const struct spreading *spreading, uint32_t node, uint32_t term)
{
    uint64_t key = ((uint64_t)node << 32 | term) * 0x9E3779B97F4A7C15U;

    return (size_t)(key >> 32) & (spreading->slot_count - 1);
}

/* The row of this pair, or its number of rows. */
static size_t find_row(const struct spreading *spreading, uint32_t node, uint32_t term)
{
    const struct collocation_row *rows = spreading->found->rows;

    for (size_t at = slot_home(spreading, node, term); spreading->slots[at];
         at = (at + 1) & (spreading->slot_count - 1)) {
        size_t row = spreading->slots[at] - 1;

        if (rows[row].node == node && rows[row].term == term)
            return row;
    }
    return spreading->found->count;
}

static void index_rows(struct spreading *spreading)
{
    spreading->slot_count = 16;
    while (spreading->slot_count < 2 * spreading->found->count)
        spreading->slot_count *= 2;
    spreading->slots = memory_new(spreading->slot_count, sizeof *spreading->slots);
    for (size_t row = 0; row < spreading->found->count; row++) {
        const struct collocation_row *item = &spreading->found->rows[row];
        size_t at = slot_home(spreading, item->node, item->term);

        while (spreading->slots[at])
            at = (at + 1) & (spreading->slot_count - 1);
        spreading->slots[at] = (uint32_t)row + 1;
    }
}

static bool note_near(void *context, uint32_t node, uint32_t term, struct fault *fault)
{
    struct spreading *spreading = context;
    size_t row = find_row(spreading, node, term);

    (void)fault;
    spreading->own_near[node]++;
    if (row < spreading->found->count)
        spreading->own_joint[row]++;
    return true;
}

/* Adds the article to all rows, and clears what is its own. */
static void add_to_rows(struct spreading *spreading)
{
    const struct stretches *cut = &spreading->stretches;
    struct collocations *found = spreading->found;

    for (size_t i = 0; i < cut->word_count; i++)
        spreading->own_count[cut->words[i]]++;
    collocation_add(&spreading->whole, (struct collocation_article){.positions = cut->word_count});
    for (size_t row = 0; row < found->count; row++) {
        struct collocation_article own = {
            .joint = spreading->own_joint[row],
            .near = spreading->own_near[found->rows[row].node],
            .collocate = spreading->own_count[found->rows[row].term],
            .positions = cut->word_count,
        };

        if (own.near || own.collocate) /* the others are added at the end */
            collocation_add(&spreading->sums[row], own);
        spreading->own_joint[row] = 0;
    }
    for (size_t i = 0; i < cut->word_count; i++) {
        uint32_t node = spreading->windows.node_of[cut->words[i]];

        spreading->own_count[cut->words[i]] = 0;
        if (node != WINDOWS_NONE)
            spreading->own_near[node] = 0;
    }
}

static bool measure_text(void *context, const struct text *text, struct fault *fault)
{
    struct spreading *spreading = context;
    const struct stretches *cut = &spreading->stretches;
    bool done = stretches_cut(&spreading->stretches, text, fault);

    for (size_t s = 0, from = 0; done && s < cut->count; from = cut->ends[s++])
        done = windows_visit(&spreading->windows, cut->words + from, cut->ends[s] - from,
                             (struct windows_visitor){spreading, note_near}, fault);
    if (done)
        add_to_rows(spreading);
    return done;
}

static void estimate_rows(struct spreading *spreading)
{
    struct collocations *found = spreading->found;

    for (size_t row = 0; row < found->count; row++) {
        struct collocation_row *item = &found->rows[row];
        struct interval interval;
        struct fault fault;

        spreading->sums[row].articles = spreading->whole.articles;
        spreading->sums[row].all.positions = spreading->whole.all.positions;
        spreading->sums[row].pp = spreading->whole.pp;
        item->pmi =
            (struct estimate){.value = item->bond.pmi, .has_value = true, .note = estimate_too_few};
        if (collocation_by_article(&interval, &spreading->sums[row], ESTIMATE_LEVEL,
                                   spreading->minimum, &fault))
            item->pmi = estimate_of(interval);
    }
}

bool collocations_spread(struct collocations *found, struct texts *texts,
                         struct counts_source source, const struct collocations_wish *wish,
                         const uint32_t *node_of, struct fault *fault)
{
    size_t terms = counts_vocabulary(source)->count;
    size_t nodes = wish->node_count ? wish->node_count : terms;
    struct spreading spreading = {
        .found = found,
        .minimum = wish->minimum,
        .stretches = collocations_stretches(wish, source),
        .windows = collocations_windows(wish),
        .own_near = memory_new(nodes + 1, sizeof *spreading.own_near),
        .own_count = memory_new(terms + 1, sizeof *spreading.own_count),
        .own_joint = memory_new(found->count + 1, sizeof *spreading.own_joint),
        .sums = memory_new(found->count + 1, sizeof *spreading.sums),
    };
    bool done;

    spreading.windows.node_of = node_of;
    index_rows(&spreading);
    done = texts_visit(texts, measure_text, &spreading, fault);
    if (done)
        estimate_rows(&spreading);
    stretches_release(&spreading.stretches);
    windows_release(&spreading.windows);
    free(spreading.own_near);
    free(spreading.own_count);
    free(spreading.own_joint);
    free(spreading.slots);
    free(spreading.sums);
    return done;
}
