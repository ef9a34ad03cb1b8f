#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/revision.h"
#include "corpus/store/schema.h"
#include "corpus/store/store_inside.h"
#include "corpus/text/tokens.h"

#include <stdio.h>

/* Version 1's rows; what it had no column for is 0 or empty. */
static const char old_rows[] =
    "SELECT a.number, a.day, a.seconds, a.words, a.quotes, a.left_out, a.replaced, a.content, 0,"
    " a.superseded, 1, 0, a.superseded, a.article_id, a.source, a.title, a.author, a.section,"
    " a.url, a.published, a.origin, a.declared, a.language, t.terms, t.title_terms, x'', "
    "t.checksum,"
    " x.text, x.checksum FROM articles a JOIN tokens t ON t.article = a.number"
    " JOIN texts x ON x.article = a.number WHERE a.number > ?1 ORDER BY a.number LIMIT 1";
static const char old_quotes[] =
    "SELECT article, start, end, number, words, kind, speaker, mention, cue, rule FROM quotes"
    " WHERE article = ?1";
static const char seal_row[] =
    "UPDATE articles SET fingerprint = ?2, run = ?3, annotator = ?4, quotes_sum = ?5,"
    " checksum = ?6, terms = ?7, title_terms = ?8 WHERE number = ?1";

/* What versions 1 and 2 held a row each. */
static const char old_terms[] = "SELECT id, term FROM terms ORDER BY id";
static const char old_keys[] =
    "SELECT number, source, article_id, fingerprint FROM articles ORDER BY number";

/* Reads the row and its text, holding them to version 1's checksums. */
static bool read_old(struct store *store, struct stored_article *article, struct span *text,
                     struct query *row, struct fault *fault)
{
    struct fault ignored;
    uint64_t tokens;

    /* The row's own checksum is not there yet: column 26 is that of its tokens. */
    (void)store_row_read(store, article, row, &ignored);
    *text = query_bytes(row, 27);
    tokens = hash_bytes(article->terms, hash_bytes(article->title_terms, 0));
    return (tokens == (uint64_t)query_number(row, 26) &&
            revision_content(*text) == (uint64_t)query_number(row, 28)) ||
           store_not_as_written(store, article->number, fault);
}

static void complete(struct stored_article *article, struct span text)
{
    const struct article given = {
        .id = article->id,
        .source = article->source,
        .title = article->title,
        .author = article->author,
        .section = article->section,
        .url = article->url,
        .published = article->published,
        .language = article->declared,
        .text = text,
    };

    article->fingerprint = revision_hashes(&given).fingerprint;
    article->run = article->superseded ? 1 : 2; /* the one that held came last */
    article->annotator = 1;
}

static bool sum_quotes(struct store *store, struct stored_article *article, struct fault *fault)
{
    struct query *query = database_query(store->database, old_quotes, fault);
    bool row = true;

    if (!query)
        return false;
    query_bind_number(query, 1, article->number);
    while (query_next(query, &row, fault) && row) {
        struct stored_quote quote = store_quote_read(query);

        quote.article_id = article->id;
        article->quotes_sum += store_quote_hash(&quote);
    }
    return !row;
}

static bool seal(struct store *store, const struct stored_article *article, struct fault *fault)
{
    struct query *query = database_query(store->database, seal_row, fault);
    const int64_t numbers[] = {
        article->number,    (int64_t)article->fingerprint, article->run,
        article->annotator, (int64_t)article->quotes_sum,  (int64_t)article->checksum};

    if (!query)
        return false;
    for (int i = 0; i < 6; i++)
        query_bind_number(query, i + 1, numbers[i]);
    query_bind_blob(query, 7, article->terms);
    query_bind_blob(query, 8, article->title_terms);
    return query_run(query, fault);
}

