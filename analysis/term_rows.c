#include "analysis/term_rows.h"

#include "analysis/measures/dispersion.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

/* --- order ------------------------------------------------------------------------- */

struct named {
    uint64_t beginning; /* of the text: most differ in it, and it lies here */
    struct span text;
    uint32_t term;
};

/* The first 8 bytes as a number that orders as they do; a shorter text ends in zeros. */
static uint64_t beginning_of(struct span text)
{
    uint64_t bytes = 0;

    memcpy(&bytes, text.bytes, text.length < sizeof bytes ? text.length : sizeof bytes);
    return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_bswap64(bytes) : bytes;
}

static int by_text(const void *left, const void *right)
{
    const struct named *a = left, *b = right;

    return a->beginning != b->beginning ? (a->beginning < b->beginning ? -1 : 1)
                                        : span_compare(a->text, b->text);
}

static uint32_t *sort_vocabulary(const struct table *vocabulary)
{
    struct named *names = memory_new(vocabulary->count, sizeof *names);
    uint32_t *order = memory_new(vocabulary->count, sizeof *order);

    for (uint32_t term = 0; term < vocabulary->count; term++) {
        struct span text = table_text(vocabulary, term);

        names[term] = (struct named){beginning_of(text), text, term};
    }
    qsort(names, vocabulary->count, sizeof *names, by_text);
    for (size_t i = 0; i < vocabulary->count; i++)
        order[i] = names[i].term;
    free(names);
    return order;
}

void term_rows_start(struct term_rows *rows, const struct table *vocabulary, uint32_t minimum,
                     enum grouping_kind by, struct term_sink sink)
{
    *rows = (struct term_rows){
        .vocabulary = vocabulary,
        .sink = sink,
        .rate = RATIO_PER_MILLION,
        .by = by,
        .by_text = sort_vocabulary(vocabulary),
        .places = memory_new(vocabulary->count, sizeof *rows->places),
        .first = memory_new(vocabulary->count, sizeof *rows->first),
        .marks = memory_new(vocabulary->count / 64 + 1, sizeof *rows->marks),
        .step = -1,
    };
    for (uint32_t place = 0; place < vocabulary->count; place++)
        rows->places[rows->by_text[place]] = place;
    rows->rate.minimum = minimum;
}

enum { OFTEN = 256 }; /* hits of a term from which it is one of few */

/* --- one week ---------------------------------------------------------------------- */

/* A term's articles in the week: its hits there and their words. */
struct part {
    uint32_t hits, words;
};

/* A term of the week and its articles. */
struct used_term {
    uint32_t term;
    uint32_t hits;
    struct part *parts;
    size_t count;
};

struct used_terms {
    struct used_term *items; /* by falling hits, then text */
    size_t count;
    struct part *parts;
};

