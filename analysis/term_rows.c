#include "analysis/term_rows.h"

#include "analysis/measures/dispersion.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

/* --- order ------------------------------------------------------------------------- */

struct named {
    struct span text;
    uint32_t term;
};

static int by_text(const void *left, const void *right)
{
    const struct named *a = left, *b = right;

    return span_compare(a->text, b->text);
}

static uint32_t *sort_vocabulary(const struct table *vocabulary)
{
    struct named *names = memory_new(vocabulary->count, sizeof *names);
    uint32_t *order = memory_new(vocabulary->count, sizeof *order);

    for (uint32_t term = 0; term < vocabulary->count; term++)
        names[term] = (struct named){table_text(vocabulary, term), term};
    qsort(names, vocabulary->count, sizeof *names, by_text);
    for (size_t i = 0; i < vocabulary->count; i++)
        order[i] = names[i].term;
    free(names);
    return order;
}

void term_rows_start(struct term_rows *rows, const struct table *vocabulary, uint32_t minimum,
                     struct term_sink sink)
{
    *rows = (struct term_rows){
        .vocabulary = vocabulary,
        .sink = sink,
        .rate = RATIO_PER_MILLION,
        .by_text = sort_vocabulary(vocabulary),
        .week = -1,
    };
    rows->rate.minimum = minimum;
}

/* --- one week ---------------------------------------------------------------------- */

/* A term's articles in the week: its hits there and their words. */
struct part {
    uint32_t hits, words;
};

/* The week's uses by term: those of term t are parts[first[t]] up to parts[first[t + 1]]. */
struct sorted_uses {
    struct part *parts;
    size_t *first;
};

static struct sorted_uses sort_uses(const struct term_rows *rows)
{
    size_t terms = rows->vocabulary->count;
    struct sorted_uses sorted = {
        .parts = memory_new(rows->use_count, sizeof *sorted.parts),
        .first = memory_new(terms + 2, sizeof *sorted.first),
    };
    size_t *next = sorted.first + 1; /* while they are dealt out, it says where the next goes */

    for (size_t i = 0; i < rows->use_count; i++)
        next[rows->uses[i].term + 1]++;
    for (size_t t = 0; t < terms; t++)
        next[t + 1] += next[t];
    for (size_t i = 0; i < rows->use_count; i++) {
        struct term_use use = rows->uses[i];

        sorted.parts[next[use.term]++] = (struct part){use.count, use.words};
    }
    return sorted;
}

static void free_uses(struct sorted_uses *sorted)
{
    free(sorted->parts);
    free(sorted->first);
}

static uint32_t count_hits(const struct sorted_uses *sorted, uint32_t term)
{
    uint32_t hits = 0;

    for (size_t i = sorted->first[term]; i < sorted->first[term + 1]; i++)
        hits += sorted->parts[i].hits;
    return hits;
}

static int by_number(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

/*
 * The week's terms in the order of its rows, as places in `by_text` in the low
 * 32 bits: the high ones fall as the count rises. The caller frees them.
 */
static uint64_t *order_rows(const struct term_rows *rows, const struct sorted_uses *sorted,
                            size_t *count)
{
    uint64_t *order = memory_new(rows->vocabulary->count, sizeof *order);

    *count = 0;
    for (size_t place = 0; place < rows->vocabulary->count; place++) {
        uint32_t hits = count_hits(sorted, rows->by_text[place]);

        if (hits)
            order[(*count)++] = (uint64_t)(UINT32_MAX - hits) << 32 | place;
    }
    qsort(order, *count, sizeof *order, by_number);
    return order;
}

/* One term's row: its articles against all articles of the week. */
static void fill_row(struct term_row *row, const struct term_rows *rows, const struct part *parts,
                     size_t count)
{
    struct ratio_sums sums = rows->all;
    struct dispersion_sum spread;
    struct fault fault;

    for (size_t i = 0; i < count; i++) {
        ratio_wide x = parts[i].hits, n = parts[i].words;

        sums.x += parts[i].hits;
        sums.xx += x * x;
        sums.xn += x * n;
    }
    row->count = (uint32_t)sums.x;
    row->articles = (uint32_t)count;
    row->tokens = sums.n;
    row->rate = estimate_rate(&sums, rows->rate);
    spread = dispersion_start(sums.x, sums.n);
    for (size_t i = 0; i < count; i++)
        dispersion_add(&spread, (struct dispersion_part){parts[i].hits, parts[i].words});
    row->has_dp = dispersion_dp(&row->dp, &spread, &fault);
}

static bool hand_over(struct term_rows *rows, const struct counts *counts, struct fault *fault)
{
    struct sorted_uses sorted = sort_uses(rows);
    size_t count = 0;
    uint64_t *order = order_rows(rows, &sorted, &count);
    char week[WEEK_TEXT_SIZE];
    bool done = true;

    week_text(week, counts->plan.dated ? counts->plan.week_first + rows->week : WEEK_NONE);
    rows->rate.t = ratio_t(rows->rate.level, rows->all.clusters);
    for (size_t i = 0; done && i < count; i++) {
        uint32_t term = rows->by_text[order[i] & UINT32_MAX];
        size_t first = sorted.first[term];
        struct term_row row = {
            .week = span_of(week),
            .term = table_text(rows->vocabulary, term),
        };

        fill_row(&row, rows, sorted.parts + first, sorted.first[term + 1] - first);
        done = rows->sink.row(rows->sink.context, &row, fault);
    }
    free(order);
    free_uses(&sorted);
    return done;
}

/* --- week by week ------------------------------------------------------------------ */

bool term_rows_end(struct term_rows *rows, const struct counts *counts, struct fault *fault)
{
    bool done = rows->use_count == 0 || hand_over(rows, counts, fault);

    rows->use_count = 0;
    rows->all = RATIO_SUMS_EMPTY;
    return done;
}

bool term_rows_add(struct term_rows *rows, const struct counts *counts, uint32_t index,
                   const struct bag *bag, struct fault *fault)
{
    const struct counted_article *article = &counts->articles[index];

    if ((article->week < 0 && counts->plan.dated) || !article->in_week)
        return true;
    if (article->week != rows->week && !term_rows_end(rows, counts, fault))
        return false;
    rows->week = article->week;
    ratio_add(&rows->all, 0, article->words);
    rows->uses = memory_grow(rows->uses, &rows->use_capacity, rows->use_count + bag->count,
                             sizeof *rows->uses);
    for (size_t i = 0; i < bag->count; i++)
        rows->uses[rows->use_count++] =
            (struct term_use){bag->words[i].term, bag->words[i].count, article->words};
    return true;
}

void term_rows_release(struct term_rows *rows)
{
    free(rows->by_text);
    free(rows->uses);
    *rows = TERM_ROWS_EMPTY;
}
