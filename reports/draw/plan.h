/*
 * The plan of a document's pages: where each block stands, by the rules of
 * flow.h, and which page each destination is on.
 *
 *     struct plan plan;
 *     if (!plan_make(&plan, document, typeset, &fault))
 *         return false;
 *     for each of plan.places
 *         draw it on its page
 *     plan_release(&plan);
 */
#ifndef REPORTS_DRAW_PLAN_H
#define REPORTS_DRAW_PLAN_H

#include "reports/draw/document.h"

/* A block, or some rows of a table, on its page. */
struct plan_place {
    size_t block;
    size_t from, to; /* rows of a table */
    size_t page;     /* 0 for the first */
    double y, height;
    double least, most; /* what the height may become */
};

struct plan {
    const struct document *document;
    const struct theme_page *page;
    struct scene scratch; /* for measuring */
    struct plan_place *places;
    size_t count, capacity;
    size_t pages;
    double y;
    const struct block *before; /* the last block on this page; NULL at its top */
    struct page_index index;
    const struct block *too_high; /* a block that no page can hold; NULL for none */
};

#define PLAN_EMPTY ((struct plan){0})

/* The width of what stands on a page. */
static inline double plan_width(const struct plan *plan)
{
    return plan->page->right - plan->page->left;
}

/*
 * Places all blocks, again and again until no page number moves. Fails with
 * FAULT_INPUT where a block is higher than a page, where two places share a
 * destination, and where one is no ASCII slug; there is then nothing to release.
 */
bool plan_make(struct plan *plan, const struct document *document, struct typeset *typeset,
               struct fault *fault);

/* `plan` is PLAN_EMPTY again. */
void plan_release(struct plan *plan);

#endif
