#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/record.h"
#include "corpus/store/revision.h"
#include "corpus/store/schema.h"
#include "corpus/store/store_inside.h"
#include "corpus/text/tokens.h"

#include <stdio.h>

/* Until version 3 an article's row had a column for each of its parts, and quotations rows. */
#define OLD_ROW                                                                                    \
    "SELECT a.number, a.day, a.seconds, a.words, a.quotes, a.left_out, a.replaced, a.content,"     \
    " a.fingerprint, a.run, a.annotator, a.quotes_sum, a.superseded, a.article_id, a.source,"      \
    " a.title, a.author, a.section, a.url, a.published, a.origin, a.declared, a.language,"         \
    " a.terms, a.title_terms, a.signature, a.checksum,"

enum { OLD_CHECKSUM = 26, OLD_TEXT, OLD_TEXT_CHECKSUM };

/* What version 1 had no column for is 0 or empty; its checksum is that of the terms alone. */
static const char rows_of_1[] =
    "SELECT a.number, a.day, a.seconds, a.words, a.quotes, a.left_out, a.replaced, a.content, 0,"
    " 0, 1, 0, a.superseded, a.article_id, a.source, a.title, a.author, a.section, a.url,"
    " a.published, a.origin, a.language, a.language, t.terms, t.title_terms, x'', t.checksum,"
    " x.text, x.checksum FROM old_articles a JOIN tokens t ON t.article = a.number"
    " JOIN texts x ON x.article = a.number ORDER BY a.number";
static const char rows_of_2[] =
    OLD_ROW " COALESCE(x.text, x'') FROM old_articles a LEFT JOIN texts x ON x.article = a.number"
            " ORDER BY a.number";
static const char rows_of_3[] = OLD_ROW " a.text FROM old_articles a ORDER BY a.number";
static const char *const old_rows[SCHEMA_VERSION] = {NULL, rows_of_1, rows_of_2, rows_of_3};

static const char old_quotes[] =
    "SELECT start, end, number, words, kind, speaker, mention, cue, rule FROM old_quotes"
    " WHERE article = ?1 ORDER BY start";
static const char old_days[] = "SELECT day, articles, rows_sum, quotes_sum FROM old_days"
                               " ORDER BY day";
static const char old_terms[] = "SELECT id, term FROM old_terms ORDER BY id";

/* What the articles that hold add up to. */
struct old_sums {
    uint64_t articles, rows, quotes;
};

struct migration {
    struct store *store;
    int64_t version;
    struct old_sums sums;
    struct bytes said, record; /* of the article at hand */
};

/* --- one article ------------------------------------------------------------------- */

static uint64_t hash_all(const uint64_t *numbers, size_t number_count, const struct span *texts,
                         size_t text_count)
{
    uint64_t hash =
        hash_bytes((struct span){(const char *)numbers, number_count * sizeof *numbers}, 0);

    for (size_t i = 0; i < text_count; i++)
        hash = hash_bytes(texts[i], hash);
    return hash;
}

/* The checksum of versions 2 and 3. */
static uint64_t old_checksum(const struct stored_article *article, uint64_t quotes_sum)
{
    const uint64_t numbers[] = {article->number,
                                (uint64_t)article->day,
                                (uint64_t)article->seconds,
                                article->words,
                                article->quotes,
                                article->left_out,
                                article->replaced,
                                article->content,
                                article->fingerprint,
                                (uint64_t)article->annotator,
                                quotes_sum};
    const struct span texts[] = {article->id,        article->source,  article->title,
                                 article->author,    article->section, article->url,
                                 article->published, article->origin,  article->declared,
                                 article->language,  article->terms,   article->title_terms,
                                 article->signature};

    return hash_all(numbers, 11, texts, 13);
}

static struct stored_article old_article(const struct query *row)
{
    struct stored_article article = {
        .number = (uint32_t)query_number(row, 0),
        .day = query_is_none(row, 1) ? DAY_NONE : (int32_t)query_number(row, 1),
        .seconds = query_is_none(row, 2) ? ANNOTATE_NO_TIME : query_number(row, 2),
        .words = (uint32_t)query_number(row, 3),
        .quotes = (uint32_t)query_number(row, 4),
        .left_out = (uint32_t)query_number(row, 5),
        .replaced = (uint32_t)query_number(row, 6),
        .content = (uint64_t)query_number(row, 7),
        .fingerprint = (uint64_t)query_number(row, 8),
        .run = query_number(row, 9),
        .annotator = query_number(row, 10),
        .superseded = query_number(row, 12) != 0,
    };
    struct span *texts[] = {&article.id,        &article.source,  &article.title,
                            &article.author,    &article.section, &article.url,
                            &article.published, &article.origin,  &article.declared,
                            &article.language,  &article.terms,   &article.title_terms,
                            &article.signature};

