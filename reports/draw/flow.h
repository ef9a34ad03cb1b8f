/*
 * From blocks to pages. First each block is measured and given its place;
 * then the pages are drawn, with every page number known. A figure is never
 * split, a heading stays with what follows, a table splits between its rows
 * (three of them at least go on together), figures give way so that the next
 * block still fits, and a page left short lets its figures grow. A section
 * goes on below the one before where two fifths of the page are free or all
 * of it fits, else it takes a page of its own.
 *
 *     struct pages pages = PAGES_EMPTY;
 *     if (!flow_pages(&pages, &document, typeset, &fault))
 *         return false;
 *     paint_pdf(&bytes, &pages, &fault);
 *     pages_release(&pages);
 */
#ifndef REPORTS_DRAW_FLOW_H
#define REPORTS_DRAW_FLOW_H

#include "reports/draw/document.h"

struct outline_entry {
    struct span title;
    struct span dest;
    int level; /* 1 or 2 */
};

struct pages {
    struct scene *scenes; /* a page each */
    size_t count, capacity;
    struct outline_entry *outline;
    size_t outline_count, outline_capacity;
    struct page_index index; /* destination to page, 1 for the first */
    struct arena arena;
    struct about about; /* borrowed from the document */
    double width, height;
};

#define PAGES_EMPTY ((struct pages){0})

/*
 * Fails with FAULT_INPUT where a link or a page run names a destination that
 * no block has, where two blocks share one, where a figure has no text
 * alternative or its row's columns don't add up, and where a block is higher
 * than a page; `pages` is then empty.
 */
bool flow_pages(struct pages *pages, const struct document *document, struct typeset *typeset,
                struct fault *fault);

void pages_release(struct pages *pages);

#endif
