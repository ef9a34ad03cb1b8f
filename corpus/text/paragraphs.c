#include "corpus/text/paragraphs.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

void passages_add(struct passage_list *list, struct span text, size_t start, size_t end)
{
    struct span inner = span_trim(span_cut(text, start, end));

    if (!inner.length)
        return;
    start = (size_t)(inner.bytes - text.bytes);
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = (struct passage){
        .start = (uint32_t)start,
        .end = (uint32_t)(start + inner.length),
    };
}

void passages_release(struct passage_list *list)
{
    free(list->items);
    *list = PASSAGE_LIST_EMPTY;
}

/* The bytes of the line end at `at`, or 0. */
static size_t line_end_width(struct span text, size_t at)
{
    char byte = text.bytes[at];

    if (byte == '\n' || byte == '\r')
        return 1;
    return (unsigned char)byte == 0xE2 && text.length - at >= 3 &&
                   (memcmp(text.bytes + at, "\xE2\x80\xA8", 3) == 0 ||
                    memcmp(text.bytes + at, "\xE2\x80\xA9", 3) == 0)
               ? 3
               : 0;
}

void paragraphs_cut(struct passage_list *list, struct span text)
{
    size_t start = 0;

    list->count = 0;
    for (size_t at = 0; at < text.length; at++) {
        size_t width = line_end_width(text, at);

        if (!width)
            continue;
        passages_add(list, text, start, at);
        start = at + width;
        at = start - 1;
    }
    passages_add(list, text, start, text.length);
}
