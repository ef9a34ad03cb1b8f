/*
 * Blocks: a page cut into the pieces of text that stand on lines of their own,
 * as a reader would see them, in the order of the document.
 *
 *     struct blocks blocks = BLOCKS_EMPTY;
 *
 *     blocks_cut(&blocks, &markup, false);
 *     for (size_t i = 0; i < blocks.count; i++)
 *         use(blocks_text(&blocks, i));
 *     blocks_release(&blocks);
 *
 * White space within a block is folded to single blanks, control characters
 * and invisible ones are gone. Two <br> end a block; so does one behind the
 * end of a sentence. What is not seen (scripts, captions, hidden elements) is
 * in no block.
 */
#ifndef CORPUS_READ_BLOCKS_H
#define CORPUS_READ_BLOCKS_H

#include "corpus/base/bytes.h"
#include "corpus/read/markup.h"

#include <stdint.h>

enum block_kind {
    BLOCK_TEXT, /* straight in a <div>, a cell, a section, ... */
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_ITEM,
};

struct block {
    enum block_kind kind;
    uint32_t node;  /* the innermost element on lines of its own that holds it */
    uint32_t start; /* in blocks.text */
    uint32_t length;
    uint32_t size;   /* in letters; one of a script that writes words with few counts 3 */
    uint32_t linked; /* of these within <a href> */
    uint32_t bold;
    bool ends; /* with the mark that ends a sentence, a colon too */
};

struct blocks {
    struct block *items; /* owned */
    size_t count, capacity;
    struct bytes text;
};

#define BLOCKS_EMPTY ((struct blocks){0})

/* Replaces what `blocks` held. Where `hidden`, elements styled as hidden are seen. */
void blocks_cut(struct blocks *blocks, const struct markup *markup, bool hidden);

void blocks_release(struct blocks *blocks);

/* Adds `text` with white space folded and without control characters. */
void blocks_fold(struct bytes *out, struct span text);

/* More of it is in links than not. */
static inline bool blocks_is_linked(const struct block *block)
{
    return (uint64_t)block->linked * 2 > block->size;
}

static inline struct span blocks_text(const struct blocks *blocks, size_t index)
{
    return (struct span){bytes_text(&blocks->text) + blocks->items[index].start,
                         blocks->items[index].length};
}

#endif
