#include "corpus/store/store.h"

#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"
#include "corpus/store/schema.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum statement {
    BEGIN,
    COMMIT,
    ROLLBACK,
    FIND_ARTICLE,
    SUPERSEDE,
    ADD_ARTICLE,
    ADD_TEXT,
    ADD_TOKENS,
    ADD_TERM,
    ADD_QUOTE,
    ADD_RUN,
    ALL_TERMS,
    WALK,
    WALK_QUOTES,
    GET_TEXT,
    DAYS,
    STATEMENTS
};

#define DAYS_CHOSEN                                                                                \
    "WHERE a.superseded = 0 AND ((a.day >= ?1 AND a.day <= ?2) OR (?3 AND a.day IS NULL)) "        \
    "ORDER BY a.day, a.source, a.article_id, a.number"

static const char *const sql[STATEMENTS] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [COMMIT] = "COMMIT",
    [ROLLBACK] = "ROLLBACK",
    [FIND_ARTICLE] = "SELECT number, content, title, published FROM articles"
                     " WHERE source = ?1 AND article_id = ?2 AND superseded = 0",
    [SUPERSEDE] = "UPDATE articles SET superseded = 1 WHERE number = ?1",
    [ADD_ARTICLE] = "INSERT INTO articles(article_id, source, title, author, section, url,"
                    " published, origin, language, day, seconds, words, quotes, left_out,"
                    " replaced, content) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,"
                    "?15,?16)",
    [ADD_TEXT] = "INSERT INTO texts(article, text, checksum) VALUES(?1,?2,?3)",
    [ADD_TOKENS] = "INSERT INTO tokens(article, terms, title_terms, signature, checksum)"
                   " VALUES(?1,?2,?3,?4,?5)",
    [ADD_TERM] = "INSERT INTO terms(id, term) VALUES(?1,?2)",
    [ADD_QUOTE] = "INSERT INTO quotes(article, start, end, number, words, kind, speaker, mention,"
                  " cue, rule) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
    [ADD_RUN] = "INSERT INTO runs(annotator, tokens_rule, added, revised, known)"
                " VALUES(?1,?2,?3,?4,?5)",
    [ALL_TERMS] = "SELECT term FROM terms ORDER BY id",
    [WALK] = "SELECT a.number, a.day, a.seconds, a.article_id, a.source, a.title, a.author, a.url,"
             " a.published, a.origin, a.language, a.words, a.quotes, a.left_out, a.replaced,"
             " a.content, t.terms, t.title_terms, t.signature, t.checksum"
             " FROM articles a JOIN tokens t ON t.article = a.number " DAYS_CHOSEN,
    [WALK_QUOTES] =
        "SELECT q.article, q.start, q.end, q.number, q.words, q.kind, q.speaker,"
        " q.mention, q.cue, q.rule"
        " FROM articles a JOIN quotes q ON q.article = a.number " DAYS_CHOSEN ", q.start",
    [DAYS] = "SELECT day, COUNT(*) FROM articles WHERE superseded = 0 GROUP BY day ORDER BY day",
    [GET_TEXT] = "SELECT text, checksum FROM texts WHERE article = ?1",
};

struct store {
    sqlite3 *database;
    sqlite3_stmt *statements[STATEMENTS]; /* prepared when first used */
    struct table terms;
    char *path;                    /* for messages */
    struct bytes blob, title_blob; /* room reused from article to article */
};

const struct table *store_terms(const struct store *store)
{
    return &store->terms;
}

/* Fills the fault from SQLite's result; `doing` says what was tried. */
static bool refuse(const struct store *store, int result, const char *doing, struct fault *fault)
{
    enum fault_kind kind = FAULT_OUTPUT;

    switch (result & 0xFF) {
    case SQLITE_NOMEM:
        memory_exhausted(1, 0);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fault_set(fault, FAULT_BUSY,
                         "%s: another process is writing this store; try again when it is done",
                         store->path);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return fault_set(fault, FAULT_DAMAGED,
                         "%s: the store is damaged (%s); make it again from the articles",
                         store->path, sqlite3_errstr(result));
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    default:
        return fault_set(fault, kind, "%s: the store cannot be %s (%s)", store->path, doing,
                         sqlite3_errstr(result));
    }
}

