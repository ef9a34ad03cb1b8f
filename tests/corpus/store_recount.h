/*
 * A store's words by term and week, counted anew from its articles.
 */
#ifndef TESTS_CORPUS_STORE_RECOUNT_H
#define TESTS_CORPUS_STORE_RECOUNT_H

#include "tests/support.h"

#include "corpus/base/day.h"
#include "corpus/store/idlist.h"
#include "corpus/store/store_weeks.h"

#include <stdlib.h>

struct recount {
    const struct table *terms;
    uint32_t *words; /* by term and week of `first` to `first` + WEEKS */
};

enum { FIRST_WEEK = -2, WEEKS = 4000 };

static inline bool recount_article(void *context, const struct stored_article *article,
                                   struct fault *fault)
{
    struct recount *recount = context;
    struct span ids = article->terms;
    uint32_t id;

    (void)fault;
    while (article->day != DAY_NONE && idlist_next(&ids, &id)) {
        if (id)
            recount->words[(id - 1) * WEEKS + (uint32_t)(day_week(article->day) - FIRST_WEEK)]++;
    }
    return true;
}

static inline bool compare_weeks(void *context, const struct term_weeks *weeks, struct fault *fault)
{
    struct recount *recount = context;

    (void)fault;
    for (size_t i = 0; i < weeks->count; i++) {
        uint32_t *words =
            &recount->words[weeks->term * WEEKS + (uint32_t)(weeks->weeks[i].week - FIRST_WEEK)];

        assert_int_equal(weeks->weeks[i].words, *words);
        assert_in_range(weeks->weeks[i].articles, 1, *words);
        *words = 0;
    }
    return true;
}

static inline void assert_weeks_equal_recount(struct store *store)
{
    size_t size = store_terms(store)->count * WEEKS;
    struct recount recount = {.terms = store_terms(store), .words = calloc(size, sizeof(uint32_t))};
    struct fault fault = FAULT_EMPTY;

    assert_non_null(recount.words);
    if (!store_walk(store, STORE_ALL_DAYS, recount_article, &recount, &fault) ||
        !store_walk_weeks(store, compare_weeks, &recount, &fault))
        fail_msg("%s", fault.message);
    for (size_t i = 0; i < size; i++)
        assert_int_equal(recount.words[i], 0); /* nothing was left out */
    free(recount.words);
}

#endif
