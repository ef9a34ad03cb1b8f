#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/record.h"
#include "corpus/store/revision.h"
#include "corpus/store/rowspool.h"
#include "corpus/store/store_inside.h"

#define OF_DAYS                                                                                    \
    "WHERE a.superseded = 0 AND ((a.day >= ?1 AND a.day <= ?2) OR (?3 AND a.day IS NULL)) "

static const char walk[] = "SELECT " STORE_ROW " FROM articles a " OF_DAYS;

/* All articles are looked at in the order in which they lie, instead of a day's wherever it is. */
static const char walk_through[] = "SELECT " STORE_ROW " FROM articles a NOT INDEXED " OF_DAYS;

/* A page holds some twenty articles: of so many a search by day may read each page again. */
enum { SCATTERED = 16 };

/* Articles of a part of these, at least; and how many parts there are at most. */
enum { OF_PART = 1 << 13, PARTS_MOST = 1 << 8 };

static const char get_text[] = "SELECT " STORE_ROW ", a.text FROM articles a WHERE a.number = ?1";

static struct query *choose_days(struct store *store, const char *sql, struct store_days days,
                                 struct fault *fault)
{
    struct query *query = database_query(store->database, sql, fault);

    if (query) {
        query_bind_number(query, 1, days.first);
        query_bind_number(query, 2, days.last);
        query_bind_number(query, 3, days.undated);
    }
    return query;
}

static struct ledger_sums expected(const struct store *store, struct store_days days)
{
    return ledger_total(&store->ledger, days.first, days.last, days.undated);
}

static bool lie_everywhere(const struct store *store, struct store_days days)
{
    return expected(store, days).articles * SCATTERED >= expected(store, STORE_ALL_DAYS).articles;
}

/* Cuts the days into parts of so many articles at most, or of one day. */
static void divide(struct rowspool *rows, const struct ledger *ledger, struct store_days days)
{
    uint64_t articles = 0;
    uint64_t most = ledger_total(ledger, days.first, days.last, days.undated).articles / PARTS_MOST;

    most = most < OF_PART ? OF_PART : most;
    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_day *day = &ledger->days[i];

        if (day->day == DAY_NONE || day->day < days.first || day->day > days.last)
            continue;
        if (articles && articles + day->sums.articles > most) {
            rowspool_divide(rows, day->day - 1);
            articles = 0;
        }
        articles += day->sums.articles;
    }
    rowspool_divide(rows, days.last);
}

/* Reads the articles of these days in whatever order is fast. */
static bool read_rows(struct rowspool *rows, struct ledger_sums *seen, struct store *store,
                      struct store_days days, struct fault *fault)
{
    struct query *query =
        choose_days(store, lie_everywhere(store, days) ? walk_through : walk, days, fault);
    bool done = query != NULL, row = true;

    while (done && (done = query_next(query, &row, fault)) && row) {
        struct stored_article article;

        done = store_row_read(store, &article, query, fault) && rowspool_add(rows, &article, fault);
        if (done)
            ledger_sums_add(seen, store_row_sums(&article));
    }
    if (!done && query)
        query_end(query);
    /* The pages are not needed again, and what is done with the articles needs memory. */
    return done && database_run(store->database, "PRAGMA shrink_memory", fault);
}

bool store_walk(struct store *store, struct store_days days, store_visitor *visit, void *context,
                struct fault *fault)
{
    struct rowspool rows = ROWSPOOL_EMPTY;
    struct ledger_sums seen = {0};
    bool done;

    divide(&rows, &store->ledger, days);
    done =
        read_rows(&rows, &seen, store, days, fault) && rowspool_visit(&rows, visit, context, fault);
    rowspool_release(&rows);
    return done && (ledger_sums_equal(seen, expected(store, days)) ||
                    database_damaged(store->database, "articles are missing or changed", fault));
}

struct quote_walk {
    store_quote_visitor *visit;
    void *context;
};

static bool walk_article(void *context, const struct stored_article *article, struct fault *fault)
{
    const struct quote_walk *quotes = context;

    return record_visit_quotes(article, quotes->visit, quotes->context, fault);
}

bool store_walk_quotes(struct store *store, struct store_days days, store_quote_visitor *visit,
                       void *context, struct fault *fault)
{
    struct quote_walk quotes = {visit, context};

    return store_walk(store, days, walk_article, &quotes, fault);
}

void store_list_days(const struct store *store, int32_t **days, size_t *count, uint64_t *articles)
{
    *days = memory_new(store->ledger.count, sizeof **days);
    *count = 0;
    *articles = 0;
    for (size_t i = 0; i < store->ledger.count; i++) {
        const struct ledger_day *day = &store->ledger.days[i];

        *articles += day->sums.articles;
        if (day->day != DAY_NONE && day->sums.articles)
            (*days)[(*count)++] = day->day;
    }
}

bool store_text(struct store *store, uint32_t number, struct bytes *text, struct fault *fault)
{
    struct query *query = database_query(store->database, get_text, fault);
    struct stored_article article;
    bool row = false, done;

    if (!query)
        return false;
    query_bind_number(query, 1, number);
    bytes_clear(text);
    if (!query_next(query, &row, fault))
        return false;
    if (!row)
        return store_not_as_written(store, number, fault);
    bytes_add(text, query_bytes(query, STORE_ROW_COLUMNS));
    done = store_row_read(store, &article, query, fault) &&
           (revision_content(bytes_span(text)) == article.content ||
            store_not_as_written(store, number, fault));
    query_end(query);
    return done;
}