/* The statement, ready for its values; NULL with the fault filled where it is refused. */
static sqlite3_stmt *prepare(struct store *store, enum statement which, struct fault *fault)
{
    sqlite3_stmt **statement = &store->statements[which];
    int result;

    if (!*statement) {
        result = sqlite3_prepare_v3(store->database, sql[which], -1, SQLITE_PREPARE_PERSISTENT,
                                    statement, NULL);
        if (result != SQLITE_OK) {
            (void)refuse(store, result, "read", fault);
            return NULL;
        }
    }
    (void)sqlite3_reset(*statement);
    return *statement;
}

/* Runs a statement that yields no rows. */
static bool finish(struct store *store, sqlite3_stmt *statement, struct fault *fault)
{
    int result = sqlite3_step(statement);

    (void)sqlite3_reset(statement);
    return result == SQLITE_DONE || refuse(store, result, "written", fault);
}

static bool run(struct store *store, enum statement which, struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, which, fault);

    return statement && finish(store, statement, fault);
}

static void bind_text(sqlite3_stmt *statement, int at, struct span text)
{
    (void)sqlite3_bind_text64(statement, at, text.bytes ? text.bytes : "", text.length,
                              SQLITE_STATIC, SQLITE_UTF8);
}

static void bind_blob(sqlite3_stmt *statement, int at, struct span bytes)
{
    (void)sqlite3_bind_blob64(statement, at, bytes.bytes ? bytes.bytes : "", bytes.length,
                              SQLITE_STATIC);
}

static void bind_number(sqlite3_stmt *statement, int at, int64_t number, int64_t none)
{
    if (number == none)
        (void)sqlite3_bind_null(statement, at);
    else
        (void)sqlite3_bind_int64(statement, at, number);
}

static struct span column_span(sqlite3_stmt *statement, int at)
{
    const void *bytes = sqlite3_column_blob(statement, at);

    return (struct span){.bytes = bytes ? bytes : "",
                         .length = (size_t)sqlite3_column_bytes(statement, at)};
}

/* --- opening ---------------------------------------------------------------------- */

static bool execute(struct store *store, const char *commands, struct fault *fault)
{
    int result = sqlite3_exec(store->database, commands, NULL, NULL, NULL);

    return result == SQLITE_OK || refuse(store, result, "opened", fault);
}

static bool pragma(struct store *store, const char *name, int64_t *value, struct fault *fault)
{
    char command[64];
    sqlite3_stmt *statement = NULL;
    int result;

    (void)snprintf(command, sizeof command, "PRAGMA %s", name);
    result = sqlite3_prepare_v2(store->database, command, -1, &statement, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_step(statement);
    *value = result == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    (void)sqlite3_finalize(statement);
    return result == SQLITE_ROW || refuse(store, result, "opened", fault);
}

static bool create_schema(struct store *store, struct fault *fault)
{
    char marks[96];

    (void)snprintf(marks, sizeof marks, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                   SCHEMA_APPLICATION_ID, SCHEMA_VERSION);
    return execute(store, "BEGIN IMMEDIATE", fault) && execute(store, schema_sql, fault) &&
           execute(store, marks, fault) && execute(store, "COMMIT", fault);
}

/* Creates the tables in an empty database; refuses a file that is not ours. */
static bool check_schema(struct store *store, enum store_mode mode, struct fault *fault)
{
    int64_t application = 0, version = 0, tables = 0;

    if (!pragma(store, "application_id", &application, fault) ||
        !pragma(store, "user_version", &version, fault) ||
        !pragma(store, "schema_version", &tables, fault))
        return false;
    if (tables == 0 && application == 0) {
        if (mode == STORE_READ)
            return fault_set(fault, FAULT_DAMAGED, "%s: the store is empty", store->path);
        return create_schema(store, fault);
    }
    if (application != SCHEMA_APPLICATION_ID)
        return fault_set(fault, FAULT_DAMAGED, "%s: this is no store of broadsheet", store->path);
    if (version != SCHEMA_VERSION)
        return fault_set(fault, FAULT_DAMAGED,
                         "%s: the store has version %lld, this program reads version %d",
                         store->path, (long long)version, SCHEMA_VERSION);
    return true;
}

static bool load_terms(struct store *store, struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, ALL_TERMS, fault);
    int result = SQLITE_ERROR;

    if (!statement)
        return false;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW)
        (void)table_add(&store->terms, column_span(statement, 0));
    (void)sqlite3_reset(statement);
    return result == SQLITE_DONE || refuse(store, result, "read", fault);
}

