#include "tests/sample_batch.h"
#include "tests/support.h"

#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/store/database.h"
#include "corpus/store/identities.h"
#include "corpus/store/idlist.h"
#include "corpus/store/store_merge.h"
#include "corpus/store/store_refresh.h"
#include "corpus/store/store_weeks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- stores to test with ------------------------------------------------------------ */

static char folder[] = "/tmp/broadsheet-store-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static const char *path_of(const char *name)
{
    static char paths[4][128];
    static int turn;
    char *path = paths[turn++ % 4];

    (void)snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static const char *fresh(const char *name)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    const char *path = path_of(name);

    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        char file[160];

        (void)snprintf(file, sizeof file, "%s%s", path, endings[i]);
        (void)unlink(file);
    }
    return path;
}

static int remove_folder(void **state)
{
    static const char *const names[] = {"a.db", "b.db", "c.db", "old.db", "flip.db", "x.db"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        (void)fresh(names[i]);
    return rmdir(folder);
}

static const struct sample samples[] = {
    {"1", "Courier", "2025-11-24", "The ferry left the harbour. \"It is late,\" said Anna Harker."},
    {"2", "Courier", "2025-11-25T10:00:00Z",
     "Herring prices rose; the harbour was full of ferries."},
    {"3", "Tribune", "2025-12-01",
     "The council met. \"No vote today,\" Piet Vorsk said on Monday."},
    {"4", "Tribune", "", "An article that has no date at all."},
    {"5", "Courier", "1969-12-30", "An old article about the harbour and the ferry."},
};

static const struct sample corrections[] = {
    {"1", "Courier", "2025-11-24", "The ferry stayed in the harbour, a correction says."},
    {"3", "Tribune", "2025-12-09", "The council met again. \"A vote at last,\" Piet Vorsk said."},
};

static bool add(struct store *store, const struct sample *list, size_t count,
                struct store_tally *tally, struct fault *fault)
{
    const struct store_run run = {.shard = SHARD_WHOLE};
    struct store_input input = {.articles = count};
    struct annotator *annotator = annotate_open();
    struct batch batch = BATCH_EMPTY;
    bool done;

    for (size_t i = 0; i < count; i++)
        input.identities += hash_bytes(span_of(list[i].text), i);
    samples_annotate(&batch, annotator, list, count);
    done = store_start_run(store, &run, fault) && store_add(store, &batch, tally, fault) &&
           store_end_run(store, &input, fault);
    batch_release(&batch);
    annotate_close(annotator);
    return done;
}

static struct store *opened(const char *path, enum store_mode mode)
{
    struct store *store = NULL;
    struct fault fault = FAULT_EMPTY;

    if (!store_open(&store, path, mode, 1, &fault))
        fail_msg("%s", fault.message);
    return store;
}

static void grow(const char *path, const struct sample *list, size_t count)
{
    struct store *store = opened(path, STORE_WRITE);
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;

    if (!add(store, list, count, &tally, &fault))
        fail_msg("%s", fault.message);
    store_close(store);
}

/* --- all of a store as text, which does not depend on its ids ------------------------ */

struct dump {
    struct store *store;
    struct bytes out;
};

static void dump_terms(struct dump *dump, struct span ids)
{
    uint32_t id;

    while (idlist_next(&ids, &id)) {
        if (id && id <= store_terms(dump->store)->count)
            bytes_add(&dump->out, table_text(store_terms(dump->store), id - 1));
        bytes_add_byte(&dump->out, ' ');
    }
}

static bool dump_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct dump *dump = context;
    const struct span texts[] = {article->id,        article->source,   article->title,
                                 article->published, article->declared, article->language};

    (void)fault;
    bytes_print(&dump->out, "article %d %u %u %u:", article->day, article->words, article->quotes,
                article->left_out);
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        bytes_add(&dump->out, texts[i]);
        bytes_add_byte(&dump->out, '|');
    }
    dump_terms(dump, article->terms);
    dump_terms(dump, article->title_terms);
    bytes_add_byte(&dump->out, '\n');
    return true;
}

