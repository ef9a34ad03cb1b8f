#include "corpus/store/schema.h"
#include "corpus/store/store_inside.h"
#include "corpus/text/tokens.h"

static const char open_run[] = "SELECT number FROM runs WHERE complete = 0";
static const char next_run[] = "SELECT COALESCE(MAX(number), 0) + 1 FROM runs";
static const char put_run[] =
    "INSERT INTO runs(number, articles, identities, complete) VALUES(?1, 0, 0, 0)";
static const char same_run[] =
    "SELECT 1 FROM runs WHERE complete = 1 AND articles = ?1 AND identities = ?2";
static const char end_run[] =
    "UPDATE runs SET complete = 1, articles = ?1, identities = ?2 WHERE complete = 0";
static const char forget_run[] = "DELETE FROM runs WHERE complete = 0";

/* Fails where the store's articles were shaped otherwise than the run's would be. */
static bool check_plan(const struct store *store, struct fault *fault)
{
    const struct manifest *manifest = &store->manifest;
    const char *name = database_name(store->database);
    struct shard shard = store->plan.shard;
    struct bytes held = BYTES_EMPTY;
    bool same;

    if (manifest->articles == 0)
        return true;
    if (!span_equal(bytes_span(&manifest->zone), bytes_span(&store->plan_zone)))
        return fault_set(
            fault, FAULT_USAGE,
            "%s: the store's days are those of zone %s, not %s; use --zone %s, or make "
            "another store",
            name, bytes_text(&manifest->zone), bytes_text(&store->plan_zone),
            bytes_text(&manifest->zone));
    bytes_print(&held, "%u", shard.number);
    same = manifest->shards == shard.count &&
           span_equal(bytes_span(&manifest->held), bytes_span(&held));
    bytes_release(&held);
    return same ||
           fault_set(fault, FAULT_USAGE,
                     "%s: the store holds shard %s of %lld, not %u of %u; use a store for each "
                     "shard, and the same --shard for it again",
                     name, bytes_text(&manifest->held), (long long)manifest->shards, shard.number,
                     shard.count);
}

bool store_start_run(struct store *store, const struct store_run *run, struct fault *fault)
{
    store->plan = *run;
    bytes_clear(&store->plan_zone);
    bytes_add(&store->plan_zone, run->zone.length ? run->zone : span_of("UTC"));
    store->run = 0;
    return check_plan(store, fault);
}

/* The first number that `sql` yields; 0 where it yields nothing. */
static bool ask(struct store *store, const char *sql, int64_t *number, struct fault *fault)
{
    return database_number(store->database, sql, 0, number, fault);
}

bool store_number_run(struct store *store, struct fault *fault)
{
    struct manifest *manifest = &store->manifest;
    struct query *query;

    if (store->run)
        return true;
    if (!check_plan(store, fault) || !ask(store, open_run, &store->run, fault))
        return false;
    if (manifest->articles == 0) {
        bytes_clear(&manifest->zone);
        bytes_add(&manifest->zone, bytes_span(&store->plan_zone));
        bytes_clear(&manifest->held);
        bytes_print(&manifest->held, "%u", store->plan.shard.number);
        manifest->shards = store->plan.shard.count;
        manifest->annotator = ANNOTATE_VERSION;
        manifest->tokens_rule = TOKENS_RULE;
    }
    manifest->configuration = store->plan.configuration;
    if (store->run) /* the last run was broken off: this one goes on with it */
        return true;
    query = ask(store, next_run, &store->run, fault)
                ? database_query(store->database, put_run, fault)
                : NULL;
    if (!query)
        return false;
    query_bind_number(query, 1, store->run);
    return query_run(query, fault);
}

/* Looks whether a run read this input to its end before. */
static bool read_before(struct store *store, const struct store_input *input, bool *before,
                        struct fault *fault)
{
    struct query *query = database_query(store->database, same_run, fault);

    if (!query)
        return false;
    query_bind_number(query, 1, (int64_t)input->articles);
    query_bind_number(query, 2, (int64_t)input->identities);
    if (!query_next(query, before, fault))
        return false;
    query_end(query);
    return true;
}

static bool complete_run(struct store *store, const struct store_input *input, bool before,
                         struct fault *fault)
{
    struct query *query;

    if (!store_begin(store, fault) || !store_number_run(store, fault))
        return false;
    query = database_query(store->database, before ? forget_run : end_run, fault);
    if (!query)
        return false;
    if (!before) {
        query_bind_number(query, 1, (int64_t)input->articles);
        query_bind_number(query, 2, (int64_t)input->identities);
    }
    return query_run(query, fault) && store_commit(store, fault);
}

bool store_end_run(struct store *store, const struct store_input *input, struct fault *fault)
{
    bool before = false, done = read_before(store, input, &before, fault);
    bool grown = !before || store->run;

    if (!done || (grown && !complete_run(store, input, before, fault)) ||
        (!store->temporary && !store_weeks_fold(store, fault)) ||
        !database_run(store->database, schema_index, fault)) {
        store_roll_back(store);
        return false;
    }
    if (!store->temporary && store->state == STORE_IDLE)
        database_settle(store->database);
    return store_begin_reading(store, fault) && store_catch_up(store, fault);
}