static int by_order(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

/* Numbers the group's terms and counts their uses; gives the end of each one's parts. */
static size_t *count_uses(struct used_terms *used, struct term_rows *rows,
                          const struct term_group *group)
{
    size_t *ends, end = 0;

    for (size_t i = 0; i < group->use_count; i++) {
        const struct term_use *use = &group->uses[i];

        if (rows->first[use->term] == 0) {
            used->items[used->count].term = use->term;
            rows->first[use->term] = ++used->count;
        }
        used->items[rows->first[use->term] - 1].count++;
    }
    ends = memory_new(used->count, sizeof *ends);
    for (size_t t = 0; t < used->count; t++) {
        used->items[t].parts = used->parts + end;
        ends[t] = end;
        end += used->items[t].count;
    }
    return ends;
}

/* The few terms with most hits, which `often` holds in the order of their texts. */
static void sort_often(struct used_term *often, size_t count)
{
    uint64_t *order = memory_new(count, sizeof *order);
    struct used_term *sorted = memory_new(count, sizeof *sorted);

    /* By one number: the high bits fall as the count rises, the low ones are the place here. */
    for (size_t i = 0; i < count; i++)
        order[i] = (uint64_t)(UINT32_MAX - often[i].hits) << 32 | i;
    if (count)
        qsort(order, count, sizeof *order, by_order);
    for (size_t i = 0; i < count; i++)
        sorted[i] = often[order[i] & UINT32_MAX];
    if (count)
        memcpy(often, sorted, count * sizeof *sorted);
    free(order);
    free(sorted);
}

/*
 * By falling hits, then text: terms are marked by their text's place, taken in that order, and
 * put behind those of more hits; nearly all have few.
 */
static void sort_terms(struct used_terms *used, struct term_rows *rows)
{
    struct used_term *sorted = memory_new(used->count, sizeof *sorted);
    size_t next[OFTEN + 1] = {0}, end = 0;

    for (size_t t = 0; t < used->count; t++) {
        uint32_t place = rows->places[used->items[t].term], hits = used->items[t].hits;

        rows->marks[place / 64] |= UINT64_C(1) << place % 64;
        next[hits < OFTEN ? hits : OFTEN]++;
    }
    for (size_t hits = OFTEN + 1; hits-- > 0;) {
        size_t count = next[hits];

        next[hits] = end;
        end += count;
    }
    for (size_t w = 0; w * 64 < rows->vocabulary->count; w++) {
        for (uint64_t bits = rows->marks[w]; bits; bits &= bits - 1) {
            uint32_t term = rows->by_text[w * 64 + (size_t)__builtin_ctzll(bits)];
            struct used_term item = used->items[rows->first[term] - 1];

            sorted[next[item.hits < OFTEN ? item.hits : OFTEN]++] = item;
        }
        rows->marks[w] = 0;
    }
    sort_often(sorted, next[OFTEN]);
    free(used->items);
    used->items = sorted;
}

static struct used_terms gather(struct term_rows *rows, const struct term_group *group)
{
    struct used_terms used = {
        .items = memory_new(group->use_count, sizeof *used.items),
        .parts = memory_new(group->use_count, sizeof *used.parts),
    };
    size_t *ends = count_uses(&used, rows, group);

    for (size_t i = 0; i < group->use_count; i++) {
        struct term_use use = group->uses[i];
        size_t t = rows->first[use.term] - 1;

        used.parts[ends[t]++] = (struct part){use.count, use.words};
        used.items[t].hits += use.count;
    }
    free(ends);
    sort_terms(&used, rows);
    for (size_t t = 0; t < used.count; t++)
        rows->first[used.items[t].term] = 0;
    return used;
}

static void free_used(struct used_terms *used)
{
    free(used->items);
    free(used->parts);
}

/* One term's row: its articles against all articles of the week, and group. */
static void fill_row(struct term_row *row, const struct term_rows *rows,
                     const struct term_group *group, const struct used_term *used)
{
    struct ratio_sums sums = group->all;
    struct dispersion_sum spread;
    struct fault fault;

    for (size_t i = 0; i < used->count; i++) {
        ratio_wide x = used->parts[i].hits, n = used->parts[i].words;

        sums.x += used->parts[i].hits;
        sums.xx += x * x;
        sums.xn += x * n;
    }
    row->count = (uint32_t)sums.x;
    row->articles = (uint32_t)used->count;
    row->tokens = sums.n;
    row->rate = estimate_rate(&sums, rows->rate);
    spread = dispersion_start(sums.x, sums.n);
    for (size_t i = 0; i < used->count; i++)
        dispersion_add(&spread,
                       (struct dispersion_part){used->parts[i].hits, used->parts[i].words});
    row->has_dp = dispersion_dp(&row->dp, &spread, &fault);
}

static bool hand_over_group(struct term_rows *rows, struct term_group *group, struct span week,
                            struct span name, struct fault *fault)
{
    struct used_terms used = gather(rows, group);
    bool done = true;

    rows->rate.t = ratio_t(rows->rate.level, group->all.clusters);
    for (size_t i = 0; done && i < used.count; i++) {
        struct term_row row = {
            .week = week,
            .term = table_text(rows->vocabulary, used.items[i].term),
            .group = name,
        };

        fill_row(&row, rows, group, &used.items[i]);
        done = rows->sink.row(rows->sink.context, &row, fault);
    }
    group->use_count = 0;
    group->all = RATIO_SUMS_EMPTY;
    free_used(&used);
    return done;
}

/* --- week by week ------------------------------------------------------------------ */

bool term_rows_end(struct term_rows *rows, const struct counts *counts, struct fault *fault)
{
    char week[STEPS_TEXT_SIZE];
    struct groups groups;
    bool done = true;

    if (rows->group_count == 0)
        return true;
    groups_of_articles(&groups, rows->by, counts);
    steps_text(week, &counts->plan, rows->step);
    for (size_t g = 0; done && g < groups.count; g++) {
        size_t at = groups.of_table ? groups.in_order[g] : g;

        if (at < rows->group_count && rows->groups[at].use_count)
            done = hand_over_group(rows, &rows->groups[at], span_of(week), groups.names[g], fault);
    }
    for (size_t g = 0; g < rows->group_count; g++) { /* one may have articles without a word */
        rows->groups[g].use_count = 0;
        rows->groups[g].all = RATIO_SUMS_EMPTY;
    }
    groups_release(&groups);
    return done;
}

static struct term_group *group_of(struct term_rows *rows, const struct counted_article *article)
{
    size_t at = rows->by == GROUPING_OUTLET     ? article->source
                : rows->by == GROUPING_LANGUAGE ? article->language
                                                : 0;

    rows->groups = memory_grow(rows->groups, &rows->group_capacity, at + 1, sizeof *rows->groups);
    while (rows->group_count <= at)
        rows->groups[rows->group_count++] = (struct term_group){0};
    return &rows->groups[at];
}

bool term_rows_add(struct term_rows *rows, const struct counts *counts, uint32_t index,
                   const struct bag *bag, struct fault *fault)
{
    const struct counted_article *article = &counts->articles[index];
    struct term_group *group;

    if ((article->step < 0 && counts->plan.dated) || !article->in_step)
        return true;
    if (article->step != rows->step && !term_rows_end(rows, counts, fault))
        return false;
    rows->step = article->step;
    group = group_of(rows, article);
    ratio_add(&group->all, 0, article->words);
    group->uses = memory_grow(group->uses, &group->use_capacity, group->use_count + bag->count,
                              sizeof *group->uses);
    for (size_t i = 0; i < bag->count; i++)
        group->uses[group->use_count++] =
            (struct term_use){bag->words[i].term, bag->words[i].count, article->words};
    return true;
}

void term_rows_release(struct term_rows *rows)
{
    for (size_t g = 0; g < rows->group_count; g++)
        free(rows->groups[g].uses);
    free(rows->groups);
    free(rows->by_text);
    free(rows->places);
    free(rows->first);
    free(rows->marks);
    *rows = TERM_ROWS_EMPTY;
}
