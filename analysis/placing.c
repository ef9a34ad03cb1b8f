#include "analysis/placing.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"
#include "corpus/base/pool.h"

#include <stdlib.h>

enum { BATCH_ARTICLES = 512 };

struct story_batch {
    struct stories *stories;
    struct story_article articles[BATCH_ARTICLES];
    struct story_place places[BATCH_ARTICLES];
    struct bytes signatures; /* one after the other */
    size_t count;
};

/*
 * While one batch is worked on the other is filled. There is never more than
 * one under way, so that articles are placed in their order.
 */
struct placing {
    struct stories stories;
    struct pool *pool;
    struct story_batch batches[2];
    struct story_batch *filled;
    struct story_place *places; /* of all articles before those in the batches */
    size_t count, capacity;
};

/* --- by the thread ------------------------------------------------------------------- */

static void place_batch(void *kept, void *given)
{
    struct story_batch *batch = given;
    size_t at = 0;

    (void)kept;
    for (size_t i = 0; i < batch->count; i++) {
        struct story_article *article = &batch->articles[i];
        size_t end = at + article->signature.length;

        article->signature = span_cut(bytes_span(&batch->signatures), at, end);
        batch->places[i] = stories_add(batch->stories, article);
        at = end;
    }
}

static const struct pool_work placing_work = {.work = place_batch};

/* --- by the caller ------------------------------------------------------------------- */

struct placing *placing_start(int32_t window, int threads)
{
    struct placing *placing = memory_new(1, sizeof *placing);

    stories_start(&placing->stories, window);
    placing->batches[0].stories = placing->batches[1].stories = &placing->stories;
    placing->filled = &placing->batches[0];
    placing->pool = pool_start(threads > 1 ? 2 : 1, &placing_work);
    return placing;
}

/* Waits for the batch under way, where there is one, and keeps its places. */
static void take_batch(struct placing *placing)
{
    struct story_batch *batch = pool_take(placing->pool);

    if (!batch)
        return;
    placing->places = memory_grow(placing->places, &placing->capacity,
                                  placing->count + batch->count, sizeof *placing->places);
    memcpy(placing->places + placing->count, batch->places, batch->count * sizeof *batch->places);
    placing->count += batch->count;
    batch->count = 0;
    bytes_clear(&batch->signatures);
}

static void give_batch(struct placing *placing)
{
    struct story_batch *batch = placing->filled;

    take_batch(placing);
    placing->filled = batch == placing->batches ? batch + 1 : placing->batches;
    pool_give(placing->pool, batch);
}

void placing_add(struct placing *placing, const struct story_article *article)
{
    struct story_batch *batch = placing->filled;

    batch->articles[batch->count++] = *article;
    bytes_add(&batch->signatures, article->signature);
    if (batch->count == BATCH_ARTICLES)
        give_batch(placing);
}

void placing_end(struct placing *placing)
{
    give_batch(placing);
    take_batch(placing);
}

struct story_place placing_place(const struct placing *placing, size_t index)
{
    struct story_place place = placing->places[index];

    place.story = stories_first(&placing->stories, place.story);
    return place;
}

void placing_free(struct placing *placing)
{
    if (!placing)
        return;
    (void)pool_take(placing->pool);
    pool_stop(placing->pool);
    stories_release(&placing->stories);
    for (size_t i = 0; i < 2; i++)
        bytes_release(&placing->batches[i].signatures);
    free(placing->places);
    free(placing);
}