static bool open_database(struct store *store, const char *path, enum store_mode mode,
                          struct fault *fault)
{
    int flags =
        mode == STORE_READ ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    int result = sqlite3_open_v2(path ? path : "", &store->database, flags, NULL);

    if (!store->database)
        memory_exhausted(1, 0);
    if (result == SQLITE_CANTOPEN && mode == STORE_READ)
        return fault_set(fault, FAULT_INPUT, "%s: there is no store here", path);
    if (result != SQLITE_OK)
        return refuse(store, result, "opened", fault);
    (void)sqlite3_busy_timeout(store->database, 2000);
    /* A store of one run needs no journal: when the run ends, so does it. */
    return execute(store,
                   path ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                        : "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                          "PRAGMA cache_size = -131072;",
                   fault) &&
           check_schema(store, mode, fault) && load_terms(store, fault);
}

bool store_open(struct store **store, const char *path, enum store_mode mode, struct fault *fault)
{
    struct store *opened = memory_new(1, sizeof *opened);

    opened->path = memory_text(span_of(path ? path : "the run's own store"));
    if (!open_database(opened, path, mode, fault)) {
        store_close(opened);
        return false;
    }
    *store = opened;
    return true;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    for (int i = 0; i < STATEMENTS; i++)
        (void)sqlite3_finalize(store->statements[i]);
    (void)sqlite3_close(store->database);
    table_release(&store->terms);
    bytes_release(&store->blob);
    bytes_release(&store->title_blob);
    free(store->path);
    free(store);
}

/* --- adding ----------------------------------------------------------------------- */

static int64_t tokens_checksum(struct span terms, struct span title_terms, struct span signature)
{
    return (int64_t)hash_bytes(terms, hash_bytes(title_terms, hash_bytes(signature, 0)));
}

/* Looks for the article: 0 when it is new, else its number, and whether it is unchanged. */
static bool find_article(struct store *store, const struct annotation *item, int64_t *number,
                         bool *unchanged, struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, FIND_ARTICLE, fault);
    int result;

    if (!statement)
        return false;
    bind_text(statement, 1, item->article.source);
    bind_text(statement, 2, item->article.id);
    result = sqlite3_step(statement);
    *number = result == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    *unchanged = result == SQLITE_ROW &&
                 sqlite3_column_int64(statement, 1) == (int64_t)item->content &&
                 span_equal(column_span(statement, 2), item->article.title) &&
                 span_equal(column_span(statement, 3), item->article.published);
    (void)sqlite3_reset(statement);
    return result == SQLITE_ROW || result == SQLITE_DONE || refuse(store, result, "read", fault);
}

