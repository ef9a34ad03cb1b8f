#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"
#include "corpus/store/record.h"
#include "corpus/store/revision.h"
#include "corpus/store/store_inside.h"
#include "corpus/text/tokens.h"

#include <stdlib.h>

/* Text of one transaction: what it writes then fits the page cache. */
enum { COMMIT_BYTES = 8 << 20 };

static const char put_article[] =
    "INSERT INTO articles(number, day, superseded, run, annotator, checksum, record, text)"
    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8)";
static const char drop_article[] = "DELETE FROM articles WHERE number = ?1";
static const char get_run[] = "SELECT run FROM articles WHERE number = ?1";
static const char put_run[] = "UPDATE articles SET run = ?2 WHERE number = ?1";
static const char put_superseded[] = "UPDATE articles SET superseded = ?2 WHERE number = ?1";
static const char get_article[] = "SELECT " STORE_ROW " FROM articles a WHERE a.number = ?1";

void store_adopt_batch(struct store *store, const struct batch *batch)
{
    uint32_t *ids = batch_new_ids(batch);

    for (size_t i = 0; i < batch->term_count; i++)
        ids[i] = table_add_hashed(&store->terms, batch->terms[i], batch->hashes[i]) + 1;
}

/* --- an article's rows ------------------------------------------------------------ */

bool store_write_row(struct store *store, const struct stored_article *row, struct span text,
                     struct fault *fault)
{
    struct query *query = database_query(store->database, put_article, fault);

    if (!query)
        return false;
    query_bind_number(query, 1, row->number);
    if (row->day == DAY_NONE)
        query_bind_none(query, 2);
    else
        query_bind_number(query, 2, row->day);
    query_bind_number(query, 3, row->superseded);
    query_bind_number(query, 4, row->run);
    query_bind_number(query, 5, row->annotator);
    query_bind_number(query, 6, (int64_t)row->checksum);
    query_bind_blob(query, 7, row->record);
    query_bind_blob(query, 8, text);
    return query_run(query, fault);
}

static void write_quotes(struct bytes *said, const struct annotation *item)
{
    bytes_clear(said);
    for (size_t i = 0; i < item->quote_count; i++) {
        const struct annotated_quote *quote = &item->quotes[i];

        record_add_quote(said, &(struct stored_quote){
                                   .start = quote->quote.start,
                                   .end = quote->quote.end,
                                   .number = quote->quote.number,
                                   .words = quote->words,
                                   .kind = quote->quote.kind,
                                   .speaker = quote->quote.speaker,
                                   .mention = quote->quote.mention,
                                   .cue = quote->quote.cue,
                                   .rule = span_of(quote->quote.decision),
                               });
    }
}

/* The row that the item becomes; its record and what that is made of are the store's. */
static struct stored_article row_of(struct store *store, const struct annotation *item,
                                    const uint32_t *ids, uint32_t number)
{
    const struct article *article = &item->article;
    struct stored_article row = {
        .number = number,
        .day = item->day,
        .seconds = item->seconds,
        .id = article->id,
        .source = article->source,
        .title = article->title,
        .author = article->author,
        .section = article->section,
        .url = article->url,
        .published = article->published,
        .origin = article->origin,
        .declared = article->language,
        .language = item->language,
        .words = item->words,
        .quotes = (uint32_t)item->quote_count,
        .left_out = item->left_out,
        .replaced = (uint32_t)article->replaced,
        .content = item->hashes.content,
        .fingerprint = item->hashes.fingerprint,
        .annotator = ANNOTATE_VERSION,
        .signature = item->signature,
    };

    idlist_write(&store->blob, item->terms, item->term_count, ids);
    idlist_write(&store->title_blob, item->title_terms, item->title_count, ids);
    row.terms = bytes_span(&store->blob);
    row.title_terms = bytes_span(&store->title_blob);
    write_quotes(&store->said, item);
    row.said = bytes_span(&store->said);
    record_write(&store->record, &row);
    row.record = bytes_span(&store->record);
    row.checksum = store_row_checksum(&row);
    return row;
}

/* --- revisions -------------------------------------------------------------------- */

/* A revision as the store has it. */
struct kept {
    struct revision revision;
    int64_t number;
    int32_t day;
    struct ledger_sums sums;
};

static struct kept kept_of(const struct stored_article *row)
{
    return (struct kept){
        .number = row->number,
        .day = row->day,
        .revision = {.run = row->run,
                     .fingerprint = row->fingerprint,
                     .published = revision_published(row->day, row->seconds)},
        .sums = store_row_sums(row),
    };
}

/* Reads the row with this number, which is there; its texts are valid until query_end(). */
static struct query *read_row(struct store *store, struct stored_article *row, uint32_t number,
                              struct fault *fault)
{
    struct query *query = database_query(store->database, get_article, fault);
    bool found = false;

    if (!query)
        return NULL;
    query_bind_number(query, 1, number);
    if (!query_next(query, &found, fault))
        return NULL;
    if (found && store_row_read(store, row, query, fault))
        return query;
    if (found)
        query_end(query);
    else
        (void)store_not_as_written(store, number, fault);
    return NULL;
}

/* Makes a stored revision the one that holds, or no longer. */
static bool set_holding(struct store *store, const struct kept *kept, bool holds,
                        struct fault *fault)
{
    struct query *query = database_query(store->database, put_superseded, fault);

