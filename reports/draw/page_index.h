/*
 * Where each destination of a document is: its name and its page.
 *
 *     page_index_set(&index, span_of("method"), 9);
 *     page_index_find(&index, span_of("method"))          9; 0 where nobody set it
 */
#ifndef REPORTS_DRAW_PAGE_INDEX_H
#define REPORTS_DRAW_PAGE_INDEX_H

#include "corpus/base/table.h"

#include <stdbool.h>

struct page_index {
    struct table names;
    size_t *pages; /* by id; 1 for the first page */
    size_t capacity;
};

#define PAGE_INDEX_EMPTY ((struct page_index){.pages = NULL})

/* False where `name` was there already; it then keeps its page. */
bool page_index_set(struct page_index *index, struct span name, size_t page);
size_t page_index_find(const struct page_index *index, struct span name);

/* Whether both hold the same names on the same pages, set in the same order. */
bool page_index_equal(const struct page_index *left, const struct page_index *right);
void page_index_release(struct page_index *index);

#endif
