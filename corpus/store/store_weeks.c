#include "corpus/store/store_weeks.h"

#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"
#include "corpus/store/store_inside.h"
#include "corpus/store/weekgains.h"

#include <stdlib.h>

static const char later_articles[] =
    "SELECT " STORE_ROW ", 1 FROM articles a WHERE a.number > ?1 AND a.superseded = 0"
    " ORDER BY a.number";
static const char due_articles[] = "SELECT " STORE_ROW ", d.sign FROM weekly_due d"
                                   " JOIN articles a ON a.number = d.article ORDER BY a.number";
static const char get_block[] = "SELECT counts, checksum FROM weekly WHERE block = ?1";
static const char put_block[] =
    "INSERT OR REPLACE INTO weekly(block, counts, checksum) VALUES(?1,?2,?3)";
static const char all_blocks[] = "SELECT block, counts, checksum FROM weekly ORDER BY block";
static const char get_due[] = "SELECT sign FROM weekly_due WHERE article = ?1";
static const char put_due[] = "INSERT INTO weekly_due(article, sign) VALUES(?1,?2)";
static const char drop_all_due[] = "DELETE FROM weekly_due WHERE article <= ?1";
static const char drop_due[] = "DELETE FROM weekly_due WHERE article = ?1";

/* Terms whose weeks lie in one row: those whose ids differ in their last 8 bits only. */
enum { BLOCK_TERMS = 1 << 8 };

/* Term ids kept for folding: what may be added until it is their time, and a transaction more. */
enum { FRESH_BYTES = STORE_FOLD_BYTES * 2 };

/* All that is to be added to the weekly counts. */
struct fold {
    struct weekgains gains;
    size_t limit;         /* bytes of term ids */
    int64_t due, through; /* the last article of either kind that is in it */
    bool more;            /* there are others: the limit is reached */
};

static bool due_damaged(const struct store *store, struct fault *fault)
{
    return database_damaged(store->database, "what its weekly counts lack is not as written",
                            fault);
}

/* Takes the articles that a query yields, up to the limit. */
static bool gather(const struct store *store, struct fold *fold, struct query *query, int64_t *last,
                   struct fault *fault)
{
    bool row = true;

    while (query_next(query, &row, fault) && row) {
        int64_t sign = query_number(query, STORE_ROW_COLUMNS);
        struct stored_article article;
        bool sound = store_row_read(store, &article, query, fault) &&
                     (sign == 1 || sign == -1 || due_damaged(store, fault));

        if (!sound) {
            query_end(query);
            return false;
        }
        *last = article.number;
        if (article.day != DAY_NONE)
            weekgains_add(&fold->gains, article.day, article.terms, (int)sign);
        if (fold->gains.bytes >= fold->limit) {
            fold->more = true;
            query_end(query);
            return true;
        }
    }
    return !row;
}

/* Collects what the weekly counts lack: what is due first, then articles that came later. */
static bool collect(struct store *store, struct fold *fold, struct fault *fault)
{
    struct query *query = database_query(store->database, due_articles, fault);

    fold->through = store->manifest.weekly_through;
    if (!query || !gather(store, fold, query, &fold->due, fault))
        return false;
    if (!fold->more) {
        query = database_query(store->database, later_articles, fault);
        if (!query)
            return false;
        query_bind_number(query, 1, fold->through);
        if (!gather(store, fold, query, &fold->through, fault))
            return false;
    }
    return true;
}

static bool count_gains(const struct store *store, struct weekgains *gains, struct fault *fault)
{
    return weekgains_count(gains, store->terms.count) ||
           database_damaged(store->database, "an article has terms that are none", fault);
}

/* --- articles kept for folding ---------------------------------------------------- */

static void drop(struct store *store)
{
    weekgains_release(&store->fresh);
    store->fresh_from = FRESH_NONE;
}

void store_weeks_restart(struct store *store)
{
    drop(store);
    if (!store->temporary) /* which is not folded */
        store->fresh_from = store->manifest.articles;
}

void store_weeks_keep(struct store *store, const struct stored_article *article)
{
    if (store->fresh_from == FRESH_NONE || article->day == DAY_NONE)
        return;
    weekgains_add(&store->fresh, article->day, article->terms, 1);
    if (store->fresh.bytes >= FRESH_BYTES)
        drop(store);
}

