#include "corpus/store/store_merge.h"

#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"
#include "corpus/store/record.h"
#include "corpus/store/revision.h"
#include "corpus/store/schema.h"
#include "corpus/store/store_inside.h"
#include "corpus/text/tokens.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { COMMIT_BYTES = 16 << 20 };

static const char all_articles[] = "SELECT " STORE_ROW ", a.text FROM articles a ORDER BY a.number";
static const char all_runs[] =
    "SELECT number, articles, identities, complete FROM runs ORDER BY articles, identities, number";
static const char put_run[] =
    "INSERT INTO runs(number, articles, identities, complete) SELECT ?1, ?2, ?3, 1"
    " WHERE NOT EXISTS(SELECT 1 FROM runs WHERE articles = ?2 AND identities = ?3)";

struct merging {
    const struct store_merge *merge;
    bool apart;   /* each store's articles stay its own */
    size_t which; /* of the stores is the source */
    struct store *target, *source;
    struct store_tally *tally;
    uint64_t inputs; /* hash of what the first store's runs had read */
    uint32_t *ids;   /* of the source's terms in the target, as term_ids has them */
    /* Of the article at hand; reused: */
    uint32_t *terms, *title_terms;
    size_t term_capacity, title_capacity;
    struct annotated_quote *quotes;
    size_t quote_capacity, quote_count;
    struct arena texts; /* of its quotations */
};

static bool misfit(const struct store *store, const char *why, struct fault *fault)
{
    return fault_set(fault, FAULT_INPUT, "%s: %s", database_name(store->database), why);
}

/* --- what fits -------------------------------------------------------------------- */

/* A hash of what the store's runs have read; fails where one was broken off. */
static bool read_inputs(struct store *store, uint64_t *inputs, struct fault *fault)
{
    struct query *query = database_query(store->database, all_runs, fault);
    bool row = true, complete = true;

    *inputs = 0;
    if (!query)
        return false;
    while (query_next(query, &row, fault) && row) {
        const int64_t input[] = {query_number(query, 1), query_number(query, 2)};

        complete = complete && query_number(query, 3);
        *inputs = hash_bytes((struct span){(const char *)input, sizeof input}, *inputs);
    }
    if (row)
        return false;
    return complete || misfit(store,
                              "its last ingest was broken off; run the same command again "
                              "first",
                              fault);
}

static bool check_versions(const struct store *store, struct fault *fault)
{
    if (store->manifest.annotator == ANNOTATE_VERSION && store->manifest.tokens_rule == TOKENS_RULE)
        return true;
    return misfit(store,
                  "its articles were annotated by an older version; run 'broadsheet ingest "
                  "--refresh --store' on it first",
                  fault);
}

/* The first store gives the target its shape. */
static void adopt_shape(struct manifest *target, const struct manifest *source)
{
    bytes_clear(&target->zone);
    bytes_add(&target->zone, bytes_span(&source->zone));
    target->configuration = source->configuration;
    target->shards = source->shards;
    bytes_clear(&target->held);
    bytes_add(&target->held, bytes_span(&source->held));
}

/* Adds the source's shards to the target's. */
static bool unite_shards(struct merging *merging, uint64_t inputs, struct fault *fault)
{
    struct manifest *target = &merging->target->manifest;
    const struct manifest *source = &merging->source->manifest;
    struct bytes held = BYTES_EMPTY;
    bool apart;

    if (source->shards != target->shards)
        return misfit(merging->source, "it is not a part of as many shards as the other stores",
                      fault);
    if (source->shards == 1)
        return true;
    if (inputs != merging->inputs)
        return misfit(merging->source, "it is no shard of the same articles as the other stores",
                      fault);
    apart = shard_unite(&held, bytes_span(&target->held), bytes_span(&source->held));
    if (apart) {
        bytes_clear(&target->held);
        bytes_add(&target->held, bytes_span(&held));
    }
    bytes_release(&held);
    return apart || misfit(merging->source, "it holds a shard that another store holds too", fault);
}

