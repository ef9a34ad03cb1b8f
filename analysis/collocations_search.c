#include "analysis/collocations_inside.h"

#include "analysis/languages.h"
#include "analysis/pairs.h"
#include "corpus/base/memory.h"
#include "corpus/text/stopwords.h"

#include <stdlib.h>

struct search {
    const struct collocations_wish *wish;
    const struct table *vocabulary;
    struct collocations *found;
    struct stretches stretches;
    uint32_t article;    /* the number of the one at hand */
    uint32_t *node_of;   /* by term; WINDOWS_NONE for none; NULL while all words are nodes */
    uint32_t node_count; /* nodes; where all words are, terms */
    uint64_t *near;      /* by node: positions near it */
    uint64_t *totals;    /* by term: occurrences */
    uint8_t *is_content; /* by term, where all words are nodes */
    uint64_t *seen;      /* by term: the last position that had it near, plus 1 */
    uint64_t position;   /* of all positions so far */
    struct pairs pairs;
    struct windows windows;
    struct languages languages;
};

/* --- counting ------------------------------------------------------------------------- */

static bool count_near(void *context, uint32_t node, uint32_t term, struct fault *fault)
{
    struct search *search = context;

    search->near[node]++;
    return pairs_add(&search->pairs, (struct pair){node, term}, search->article, fault);
}

/* Both are content words, and `node` is the more frequent one. */
static bool is_pair(const struct search *search, uint32_t node, uint32_t term)
{
    if (!search->is_content[node] || !search->is_content[term] || node == term)
        return false;
    return search->totals[node] > search->totals[term] ||
           (search->totals[node] == search->totals[term] &&
            span_compare(table_text(search->vocabulary, node),
                         table_text(search->vocabulary, term)) < 0);
}

/* Every word is a node: position by position, each distinct word that it is near. */
static bool count_all(struct search *search, const uint32_t *words, size_t length,
                      struct fault *fault)
{
    size_t left = search->windows.left, right = search->windows.right;

    for (size_t i = 0; i < length; i++) {
        size_t from = i > right ? i - right : 0;
        size_t end = length - i > left + 1 ? i + left + 1 : length;

        search->position++;
        for (size_t j = from; j < end; j++) {
            uint32_t node = words[j];

            if (j == i || search->seen[node] == search->position)
                continue;
            search->seen[node] = search->position;
            search->near[node]++;
            if (is_pair(search, node, words[i]) &&
                !pairs_add(&search->pairs, (struct pair){node, words[i]}, search->article, fault))
                return false;
        }
    }
    return true;
}

static bool count_text(void *context, const struct text *text, struct fault *fault)
{
    struct search *search = context;
    const struct stretches *cut = &search->stretches;
    bool done = stretches_cut(&search->stretches, text, fault);

    for (size_t s = 0, from = 0; done && s < cut->count; from = cut->ends[s++]) {
        const uint32_t *words = cut->words + from;
        size_t length = cut->ends[s] - from;

        done = search->node_of ? windows_visit(&search->windows, words, length,
                                               (struct windows_visitor){search, count_near}, fault)
                               : count_all(search, words, length, fault);
    }
    search->article++;
    return done;
}

static bool count_words(void *context, const struct text *text, struct fault *fault)
{
    struct search *search = context;
    uint64_t words = 0;

    (void)fault;
    languages_add(&search->languages, text->article->language);
    for (size_t i = 0; i < text->count; i++) {
        if (text->ids[i] == 0)
            continue;
        search->totals[text->ids[i] - 1]++;
        words++;
    }
    search->found->positions += words;
    search->found->articles++;
    return true;
}

static void choose_content(struct search *search)
{
    struct span language = languages_main(&search->languages);

    search->is_content = memory_new(search->vocabulary->count + 1, 1);
    search->seen = memory_new(search->vocabulary->count + 1, sizeof *search->seen);
    for (uint32_t term = 0; term < search->vocabulary->count; term++) {
        struct span text = table_text(search->vocabulary, term);

        search->is_content[term] = search->totals[term] >= search->wish->least && text.length > 1 &&
                                   !stopwords_has(language, text);
    }
}

