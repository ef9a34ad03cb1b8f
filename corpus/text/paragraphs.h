/*
 * Paragraphs: the lines of a text that hold anything but blanks.
 *
 *     struct passage_list paragraphs = PASSAGE_LIST_EMPTY;
 *
 *     paragraphs_cut(&paragraphs, text);
 *     for (size_t i = 0; i < paragraphs.count; i++)
 *         judge(passage_span(text, paragraphs.items[i]));
 *     passages_release(&paragraphs);
 *
 * Lines end at LF, CR, and U+2028 or U+2029. A passage is a pair of byte
 * offsets; blanks at either end (ASCII) are outside it.
 */
#ifndef CORPUS_TEXT_PARAGRAPHS_H
#define CORPUS_TEXT_PARAGRAPHS_H

#include "corpus/base/span.h"

#include <stdint.h>

struct passage {
    uint32_t start, end; /* bytes of the text; end is past the last */
};

/* In text order, not overlapping, none empty. */
struct passage_list {
    struct passage *items; /* owned */
    size_t count;
    size_t capacity;
};

#define PASSAGE_LIST_EMPTY ((struct passage_list){0})

static inline struct span passage_span(struct span text, struct passage passage)
{
    return span_cut(text, passage.start, passage.end);
}

/* Adds bytes `start` to `end` of `text` without their blanks, unless nothing is left. */
void passages_add(struct passage_list *list, struct span text, size_t start, size_t end);

void passages_release(struct passage_list *list);

/* Replaces what `list` held; `text` is one that tokens_cut() took. */
void paragraphs_cut(struct passage_list *list, struct span text);

#endif
