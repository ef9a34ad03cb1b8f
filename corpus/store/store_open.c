#include "corpus/store/store.h"

#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/schema.h"
#include "corpus/store/store_inside.h"

#include <stdio.h>
#include <stdlib.h>

static const char get_manifest[] =
    "SELECT annotator, tokens_rule, configuration, shards, articles, identities, terms,"
    " terms_hash, days_hash, weekly_through, weekly_sum, zone, held, seal FROM manifest";
static const char put_manifest[] =
    "INSERT OR REPLACE INTO manifest(annotator, tokens_rule, configuration, shards, articles,"
    " identities, terms, terms_hash, days_hash, weekly_through, weekly_sum, zone, held, seal,"
    " number) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,1)";
static const char all_days[] = "SELECT day, articles, rows_sum FROM days ORDER BY day";
static const char put_day[] =
    "INSERT OR REPLACE INTO days(day, articles, rows_sum) VALUES(?1,?2,?3)";
static const char later_terms[] = "SELECT first, words FROM terms WHERE first >= ?1 ORDER BY first";
static const char put_terms[] = "INSERT INTO terms(first, words) VALUES(?1,?2)";
static const char later_identities[] =
    "SELECT first, hashes, checksum FROM identities WHERE first > ?1 ORDER BY first";
static const char put_identities[] =
    "INSERT INTO identities(first, hashes, checksum) VALUES(?1,?2,?3)";
static const char get_shared_places[] =
    "SELECT COUNT(*) - COUNT(DISTINCT rootpage) FROM sqlite_schema WHERE rootpage > 0";
static const char get_data_version[] = "PRAGMA data_version";

const struct table *store_terms(const struct store *store)
{
    return &store->terms;
}

struct store_manifest store_manifest(const struct store *store)
{
    const struct manifest *manifest = &store->manifest;

    return (struct store_manifest){
        .annotator = manifest->annotator,
        .tokens_rule = manifest->tokens_rule,
        .zone = bytes_span(&manifest->zone),
        .configuration = manifest->configuration,
        .shards = (uint32_t)manifest->shards,
        .held = bytes_span(&manifest->held),
        .articles = (uint64_t)manifest->articles,
        .identities = manifest->identities,
    };
}

/* --- the manifest ----------------------------------------------------------------- */

enum { MANIFEST_NUMBERS = 11 };

static void manifest_numbers(int64_t numbers[static MANIFEST_NUMBERS],
                             const struct manifest *manifest)
{
    const int64_t list[MANIFEST_NUMBERS] = {manifest->annotator,
                                            manifest->tokens_rule,
                                            (int64_t)manifest->configuration,
                                            manifest->shards,
                                            manifest->articles,
                                            (int64_t)manifest->identities,
                                            manifest->terms,
                                            (int64_t)manifest->terms_hash,
                                            (int64_t)manifest->days_hash,
                                            manifest->weekly_through,
                                            (int64_t)manifest->weekly_sum};

    memcpy(numbers, list, sizeof list);
}

static int64_t manifest_seal(const struct manifest *manifest)
{
    int64_t numbers[MANIFEST_NUMBERS];
    uint64_t hash;

    manifest_numbers(numbers, manifest);
    hash = hash_bytes((struct span){(const char *)numbers, sizeof numbers}, 0);
    return (int64_t)hash_bytes(bytes_span(&manifest->zone),
                               hash_bytes(bytes_span(&manifest->held), hash));
}

bool store_load_manifest(struct store *store, struct fault *fault)
{
    struct manifest *manifest = &store->manifest;
    struct query *query = database_query(store->database, get_manifest, fault);
    bool row = false, sound;

    if (!query || !query_next(query, &row, fault))
        return false;
    if (!row)
        return database_damaged(store->database, "its manifest is missing", fault);
    manifest->annotator = query_number(query, 0);
    manifest->tokens_rule = query_number(query, 1);
    manifest->configuration = (uint64_t)query_number(query, 2);
    manifest->shards = query_number(query, 3);
    manifest->articles = query_number(query, 4);
    manifest->identities = (uint64_t)query_number(query, 5);
    manifest->terms = query_number(query, 6);
    manifest->terms_hash = (uint64_t)query_number(query, 7);
    manifest->days_hash = (uint64_t)query_number(query, 8);
    manifest->weekly_through = query_number(query, 9);
    manifest->weekly_sum = (uint64_t)query_number(query, 10);
    bytes_clear(&manifest->zone);
    bytes_add(&manifest->zone, query_bytes(query, 11));
    bytes_clear(&manifest->held);
    bytes_add(&manifest->held, query_bytes(query, 12));
    sound = query_number(query, 13) == manifest_seal(manifest);
    query_end(query);
    return sound || database_damaged(store->database, "its manifest is not as written", fault);
}