static void name_nodes(struct search *search)
{
    const struct collocations_wish *wish = search->wish;

    search->node_of = collocations_no_nodes(search->vocabulary);
    search->windows.node_of = search->node_of;
    for (size_t n = wish->node_count; n-- > 0;) {
        const struct collocations_node *node = &wish->nodes[n];
        uint32_t only = node->fits ? TABLE_NONE : table_find(search->vocabulary, node->name);

        if (only != TABLE_NONE)
            search->node_of[only] = (uint32_t)n;
        for (size_t term = 0; node->fits && term < search->vocabulary->count; term++) {
            if (node->fits[term])
                search->node_of[term] = (uint32_t)n;
        }
    }
}

/* --- rows ----------------------------------------------------------------------------- */

static double rank_of(const struct collocation_row *row, enum collocations_order order)
{
    switch (order) {
    case COLLOCATIONS_BY_JOINT:
        return (double)row->counts.joint;
    case COLLOCATIONS_BY_PMI:
        return row->bond.pmi;
    case COLLOCATIONS_BY_MI3:
        return row->bond.mi3;
    case COLLOCATIONS_BY_T:
        return row->bond.t;
    case COLLOCATIONS_BY_G2:
        /* Also words that avoid each other have a large one. */
        return row->bond.pmi < 0 ? -row->bond.g2 : row->bond.g2;
    case COLLOCATIONS_BY_CHI2:
        return row->bond.pmi < 0 ? -row->bond.chi2 : row->bond.chi2;
    case COLLOCATIONS_BY_LOG_DICE:
    default:
        return row->bond.log_dice;
    }
}

/* A row and the rank that it is ordered by. */
struct ranked {
    uint32_t group; /* the node, where nodes are given */
    double rank;
    struct collocation_row row;
};

static int by_rank(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    int order;

    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank > b->rank ? -1 : 1;
    order = span_compare(a->row.node_name, b->row.node_name);
    return order ? order : span_compare(a->row.name, b->row.name);
}

static uint64_t node_total(const struct search *search, uint32_t node)
{
    uint64_t total = 0;

    if (!search->node_of)
        return search->totals[node];
    for (size_t term = 0; term < search->vocabulary->count; term++)
        total += search->node_of[term] == node ? search->totals[term] : 0;
    return total;
}

struct listing {
    struct ranked *items;
    size_t count, capacity;
};

/* Sorts, and keeps the first `most` rows of each group. */
static void keep_best(struct listing *listing, size_t most)
{
    size_t kept = 0, of_group = 0;

    if (listing->count)
        qsort(listing->items, listing->count, sizeof *listing->items, by_rank);
    for (size_t i = 0; i < listing->count; i++) {
        bool same = kept && listing->items[kept - 1].group == listing->items[i].group;

        of_group = same ? of_group : 0;
        if (most && of_group == most)
            continue;
        listing->items[kept++] = listing->items[i];
        of_group++;
    }
    listing->count = kept;
}

static bool fill_row(struct ranked *item, const struct search *search, struct pair_count count,
                     uint64_t node_total)
{
    const struct collocations_wish *wish = search->wish;
    struct collocation_row *row = &item->row;
    struct fault fault;

    *row = (struct collocation_row){
        .node = count.pair.first,
        .term = count.pair.second,
        .node_name = wish->node_count ? wish->nodes[count.pair.first].name
                                      : table_text(search->vocabulary, count.pair.first),
        .name = table_text(search->vocabulary, count.pair.second),
        .counts = {.joint = count.times,
                   .node = node_total,
                   .near = search->near[count.pair.first],
                   .collocate = search->totals[count.pair.second],
                   .positions = search->found->positions},
        .articles = count.articles,
    };
    if (!collocation_measure(&row->bond, row->counts, &fault))
        return false;
    item->group = wish->node_count ? row->node : 0;
    item->rank = rank_of(row, wish->order);
    return true;
}

