/* Stores of older versions are brought up to date, and damaged ones are seen. */
#include "tests/corpus/store_dump.h"
#include "tests/corpus/store_folder.h"
#include "tests/corpus/store_recount.h"

#include "corpus/base/embed.h"
#include "corpus/store/database.h"

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

/* --- version 3: a row a quotation, a column for each part of an article ---------------- */

EMBED(store_3, "tests/corpus/store_3.sql");

/* What that version's program read from it. */
static const char store_3_holds[] =
    "article -2147483648 8 0 0:4|Tribune|A title||en|en|an article that has no date at all a "
    "title \n"
    "article -2 9 0 0:5|Courier|A title|1969-12-30|en|en|an old article about the harbour and the "
    "ferry a title \n"
    "article 20416 9 0 0:1|Courier|A title|2025-11-24|en|en|the ferry stayed in the harbour  a "
    "correction says a title \n"
    "article 20417 9 0 0:2|Courier|A title|2025-11-25T10:00:00Z|en|en|herring prices rose  the "
    "harbour was full of ferries a title \n"
    "article 20431 11 1 0:3|Tribune|A title|2025-12-09|en|en|the council met again  a vote at last "
    " piet vorsk said a title \n"
    "An article that has no date at all.An old article about the harbour and the ferry.The ferry "
    "stayed in the harbour, a correction says.Herring prices rose; the harbour was full of "
    "ferries.The council met again. \"A vote at last,\" Piet Vorsk said.quote 24-39 4 0 Piet Vorsk "
    "ranker:after-cue:864\n"
    "4 days, 5 articles, weeks 364561119133726\n";

/* That store, and then `change`. */
static const char *make_version_3(const char *change)
{
    const char *path = fresh("old.db");
    struct database *database = NULL;
    struct fault fault = FAULT_EMPTY;

    if (!database_open(&database, path, DATABASE_CREATE, 1, &fault) ||
        !database_run(database, store_3, &fault) || !database_run(database, change, &fault))
        fail_msg("%s", fault.message);
    database_close(database);
    return path;
}

/* The store holds what it held as it was written, and can grow. */
static void assert_brought_up_to_date(const char *path)
{
    struct store *store;
    struct store_tally tally = {0};
    struct bytes out = BYTES_EMPTY;
    struct fault fault = FAULT_EMPTY;

    for (int again = 0; again < 2; again++) {
        if (!dump_path(&out, path, &fault))
            fail_msg("%s", fault.message);
        assert_string_equal(bytes_text(&out), store_3_holds);
        bytes_clear(&out);
    }
    bytes_release(&out);
    store = opened(path, STORE_WRITE);
    assert_weeks_equal_recount(store);
    assert_true(add(store, samples, COUNT_OF(samples), &tally, &fault));
    assert_true(add(store, corrections, COUNT_OF(corrections), &tally, &fault));
    assert_int_equal(tally.known, COUNT_OF(samples) + COUNT_OF(corrections));
    assert_true(
        add(store, &(struct sample){"9", "Bote", "2025-12-02", "It rained."}, 1, &tally, &fault));
    assert_int_equal(tally.added, 1);
    assert_weeks_equal_recount(store);
    store_close(store);
}

static void assert_damaged(const char *path)
{
    struct store *store = NULL;
    struct fault fault = FAULT_EMPTY;

    assert_false(store_open(&store, path, STORE_READ, 1, &fault));
    assert_int_equal(fault.kind, FAULT_DAMAGED);
}

static void a_store_of_version_3_is_brought_up_to_date(void **state)
{
    (void)state;
    assert_brought_up_to_date(make_version_3(""));
}

static void damage_to_a_store_of_version_3_is_seen(void **state)
{
    static const char *const changes[] = {
        "UPDATE articles SET title = 'Another title' WHERE number = 2",
        "UPDATE articles SET text = x'41' WHERE number = 2",
        "UPDATE articles SET day = day + 1 WHERE number = 2",
        "UPDATE articles SET fingerprint = fingerprint + 1 WHERE number = 2",
        "DELETE FROM articles WHERE number = 7",
        "UPDATE quotes SET speaker = 'Anna Harker' WHERE article = 7",
        "DELETE FROM quotes WHERE article = 7",
        "INSERT INTO quotes SELECT 2, start, end, number, words, kind, speaker, mention, cue, rule"
        " FROM quotes WHERE article = 7",
        "UPDATE days SET articles = 2 WHERE day = 20417",
        "DELETE FROM days",
        "UPDATE manifest SET terms = 3",
        "UPDATE terms SET words = 'rain' || char(10) WHERE first > 0",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(changes); i++)
        assert_damaged(make_version_3(changes[i]));
}

/* --- version 2: a row a term, texts in a table of their own --------------------------- */

/* Turns version 3's tables into those of version 2, as that version made them. */
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

static const char *make_version_2(const char *change)
{
    const char *path = make_version_3(back_to_2);
    struct database *database = NULL;
    struct fault fault = FAULT_EMPTY;

    if (!database_open(&database, path, DATABASE_READ, 1, &fault) ||
        !database_run(database, change, &fault))
        fail_msg("%s", fault.message);
    database_close(database);
    return path;
}

static void a_store_of_version_2_is_brought_up_to_date(void **state)
{
    (void)state;
    assert_brought_up_to_date(make_version_2(""));
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
    for (size_t i = 0; i < COUNT_OF(changes); i++)
        assert_damaged(make_version_2(changes[i]));
}

/* --- today's -------------------------------------------------------------------------- */

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_store_of_version_1_is_brought_up_to_date),
        cmocka_unit_test(damage_to_a_store_of_version_1_is_seen),
        cmocka_unit_test(a_store_of_version_2_is_brought_up_to_date),
        cmocka_unit_test(damage_to_a_store_of_version_2_is_seen),
        cmocka_unit_test(a_store_of_version_3_is_brought_up_to_date),
        cmocka_unit_test(damage_to_a_store_of_version_3_is_seen),
        cmocka_unit_test(damage_to_what_is_due_is_seen),
        cmocka_unit_test(a_flipped_bit_gives_exit_6_or_the_right_answer),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