    if (!query)
        return false;
    (holds ? ledger_add : ledger_take)(&store->ledger, kept->day, kept->sums);
    query_bind_number(query, 1, kept->number);
    query_bind_number(query, 2, !holds);
    return query_run(query, fault) &&
           store_weeks_due(store, (uint32_t)kept->number, holds ? 1 : -1, fault);
}

/* Sees to it that of all revisions of this article the one that should holds. */
static bool settle(struct store *store, uint64_t key, struct fault *fault)
{
    struct identity_search search = identities_search(&store->known, key);
    struct kept best = {0}, holding = {0};
    uint32_t number;

    while ((number = identities_next(&search)) != 0) {
        struct stored_article row;
        struct query *query = read_row(store, &row, number, fault);
        struct kept kept;

        if (!query)
            return false;
        kept = kept_of(&row);
        query_end(query);
        if (best.number == 0 || revision_holds(&kept.revision, &best.revision))
            best = kept;
        if (!row.superseded)
            holding = kept;
    }
    if (best.number == holding.number)
        return true;
    return (holding.number == 0 || set_holding(store, &holding, false, fault)) &&
           set_holding(store, &best, true, fault);
}

/* The article is stored already: the earliest run that brought it counts. */
static bool note_run(struct store *store, uint32_t number, int64_t run, struct fault *fault)
{
    struct query *query = database_query(store->database, get_run, fault);
    bool found = false, later;

    if (!query)
        return false;
    if (run == store->run) /* no earlier than any that is stored */
        return true;
    query_bind_number(query, 1, number);
    if (!query_next(query, &found, fault))
        return false;
    later = found && query_number(query, 0) > run;
    query_end(query);
    if (!later)
        return true;
    query = database_query(store->database, put_run, fault);
    if (!query)
        return false;
    query_bind_number(query, 1, number);
    query_bind_number(query, 2, run);
    return query_run(query, fault) && settle(store, store->known.items[number - 1].key, fault);
}

/* --- adding ----------------------------------------------------------------------- */

static bool add_rows(struct store *store, const struct annotation *item,
                     const struct stored_article *row, uint64_t key, struct fault *fault)
{
    if (!store_write_row(store, row, item->article.text, fault))
        return false;
    store->manifest.articles++;
    store->manifest.identities += row->fingerprint;
    store->lag += row->terms.length;
    identities_add(&store->known, (struct identity){key, row->fingerprint});
    if (row->superseded)
        return settle(store, key, fault);
    ledger_add(&store->ledger, row->day, store_row_sums(row));
    store_weeks_keep(store, row);
    return true;
}

bool store_add_item(struct store *store, const struct annotation *item, const uint32_t *ids,
                    int64_t number_of_run, struct store_tally *tally, struct fault *fault)
{
    struct stored_article row = row_of(store, item, ids, (uint32_t)store->manifest.articles + 1);
    struct identity identity = {item->hashes.key, row.fingerprint};
    struct identity_search others = identities_search(&store->known, identity.key);
    uint32_t same = identities_find(&store->known, identity);

    if (same) {
        tally->known++;
        return note_run(store, same, number_of_run, fault);
    }
    row.run = number_of_run;
    row.superseded = identities_next(&others) != 0; /* until it is settled which of them holds */
    *(row.superseded ? &tally->revised : &tally->added) += 1;
    return add_rows(store, item, &row, identity.key, fault);
}

static bool drop(struct store *store, uint32_t number, struct fault *fault)
{
    struct query *query = database_query(store->database, drop_article, fault);

    if (!query)
        return false;
    query_bind_number(query, 1, number);
    return query_run(query, fault);
}

bool store_replace_item(struct store *store, const struct annotation *item, const uint32_t *ids,
                        uint32_t number, struct fault *fault)
{
    struct stored_article before, row = row_of(store, item, ids, number);
    struct query *query = read_row(store, &before, number, fault);

    if (!query)
        return false;
    query_end(query);
    row.run = before.run;
    row.superseded = before.superseded;
    if (!before.superseded) {
        ledger_take(&store->ledger, before.day, store_row_sums(&before));
        ledger_add(&store->ledger, row.day, store_row_sums(&row));
    }
    return drop(store, number, fault) && store_write_row(store, &row, item->article.text, fault) &&
           settle(store, store->known.items[number - 1].key, fault);
}

bool store_knows(const struct store *store, struct article_hashes hashes)
{
    return identities_find(&store->known, (struct identity){hashes.key, hashes.fingerprint}) != 0;
}

static bool add_batch(struct store *store, const struct batch *batch, struct store_tally *tally,
                      struct fault *fault)
{
    bool done = true;

    store_adopt_batch(store, batch);
    for (size_t i = 0; i < batch->count; i++)
        identities_expect(identities_search(&store->known, batch->items[i].hashes.key));
    for (size_t i = 0; done && i < batch->count; i++) {
        if (batch->items[i].fault.length == 0)
            done = store_add_item(store, &batch->items[i], batch->ids->items, store->run, tally,
                                  fault);
    }
    return done;
}

bool store_add(struct store *store, const struct batch *batch, struct store_tally *tally,
               struct fault *fault)
{
    if (!store_begin(store, fault) || !store_number_run(store, fault) ||
        !add_batch(store, batch, tally, fault)) {
        store_roll_back(store);
        return false;
    }
    store->pending += batch->bytes;
    if (store->pending < COMMIT_BYTES)
        return true;
    if (!store_commit(store, fault))
        return false;
    return store->temporary || store->lag < STORE_FOLD_BYTES || store_weeks_fold(store, fault);
}
