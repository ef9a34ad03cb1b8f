#include "reports/cli/intake.h"

#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/base/pool.h"
#include "corpus/store/revision.h"
#include "corpus/store/store_refresh.h"
#include "corpus/text/language.h"

#include <stdio.h>
#include <stdlib.h>

enum { BATCH_ARTICLES = 512, BATCH_BYTES = 1 << 20, SKIPS_SAID = 20 };

/* What is read, and for whom: what a store knows need not be annotated. */
struct source {
    struct reader *reader;
    struct counts_source into;
    struct store_run run;
    struct store_input input; /* so far */
    struct intake *intake;
};

static void free_batch(struct batch *batch)
{
    batch_release(batch);
    free(batch);
}

/* Adds a finished batch and frees it. */
static bool finish(struct batch *batch, const struct source *source, struct fault *fault)
{
    struct intake *intake = source->intake;
    bool done = source->into.store ? store_add(source->into.store, batch, &intake->tally, fault)
                                   : shelf_add(source->into.shelf, batch, &intake->tally, fault);

    for (size_t i = 0; i < batch->count; i++) {
        const struct annotation *item = &batch->items[i];

        intake->undated += item->day == DAY_NONE;
        if (item->fault.length)
            reader_skip(source->reader, &item->article, item->fault);
    }
    progress_add(&intake->progress, batch->count, batch->bytes);
    free_batch(batch);
    return done;
}

/* Takes the article into the batch where it is of the run's shard and new to the store. */
static void take(struct source *source, struct batch *batch, const struct article *article)
{
    struct article_hashes hashes = revision_hashes(article);

    source->input.articles++;
    source->input.identities += hashes.fingerprint;
    if (!shard_has(source->run.shard, hashes.content))
        return;
    if (source->into.store && store_knows(source->into.store, hashes))
        source->intake->tally.known++;
    else
        batch_add(batch, article, hashes);
}

/* The next full batch; NULL when there is nothing more to read. */
static struct batch *fill_batch(struct source *source, const struct annotate_options *options)
{
    struct batch *batch = memory_new(1, sizeof *batch);
    struct article article;

    batch->options = *options;
    while (batch->count < BATCH_ARTICLES && batch->bytes < BATCH_BYTES &&
           reader_next(source->reader, &article))
        take(source, batch, &article);
    if (batch->count)
        return batch;
    free_batch(batch);
    return NULL;
}

static bool run_batches(struct source *source, struct pool *pool,
                        const struct annotate_options *options, struct fault *fault)
{
    struct batch *batch;
    bool done = true;

    while (done && (batch = fill_batch(source, options)) != NULL) {
        if (pool_full(pool))
            done = finish(pool_take(pool), source, fault);
        pool_give(pool, batch);
    }
    while ((batch = pool_take(pool)) != NULL) {
        if (done)
            done = finish(batch, source, fault);
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

/*
 * Of what shapes the articles beside the zone: outlets' names, fields, a language for all, the
 * weights.
 */
static uint64_t configuration_hash(const struct intake *intake, const struct options *options,
                                   const struct config *config)
{
    return hash_bytes(options->language ? span_of(options->language) : SPAN_EMPTY,
                      (config_hash(config) + options->indirect) ^ intake->weights);
}

static struct span zone_name(const struct options *options, const struct config *config)
{
    return options->zone ? span_of(options->zone) : config->zone;
}

bool intake_zone(const struct options *options, const struct config *config, struct fault *fault)
{
    struct span name = zone_name(options, config);
    struct zone zone = ZONE_UTC;
    bool done = !name.length || zones_open(&zone, name, fault);

    zones_release(&zone);
    return done;
}

bool intake_language(const struct options *options, struct fault *fault)
{
    return !options->language || language_exists(span_of(options->language)) ||
           fault_set(
               fault, FAULT_USAGE,
               "--lang %s: there is no such language; give its code, such as en or de, or und "
               "for one that is not known",
               options->language);
}

bool intake_refresh(struct intake *intake, struct store *store, const struct options *options,
                    const struct config *config, struct fault *fault)
{
    struct zone zone = ZONE_UTC;
    struct store_refresh refresh = {
        .options = {.zone = &zone, .ranker = intake->ranker, .indirect = options->indirect},
        .zone = zone_name(options, config),
        .threads = options_threads(options),
        .all = strcmp(options->refresh, "all") == 0,
    };
    bool done;

    if (options->refresh[0] && !refresh.all)
        return fault_set(fault, FAULT_USAGE, "--refresh=%s: only --refresh or --refresh=all",
                         options->refresh);
    if (options->language)
        refresh.options.language = span_of(options->language);
    if (refresh.zone.length && !zones_open(&zone, refresh.zone, fault))
        return false;
    done = store_refresh(store, &refresh, &intake->refreshed, fault);
    zones_release(&zone);
    return done;
}

/* Opens what is read, and tells the store what shapes it. */
static bool open_source(struct source *source, const struct options *options,
                        const struct config *config, struct fault *fault)
{
    source->run.zone = zone_name(options, config);
    source->run.configuration = configuration_hash(source->intake, options, config);
    return (!options->shard || shard_read(&source->run.shard, span_of(options->shard), fault)) &&
           (!source->into.store || store_start_run(source->into.store, &source->run, fault)) &&
           reader_open(&source->reader, options->operands, options->operand_count, config, fault);
}

bool intake_run(struct intake *intake, struct counts_source into, const struct options *options,
                const struct config *config, struct fault *fault)
{
    struct span name = zone_name(options, config);
    struct zone zone = ZONE_UTC;
    const struct annotate_options annotate = {
        .zone = &zone,
        .ranker = intake->ranker,
        .language = options->language ? span_of(options->language) : SPAN_EMPTY,
        .indirect = options->indirect,
        .without_voices = into.shelf != NULL || intake->without_voices,
        .without_titles = into.shelf != NULL,
        .without_signatures = into.shelf != NULL,
    };
    struct source source = {.into = into, .intake = intake, .run = {.shard = SHARD_WHOLE}};
    struct pool *pool;
    bool done;

    if (name.length && !zones_open(&zone, name, fault))
        return false;
    if (!open_source(&source, options, config, fault)) {
        zones_release(&zone);
        return false;
    }
    intake->progress = progress_start(!options->quiet);
    pool = pool_start(options_threads(options), &annotate_work);
    done = run_batches(&source, pool, &annotate, fault);
    pool_stop(pool);
    done = done && reader_end(source.reader, fault) &&
           (!into.store || store_end_run(into.store, &source.input, fault));
    progress_end(&intake->progress);
    intake->reader = source.reader;
    intake->totals = reader_totals(source.reader);
    if (!options->quiet)
        say_skips(&intake->totals);
    zones_release(&zone);
    return done;
}

void intake_release(struct intake *intake)
{
    free(intake->ranker);
    reader_release(intake->reader);
    *intake = INTAKE_EMPTY;
}
