/*
 * The rows of terms.csv: how often each term was used, week by week.
 *
 *     struct term_rows rows = TERM_ROWS_EMPTY;
 *     term_rows_start(&rows, store_terms(store), minimum, GROUPING_NONE, sink);
 *     for each article, in the order of counts.h
 *         term_rows_add(&rows, counts, index, &bag, &fault);
 *     term_rows_end(&rows, counts, &fault);
 *     term_rows_release(&rows);
 *
 * They are handed to the sink as each week (or day, or month: steps.h) ends, so
 * memory does not grow with the number of weeks times terms. All sums are
 * integers. Counts, articles and tokens of groups add up to those of the week.
 */
#ifndef ANALYSIS_TERM_ROWS_H
#define ANALYSIS_TERM_ROWS_H

#include "analysis/bag.h"
#include "analysis/counts.h"
#include "analysis/estimate.h"
#include "analysis/grouping.h"

/* A term in one week (or day, or month), or in the undated set; in all articles, or a group's. */
struct term_row {
    struct span week; /* "2022-W24"; empty for the undated set */
    struct span term;
    struct span group; /* empty where there are none */
    uint32_t count, articles;
    uint64_t tokens;      /* counted words of the week, and group */
    struct estimate rate; /* per million, over articles (linearised) */
    double dp;            /* deviation of proportions over the week's articles */
    bool has_dp;
};

struct term_sink {
    void *context;
    /* Rows come week by week, group by group, then by falling count and then by term. */
    bool (*row)(void *context, const struct term_row *row, struct fault *fault);
};

/* A term in an article of the week. */
struct term_use {
    uint32_t term, count;
    uint32_t words; /* of the article */
};

/* What was read of a group in the week. */
struct term_group {
    struct ratio_sums all;
    struct term_use *uses;
    size_t use_count, use_capacity;
};

struct term_rows {
    const struct table *vocabulary; /* borrowed */
    struct term_sink sink;
    struct ratio_options rate;
    enum grouping_kind by; /* none, outlet or language */
    uint32_t *by_text;     /* all term ids, in the order of their texts */
    uint32_t *places;      /* by term id: where in `by_text` */
    size_t *first;         /* by term id: 0 between two hand-overs */
    uint64_t *marks;       /* a bit for each place, all 0 then too */
    /* Of the week, day or month at hand: */
    int32_t step;              /* as in counts.h */
    struct term_group *groups; /* by id of the outlet or language; one where there are none */
    size_t group_count, group_capacity;
};

#define TERM_ROWS_EMPTY ((struct term_rows){0})

/* `minimum`: the least number of articles for an interval. `by`: see grouping.h, no attribute. */
void term_rows_start(struct term_rows *rows, const struct table *vocabulary, uint32_t minimum,
                     enum grouping_kind by, struct term_sink sink);

/* Adds the article with its words. Fails when the sink fails. */
bool term_rows_add(struct term_rows *rows, const struct counts *counts, uint32_t index,
                   const struct bag *bag, struct fault *fault);

/* Hands over the last week's rows. Fails likewise. */
bool term_rows_end(struct term_rows *rows, const struct counts *counts, struct fault *fault);

void term_rows_release(struct term_rows *rows);

#endif