static bool check_source(struct merging *merging, struct fault *fault)
{
    struct manifest *target = &merging->target->manifest;
    struct store *source = merging->source;
    uint64_t inputs;

    if (!read_inputs(source, &inputs, fault) || !check_versions(source, fault))
        return false;
    if (merging->apart && source->manifest.shards != 1)
        return misfit(source, "it is a shard; merge all of them first", fault);
    if (merging->which == 0) {
        merging->inputs = inputs;
        adopt_shape(target, &source->manifest);
        return true;
    }
    if (!span_equal(bytes_span(&target->zone), bytes_span(&source->manifest.zone)))
        return misfit(source,
                      "its days are those of another time zone than the other stores'; ingest "
                      "its articles into a new one with their --zone",
                      fault);
    if (merging->apart)
        return true;
    if (target->configuration != source->manifest.configuration)
        return misfit(source, "it was made with another configuration than the other stores",
                      fault);
    return unite_shards(merging, inputs, fault);
}

static bool check_complete(const struct merging *merging, struct fault *fault)
{
    const struct manifest *target = &merging->target->manifest;

    return merging->merge->partial ||
           shard_complete(bytes_span(&target->held), (uint32_t)target->shards) ||
           fault_set(fault, FAULT_INPUT,
                     "only shards %s of %lld are here; name all of them, or merge some with "
                     "--partial and the rest later",
                     bytes_text(&target->held), (long long)target->shards);
}

/* --- one article ------------------------------------------------------------------ */

static bool take_quote(void *context, const struct stored_quote *stored, struct fault *fault)
{
    struct merging *merging = context;
    struct arena *texts = &merging->texts;

    (void)fault;
    merging->quotes = memory_grow(merging->quotes, &merging->quote_capacity,
                                  merging->quote_count + 1, sizeof *merging->quotes);
    merging->quotes[merging->quote_count++] = (struct annotated_quote){
        .quote =
            {
                .start = stored->start,
                .end = stored->end,
                .number = stored->number,
                .kind = stored->kind,
                .speaker = arena_copy(texts, stored->speaker),
                .mention = arena_copy(texts, stored->mention),
                .cue = arena_copy(texts, stored->cue),
                .decision = arena_copy(texts, stored->rule).bytes,
            },
        .words = stored->words,
    };
    return true;
}

static void read_quotes(struct merging *merging, const struct stored_article *article)
{
    struct fault none;

    merging->quote_count = 0;
    arena_clear(&merging->texts);
    (void)record_visit_quotes(article, take_quote, merging, &none);
}

/* The article's key, which is another one for each store where they stay apart. */
static uint64_t key_of(const struct merging *merging, const struct stored_article *stored)
{
    uint64_t key = revision_key(stored->source, stored->id);

    if (!merging->apart)
        return key;
    return hash_bytes((struct span){(const char *)&key, sizeof key}, merging->which + 1);
}

static bool add_article(struct merging *merging, const struct stored_article *stored,
                        struct span text, struct fault *fault)
{
    struct annotation item = {
        .article = store_row_article(stored, text),
        .language = stored->language,
        .hashes = {.key = key_of(merging, stored),
                   .content = stored->content,
                   .fingerprint = stored->fingerprint},
        .day = stored->day,
        .seconds = stored->seconds,
        .words = stored->words,
        .left_out = stored->left_out,
        .signature = stored->signature,
    };

    read_quotes(merging, stored);
    item.quote_count = merging->quote_count;
    item.term_count = idlist_read(&merging->terms, &merging->term_capacity, stored->terms);
    item.title_count =
        idlist_read(&merging->title_terms, &merging->title_capacity, stored->title_terms);
    item.terms = merging->terms;
    item.title_terms = merging->title_terms;
    item.quotes = merging->quotes;
    merging->target->pending += text.length;
    return store_add_item(merging->target, &item, merging->ids, stored->run, merging->tally,
                          fault) &&
           (merging->target->pending < COMMIT_BYTES ||
            (store_commit(merging->target, fault) && store_begin(merging->target, fault)));
}

/* --- one store -------------------------------------------------------------------- */

static bool add_articles(struct merging *merging, struct fault *fault)
{
    struct store *source = merging->source;
    struct query *query = database_query(source->database, all_articles, fault);
    struct stored_article article;
    int64_t articles = 0;
    uint64_t identities = 0;
    bool done = query != NULL, row = true;

    while (done && (done = query_next(query, &row, fault)) && row) {
        struct span text = query_bytes(query, STORE_ROW_COLUMNS);

        done = store_row_read(source, &article, query, fault) &&
               (revision_content(text) == article.content ||
                store_not_as_written(source, article.number, fault)) &&
               add_article(merging, &article, text, fault);
        articles++;
        identities += article.fingerprint;
    }
    if (!done && query)
        query_end(query);
    return done &&
           ((articles == source->manifest.articles && identities == source->manifest.identities) ||
            database_damaged(source->database, "articles are missing", fault));
}