/* Takes what was kept where that is all that the weekly counts lack. */
static bool take_fresh(struct store *store, struct fold *fold)
{
    if (store->fresh_from != store->manifest.weekly_through)
        return false;
    fold->gains = store->fresh;
    store->fresh = WEEKGAINS_EMPTY;
    return true;
}

/* --- terms and their blocks ------------------------------------------------------- */

static uint64_t checksum(uint32_t block, struct span counts)
{
    return hash_bytes(counts, block);
}

static bool counts_damaged(const struct store *store, struct fault *fault)
{
    return database_damaged(store->database, "its weekly counts are not as written", fault);
}

/* The next term's counts off the front of a block's; empty past its end. */
static struct span next_counts(struct span *block)
{
    struct span counts;
    uint32_t length;

    if (!idlist_next(block, &length) || length > block->length)
        return SPAN_EMPTY;
    counts = span_cut(*block, 0, length);
    *block = span_cut(*block, length, block->length);
    return counts;
}

/* --- folding ---------------------------------------------------------------------- */

/* Reads a block's counts as stored, or none, and takes them off the sum. */
static bool take_block(struct store *store, uint32_t block, struct bytes *counts,
                       struct fault *fault)
{
    struct query *query = database_query(store->database, get_block, fault);
    bool row = false, sound = true;

    bytes_clear(counts);
    if (!query)
        return false;
    query_bind_number(query, 1, block);
    if (!query_next(query, &row, fault))
        return false;
    if (row) {
        bytes_add(counts, query_bytes(query, 0));
        sound = checksum(block, bytes_span(counts)) == (uint64_t)query_number(query, 1);
        store->manifest.weekly_sum -= checksum(block, bytes_span(counts));
        query_end(query);
    }
    return sound || counts_damaged(store, fault);
}

static bool put_counts(struct store *store, uint32_t block, struct span counts, struct fault *fault)
{
    struct query *query = database_query(store->database, put_block, fault);
    uint64_t sum = checksum(block, counts);

    if (!query)
        return false;
    store->manifest.weekly_sum += sum;
    query_bind_number(query, 1, block);
    query_bind_blob(query, 2, counts);
    query_bind_number(query, 3, (int64_t)sum);
    return query_run(query, fault);
}

/* What folding a block needs; reused. */
struct folder {
    struct bytes before, after, counts;
    struct week_list weeks;
};

/* The block's terms from `first` to `end`, each with its cells added to its stored counts. */
static void fold_counts(struct folder *folder, const struct weekgains *gains, size_t first,
                        size_t end)
{
    struct span before = bytes_span(&folder->before);

    bytes_clear(&folder->after);
    for (size_t term = first; term < end; term++) {
        struct span counts = next_counts(&before);

        if (gains->first[term]) {
            weekgains_unite(&folder->weeks, counts, gains, term);
            weekcounts_write(&folder->counts, folder->weeks.items, folder->weeks.count);
            counts = bytes_span(&folder->counts);
        }
        idlist_add(&folder->after, (uint32_t)counts.length);
        bytes_add(&folder->after, counts);
    }
}

static bool fold_blocks(struct store *store, const struct weekgains *gains, struct fault *fault)
{
    struct folder folder = {0};
    bool done = true;

    for (size_t first = 0; done && first < gains->term_count; first += BLOCK_TERMS) {
        size_t end =
            first + BLOCK_TERMS < gains->term_count ? first + BLOCK_TERMS : gains->term_count;
        uint32_t block = (uint32_t)(first / BLOCK_TERMS);
        size_t used = first;

        while (used < end && gains->first[used] == 0)
            used++;
        if (used == end)
            continue;
        done = take_block(store, block, &folder.before, fault);
        if (done) {
            fold_counts(&folder, gains, first, end);
            done = put_counts(store, block, bytes_span(&folder.after), fault);
        }
    }
    bytes_release(&folder.before);
    bytes_release(&folder.after);
    bytes_release(&folder.counts);
    free(folder.weeks.items);
    return done;
}

static bool settle_due(struct store *store, const struct fold *fold, struct fault *fault)
{
    struct query *query = database_query(store->database, drop_all_due, fault);

    if (!query)
        return false;
    query_bind_number(query, 1, fold->due);
    /* Articles past the last that was gathered are superseded: they have no counts. */
    store->manifest.weekly_through = fold->more ? fold->through : store->manifest.articles;
    return query_run(query, fault);
}

