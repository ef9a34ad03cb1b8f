#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"
#include "corpus/store/revision.h"
#include "corpus/store/store_inside.h"
#include "corpus/text/tokens.h"

#include <stdlib.h>

/* Text of one transaction: what it writes then fits the page cache. */
enum { COMMIT_BYTES = 8 << 20 };

static const char put_article[] =
    "INSERT INTO articles(number, day, seconds, words, quotes, left_out, replaced, content,"
    " fingerprint, run, annotator, quotes_sum, superseded, article_id, source, title, author,"
    " section, url, published, origin, declared, language, checksum, terms, title_terms,"
    " signature, text)"
    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,"
    "?23,?24,?25,?26,?27,?28)";
static const char put_quote[] =
    "INSERT INTO quotes(article, start, end, number, words, kind, speaker, mention, cue, rule)"
    " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)";
static const char *const drop_rows[] = {
    "DELETE FROM quotes WHERE article = ?1",
    "DELETE FROM articles WHERE number = ?1",
};
static const char get_run[] = "SELECT run FROM articles WHERE number = ?1";
static const char put_run[] = "UPDATE articles SET run = ?2 WHERE number = ?1";
static const char put_superseded[] = "UPDATE articles SET superseded = ?2 WHERE number = ?1";
static const char get_revision[] =
    "SELECT number, day, seconds, run, fingerprint, superseded, checksum, quotes_sum"
    " FROM articles WHERE number = ?1";
static const char get_article[] = "SELECT " STORE_ROW " FROM articles a WHERE a.number = ?1";

void store_adopt_batch(struct store *store, const struct batch *batch)
{
    uint32_t *ids = batch_new_ids(batch);

    for (size_t i = 0; i < batch->term_count; i++)
        ids[i] = table_add_hashed(&store->terms, batch->terms[i], batch->hashes[i]) + 1;
}

/* --- an article's rows ------------------------------------------------------------ */

static bool write_row(struct store *store, const struct stored_article *row, struct span text,
                      struct fault *fault)
{
    struct query *query = database_query(store->database, put_article, fault);
    const int64_t numbers[] = {row->words,     row->quotes,           row->left_out,
                               row->replaced,  (int64_t)row->content, (int64_t)row->fingerprint,
                               row->run,       row->annotator,        (int64_t)row->quotes_sum,
                               row->superseded};
    const struct span texts[] = {row->id,       row->source,  row->title,     row->author,
                                 row->section,  row->url,     row->published, row->origin,
                                 row->declared, row->language};

    if (!query)
        return false;
    query_bind_number(query, 1, row->number);
    if (row->day == DAY_NONE)
        query_bind_none(query, 2);
    else
        query_bind_number(query, 2, row->day);
    if (row->seconds == ANNOTATE_NO_TIME)
        query_bind_none(query, 3);
    else
        query_bind_number(query, 3, row->seconds);
    for (int i = 0; i < 10; i++)
        query_bind_number(query, i + 4, numbers[i]);
    for (int i = 0; i < 10; i++)
        query_bind_text(query, i + 14, texts[i]);
    query_bind_number(query, 24, (int64_t)row->checksum);
    query_bind_blob(query, 25, row->terms);
    query_bind_blob(query, 26, row->title_terms);
    query_bind_blob(query, 27, row->signature);
    query_bind_blob(query, 28, text);
    return query_run(query, fault);
}

static struct stored_quote quote_of(const struct annotated_quote *item, uint32_t article,
                                    struct span article_id)
{
    return (struct stored_quote){
        .article = article,
        .article_id = article_id,
        .start = item->quote.start,
        .end = item->quote.end,
        .number = item->quote.number,
        .words = item->words,
        .kind = item->quote.kind,
        .speaker = item->quote.speaker,
        .mention = item->quote.mention,
        .cue = item->quote.cue,
        .rule = span_of(item->quote.decision),
    };
}

static bool write_quotes(struct store *store, const struct annotation *item, uint32_t number,
                         struct fault *fault)
{
    struct query *query = database_query(store->database, put_quote, fault);