static bool dump_text(void *context, const struct stored_article *article, struct fault *fault)
{
    struct dump *dump = context;
    struct bytes text = BYTES_EMPTY;
    bool done = store_text(dump->store, article->number, &text, fault);

    bytes_add(&dump->out, bytes_span(&text));
    bytes_release(&text);
    return done;
}

static bool dump_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct dump *dump = context;

    (void)fault;
    bytes_print(&dump->out, "quote %u-%u %u %u %.*s %.*s\n", quote->start, quote->end, quote->words,
                (unsigned)quote->kind, SPAN_PRINT(quote->speaker), SPAN_PRINT(quote->rule));
    return true;
}

/* Terms come in the order of the store's ids: their hashes are added up instead. */
static bool dump_weeks(void *context, const struct term_weeks *weeks, struct fault *fault)
{
    uint64_t *sum = context;

    (void)fault;
    for (size_t i = 0; i < weeks->count; i++)
        *sum += ((uint64_t)weeks->weeks[i].words << 32 | weeks->weeks[i].articles) *
                (uint64_t)(weeks->weeks[i].week + 7);
    return true;
}

static bool dump_store(struct bytes *out, struct store *store, struct fault *fault)
{
    struct dump dump = {.store = store};
    uint64_t weeks = 0, articles = 0;
    int32_t *days = NULL;
    size_t count = 0;
    bool done = store_walk(store, STORE_ALL_DAYS, dump_article, &dump, fault) &&
                store_walk(store, STORE_ALL_DAYS, dump_text, &dump, fault) &&
                store_walk_quotes(store, STORE_ALL_DAYS, dump_quote, &dump, fault) &&
                store_walk_weeks(store, dump_weeks, &weeks, fault);

    store_list_days(store, &days, &count, &articles);
    free(days);
    bytes_print(&dump.out, "%zu days, %llu articles, weeks %llu\n", count,
                (unsigned long long)articles, (unsigned long long)weeks);
    bytes_add(out, bytes_span(&dump.out));
    bytes_release(&dump.out);
    return done;
}

static bool dump_path(struct bytes *out, const char *path, struct fault *fault)
{
    struct store *store = NULL;
    bool done = store_open(&store, path, STORE_READ, 1, fault) && dump_store(out, store, fault);

    store_close(store);
    return done;
}

static void assert_same(const char *left, const char *right)
{
    struct bytes a = BYTES_EMPTY, b = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    if (!dump_path(&a, left, &fault) || !dump_path(&b, right, &fault))
        fail_msg("%s", fault.message);
    assert_string_equal(bytes_text(&a), bytes_text(&b));
    bytes_release(&a);
    bytes_release(&b);
}

/* --- weekly counts ------------------------------------------------------------------ */

struct recount {
    const struct table *terms;
    uint32_t *words; /* by term and week of `first` to `first` + WEEKS */
};

enum { FIRST_WEEK = -2, WEEKS = 4000 };

static bool recount_article(void *context, const struct stored_article *article,
                            struct fault *fault)
{
    struct recount *recount = context;
    struct span ids = article->terms;
    uint32_t id;

    (void)fault;
    while (article->day != DAY_NONE && idlist_next(&ids, &id)) {
        if (id)
            recount->words[(id - 1) * WEEKS + (uint32_t)(day_week(article->day) - FIRST_WEEK)]++;
    }
    return true;
}

static bool compare_weeks(void *context, const struct term_weeks *weeks, struct fault *fault)
{
    struct recount *recount = context;

    (void)fault;
    for (size_t i = 0; i < weeks->count; i++) {
        uint32_t *words =
            &recount->words[weeks->term * WEEKS + (uint32_t)(weeks->weeks[i].week - FIRST_WEEK)];

        assert_int_equal(weeks->weeks[i].words, *words);
        assert_in_range(weeks->weeks[i].articles, 1, *words);
        *words = 0;
    }
    return true;
}

