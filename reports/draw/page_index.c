#include "reports/draw/page_index.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

bool page_index_set(struct page_index *index, struct span name, size_t page)
{
    size_t before = index->names.count;
    uint32_t id = table_add(&index->names, name);

    if (index->names.count == before)
        return false;
    index->pages =
        memory_grow(index->pages, &index->capacity, id + (size_t)1, sizeof *index->pages);
    index->pages[id] = page;
    return true;
}

size_t page_index_find(const struct page_index *index, struct span name)
{
    uint32_t id = table_find(&index->names, name);

    return id == TABLE_NONE ? 0 : index->pages[id];
}

bool page_index_equal(const struct page_index *left, const struct page_index *right)
{
    if (left->names.count != right->names.count)
        return false;
    for (uint32_t id = 0; id < left->names.count; id++)
        if (left->pages[id] != right->pages[id] ||
            !span_equal(table_text(&left->names, id), table_text(&right->names, id)))
            return false;
    return true;
}

void page_index_release(struct page_index *index)
{
    table_release(&index->names);
    free(index->pages);
    *index = PAGE_INDEX_EMPTY;
}
