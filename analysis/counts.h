/*
 * Counts: the articles of a report, each with its week, its period and its
 * words, read from a store or a shelf in one pass.
 *
 * Articles come by day, outlet and id, the undated first; their number here
 * (the index) is that order, whatever order they were stored in. A dated
 * report holds all articles of the ISO weeks it touches, and the undated ones,
 * which are in no period. Each has its story (stories.h), found among the
 * articles of the report alone.
 *
 * Where both sides have the same days (weeks.h) the baseline's articles come first,
 * then the study's, whose days here are those shifted.
 *
 * Articles count as published, or each story has one vote: then of a story's
 * articles the first of each week counts for the week, and the first of the
 * study, of the baseline, and of a series' day or month, for these; the others are read but not
 * counted.
 *
 *     struct counts counts = COUNTS_EMPTY;
 *     struct counts_visitor visitor = {.context = &mine, .article = count_mine};
 *
 *     if (!counts_read(&counts, counts_of_store(store), &options, &visitor, &fault))
 *         return false;
 *     ...
 *     counts_release(&counts);
 */
#ifndef ANALYSIS_COUNTS_H
#define ANALYSIS_COUNTS_H

#include "analysis/steps.h"
#include "corpus/base/arena.h"
#include "corpus/base/table.h"
#include "corpus/store/quotespool.h"
#include "corpus/store/shelf.h"
#include "corpus/store/store.h"

#include <stdint.h>

enum article_period { PERIOD_OTHER, PERIOD_BASELINE, PERIOD_STUDY };

struct counted_article {
    uint32_t number; /* in the store */
    int32_t day;     /* DAY_NONE when undated */
    int64_t seconds; /* ANNOTATE_NO_TIME where no time was given */
    int32_t week;    /* index into the plan's weeks; -1 when undated */
    int32_t step;    /* of the series, see steps.h: the week, unless days or months are asked for */
    enum article_period period;
    uint32_t source, language; /* ids in `sources` and `languages` */
    uint32_t words, quotes, left_out, replaced;
    uint32_t quoted_words; /* set by speakers.h */
    uint32_t story;        /* index of its story's first article, which may be this one */
    bool copy;             /* the same text stands before, under another key */
    bool in_week;          /* counts for its week; false only with one vote a story */
    bool in_step;          /* counts for its step */
    bool in_period;        /* counts for the study or the baseline */
    uint64_t content;      /* hash of the text */
    struct span id, title; /* in `arena` */
};

/* Which articles stand on a side: those of an outlet, or of one of two stores that were joined. */
struct counts_side {
    bool of_store;
    struct span name;     /* borrowed; of the outlet, or what the store is called */
    uint32_t first, last; /* the numbers of the store's articles */
};

static inline bool counts_side_has(const struct counts_side *side,
                                   const struct stored_article *article)
{
    return side->of_store ? article->number >= side->first && article->number <= side->last
                          : span_equal(article->source, side->name);
}

struct counts {
    struct arena arena;
    struct weeks_plan plan;
    struct counted_article *articles;
    size_t count, capacity;
    struct quotespool *quotes; /* the articles' quotations; NULL where they are passing */
    struct records *terms;     /* their terms as stored; NULL unless they are to be kept */
    struct table sources, languages;
    uint32_t study_from; /* index of the study's first article; its others follow that one */
    uint32_t study_count;
    struct span *study_urls; /* of these, in `arena` */
    size_t url_capacity;
    uint32_t undated;            /* articles without a day in a dated report */
    bool one_vote;               /* a story */
    int32_t story_window;        /* days */
    bool turns, indirect;        /* speakers' words count these kinds of quotations too */
    struct counts_side sides[2]; /* as in struct counts_options */
};

#define COUNTS_EMPTY ((struct counts){0})

struct counts_options {
    struct weeks_wish wish;
    bool one_vote;        /* a story; else as published */
    int32_t story_window; /* days, see stories.h */
    int threads;          /* at most; counts do not depend on it */
    bool passing;         /* no article is kept, so there are no stories: see below */
    bool keep_terms;      /* for counts_revisit() */
    bool turns, indirect; /* as in struct counts */
    /*
     * Where both sides have the same days, the baseline and the study: other articles are
     * passed over, and so are the undated.
     */
    struct counts_side sides[2];
};

/* Ids plus 1 of the store's terms, with 0 for a break. */
struct counted_terms {
    const uint32_t *text;
    size_t text_count;
    const uint32_t *title;
    size_t title_count;
};

/*
 * Called for each article in order; the terms are valid during the call. As
 * published, `copy` and `story` are not known yet; the votes are known always.
 * Where articles are passing, the one at hand is the only one
 * that `counts` holds.
 */
struct counts_visitor {
    void *context;
    bool (*article)(void *context, const struct counts *counts, uint32_t index,
                    struct counted_terms terms, struct fault *fault);
};

/* Where articles come from: one of the two. */
struct counts_source {
    struct store *store;
    struct shelf *shelf;
};

static inline struct counts_source counts_of_store(struct store *store)
{
    return (struct counts_source){.store = store};
}

/* Its vocabulary. */
const struct table *counts_vocabulary(struct counts_source source);

/*
 * Chooses the weeks and reads their articles.
 *
 * Fails as weeks_choose() and the source do, with FAULT_INPUT when there is
 * no article, or an outlet compared has none, and when the visitor fails.
 */
bool counts_read(struct counts *counts, struct counts_source source,
                 const struct counts_options *options, const struct counts_visitor *visitor,
                 struct fault *fault);

/*
 * Visits the same articles again, from a spool, without their titles' terms; keep_terms was
 * asked for. Fails as the spool and the visitor do.
 */
bool counts_revisit(const struct counts *counts, const struct counts_visitor *visitor,
                    struct fault *fault);

void counts_release(struct counts *counts);

#endif