static bool save_manifest(struct store *store, struct fault *fault)
{
    const struct manifest *manifest = &store->manifest;
    struct query *query = database_query(store->database, put_manifest, fault);
    int64_t numbers[MANIFEST_NUMBERS];

    if (!query)
        return false;
    manifest_numbers(numbers, manifest);
    for (int i = 0; i < MANIFEST_NUMBERS; i++)
        query_bind_number(query, i + 1, numbers[i]);
    query_bind_text(query, 12, bytes_span(&manifest->zone));
    query_bind_text(query, 13, bytes_span(&manifest->held));
    query_bind_number(query, 14, manifest_seal(manifest));
    return query_run(query, fault);
}

/* --- the ledger ------------------------------------------------------------------- */

static bool load_ledger(struct store *store, struct fault *fault)
{
    struct query *query = database_query(store->database, all_days, fault);
    bool row = true;

    ledger_release(&store->ledger);
    if (!query)
        return false;
    while (query_next(query, &row, fault) && row)
        ledger_day(&store->ledger, (int32_t)query_number(query, 0))->sums = (struct ledger_sums){
            .articles = (uint64_t)query_number(query, 1),
            .rows = (uint64_t)query_number(query, 2),
        };
    if (row)
        return false;
    return ledger_hash(&store->ledger) == store->manifest.days_hash ||
           database_damaged(store->database, "its ledger of days is not as written", fault);
}

static bool save_ledger(struct store *store, struct fault *fault)
{
    struct query *query = database_query(store->database, put_day, fault);

    for (size_t i = 0; query && i < store->ledger.count; i++) {
        struct ledger_day *day = &store->ledger.days[i];

        if (!day->changed)
            continue;
        day->changed = false;
        query_bind_number(query, 1, day->day);
        query_bind_number(query, 2, (int64_t)day->sums.articles);
        query_bind_number(query, 3, (int64_t)day->sums.rows);
        if (!query_run(query, fault))
            return false;
    }
    return query != NULL;
}

/* --- vocabulary and identities ---------------------------------------------------- */

/* Adds the lines to the vocabulary; false where a term is there already or its line has no end. */
static bool read_terms(struct table *terms, uint64_t *hash, struct span lines)
{
    while (lines.length) {
        const char *end = memchr(lines.bytes, '\n', lines.length);
        size_t length = end ? (size_t)(end - lines.bytes) : 0, count = terms->count;
        struct span term = span_cut(lines, 0, length);

        if (!end || table_add(terms, term) != count)
            return false;
        *hash = hash_bytes(term, *hash);
        lines = span_cut(lines, length + 1, lines.length);
    }
    return true;
}

bool store_load_terms(struct store *store, uint64_t hash, struct fault *fault)
{
    struct query *query = database_query(store->database, later_terms, fault);
    bool row = true, sound = true;

    if (!query)
        return false;
    query_bind_number(query, 1, (int64_t)store->terms.count);
    while (sound && query_next(query, &row, fault) && row)
        sound = query_number(query, 0) == (int64_t)store->terms.count &&
                read_terms(&store->terms, &hash, query_bytes(query, 1));
    if (sound && row)
        return false;
    query_end(query);
    return (sound && (int64_t)store->terms.count == store->manifest.terms &&
            hash == store->manifest.terms_hash) ||
           database_damaged(store->database, "its vocabulary is not as written", fault);
}

static bool save_terms(struct store *store, struct fault *fault)
{
    struct manifest *manifest = &store->manifest;
    struct query *query = database_query(store->database, put_terms, fault);
    int64_t first = manifest->terms;

    if (!query || (size_t)first == store->terms.count)
        return query != NULL;
    bytes_clear(&store->blob);
    for (; (size_t)manifest->terms < store->terms.count; manifest->terms++) {
        struct span term = table_text(&store->terms, (uint32_t)manifest->terms);

        manifest->terms_hash = hash_bytes(term, manifest->terms_hash);
        bytes_add(&store->blob, term);
        bytes_add_byte(&store->blob, '\n');
    }
    query_bind_number(query, 1, first);
    query_bind_text(query, 2, bytes_span(&store->blob));
    return query_run(query, fault);
}

