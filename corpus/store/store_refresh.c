#include "corpus/store/store_refresh.h"

#include "corpus/base/memory.h"
#include "corpus/base/pool.h"
#include "corpus/store/revision.h"
#include "corpus/store/store_inside.h"
#include "corpus/text/tokens.h"

#include <stdlib.h>

enum { BATCH_ARTICLES = 512, COMMIT_BYTES = 16 << 20 };

static const char later_texts[] = "SELECT " STORE_ROW ", a.text FROM articles a"
                                  " WHERE a.number > ?1 AND (?2 OR a.annotator < ?3)"
                                  " ORDER BY a.number LIMIT ?4";

/* A batch and which stored articles it is made of. */
struct job {
    struct batch batch; /* first, so that a job is a batch to annotate_work */
    uint32_t numbers[BATCH_ARTICLES];
};

struct refreshing {
    struct store *store;
    const struct store_refresh *refresh;
    struct pool *pool;
    int64_t last; /* the number of the last article that was taken */
    uint64_t count;
};

static void free_job(struct job *job)
{
    batch_release(&job->batch);
    free(job);
}

/* Takes a row of `later_texts` into the job. */
static bool take_row(struct store *store, struct job *job, const struct query *row,
                     struct fault *fault)
{
    struct span text = query_bytes(row, STORE_ROW_COLUMNS);
    struct stored_article stored;
    struct article article;

    if (!store_row_read(store, &stored, row, fault))
        return false;
    if (revision_content(text) != stored.content)
        return store_not_as_written(store, stored.number, fault);
    article = store_row_article(&stored, text);
    job->numbers[job->batch.count] = stored.number;
    batch_add(&job->batch, &article, revision_hashes(&article));
    return true;
}

/* The next articles to annotate; NULL when there are none, or with a fault. */
static struct job *next_job(struct refreshing *work, bool *done, struct fault *fault)
{
    struct query *query = database_query(work->store->database, later_texts, fault);
    struct job *job = memory_new(1, sizeof *job);
    bool row = true;

    job->batch.options = work->refresh->options;
    *done = query != NULL;
    if (query) {
        query_bind_number(query, 1, work->last);
        query_bind_number(query, 2, work->refresh->all);
        query_bind_number(query, 3, ANNOTATE_VERSION);
        query_bind_number(query, 4, BATCH_ARTICLES);
    }
    while (*done && (*done = query_next(query, &row, fault)) && row)
        *done = take_row(work->store, job, query, fault);
    if (query)
        query_end(query);
    if (*done && job->batch.count) {
        work->last = job->numbers[job->batch.count - 1];
        return job;
    }
    free_job(job);
    return NULL;
}

/* Stores an annotated job in place of what was there, and frees it. */
static bool finish(struct refreshing *work, struct job *job, struct fault *fault)
{
    struct store *store = work->store;
    const struct batch *batch = &job->batch;
    bool done = store_begin(store, fault);

    if (done)
        store_adopt_batch(store, batch);
    for (size_t i = 0; done && i < batch->count; i++) {
        if (batch->items[i].fault.length)
            continue; /* it keeps what it had */
        done =
            store_replace_item(store, &batch->items[i], batch->ids->items, job->numbers[i], fault);
        work->count++;
    }
    store->pending += batch->bytes;
    free_job(job);
    return done && (store->pending < COMMIT_BYTES || store_commit(store, fault));
}

static bool run(struct refreshing *work, struct fault *fault)
{
    struct job *job;
    bool done = true;

    while (done && (job = next_job(work, &done, fault)) != NULL) {
        if (pool_full(work->pool))
            done = finish(work, pool_take(work->pool), fault);
        pool_give(work->pool, job);
    }
    while ((job = pool_take(work->pool)) != NULL) {
        if (done)
            done = finish(work, job, fault);
        else
            free_job(job);
    }
    return done;
}

/* In the first transaction: the weekly counts begin anew, the zone may be another. */
static bool begin(struct store *store, const struct store_refresh *refresh, struct span zone,
                  struct fault *fault)
{
    struct bytes *kept = &store->manifest.zone;

    if (!store_begin(store, fault) || !store_load_known(store, fault))
        return false;
    if (!refresh->all && !span_equal(bytes_span(kept), zone))
        return fault_set(fault, FAULT_USAGE,
                         "%s: the store's days are those of zone %s, not %.*s; use --zone %s, or "
                         "--refresh=all to change them",
                         database_name(store->database), bytes_text(kept), SPAN_PRINT(zone),
                         bytes_text(kept));
    bytes_clear(kept);
    bytes_add(kept, zone);
    return store_weeks_forget(store, fault);
}

static bool end(struct store *store, struct fault *fault)
{
    if (!store_begin(store, fault))
        return false;
    store->manifest.annotator = ANNOTATE_VERSION;
    store->manifest.tokens_rule = TOKENS_RULE;
    return store_commit(store, fault) && store_weeks_fold(store, fault) &&
           store_begin_reading(store, fault);
}

bool store_refresh(struct store *store, const struct store_refresh *refresh, uint64_t *count,
                   struct fault *fault)
{
    struct span zone = refresh->zone.length ? refresh->zone : span_of("UTC");
    struct refreshing work = {.store = store, .refresh = refresh};
    bool done;

    if (store->manifest.articles == 0 ||
        (!refresh->all && store->manifest.annotator == ANNOTATE_VERSION))
        return true;
    work.pool = pool_start(refresh->threads, &annotate_work);
    done = begin(store, refresh, zone, fault) && run(&work, fault) && end(store, fault);
    pool_stop(work.pool);
    if (!done)
        store_roll_back(store);
    *count += work.count;
    return done;
}
