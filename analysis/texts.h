/*
 * Texts: articles with their words, one by one, for tables that need no weeks.
 *
 *     struct texts_wish wish = {.days = STORE_ALL_DAYS};
 *     if (!texts_walk(store, &wish, visit, context, &fault))
 *         ...
 *
 * They come by day, outlet and id, the undated first. With one vote a story
 * only the article that a story is named by is visited (stories.h), found
 * among the articles of these days, and of the side where one is given.
 */
#ifndef ANALYSIS_TEXTS_H
#define ANALYSIS_TEXTS_H

#include "analysis/counts.h"

struct texts_wish {
    struct store_days days;
    const struct counts_side *side; /* whose articles alone are visited, borrowed; NULL: all */
    bool one_vote;        /* a story; else as published: a shelf cannot give stories their votes */
    int32_t story_window; /* days, see stories.h */
    int threads;          /* at most; the result does not depend on it */
};

/* An article's words, valid during the visit. */
struct text {
    const struct stored_article *article;
    const uint32_t *ids; /* plus 1, with 0 for a break */
    size_t count;
};

typedef bool texts_visitor(void *context, const struct text *text, struct fault *fault);

/* Stops, failing, when `visit` returns false; fails as the source does. */
bool texts_walk(struct counts_source source, const struct texts_wish *wish, texts_visitor *visit,
                void *context, struct fault *fault);

/* The same, read once and kept in a spool for several visits. */
struct texts;

/* NULL with a fault, as texts_walk() and a spool fail. */
struct texts *texts_open(struct counts_source source, const struct texts_wish *wish,
                         struct fault *fault);

/* As texts_walk(), but an article has its number and language only. */
bool texts_visit(struct texts *texts, texts_visitor *visit, void *context, struct fault *fault);

void texts_close(struct texts *texts); /* NULL is allowed */

#endif