static void assert_weeks_equal_recount(struct store *store)
{
    size_t size = store_terms(store)->count * WEEKS;
    struct recount recount = {.terms = store_terms(store), .words = calloc(size, sizeof(uint32_t))};
    struct fault fault = FAULT_EMPTY;

    assert_non_null(recount.words);
    if (!store_walk(store, STORE_ALL_DAYS, recount_article, &recount, &fault) ||
        !store_walk_weeks(store, compare_weeks, &recount, &fault))
        fail_msg("%s", fault.message);
    for (size_t i = 0; i < size; i++)
        assert_int_equal(recount.words[i], 0); /* nothing was left out */
    free(recount.words);
}

static void weekly_counts_equal_a_recount_after_adds_revisions_and_refreshing(void **state)
{
    const char *path = fresh("a.db");
    struct store *store = opened(path, STORE_WRITE);
    const struct store_refresh refresh = {.threads = 1, .all = true};
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;
    uint64_t refreshed = 0;

    (void)state;
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    assert_weeks_equal_recount(store);
    assert_true(add(store, corrections, COUNT_OF(corrections), &tally, &fault));
    assert_weeks_equal_recount(store);
    assert_int_equal(tally.added, COUNT_OF(samples));
    assert_int_equal(tally.revised, COUNT_OF(corrections));
    assert_true(store_refresh(store, &refresh, &refreshed, &fault));
    assert_int_equal(refreshed, COUNT_OF(samples) + COUNT_OF(corrections));
    assert_weeks_equal_recount(store);
    store_close(store);
    store = opened(path, STORE_READ);
    assert_weeks_equal_recount(store);
    store_close(store);
}

static void weekly_counts_are_complete_before_a_run_has_ended(void **state)
{
    const struct store_run run = {.shard = SHARD_WHOLE};
    struct store *store = opened(NULL, STORE_WRITE);
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;
    struct annotator *annotator = annotate_open();
    struct batch batch = BATCH_EMPTY;
    const struct article article = {.id = span_of("n"),
                                    .source = span_of("S"),
                                    .published = span_of("2025-11-24"),
                                    .text = span_of("A harbour, a ferry.")};

    (void)state;
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    batch_add(&batch, &article, revision_hashes(&article));
    annotate_batch(annotator, &batch);
    assert_true(store_start_run(store, &run, &fault));
    assert_true(store_add(store, &batch, &tally, &fault));
    assert_weeks_equal_recount(store);
    batch_release(&batch);
    annotate_close(annotator);
    store_close(store);
}

static void weekly_counts_come_back_from_their_bytes(void **state)
{
    static const struct week_count weeks[] = {
        {-1000000, 1, 1}, {-1, 5, 2}, {0, 4000000000U, 7}, {1, 0, 0}, {2900, 1, 1}};
    struct bytes blob = BYTES_EMPTY;
    struct weekcounts_reader reader;
    struct week_count week;

    (void)state;
    weekcounts_write(&blob, weeks, COUNT_OF(weeks));
    reader = (struct weekcounts_reader){.rest = bytes_span(&blob)};
    for (size_t i = 0; i < COUNT_OF(weeks); i++) {
        if (weeks[i].words == 0)
            continue;
        assert_true(weekcounts_next(&reader, &week));
        assert_int_equal(week.week, weeks[i].week);
        assert_int_equal(week.words, weeks[i].words);
        assert_int_equal(week.articles, weeks[i].articles);
    }
    assert_false(weekcounts_next(&reader, &week));
    bytes_release(&blob);
}

/* --- what is kept ------------------------------------------------------------------- */

static void adding_again_changes_nothing(void **state)
{
    struct store *store = opened(fresh("a.db"), STORE_WRITE);
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;
    struct bytes once = BYTES_EMPTY, twice = BYTES_EMPTY;

    (void)state;
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    assert_true(dump_store(&once, store, &fault));
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    assert_true(dump_store(&twice, store, &fault));
    assert_int_equal(tally.added, COUNT_OF(samples));
    assert_int_equal(tally.known, COUNT_OF(samples));
    assert_string_equal(bytes_text(&once), bytes_text(&twice));
    bytes_release(&once);
    bytes_release(&twice);
    store_close(store);
}