/* Seals the first article after this number; `number` becomes its own, or 0 at the end. */
static bool seal_next(struct store *store, int64_t *number, struct fault *fault)
{
    struct query *query = database_query(store->database, old_rows, fault);
    struct stored_article article;
    struct span text;
    bool row = false, done;

    if (!query)
        return false;
    query_bind_number(query, 1, *number);
    *number = 0;
    if (!query_next(query, &row, fault))
        return false;
    if (!row)
        return true;
    done = read_old(store, &article, &text, query, fault);
    if (done) {
        complete(&article, text);
        article.quotes_sum = 0;
        done = sum_quotes(store, &article, fault);
        article.checksum = store_row_checksum(&article);
        done = done && seal(store, &article, fault);
    }
    if (done) {
        *number = article.number;
        store->manifest.articles++;
        store->manifest.identities += article.fingerprint;
        if (!article.superseded) {
            struct ledger_day *day = ledger_day(&store->ledger, article.day);

            ledger_sums_add(&day->sums, store_row_sums(&article));
            day->changed = true;
        }
    }
    query_end(query);
    return done;
}

/* Reads the vocabulary, which is stored anew at the end; `hash` becomes that of all its terms. */
static bool read_terms(struct store *store, uint64_t *hash, struct fault *fault)
{
    struct query *query = database_query(store->database, old_terms, fault);
    bool row = true, sound = true;

    *hash = 0;
    while (query && sound && query_next(query, &row, fault) && row) {
        struct span term = query_bytes(query, 1);

        sound = query_number(query, 0) == (int64_t)store->terms.count &&
                table_add(&store->terms, term) + 1 == store->terms.count;
        *hash = hash_bytes(term, *hash);
    }
    if (!sound)
        query_end(query);
    return (query && !row) ||
           (!sound && database_damaged(store->database, "its vocabulary is not as written", fault));
}

/* Likewise the articles' identities. */
static bool read_known(struct store *store, struct fault *fault)
{
    struct query *query = database_query(store->database, old_keys, fault);
    bool row = true, sound = true;
    uint64_t sum = 0;

    while (query && sound && query_next(query, &row, fault) && row) {
        struct identity identity = {revision_key(query_bytes(query, 1), query_bytes(query, 2)),
                                    (uint64_t)query_number(query, 3)};

        identities_add(&store->known, identity);
        sound = query_number(query, 0) == (int64_t)store->known.count;
        sum += identity.fingerprint;
    }
    if (!sound)
        query_end(query);
    else if (!query || row)
        return false;
    return (sound && (int64_t)store->known.count == store->manifest.articles &&
            sum == store->manifest.identities) ||
           database_damaged(store->database, "articles are missing", fault);
}

static bool from_1(struct store *store, struct fault *fault)
{
    int64_t number = 0;
    uint64_t hash;

    store->manifest.annotator = 1;
    store->manifest.tokens_rule = TOKENS_RULE;
    if (!database_run(store->database, schema_from_1_before, fault))
        return false;
    do {
        if (!seal_next(store, &number, fault))
            return false;
    } while (number);
    return read_terms(store, &hash, fault) && read_known(store, fault) &&
           database_run(store->database, schema_from_1_after, fault);
}

/* The weekly counts begin anew. */
static bool from_2(struct store *store, struct fault *fault)
{
    struct manifest *manifest = &store->manifest;
    uint64_t hash;

    if (!store_load_sums(store, fault) || !read_terms(store, &hash, fault) ||
        !read_known(store, fault))
        return false;
    if (hash != manifest->terms_hash || (int64_t)store->terms.count != manifest->terms)
        return database_damaged(store->database, "its vocabulary is not as written", fault);
    manifest->terms = 0;
    manifest->terms_hash = 0;
    manifest->weekly_through = 0;
    manifest->weekly_sum = 0;
    return database_run(store->database, schema_from_2, fault);
}

bool store_migrate(struct store *store, int64_t version, struct fault *fault)
{
    char mark[48];
    int64_t now = 0;

    if (version != 1 && version != 2)
        return database_damaged(store->database, "its version is none", fault);
    if (!database_run(store->database, "BEGIN IMMEDIATE", fault))
        return false;
    store->state = STORE_WRITING;
    if (!database_number(store->database, "PRAGMA user_version", 0, &now, fault) ||
        now != version) {
        store_roll_back(store); /* another process was faster */
        return now == SCHEMA_VERSION;
    }
    (void)snprintf(mark, sizeof mark, "PRAGMA user_version = %d", SCHEMA_VERSION);
    if (!(version == 1 ? from_1 : from_2)(store, fault) ||
        !database_run(store->database, schema_index, fault) ||
        !database_run(store->database, mark, fault) || !store_commit(store, fault)) {
        store_roll_back(store);
        return false;
    }
    return true;
}