static bool add_row(struct store *store, const struct annotation *item, struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, ADD_ARTICLE, fault);
    const struct article *article = &item->article;
    const struct span texts[] = {article->id,        article->source,  article->title,
                                 article->author,    article->section, article->url,
                                 article->published, article->origin,  item->language};
    const int64_t counts[] = {item->words, (int64_t)item->quote_count, item->left_out,
                              (int64_t)article->replaced, (int64_t)item->content};

    if (!statement)
        return false;
    for (int i = 0; i < 9; i++)
        bind_text(statement, i + 1, texts[i]);
    bind_number(statement, 10, item->day, DAY_NONE);
    bind_number(statement, 11, item->seconds, ANNOTATE_NO_TIME);
    for (int i = 0; i < 5; i++)
        (void)sqlite3_bind_int64(statement, i + 12, counts[i]);
    return finish(store, statement, fault);
}

static void map_terms(struct bytes *blob, const uint32_t *terms, size_t count,
                      const uint32_t *store_ids)
{
    bytes_clear(blob);
    for (size_t i = 0; i < count; i++)
        idlist_add(blob, terms[i] ? store_ids[terms[i] - 1] + 1 : 0);
}

static bool add_text(struct store *store, const struct annotation *item, int64_t number,
                     struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, ADD_TEXT, fault);

    if (!statement)
        return false;
    (void)sqlite3_bind_int64(statement, 1, number);
    bind_blob(statement, 2, item->article.text);
    (void)sqlite3_bind_int64(statement, 3, (int64_t)item->content);
    return finish(store, statement, fault);
}

static bool add_tokens(struct store *store, const struct annotation *item, int64_t number,
                       const uint32_t *store_ids, struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, ADD_TOKENS, fault);
    struct span terms, title;

    if (!statement)
        return false;
    map_terms(&store->blob, item->terms, item->term_count, store_ids);
    map_terms(&store->title_blob, item->title_terms, item->title_count, store_ids);
    terms = bytes_span(&store->blob);
    title = bytes_span(&store->title_blob);
    (void)sqlite3_bind_int64(statement, 1, number);
    bind_blob(statement, 2, terms);
    bind_blob(statement, 3, title);
    bind_blob(statement, 4, item->signature);
    (void)sqlite3_bind_int64(statement, 5, tokens_checksum(terms, title, item->signature));
    return finish(store, statement, fault);
}

static bool add_quotes(struct store *store, const struct annotation *item, int64_t number,
                       struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, ADD_QUOTE, fault);

    if (!statement)
        return false;
    for (size_t i = 0; i < item->quote_count; i++) {
        const struct quote *quote = &item->quotes[i].quote;
        const int64_t numbers[] = {number,        quote->start,          quote->end,
                                   quote->number, item->quotes[i].words, quote->kind};
        const struct span texts[] = {quote->speaker, quote->mention, quote->cue,
                                     span_of(quote->rule)};

        for (int c = 0; c < 6; c++)
            (void)sqlite3_bind_int64(statement, c + 1, numbers[c]);
        for (int c = 0; c < 4; c++)
            bind_text(statement, c + 7, texts[c]);
        if (!finish(store, statement, fault))
            return false;
    }
    return true;
}

static bool supersede(struct store *store, int64_t number, struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, SUPERSEDE, fault);

    if (!statement)
        return false;
    (void)sqlite3_bind_int64(statement, 1, number);
    return finish(store, statement, fault);
}

static bool add_article(struct store *store, const struct annotation *item,
                        const uint32_t *store_ids, struct store_tally *tally, struct fault *fault)
{
    int64_t before = 0, number;
    bool unchanged = false;

    if (!find_article(store, item, &before, &unchanged, fault))
        return false;
    if (unchanged) {
        tally->known++;
        return true;
    }
    if (before && !supersede(store, before, fault))
        return false;
    if (!add_row(store, item, fault))
        return false;
    number = sqlite3_last_insert_rowid(store->database);
    *(before ? &tally->revised : &tally->added) += 1;
    return add_text(store, item, number, fault) &&
           add_tokens(store, item, number, store_ids, fault) &&
           add_quotes(store, item, number, fault);
}