    for (int i = 0; i < 13; i++)
        *texts[i] = query_bytes(row, 13 + i);
    return article;
}

/* Writes the article's quotations as a record has them; `sum` becomes that of their hashes. */
static bool read_quotes(struct migration *migration, const struct stored_article *article,
                        uint64_t *sum, struct fault *fault)
{
    struct query *query = database_query(migration->store->database, old_quotes, fault);
    bool row = true;

    *sum = 0;
    bytes_clear(&migration->said);
    if (!query)
        return false;
    query_bind_number(query, 1, article->number);
    while (query_next(query, &row, fault) && row) {
        struct stored_quote quote = {
            .start = (uint32_t)query_number(query, 0),
            .end = (uint32_t)query_number(query, 1),
            .number = (uint32_t)query_number(query, 2),
            .words = (uint32_t)query_number(query, 3),
            .kind = (enum quote_kind)query_number(query, 4),
            .speaker = query_bytes(query, 5),
            .mention = query_bytes(query, 6),
            .cue = query_bytes(query, 7),
            .rule = query_bytes(query, 8),
        };
        const uint64_t numbers[] = {article->number, quote.start, quote.end,
                                    quote.number,    quote.words, quote.kind};
        const struct span texts[] = {article->id, quote.speaker, quote.mention, quote.cue,
                                     quote.rule};

        *sum += hash_all(numbers, 6, texts, 5);
        record_add_quote(&migration->said, &quote);
    }
    return !row;
}

/* Holds the article to the checksums that its version had of it. */
static bool is_as_written(const struct migration *migration, const struct stored_article *article,
                          uint64_t quotes_sum, const struct query *row)
{
    uint64_t checksum = (uint64_t)query_number(row, OLD_CHECKSUM);
    uint64_t content = revision_content(query_bytes(row, OLD_TEXT));

    if (migration->version == 1)
        return hash_bytes(article->terms, hash_bytes(article->title_terms, 0)) == checksum &&
               content == (uint64_t)query_number(row, OLD_TEXT_CHECKSUM);
    return old_checksum(article, quotes_sum) == checksum && content == article->content &&
           quotes_sum == (uint64_t)query_number(row, 11);
}

/* What version 1 did not store. */
static void complete(struct stored_article *article, struct span text)
{
    const struct article given = store_row_article(article, text);

    article->fingerprint = revision_hashes(&given).fingerprint;
    article->run = article->superseded ? 1 : 2; /* the one that held came last */
}

static void count_in(struct migration *migration, const struct stored_article *article,
                     uint64_t old_row, uint64_t quotes_sum)
{
    struct store *store = migration->store;

    identities_add(&store->known, (struct identity){revision_key(article->source, article->id),
                                                    article->fingerprint});
    if (article->superseded)
        return;
    migration->sums.articles++;
    migration->sums.rows += old_row;
    migration->sums.quotes += quotes_sum;
    ledger_add(&store->ledger, article->day, store_row_sums(article));
}

/* Writes an old row as one of today. */
static bool move_row(struct migration *migration, const struct query *row, struct fault *fault)
{
    struct store *store = migration->store;
    struct stored_article article = old_article(row);
    struct span text = query_bytes(row, OLD_TEXT);
    uint64_t quotes_sum;

    if (!read_quotes(migration, &article, &quotes_sum, fault))
        return false;
    if (article.number != store->known.count + 1 ||
        !is_as_written(migration, &article, quotes_sum, row))
        return store_not_as_written(store, article.number, fault);
    if (migration->version == 1)
        complete(&article, text);
    article.said = bytes_span(&migration->said);
    record_write(&migration->record, &article);
    article.record = bytes_span(&migration->record);
    article.checksum = store_row_checksum(&article);
    count_in(migration, &article, (uint64_t)query_number(row, OLD_CHECKSUM), quotes_sum);
    return store_write_row(store, &article, text, fault);
}

static bool move_rows(struct migration *migration, struct fault *fault)
{
    struct query *query =
        database_query(migration->store->database, old_rows[migration->version], fault);
    bool done = query != NULL, row = true;

    while (done && (done = query_next(query, &row, fault)) && row)
        done = move_row(migration, query, fault);
    if (!done && query)
        query_end(query);
    return done;
}

