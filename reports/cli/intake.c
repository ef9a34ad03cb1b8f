#include "reports/cli/intake.h"

#include "corpus/base/memory.h"
#include "corpus/base/pool.h"

#include <stdio.h>
#include <stdlib.h>

enum { BATCH_ARTICLES = 512, BATCH_BYTES = 1 << 20, SKIPS_SAID = 20 };

static void *open_annotator(void)
{
    return annotate_open();
}

static void work(void *annotator, void *batch)
{
    annotate_batch(annotator, batch);
}

static void close_annotator(void *annotator)
{
    annotate_close(annotator);
}

static const struct pool_work pool_work = {open_annotator, work, close_annotator};

static void free_batch(struct batch *batch)
{
    batch_release(batch);
    free(batch);
}

/* Adds a finished batch and frees it. */
static bool finish(struct batch *batch, struct counts_source into, struct intake *intake,
                   struct fault *fault)
{
    bool done = into.store ? store_add(into.store, batch, &intake->tally, fault)
                           : shelf_add(into.shelf, batch, &intake->tally, fault);

    for (size_t i = 0; i < batch->count; i++) {
        const struct annotation *item = &batch->items[i];

        intake->undated += item->day == DAY_NONE;
        if (item->fault.length) {
            progress_clear(&intake->progress);
            (void)fprintf(stderr, "broadsheet: %.*s: %.*s\n", SPAN_PRINT(item->article.origin),
                          SPAN_PRINT(item->fault));
            intake->skipped++;
        }
    }
    progress_add(&intake->progress, batch->count, batch->bytes);
    free_batch(batch);
    return done;
}

/* The next full batch; NULL when there is nothing more to read. */
static struct batch *fill_batch(struct reader *reader, const struct annotate_options *options)
{
    struct batch *batch = memory_new(1, sizeof *batch);
    struct article article;

    batch->options = *options;
    while (batch->count < BATCH_ARTICLES && batch->bytes < BATCH_BYTES &&
           reader_next(reader, &article))
        batch_add(batch, &article);
    if (batch->count)
        return batch;
    free_batch(batch);
    return NULL;
}

static bool run_batches(struct intake *intake, struct reader *reader, struct counts_source into,
                        struct pool *pool, const struct annotate_options *options,
                        struct fault *fault)
{
    struct batch *batch;
    bool done = true;

    while (done && (batch = fill_batch(reader, options)) != NULL) {
        if (pool_full(pool))
            done = finish(pool_take(pool), into, intake, fault);
        pool_give(pool, batch);
    }
    while ((batch = pool_take(pool)) != NULL) {
        if (done)
            done = finish(batch, into, intake, fault);
        else
            free_batch(batch);
    }
    return done;
}

static void say_skips(const struct reader_totals *totals)
{
    for (size_t i = 0; i < totals->skip_count && i < SKIPS_SAID; i++) {
        struct fault shown;

        (void)fault_set(&shown, FAULT_PARTIAL, "skipped %.*s: %.*s",
                        SPAN_PRINT(totals->skips[i].origin), SPAN_PRINT(totals->skips[i].reason));
        (void)fprintf(stderr, "broadsheet: %s\n", shown.message);
    }
    if (totals->skip_count > SKIPS_SAID)
        (void)fprintf(stderr, "broadsheet: and %zu more were skipped\n",
                      totals->skip_count - SKIPS_SAID);
    if (totals->replaced)
        (void)fprintf(stderr, "broadsheet: %llu bytes were no UTF-8 and are shown as U+FFFD\n",
                      (unsigned long long)totals->replaced);
}

bool intake_run(struct intake *intake, struct counts_source into, const struct options *options,
                const struct config *config, struct fault *fault)
{
    struct span zone_name = options->zone ? span_of(options->zone) : config->zone;
    struct annotate_options annotate = {
        .language = options->language ? span_of(options->language) : SPAN_EMPTY,
        .without_voices = into.shelf != NULL,
        .without_titles = into.shelf != NULL,
    };
    struct zone zone = ZONE_UTC;
    struct reader *reader = NULL;
    struct reader_totals totals;
    struct pool *pool;
    bool done;

    if (zone_name.length && !zones_open(&zone, zone_name, fault))
        return false;
    annotate.zone = &zone;
    if (!reader_open(&reader, options->operands, options->operand_count, config, fault)) {
        zones_release(&zone);
        return false;
    }
    intake->progress = progress_start(!options->quiet);
    pool = pool_start(options->threads ? (int)(options->threads % 1000) : pool_processors(),
                      &pool_work);
    done = run_batches(intake, reader, into, pool, &annotate, fault) && reader_end(reader, fault);
    pool_stop(pool);
    progress_end(&intake->progress);
    totals = reader_totals(reader);
    intake->files = totals.files;
    intake->articles = totals.articles;
    intake->replaced = totals.replaced;
    intake->skipped += totals.skip_count;
    if (!options->quiet)
        say_skips(&totals);
    reader_release(reader);
    zones_release(&zone);
    return done;
}