static bool is_wanted(const struct search *search, uint32_t term)
{
    return search->wish->only.length == 0 ||
           span_equal(search->wish->only, table_text(search->vocabulary, term));
}

/* Past so many rows those that will not be shown are dropped. */
enum { ROWS_HELD = 1 << 16 };

static bool list_rows(struct search *search, struct fault *fault)
{
    const struct collocations_wish *wish = search->wish;
    struct listing listing = {0};
    struct pair_count count;
    uint64_t total = 0;
    uint32_t node = WINDOWS_NONE;
    bool done = pairs_end(&search->pairs, fault);

    fault->kind = FAULT_NONE;
    while (done && pairs_next(&search->pairs, &count, fault)) {
        if (count.times < wish->least || count.articles < COLLOCATIONS_ARTICLES ||
            !is_wanted(search, count.pair.second))
            continue;
        if (count.pair.first != node)
            total = node_total(search, count.pair.first);
        node = count.pair.first;
        listing.items =
            memory_grow(listing.items, &listing.capacity, listing.count + 1, sizeof *listing.items);
        listing.count += fill_row(&listing.items[listing.count], search, count, total);
        if (listing.count == ROWS_HELD + 2 * wish->most * (wish->node_count + 1))
            keep_best(&listing, wish->most);
    }
    done = done && fault->kind == FAULT_NONE;
    keep_best(&listing, wish->most);
    search->found->rows = memory_new(listing.count, sizeof *search->found->rows);
    search->found->count = listing.count;
    for (size_t i = 0; i < listing.count; i++)
        search->found->rows[i] = listing.items[i].row;
    free(listing.items);
    return done;
}

/* Where all words were nodes, those of the rows are from here on. */
static void name_nodes_of_rows(struct search *search)
{
    const struct collocations *found = search->found;

    search->node_of = collocations_no_nodes(search->vocabulary);
    for (size_t row = 0; row < found->count; row++)
        search->node_of[found->rows[row].node] = found->rows[row].node;
}

/* --- all of it ------------------------------------------------------------------------ */

static bool search_all(struct search *search, struct texts *texts, struct counts_source source,
                       struct fault *fault)
{
    if (!texts_visit(texts, count_words, search, fault))
        return false;
    if (search->wish->node_count)
        name_nodes(search);
    else
        choose_content(search);
    search->near = memory_new(search->node_count + 1, sizeof *search->near);
    if (!texts_visit(texts, count_text, search, fault) || !list_rows(search, fault))
        return false;
    pairs_release(&search->pairs);
    if (!search->node_of)
        name_nodes_of_rows(search);
    return collocations_spread(search->found, texts, source, search->wish, search->node_of, fault);
}

bool collocations_find(struct collocations *found, struct counts_source source,
                       const struct collocations_wish *wish, struct fault *fault)
{
    struct search search = {
        .wish = wish,
        .vocabulary = counts_vocabulary(source),
        .found = found,
        .stretches = collocations_stretches(wish, source),
        .pairs = PAIRS_EMPTY,
        .windows = collocations_windows(wish),
    };
    struct texts *texts = texts_open(source, &wish->texts, fault);
    bool done;

    search.node_count = (uint32_t)(wish->node_count ? wish->node_count : search.vocabulary->count);
    search.totals = memory_new(search.vocabulary->count + 1, sizeof *search.totals);
    done = texts && search_all(&search, texts, source, fault);
    texts_close(texts);
    stretches_release(&search.stretches);
    pairs_release(&search.pairs);
    languages_release(&search.languages);
    free(search.node_of);
    free(search.near);
    free(search.totals);
    free(search.is_content);
    free(search.seen);
    windows_release(&search.windows);
    return done;
}

void collocations_release(struct collocations *found)
{
    free(found->rows);
    *found = COLLOCATIONS_EMPTY;
}