static void merged_stores_equal_one_store_in_any_order(void **state)
{
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;
    const char *const paths[] = {fresh("a.db"), fresh("b.db")};
    const char *const turned[] = {paths[1], paths[0]};
    struct store_merge merge = {.paths = paths, .count = 2, .wait = 1};
    const char *one, *other;

    (void)state;
    grow(paths[0], samples, COUNT_OF(samples));
    grow(paths[1], corrections + 1, 1); /* published later: it holds, whatever the run */
    one = fresh("c.db");
    if (!store_merge(one, &merge, &tally, &fault))
        fail_msg("%s", fault.message);
    assert_int_equal(tally.added, COUNT_OF(samples));
    assert_int_equal(tally.revised, 1);
    merge.paths = turned;
    other = fresh("x.db");
    if (!store_merge(other, &merge, &tally, &fault))
        fail_msg("%s", fault.message);
    assert_same(path_of("c.db"), path_of("x.db"));
    grow(path_of("a.db"), corrections + 1, 1);
    assert_same(path_of("a.db"), path_of("c.db"));
}

/* --- older and damaged stores ------------------------------------------------------- */

/* The tables of version 1, as that version made them. */
static const char version_1[] =
    "CREATE TABLE articles(number INTEGER PRIMARY KEY, article_id TEXT NOT NULL,"
    " source TEXT NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL, section TEXT NOT NULL,"
    " url TEXT NOT NULL, published TEXT NOT NULL, origin TEXT NOT NULL, language TEXT NOT NULL,"
    " day INTEGER, seconds INTEGER, words INTEGER NOT NULL, quotes INTEGER NOT NULL,"
    " left_out INTEGER NOT NULL, replaced INTEGER NOT NULL, content INTEGER NOT NULL,"
    " superseded INTEGER NOT NULL DEFAULT 0);"
    "CREATE INDEX articles_key ON articles(source, article_id) WHERE superseded = 0;"
    "CREATE INDEX articles_day ON articles(day, source, article_id, number);"
    "CREATE TABLE texts(article INTEGER PRIMARY KEY, text BLOB NOT NULL,"
    " checksum INTEGER NOT NULL);"
    "CREATE TABLE tokens(article INTEGER PRIMARY KEY, terms BLOB NOT NULL,"
    " title_terms BLOB NOT NULL, checksum INTEGER NOT NULL);"
    "CREATE TABLE terms(id INTEGER PRIMARY KEY, term TEXT NOT NULL);"
    "CREATE TABLE quotes(article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
    " number INTEGER NOT NULL, words INTEGER NOT NULL, kind INTEGER NOT NULL,"
    " speaker TEXT NOT NULL, mention TEXT NOT NULL, cue TEXT NOT NULL, rule TEXT NOT NULL,"
    " PRIMARY KEY(article, start)) WITHOUT ROWID;"
    "CREATE TABLE runs(number INTEGER PRIMARY KEY, annotator INTEGER NOT NULL,"
    " tokens_rule INTEGER NOT NULL, added INTEGER NOT NULL, revised INTEGER NOT NULL,"
    " known INTEGER NOT NULL);"
    "INSERT INTO terms(id, term) VALUES(0, 'rain'), (1, 'fell');"
    "INSERT INTO runs VALUES(1, 1, 1, 1, 1, 0);"
    "PRAGMA application_id = 1112754260; PRAGMA user_version = 1;";