/* `due` is the number of articles in weekly_due. */
static bool fold_once(struct store *store, int64_t due, bool *more, struct fault *fault)
{
    struct fold fold = {.limit = STORE_FOLD_BYTES};
    bool done = store_begin(store, fault) &&
                ((due == 0 && take_fresh(store, &fold)) || collect(store, &fold, fault)) &&
                count_gains(store, &fold.gains, fault) && fold_blocks(store, &fold.gains, fault) &&
                settle_due(store, &fold, fault) && store_commit(store, fault);

    *more = fold.more;
    weekgains_release(&fold.gains);
    return done;
}

bool store_weeks_fold(struct store *store, struct fault *fault)
{
    int64_t due = 0;
    bool more;

    if (!database_number(store->database, "SELECT COUNT(*) FROM weekly_due", 0, &due, fault))
        return false;
    more = due > 0 || store->manifest.weekly_through != store->manifest.articles;
    while (more) {
        if (!fold_once(store, due, &more, fault))
            return false;
    }
    store->lag = 0;
    store_weeks_restart(store);
    return true;
}

bool store_weeks_forget(struct store *store, struct fault *fault)
{
    store->manifest.weekly_through = 0;
    store->manifest.weekly_sum = 0;
    return database_run(store->database, "DELETE FROM weekly; DELETE FROM weekly_due", fault);
}

bool store_weeks_due(struct store *store, uint32_t article, int sign, struct fault *fault)
{
    struct query *query;
    bool row = false;

    if (article > store->manifest.weekly_through) {
        drop(store); /* not counted yet, but kept as it was */
        return true;
    }
    query = database_query(store->database, get_due, fault);
    if (!query)
        return false;
    query_bind_number(query, 1, article);
    if (!query_next(query, &row, fault))
        return false;
    query_end(query);
    query = database_query(store->database, row ? drop_due : put_due, fault);
    if (!query)
        return false;
    query_bind_number(query, 1, article);
    if (!row)
        query_bind_number(query, 2, sign);
    return query_run(query, fault);
}

/* --- walking ---------------------------------------------------------------------- */

struct week_walk {
    struct store *store;
    const struct weekgains *gains;
    bool (*visit)(void *context, const struct term_weeks *weeks, struct fault *fault);
    void *context;
    struct week_list list;
    size_t next; /* the first term not yet visited */
};

/* Visits the terms up to `end`; `stored` are the counts of the first ones of them. */
static bool visit_terms(struct week_walk *walk, size_t end, struct span stored, struct fault *fault)
{
    const struct weekgains *gains = walk->gains;
    struct week_list *list = &walk->list;

    for (; walk->next < end && walk->next < gains->term_count; walk->next++) {
        weekgains_unite(list, next_counts(&stored), gains, walk->next);
        if (list->count && !walk->visit(walk->context,
                                        &(struct term_weeks){.term = (uint32_t)walk->next,
                                                             .weeks = list->items,
                                                             .count = list->count},
                                        fault))
            return false;
    }
    return true;
}

static bool visit_all(struct week_walk *walk, struct fault *fault)
{
    struct store *store = walk->store;
    struct query *query = database_query(store->database, all_blocks, fault);
    uint64_t sum = 0;
    bool done = query != NULL, row = true;

    while (done && (done = query_next(query, &row, fault)) && row) {
        uint32_t block = (uint32_t)query_number(query, 0);
        struct span counts = query_bytes(query, 1);
        size_t first = (size_t)block * BLOCK_TERMS;

        sum += checksum(block, counts);
        done =
            (first >= walk->next && checksum(block, counts) == (uint64_t)query_number(query, 2)) ||
            counts_damaged(store, fault);
        done = done && visit_terms(walk, first, SPAN_EMPTY, fault) &&
               visit_terms(walk, first + BLOCK_TERMS, counts, fault);
    }
    if (!done && query)
        query_end(query);
    return done && visit_terms(walk, SIZE_MAX, SPAN_EMPTY, fault) &&
           (sum == store->manifest.weekly_sum || counts_damaged(store, fault));
}

bool store_walk_weeks(struct store *store,
                      bool (*visit)(void *context, const struct term_weeks *weeks,
                                    struct fault *fault),
                      void *context, struct fault *fault)
{
    struct fold fold = {.limit = SIZE_MAX};
    struct week_walk walk = {
        .store = store, .gains = &fold.gains, .visit = visit, .context = context};
    bool done = collect(store, &fold, fault) && count_gains(store, &fold.gains, fault) &&
                visit_all(&walk, fault);

    free(walk.list.items);
    weekgains_release(&fold.gains);
    return done;
}