bool store_load_known(struct store *store, struct fault *fault)
{
    struct query *query = database_query(store->database, later_identities, fault);
    struct identities *known = &store->known;
    bool row = true, sound = true;
    uint64_t sum = 0;

    if (!query)
        return false;
    query_bind_number(query, 1, (int64_t)known->count);
    while (sound && query_next(query, &row, fault) && row) {
        struct span hashes = query_bytes(query, 1);
        struct identity identity;

        sound = query_number(query, 0) == (int64_t)known->count + 1 &&
                hash_bytes(hashes, known->count) == (uint64_t)query_number(query, 2);
        for (; sound && hashes.length >= sizeof identity;
             hashes = span_cut(hashes, sizeof identity, hashes.length)) {
            memcpy(&identity, hashes.bytes, sizeof identity);
            identities_add(known, identity);
        }
    }
    if (sound && row)
        return false;
    query_end(query);
    store->known_stored = known->count;
    for (size_t i = 0; i < known->count; i++)
        sum += known->items[i].fingerprint;
    return (sound && (int64_t)known->count == store->manifest.articles &&
            sum == store->manifest.identities) ||
           database_damaged(store->database, "its articles' identities are not as written", fault);
}

static bool save_known(struct store *store, struct fault *fault)
{
    struct query *query = database_query(store->database, put_identities, fault);
    size_t stored = store->known_stored, count = store->known.count - stored;
    struct span hashes = {(const char *)(store->known.items + stored),
                          count * sizeof *store->known.items};

    if (!query || count == 0)
        return query != NULL;
    store->known_stored = store->known.count;
    query_bind_number(query, 1, (int64_t)stored + 1);
    query_bind_blob(query, 2, hashes);
    query_bind_number(query, 3, (int64_t)hash_bytes(hashes, stored));
    return query_run(query, fault);
}

static bool load(struct store *store, struct fault *fault)
{
    uint64_t hash = store->terms.count ? store->manifest.terms_hash : 0;

    if (!store_load_manifest(store, fault) || !load_ledger(store, fault))
        return false;
    store_weeks_restart(store);
    return store_load_terms(store, hash, fault);
}

/* --- transactions ----------------------------------------------------------------- */

bool store_catch_up(struct store *store, struct fault *fault)
{
    int64_t version = 0;

    if (!database_number(store->database, get_data_version, 0, &version, fault))
        return false;
    if (version == store->data_version)
        return true;
    store->data_version = version;
    return load(store, fault) && store_load_known(store, fault);
}

void store_roll_back(struct store *store)
{
    struct fault ignored;

    if (store->state != STORE_IDLE)
        (void)database_run(store->database, "ROLLBACK", &ignored);
    store->state = STORE_IDLE;
}

bool store_begin_reading(struct store *store, struct fault *fault)
{
    if (store->state != STORE_IDLE)
        return true;
    if (!database_run(store->database, "BEGIN", fault))
        return false;
    store->state = STORE_READING;
    return true;
}

bool store_begin(struct store *store, struct fault *fault)
{
    if (store->state == STORE_WRITING)
        return true;
    store_roll_back(store);
    if (!database_run(store->database, "BEGIN IMMEDIATE", fault))
        return false;
    store->state = STORE_WRITING;
    return store_catch_up(store, fault);
}

bool store_commit(struct store *store, struct fault *fault)
{
    if (store->state != STORE_WRITING)
        return true;
    store->manifest.days_hash = ledger_hash(&store->ledger);
    if (!save_terms(store, fault) || !save_known(store, fault) || !save_ledger(store, fault) ||
        !save_manifest(store, fault) || !database_run(store->database, "COMMIT", fault))
        return false;
    store->state = STORE_IDLE;
    store->pending = 0;
    return true;
}

/* --- opening ---------------------------------------------------------------------- */