/* An article "Rain fell." of version 1, whose title is "Rain". */
static void add_old(struct database *database, int number, bool superseded, const char *text)
{
    const struct span terms = {"\1\2", 2}, title = {"\1", 1};
    uint64_t content = hash_bytes(span_of(text), 0);
    uint64_t checksum = hash_bytes(terms, hash_bytes(title, 0));
    struct fault fault = FAULT_EMPTY;
    char sql[900];

    (void)snprintf(sql, sizeof sql,
                   "INSERT INTO articles VALUES(%d, 'r', 'S', 'Rain', '', '', '', '2025-11-24',"
                   " 'in.jsonl', 'en', 20416, NULL, 2, 0, 0, 0, %lld, %d);"
                   "INSERT INTO texts VALUES(%d, CAST('%s' AS BLOB), %lld);"
                   "INSERT INTO tokens VALUES(%d, x'0102', x'01', %lld);",
                   number, (long long)content, superseded, number, text, (long long)content, number,
                   (long long)checksum);
    if (!database_run(database, sql, &fault))
        fail_msg("%s", fault.message);
}

static void make_old(const char *path)
{
    struct database *database = NULL;
    struct fault fault = FAULT_EMPTY;

    if (!database_open(&database, path, DATABASE_CREATE, 1, &fault) ||
        !database_run(database, version_1, &fault))
        fail_msg("%s", fault.message);
    add_old(database, 1, true, "Rain falls.");
    add_old(database, 2, false, "Rain fell.");
    database_close(database);
}

static void a_store_of_version_1_is_brought_up_to_date(void **state)
{
    static const struct sample rain[] = {{"r", "S", "2025-11-24", "Rain fell."}};
    const char *path = fresh("old.db");
    struct store *store;
    struct store_tally tally = {0};
    struct bytes out = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    make_old(path);
    if (!dump_path(&out, path, &fault))
        fail_msg("%s", fault.message);
    assert_non_null(strstr(bytes_text(&out), "article 20416 2 0 0:r|S|Rain|2025-11-24|en|en|"
                                             "rain fell rain "));
    assert_non_null(strstr(bytes_text(&out), "Rain fell.1 days, 1 articles"));
    bytes_release(&out);
    store = opened(path, STORE_WRITE);
    assert_weeks_equal_recount(store);
    assert_int_equal(store_manifest(store).articles, 2);
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    assert_int_equal(tally.added, COUNT_OF(samples));
    assert_true(add(store, rain, 1, &tally, &fault)); /* another title: a revision */
    assert_int_equal(tally.revised, 1);
    assert_weeks_equal_recount(store);
    store_close(store);
}

static void damage_to_a_store_of_version_1_is_seen(void **state)
{
    const char *path = fresh("old.db");
    struct database *database = NULL;
    struct store *store = NULL;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    make_old(path);
    assert_true(database_open(&database, path, DATABASE_READ, 1, &fault));
    assert_true(database_run(database, "UPDATE tokens SET terms = x'0202'", &fault));
    database_close(database);
    assert_false(store_open(&store, path, STORE_READ, 1, &fault));
    assert_int_equal(fault.kind, FAULT_DAMAGED);
}

/* Turns today's tables into those of version 2, as that version made them. */
static const char back_to_2[] =
    "CREATE TABLE old_terms(id INTEGER PRIMARY KEY, term TEXT NOT NULL);"
    "WITH RECURSIVE cut(id, term, rest) AS ("
    " SELECT -1, '', (SELECT group_concat(words, '') FROM (SELECT words FROM terms ORDER BY first))"
    " UNION ALL SELECT id + 1, substr(rest, 1, instr(rest, char(10)) - 1),"
    " substr(rest, instr(rest, char(10)) + 1) FROM cut WHERE rest <> '')"
    "INSERT INTO old_terms SELECT id, term FROM cut WHERE id >= 0;"
    "DROP TABLE terms; ALTER TABLE old_terms RENAME TO terms;"
    "DROP TABLE identities; DROP TABLE weekly;"
    "CREATE TABLE weekly(term INTEGER PRIMARY KEY, counts BLOB NOT NULL,"
    " checksum INTEGER NOT NULL);"
    "CREATE INDEX articles_key ON articles(source, article_id, fingerprint);"
    "CREATE TABLE texts(article INTEGER PRIMARY KEY, text BLOB NOT NULL, checksum INTEGER NOT "
    "NULL);"
    "INSERT INTO texts SELECT number, text, 0 FROM articles;"
    "ALTER TABLE articles DROP COLUMN text;"
    "PRAGMA user_version = 2;";