/* The store's ids for the batch's terms, new ones added; the caller frees them. */
static uint32_t *adopt_terms(struct store *store, const struct table *vocabulary,
                             struct fault *fault)
{
    uint32_t *ids = memory_new(vocabulary->count, sizeof *ids);
    sqlite3_stmt *statement = prepare(store, ADD_TERM, fault);
    bool done = statement != NULL;

    for (uint32_t i = 0; done && i < vocabulary->count; i++) {
        size_t before = store->terms.count;

        ids[i] = table_add(&store->terms, table_text(vocabulary, i));
        if (store->terms.count == before)
            continue;
        (void)sqlite3_bind_int64(statement, 1, ids[i]);
        bind_text(statement, 2, table_text(vocabulary, i));
        done = finish(store, statement, fault);
    }
    if (!done) {
        free(ids);
        return NULL;
    }
    return ids;
}

static bool add_run(struct store *store, const struct store_tally *tally, struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, ADD_RUN, fault);
    const int64_t values[] = {ANNOTATE_VERSION, TOKENS_RULE, (int64_t)tally->added,
                              (int64_t)tally->revised, (int64_t)tally->known};

    if (!statement)
        return false;
    for (int i = 0; i < 5; i++)
        (void)sqlite3_bind_int64(statement, i + 1, values[i]);
    return finish(store, statement, fault);
}

static bool add_batch(struct store *store, const struct batch *batch, struct store_tally *tally,
                      struct fault *fault)
{
    uint32_t *ids = adopt_terms(store, &batch->vocabulary, fault);
    bool done = ids != NULL;

    for (size_t i = 0; done && i < batch->count; i++) {
        if (batch->items[i].fault.length == 0)
            done = add_article(store, &batch->items[i], ids, tally, fault);
    }
    free(ids);
    return done && add_run(store, tally, fault) && run(store, COMMIT, fault);
}

bool store_add(struct store *store, const struct batch *batch, struct store_tally *tally,
               struct fault *fault)
{
    struct store_tally batch_tally = {0};
    struct fault ignored;

    if (!run(store, BEGIN, fault))
        return false;
    if (!add_batch(store, batch, &batch_tally, fault)) {
        (void)run(store, ROLLBACK, &ignored);
        return false;
    }
    tally->added += batch_tally.added;
    tally->revised += batch_tally.revised;
    tally->known += batch_tally.known;
    return true;
}

/* --- reading ---------------------------------------------------------------------- */

static sqlite3_stmt *choose_days(struct store *store, enum statement which, struct store_days days,
                                 struct fault *fault)
{
    sqlite3_stmt *statement = prepare(store, which, fault);

    if (statement) {
        (void)sqlite3_bind_int64(statement, 1, days.first);
        (void)sqlite3_bind_int64(statement, 2, days.last);
        (void)sqlite3_bind_int64(statement, 3, days.undated);
    }
    return statement;
}

static bool is_null(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_type(statement, column) == SQLITE_NULL;
}

static struct stored_article article_of(sqlite3_stmt *row)
{
    return (struct stored_article){
        .number = (uint32_t)sqlite3_column_int64(row, 0),
        .day = is_null(row, 1) ? DAY_NONE : sqlite3_column_int(row, 1),
        .seconds = is_null(row, 2) ? ANNOTATE_NO_TIME : sqlite3_column_int64(row, 2),
        .id = column_span(row, 3),
        .source = column_span(row, 4),
        .title = column_span(row, 5),
        .author = column_span(row, 6),
        .url = column_span(row, 7),
        .published = column_span(row, 8),
        .origin = column_span(row, 9),
        .language = column_span(row, 10),
        .words = (uint32_t)sqlite3_column_int64(row, 11),
        .quotes = (uint32_t)sqlite3_column_int64(row, 12),
        .left_out = (uint32_t)sqlite3_column_int64(row, 13),
        .replaced = (uint32_t)sqlite3_column_int64(row, 14),
        .content = (uint64_t)sqlite3_column_int64(row, 15),
        .terms = column_span(row, 16),
        .title_terms = column_span(row, 17),
        .signature = column_span(row, 18),
    };
}

