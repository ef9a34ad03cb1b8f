/*
 * Blocks: who had how much of the quoted words of some articles, with
 * intervals; as sides.h, but for as many small sets of articles as there are
 * outlets, topics or values of a roster's column.
 *
 *     struct block block = {.counts = &counts, .seed = seed, .minimum = 15};
 *     block_add(&block, (struct block_cell){article, key, quotes, words});   for every cell
 *     blocks_work.work(NULL, &block);             in a pool, or as here by the caller
 *     use(block.rows[0].share);
 *     block_release(&block);
 *
 * A key is whatever has words: a person, or a party. A share is of the words
 * of all keys of the block. Its interval is that of sides.h: a cluster
 * bootstrap over stories, stratified by the outlet of their first article. Only
 * so many resamples are kept at a time as some hundred keys need: each share is
 * resampled by the same draws, so that this changes nothing.
 */
#ifndef ANALYSIS_BLOCKS_H
#define ANALYSIS_BLOCKS_H

#include "analysis/counts.h"
#include "analysis/estimate.h"
#include "corpus/base/pool.h"

#include <stdint.h>

/* What a key had in an article; there may be several of one key and article. */
struct block_cell {
    uint32_t article; /* index into counts */
    uint32_t key;
    uint32_t quotes, words;
};

struct block_row {
    uint32_t key;
    uint32_t quotes, words, articles, stories, outlets;
    struct estimate share; /* of the block's words */
};

struct block {
    const struct counts *counts; /* borrowed */
    /*
     * By article: the first article of its story, where that is not the one of
     * counts.h, as among the articles of an outlet; NULL where it is. Borrowed.
     */
    const uint32_t *stories;
    uint64_t seed;
    uint32_t minimum; /* stories for an interval */
    bool nobody;      /* SPEAKERS_NOBODY has a row even without a quotation */
    uint64_t mark;    /* the caller's */
    struct block_cell *cells;
    size_t count, capacity;
    /* Filled by the work: */
    struct block_row *rows; /* by key, rising */
    size_t row_count;
    uint64_t words;
};

void block_add(struct block *block, struct block_cell cell);

/* What a pool's threads do with a struct block. */
extern const struct pool_work blocks_work;

/* The row of this key, or NULL. */
const struct block_row *block_row(const struct block *block, uint32_t key);

void block_release(struct block *block);

#endif