/* The store of all samples and corrections as version 2 would have left it, and then `change`. */
static const char *make_version_2(const char *change)
{
    const char *path = fresh("old.db");
    struct database *database = NULL;
    struct fault fault = FAULT_EMPTY;

    grow(path, samples, COUNT_OF(samples));
    grow(path, corrections, COUNT_OF(corrections));
    if (!database_open(&database, path, DATABASE_READ, 1, &fault) ||
        !database_run(database, back_to_2, &fault) || !database_run(database, change, &fault))
        fail_msg("%s", fault.message);
    database_close(database);
    return path;
}

static void a_store_of_version_2_is_brought_up_to_date(void **state)
{
    struct store *store;
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    grow(fresh("a.db"), samples, COUNT_OF(samples));
    grow(path_of("a.db"), corrections, COUNT_OF(corrections));
    assert_same(make_version_2(""), path_of("a.db"));
    store = opened(path_of("old.db"), STORE_WRITE);
    assert_weeks_equal_recount(store);
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    assert_int_equal(tally.known, COUNT_OF(samples));
    assert_weeks_equal_recount(store);
    store_close(store);
    assert_same(path_of("old.db"), path_of("a.db"));
}

static void damage_to_a_store_of_version_2_is_seen(void **state)
{
    static const char *const changes[] = {
        "UPDATE terms SET term = 'herrings' WHERE term = 'herring'",
        "DELETE FROM terms WHERE id = (SELECT MAX(id) FROM terms)",
        "UPDATE articles SET fingerprint = fingerprint + 1 WHERE number = 2",
        "DELETE FROM articles WHERE number = 1",
        "DELETE FROM days",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        struct store *store = NULL;
        struct fault fault = FAULT_EMPTY;

        assert_false(store_open(&store, make_version_2(changes[i]), STORE_READ, 1, &fault));
        assert_int_equal(fault.kind, FAULT_DAMAGED);
    }
}

/* What articles are yet to be counted has no checksum of its own. */
static void damage_to_what_is_due_is_seen(void **state)
{
    static const char *const changes[] = {
        "INSERT INTO weekly_due(article, sign) VALUES(1, 5)",
        "INSERT INTO weekly_due(article, sign) VALUES(2, 0)",
        "PRAGMA writable_schema = ON;" /* two tables in one place */
        "UPDATE sqlite_schema SET rootpage ="
        " (SELECT rootpage FROM sqlite_schema WHERE name = 'days') WHERE name = 'weekly_due'",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        struct database *database = NULL;
        struct bytes out = BYTES_EMPTY;
        struct fault fault = FAULT_EMPTY;

        grow(fresh("a.db"), samples, COUNT_OF(samples));
        assert_true(database_open(&database, path_of("a.db"), DATABASE_CREATE, 1, &fault));
        assert_true(database_run(database, changes[i], &fault));
        database_close(database);
        assert_false(dump_path(&out, path_of("a.db"), &fault));
        assert_int_equal(fault.kind, FAULT_DAMAGED);
        bytes_release(&out);
    }
}

static char *read_whole(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *bytes;

    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *size = (size_t)ftell(file);
    rewind(file);
    bytes = malloc(*size);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *size, file), *size);
    (void)fclose(file);
    return bytes;
}