static bool create_schema(struct store *store, struct fault *fault)
{
    char marks[96];

    (void)snprintf(marks, sizeof marks, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                   SCHEMA_APPLICATION_ID, SCHEMA_VERSION);
    store->manifest.annotator = ANNOTATE_VERSION;
    store->manifest.tokens_rule = TOKENS_RULE;
    return database_run(store->database, schema_sql, fault) &&
           database_run(store->database, marks, fault) && save_manifest(store, fault);
}

static bool read_marks(struct store *store, int64_t *application, int64_t *version, int64_t *tables,
                       struct fault *fault)
{
    return database_number(store->database, "PRAGMA application_id", 0, application, fault) &&
           database_number(store->database, "PRAGMA user_version", 0, version, fault) &&
           database_number(store->database, "PRAGMA schema_version", 0, tables, fault);
}

/* Creates the tables where nobody else has done so by now. */
static bool create(struct store *store, struct fault *fault)
{
    int64_t application, version, tables;

    if (!database_run(store->database, "BEGIN IMMEDIATE", fault))
        return false;
    store->state = STORE_WRITING;
    if (!read_marks(store, &application, &version, &tables, fault) ||
        (tables == 0 && !create_schema(store, fault)) ||
        !database_run(store->database, "COMMIT", fault))
        return false;
    store->state = STORE_IDLE;
    return true;
}

/* Each table must lie in a place of its own: what stands in another's has no checksum there. */
static bool check_places(const struct store *store, struct fault *fault)
{
    int64_t shared = 0;

    return database_number(store->database, get_shared_places, 0, &shared, fault) &&
           (shared == 0 || database_damaged(store->database, "two tables lie in one place", fault));
}

/* Creates the tables in an empty database; refuses a file that is not ours. */
static bool check_schema(struct store *store, enum store_mode mode, struct fault *fault)
{
    const char *name = database_name(store->database);
    int64_t application = 0, version = 0, tables = 0;

    if (!read_marks(store, &application, &version, &tables, fault))
        return false;
    if (tables == 0 && application == 0 && mode == STORE_WRITE)
        return create(store, fault);
    if (tables == 0 && application == 0)
        return fault_set(fault, FAULT_DAMAGED, "%s: the store is empty", name);
    if (application != SCHEMA_APPLICATION_ID)
        return fault_set(fault, FAULT_DAMAGED, "%s: this is no store of broadsheet", name);
    if (version > SCHEMA_VERSION)
        return fault_set(fault, FAULT_DAMAGED,
                         "%s: the store was written by a newer broadsheet (its version is %lld, "
                         "this program's is %d); use that program, or make the store again from "
                         "the articles",
                         name, (long long)version, SCHEMA_VERSION);
    return version == SCHEMA_VERSION || store_migrate(store, version, fault);
}

static bool open_store(struct store *store, const char *path, enum store_mode mode, uint32_t wait,
                       struct fault *fault)
{
    return database_open(&store->database, path,
                         mode == STORE_READ ? DATABASE_READ : DATABASE_CREATE, wait, fault) &&
           check_schema(store, mode, fault) && check_places(store, fault) &&
           store_begin_reading(store, fault) &&
           database_number(store->database, get_data_version, 0, &store->data_version, fault) &&
           load(store, fault);
}

bool store_open(struct store **store, const char *path, enum store_mode mode, uint32_t wait,
                struct fault *fault)
{
    struct store *opened = memory_new(1, sizeof *opened);

    opened->temporary = path == NULL;
    opened->plan.shard = SHARD_WHOLE;
    bytes_add_text(&opened->plan_zone, "UTC");
    opened->manifest.shards = 1;
    bytes_add_text(&opened->manifest.held, "1");
    bytes_add_text(&opened->manifest.zone, "UTC");
    if (!open_store(opened, path, mode, wait, fault)) {
        store_close(opened);
        return false;
    }
    if (mode == STORE_WRITE) {
        bool known = store_load_known(opened, fault);

        store_roll_back(opened);
        if (!known) {
            store_close(opened);
            return false;
        }
    }
    *store = opened;
    return true;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    database_close(store->database);
    table_release(&store->terms);
    ledger_release(&store->ledger);
    identities_release(&store->known);
    bytes_release(&store->plan_zone);
    bytes_release(&store->manifest.zone);
    bytes_release(&store->manifest.held);
    bytes_release(&store->blob);
    bytes_release(&store->title_blob);
    bytes_release(&store->said);
    bytes_release(&store->record);
    weekgains_release(&store->fresh);
    free(store);
}