static bool not_as_written(const struct store *store, uint32_t number, struct fault *fault)
{
    return fault_set(fault, FAULT_DAMAGED,
                     "%s: article %u of the store is not as it was written; make the store again "
                     "from the articles",
                     store->path, number);
}

bool store_walk(struct store *store, struct store_days days,
                bool (*visit)(void *context, const struct stored_article *article,
                              struct fault *fault),
                void *context, struct fault *fault)
{
    sqlite3_stmt *row = choose_days(store, WALK, days, fault);
    bool done = row != NULL;
    int result = SQLITE_DONE;

    while (done && (result = sqlite3_step(row)) == SQLITE_ROW) {
        struct stored_article article = article_of(row);

        done = (tokens_checksum(article.terms, article.title_terms, article.signature) ==
                    sqlite3_column_int64(row, 19) ||
                not_as_written(store, article.number, fault)) &&
               visit(context, &article, fault);
    }
    if (row)
        (void)sqlite3_reset(row);
    return done && (result == SQLITE_DONE || refuse(store, result, "read", fault));
}

bool store_walk_quotes(struct store *store, struct store_days days,
                       bool (*visit)(void *context, const struct stored_quote *quote,
                                     struct fault *fault),
                       void *context, struct fault *fault)
{
    sqlite3_stmt *row = choose_days(store, WALK_QUOTES, days, fault);
    bool done = row != NULL;
    int result = SQLITE_DONE;

    while (done && (result = sqlite3_step(row)) == SQLITE_ROW) {
        struct stored_quote quote = {
            .article = (uint32_t)sqlite3_column_int64(row, 0),
            .start = (uint32_t)sqlite3_column_int64(row, 1),
            .end = (uint32_t)sqlite3_column_int64(row, 2),
            .number = (uint32_t)sqlite3_column_int64(row, 3),
            .words = (uint32_t)sqlite3_column_int64(row, 4),
            .kind = (enum quote_kind)sqlite3_column_int(row, 5),
            .speaker = column_span(row, 6),
            .mention = column_span(row, 7),
            .cue = column_span(row, 8),
            .rule = column_span(row, 9),
        };

        done = visit(context, &quote, fault);
    }
    if (row)
        (void)sqlite3_reset(row);
    return done && (result == SQLITE_DONE || refuse(store, result, "read", fault));
}

bool store_list_days(struct store *store, int32_t **days, size_t *count, uint64_t *articles,
                     struct fault *fault)
{
    sqlite3_stmt *row = prepare(store, DAYS, fault);
    size_t capacity = 0;
    int result = SQLITE_DONE;

    *days = NULL;
    *count = 0;
    *articles = 0;
    while (row && (result = sqlite3_step(row)) == SQLITE_ROW) {
        *articles += (uint64_t)sqlite3_column_int64(row, 1);
        if (is_null(row, 0))
            continue;
        *days = memory_grow(*days, &capacity, *count + 1, sizeof **days);
        (*days)[(*count)++] = sqlite3_column_int(row, 0);
    }
    if (row)
        (void)sqlite3_reset(row);
    return row && (result == SQLITE_DONE || refuse(store, result, "read", fault));
}

bool store_text(struct store *store, uint32_t article, struct bytes *text, struct fault *fault)
{
    sqlite3_stmt *row = prepare(store, GET_TEXT, fault);
    bool done = false;

    if (!row)
        return false;
    (void)sqlite3_bind_int64(row, 1, article);
    bytes_clear(text);
    if (sqlite3_step(row) == SQLITE_ROW) {
        bytes_add(text, column_span(row, 0));
        done = (int64_t)hash_bytes(bytes_span(text), 0) == sqlite3_column_int64(row, 1);
    }
    if (!done)
        (void)not_as_written(store, article, fault);
    (void)sqlite3_reset(row);
    return done;
}