static void write_whole(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static int flips_wanted(void)
{
    const char *wish = getenv("FLIPS");

    return wish ? atoi(wish) : 300;
}

static void a_flipped_bit_gives_exit_6_or_the_right_answer(void **state)
{
    struct bytes right = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;
    uint64_t random = 20251124;
    size_t size;
    char *bytes;
    int damaged = 0;

    (void)state;
    grow(fresh("a.db"), samples, COUNT_OF(samples));
    grow(path_of("a.db"), corrections, COUNT_OF(corrections));
    assert_true(dump_path(&right, path_of("a.db"), &fault));
    bytes = read_whole(path_of("a.db"), &size);
    for (int i = 0; i < flips_wanted(); i++) {
        struct bytes out = BYTES_EMPTY;
        const char *path = fresh("flip.db");
        size_t bit;

        do { /* among bytes that mean something; the rest is free room */
            random = random * 6364136223846793005U + 1442695040888963407U;
            bit = (random >> 20) % (size * 8);
        } while (bytes[bit / 8] == 0 && i % 8);
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << bit % 8));
        write_whole(path, bytes, size);
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << bit % 8));
        if (!dump_path(&out, path, &fault)) {
            if (fault.kind != FAULT_DAMAGED)
                fail_msg("bit %zu: kind %d, %s", bit, (int)fault.kind, fault.message);
            damaged++;
        } else if (strcmp(bytes_text(&out), bytes_text(&right)) != 0) {
            fail_msg("bit %zu: another answer", bit);
        }
        bytes_release(&out);
    }
    assert_in_range(damaged, flips_wanted() / 4, flips_wanted());
    free(bytes);
    bytes_release(&right);
}

/* --- the small parts ---------------------------------------------------------------- */

static void identities_of_a_key_are_found_and_no_others(void **state)
{
    enum { KEYS = 2000 };
    struct identities known = IDENTITIES_EMPTY;

    (void)state;
    assert_int_equal(identities_find(&known, (struct identity){0, 0}), 0);
    for (uint64_t i = 0; i < KEYS; i++) { /* keys that meet in a slot, or in all but their ends */
        identities_add(&known, (struct identity){i << 40, i});
        if (i % 3 == 0)
            identities_add(&known, (struct identity){i << 40, KEYS + i});
    }
    for (uint64_t i = 0; i < KEYS; i++) {
        struct identity_search search = identities_search(&known, i << 40);
        size_t found = 0;
        uint32_t number;

        while ((number = identities_next(&search)) != 0) {
            assert_int_equal(known.items[number - 1].key, i << 40);
            found++;
        }
        assert_int_equal(found, i % 3 ? 1 : 2);
        number = identities_find(&known, (struct identity){i << 40, i});
        assert_int_equal(known.items[number - 1].fingerprint, i);
        assert_int_equal(identities_find(&known, (struct identity){i << 40, KEYS + i}) != 0,
                         i % 3 == 0);
        assert_int_equal(identities_find(&known, (struct identity){i << 40 | 1, i}), 0);
    }
    identities_release(&known);
}

static void shards_are_read_united_and_known_to_be_complete(void **state)
{
    static const struct {
        const char *left, *right, *all;
        uint32_t count;
        bool complete;
    } cases[] = {{"1,3", "2", "1,2,3", 3, true},
                 {"1", "3", "1,3", 3, false},
                 {"2", "1", "1,2", 2, true},
                 {"1,3", "3", NULL, 3, false},
                 {"", "1", "1", 1, true},
                 {"4", "1,2", "1,2,4", 4, false},
                 {"10,11", "9", "9,10,11", 3, false}};
    static const char *const wrong[] = {"",   "1",       "0/3", "4/3", "1/",
                                        "/2", "1/99999", "a/b", "1/2x"};
    struct shard shard;
    struct fault fault;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct bytes all = BYTES_EMPTY;

        assert_int_equal(shard_unite(&all, span_of(cases[i].left), span_of(cases[i].right)),
                         cases[i].all != NULL);
        if (cases[i].all) {
            assert_string_equal(bytes_text(&all), cases[i].all);
            assert_int_equal(shard_complete(bytes_span(&all), cases[i].count), cases[i].complete);
        }
        bytes_release(&all);
    }
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        assert_false(shard_read(&shard, span_of(wrong[i]), &fault));
    assert_true(shard_read(&shard, span_of("64/64"), &fault));
    assert_int_equal(shard.number, 64);
    assert_true(shard_has(shard, 127));
    assert_false(shard_has(shard, 128));
}