/* --- what covers all of them --------------------------------------------------------- */

/* Reads a vocabulary of a row a term, which is stored anew at the end. */
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

/* Compares the articles with the sums that versions 2 and 3 kept of each day. */
static bool check_days(const struct migration *migration, struct fault *fault)
{
    struct store *store = migration->store;
    struct query *query = database_query(store->database, old_days, fault);
    struct old_sums sums = {0};
    uint64_t hash = 0;
    bool row = true;

    while (query && query_next(query, &row, fault) && row) {
        const uint64_t day[] = {(uint64_t)query_number(query, 0), (uint64_t)query_number(query, 1),
                                (uint64_t)query_number(query, 2), (uint64_t)query_number(query, 3)};

        hash = hash_bytes((struct span){(const char *)day, sizeof day}, hash);
        sums.articles += day[1];
        sums.rows += day[2];
        sums.quotes += day[3];
    }
    if (!query || row)
        return false;
    return (hash == store->manifest.days_hash && sums.articles == migration->sums.articles &&
            sums.rows == migration->sums.rows && sums.quotes == migration->sums.quotes) ||
           database_damaged(store->database, "articles are missing or changed", fault);
}

/* Compares them with the manifest of versions 2 and 3. */
static bool check_manifest(const struct migration *migration, struct fault *fault)
{
    struct store *store = migration->store;
    uint64_t sum = 0;

    for (size_t i = 0; i < store->known.count; i++)
        sum += store->known.items[i].fingerprint;
    if ((int64_t)store->known.count != store->manifest.articles ||
        sum != store->manifest.identities)
        return database_damaged(store->database, "articles are missing", fault);
    return check_days(migration, fault);
}

static bool move_1(struct migration *migration, struct fault *fault)
{
    struct store *store = migration->store;
    struct manifest *manifest = &store->manifest;
    uint64_t hash;

    manifest->annotator = 1;
    manifest->tokens_rule = TOKENS_RULE;
    if (!move_rows(migration, fault) || !read_terms(store, &hash, fault))
        return false;
    manifest->articles = (int64_t)store->known.count;
    for (size_t i = 0; i < store->known.count; i++)
        manifest->identities += store->known.items[i].fingerprint;
    return true;
}

/* The weekly counts begin anew. */
static bool move_2(struct migration *migration, struct fault *fault)
{
    struct store *store = migration->store;
    struct manifest *manifest = &store->manifest;
    uint64_t hash;

    if (!store_load_manifest(store, fault) || !move_rows(migration, fault) ||
        !check_manifest(migration, fault) || !read_terms(store, &hash, fault))
        return false;
    if (hash != manifest->terms_hash || (int64_t)store->terms.count != manifest->terms)
        return database_damaged(store->database, "its vocabulary is not as written", fault);
    manifest->terms = 0;
    manifest->terms_hash = 0;
    manifest->weekly_through = 0;
    manifest->weekly_sum = 0;
    return true;
}

static bool move_3(struct migration *migration, struct fault *fault)
{
    struct store *store = migration->store;

    if (!store_load_manifest(store, fault) || !move_rows(migration, fault) ||
        !check_manifest(migration, fault))
        return false;
    store->known_stored = store->known.count; /* identities and terms stay as they are */
    return store_load_terms(store, 0, fault);
}

/* --- all of it ----------------------------------------------------------------------- */

static bool move(struct store *store, int64_t version, struct fault *fault)
{
    static bool (*const moves[SCHEMA_VERSION])(struct migration *,
                                               struct fault *) = {NULL, move_1, move_2, move_3};
    struct migration migration = {.store = store, .version = version};
    bool done = database_run(store->database, schema_before[version], fault) &&
                moves[version](&migration, fault) &&
                database_run(store->database, schema_after[version], fault);

    bytes_release(&migration.said);
    bytes_release(&migration.record);
    return done;
}

bool store_migrate(struct store *store, int64_t version, struct fault *fault)
{
    char mark[48];
    int64_t now = 0;

    if (version < 1 || version >= SCHEMA_VERSION)
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
    if (!move(store, version, fault) || !database_run(store->database, schema_index, fault) ||
        !database_run(store->database, mark, fault) || !store_commit(store, fault)) {
        store_roll_back(store);
        return false;
    }
    return true;
}