    for (size_t i = 0; query && i < item->quote_count; i++) {
        struct stored_quote quote = quote_of(&item->quotes[i], number, item->article.id);
        const int64_t numbers[] = {quote.article, quote.start, quote.end,
                                   quote.number,  quote.words, quote.kind};
        const struct span texts[] = {quote.speaker, quote.mention, quote.cue, quote.rule};

        for (int c = 0; c < 6; c++)
            query_bind_number(query, c + 1, numbers[c]);
        for (int c = 0; c < 4; c++)
            query_bind_text(query, c + 7, texts[c]);
        if (!query_run(query, fault))
            return false;
    }
    return query != NULL;
}

/* The row that the item becomes; its terms are in the store's two buffers. */
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
    for (size_t i = 0; i < item->quote_count; i++) {
        struct stored_quote quote = quote_of(&item->quotes[i], number, item->article.id);

        row.quotes_sum += store_quote_hash(&quote);
    }
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

static struct kept kept_of(const struct query *row)
{
    struct kept kept = {
        .number = query_number(row, 0),
        .day = query_is_none(row, 1) ? DAY_NONE : (int32_t)query_number(row, 1),
        .revision = {.run = query_number(row, 3), .fingerprint = (uint64_t)query_number(row, 4)},
        .sums = {1, (uint64_t)query_number(row, 6), (uint64_t)query_number(row, 7)},
    };

    kept.revision.published = revision_published(
        kept.day, query_is_none(row, 2) ? ANNOTATE_NO_TIME : query_number(row, 2));
    return kept;
}

/* Makes a stored revision the one that holds, or no longer. */
static bool set_holding(struct store *store, const struct kept *kept, bool holds,
                        struct fault *fault)
{
    struct query *query = database_query(store->database, put_superseded, fault);
    struct ledger_day *day = ledger_day(&store->ledger, kept->day);

    if (!query)
        return false;
    if (holds)
        ledger_sums_add(&day->sums, kept->sums);
    else
        ledger_sums_take(&day->sums, kept->sums);
    day->changed = true;
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
        struct query *query = database_query(store->database, get_revision, fault);
        struct kept kept;
        bool found;

        if (!query)
            return false;
        query_bind_number(query, 1, number);
        if (!query_next(query, &found, fault))
            return false;
        if (!found)
            return store_not_as_written(store, number, fault);
        kept = kept_of(query);
        if (best.number == 0 || revision_holds(&kept.revision, &best.revision))
            best = kept;
        if (query_number(query, 5) == 0)
            holding = kept;
        query_end(query);
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
    struct ledger_day *day;

    if (!write_row(store, row, item->article.text, fault) ||
        !write_quotes(store, item, row->number, fault))
        return false;
    store->manifest.articles++;
    store->manifest.identities += row->fingerprint;
    store->lag += row->terms.length;
    identities_add(&store->known, (struct identity){key, row->fingerprint});
    if (row->superseded)
        return settle(store, key, fault);
    day = ledger_day(&store->ledger, row->day);
    ledger_sums_add(&day->sums, store_row_sums(row));
    day->changed = true;
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

/* Takes away all of an article. */
static bool drop(struct store *store, uint32_t number, struct fault *fault)
{
    for (size_t i = 0; i < sizeof drop_rows / sizeof *drop_rows; i++) {
        struct query *query = database_query(store->database, drop_rows[i], fault);

        if (!query)
            return false;
        query_bind_number(query, 1, number);
        if (!query_run(query, fault))
            return false;
    }
    return true;
}

bool store_replace_item(struct store *store, const struct annotation *item, const uint32_t *ids,
                        uint32_t number, struct fault *fault)
{
    struct query *query = database_query(store->database, get_article, fault);
    struct stored_article before, row = row_of(store, item, ids, number);
    struct ledger_day *day;
    bool found = false, sound;

    if (!query)
        return false;
    query_bind_number(query, 1, number);
    if (!query_next(query, &found, fault))
        return false;
    sound = found && store_row_read(store, &before, query, fault);
    if (sound && !before.superseded) {
        day = ledger_day(&store->ledger, before.day);
        ledger_sums_take(&day->sums, store_row_sums(&before));
        day->changed = true;
        day = ledger_day(&store->ledger, row.day);
        ledger_sums_add(&day->sums, store_row_sums(&row));
        day->changed = true;
    }
    if (found) {
        row.run = before.run;
        row.superseded = before.superseded;
        query_end(query);
    }
    if (!sound)
        return found ? false : store_not_as_written(store, number, fault);
    return drop(store, number, fault) && write_row(store, &row, item->article.text, fault) &&
           write_quotes(store, item, number, fault) &&
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