static void file_systems_between_machines_are_known(void **state)
{
    (void)state;
    assert_string_equal(database_shared_system(0x6969), "NFS");
    assert_string_equal(database_shared_system(0x47504653), "GPFS");
    assert_string_equal(database_shared_system(0x0BD00BD0), "Lustre");
    assert_null(database_shared_system(0xEF53)); /* ext4 */
}

static void a_store_that_is_missing_is_said(void **state)
{
    struct store *store = NULL;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(store_open(&store, fresh("x.db"), STORE_READ, 1, &fault));
    assert_int_equal(fault.kind, FAULT_INPUT);
    assert_null(store);
}

/* A new store takes the write-ahead log when its first run has ended, or a later one. */
static void a_new_store_is_settled_when_nobody_else_reads_it(void **state)
{
    const char *path = fresh("a.db");
    struct store *store = opened(path, STORE_WRITE), *reader = opened(path, STORE_READ);
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    assert_false(
        add(store, samples, COUNT_OF(samples), &tally, &fault)); /* the reader's snapshot */
    assert_int_equal(fault.kind, FAULT_BUSY);
    store_close(reader);
    store_close(store);
    grow(path, samples, COUNT_OF(samples));
    reader = opened(path, STORE_READ);
    grow(path, corrections, COUNT_OF(corrections));
    store_close(reader);
}

static void a_lock_held_too_long_is_busy(void **state)
{
    const char *path = fresh("a.db");
    struct database *holder = NULL;
    struct store *store = NULL;
    struct store_tally tally = {0};
    struct fault fault = FAULT_EMPTY;

    (void)state;
    grow(path, samples, COUNT_OF(samples));
    assert_true(database_open(&holder, path, DATABASE_READ, 0, &fault));
    assert_true(database_run(holder, "BEGIN IMMEDIATE", &fault));
    assert_true(store_open(&store, path, STORE_WRITE, 0, &fault));
    assert_false(add(store, corrections, COUNT_OF(corrections), &tally, &fault));
    assert_int_equal(fault.kind, FAULT_BUSY);
    store_close(store);
    database_close(holder);
}

/* A reader sees the store as it was when it was opened. */
static void a_reader_keeps_its_snapshot(void **state)
{
    const char *path = fresh("a.db");
    struct store *reader;
    struct bytes before = BYTES_EMPTY, after = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    (void)state;
    grow(path, samples, COUNT_OF(samples));
    reader = opened(path, STORE_READ);
    assert_true(dump_store(&before, reader, &fault));
    grow(path, corrections, COUNT_OF(corrections));
    assert_true(dump_store(&after, reader, &fault));
    assert_string_equal(bytes_text(&before), bytes_text(&after));
    store_close(reader);
    bytes_release(&before);
    bytes_release(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adding_again_changes_nothing),
        cmocka_unit_test(weekly_counts_equal_a_recount_after_adds_revisions_and_refreshing),
        cmocka_unit_test(weekly_counts_are_complete_before_a_run_has_ended),
        cmocka_unit_test(weekly_counts_come_back_from_their_bytes),
        cmocka_unit_test(merged_stores_equal_one_store_in_any_order),
        cmocka_unit_test(a_store_of_version_1_is_brought_up_to_date),
        cmocka_unit_test(damage_to_a_store_of_version_1_is_seen),
        cmocka_unit_test(a_store_of_version_2_is_brought_up_to_date),
        cmocka_unit_test(damage_to_a_store_of_version_2_is_seen),
        cmocka_unit_test(damage_to_what_is_due_is_seen),
        cmocka_unit_test(a_flipped_bit_gives_exit_6_or_the_right_answer),
        cmocka_unit_test(identities_of_a_key_are_found_and_no_others),
        cmocka_unit_test(shards_are_read_united_and_known_to_be_complete),
        cmocka_unit_test(file_systems_between_machines_are_known),
        cmocka_unit_test(a_store_that_is_missing_is_said),
        cmocka_unit_test(a_new_store_is_settled_when_nobody_else_reads_it),
        cmocka_unit_test(a_lock_held_too_long_is_busy),
        cmocka_unit_test(a_reader_keeps_its_snapshot),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