static bool add_runs(struct merging *merging, struct fault *fault)
{
    struct query *all = database_query(merging->source->database, all_runs, fault);
    struct query *put = database_query(merging->target->database, put_run, fault);
    bool done = all && put, row = true;

    while (done && (done = query_next(all, &row, fault)) && row) {
        for (int i = 0; i < 3; i++)
            query_bind_number(put, i + 1, query_number(all, i));
        done = query_run(put, fault);
    }
    return done;
}

static bool add_store(struct merging *merging, struct fault *fault)
{
    bool done = store_open(&merging->source, merging->merge->paths[merging->which], STORE_READ,
                           merging->merge->wait, fault) &&
                store_begin(merging->target, fault) && check_source(merging, fault);

    if (done) {
        const struct table *terms = &merging->source->terms;

        merging->ids = memory_new(terms->count + 1, sizeof *merging->ids);
        for (size_t i = 0; i < terms->count; i++)
            merging->ids[i + 1] =
                table_add_hashed(&merging->target->terms, terms->texts[i], terms->hashes[i]) + 1;
        done = add_articles(merging, fault) && add_runs(merging, fault) &&
               store_commit(merging->target, fault);
    }
    free(merging->ids);
    merging->ids = NULL;
    store_close(merging->source);
    merging->source = NULL;
    return done;
}

static void release(struct merging *merging)
{
    free(merging->terms);
    free(merging->title_terms);
    free(merging->quotes);
    arena_release(&merging->texts);
}

static bool merge_into(const char *path, const struct store_merge *merge, struct store_tally *tally,
                       struct fault *fault)
{
    struct merging merging = {.merge = merge, .tally = tally};
    bool done = store_open(&merging.target, path, STORE_WRITE, merge->wait, fault);

    for (; done && merging.which < merge->count; merging.which++)
        done = add_store(&merging, fault);
    done = done && check_complete(&merging, fault) && store_weeks_fold(merging.target, fault) &&
           database_run(merging.target->database, schema_index, fault);
    if (done)
        database_settle(merging.target->database);
    store_close(merging.target);
    release(&merging);
    return done;
}

static void remove_store(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    struct bytes name = BYTES_EMPTY;

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        bytes_clear(&name);
        bytes_print(&name, "%s%s", path, endings[i]);
        (void)unlink(bytes_text(&name));
    }
    bytes_release(&name);
}

bool store_merge(const char *target, const struct store_merge *merge, struct store_tally *tally,
                 struct fault *fault)
{
    struct bytes part = BYTES_EMPTY;
    bool done;

    if (access(target, F_OK) == 0)
        return fault_set(fault, FAULT_OUTPUT, "%s: this file is there already; name a new one",
                         target);
    bytes_print(&part, "%s.part", target);
    remove_store(bytes_text(&part)); /* of a merge that was broken off */
    done = merge_into(bytes_text(&part), merge, tally, fault);
    if (done && rename(bytes_text(&part), target) != 0)
        done = fault_set(fault, FAULT_OUTPUT, "%s: %s", target, strerror(errno));
    if (!done)
        remove_store(bytes_text(&part));
    bytes_release(&part);
    return done;
}

bool store_join(struct store **joined, const struct store_merge *merge, struct store_part *parts,
                struct fault *fault)
{
    struct store_tally tally = {0};
    struct merging merging = {.merge = merge, .apart = true, .tally = &tally};
    bool done = store_open(&merging.target, NULL, STORE_WRITE, merge->wait, fault);

    for (; done && merging.which < merge->count; merging.which++) {
        struct store_part *part = &parts[merging.which];

        part->first = (uint32_t)merging.target->manifest.articles + 1;
        done = add_store(&merging, fault);
        part->last = (uint32_t)merging.target->manifest.articles;
    }
    done = done && database_run(merging.target->database, schema_index, fault) &&
           store_begin_reading(merging.target, fault) && store_catch_up(merging.target, fault);
    release(&merging);
    if (!done) {
        store_close(merging.target);
        return false;
    }
    *joined = merging.target;
    return true;
}
