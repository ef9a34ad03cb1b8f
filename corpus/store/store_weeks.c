#include "corpus/store/store_weeks.h"

#include "corpus/base/day.h"
#include "corpus/base/hash.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"
#include "corpus/store/store_inside.h"

#include <stdlib.h>

static const char later_articles[] =
    "SELECT number, day, terms, 1 FROM articles WHERE number > ?1 AND superseded = 0"
    " ORDER BY number";
static const char due_articles[] = "SELECT d.article, a.day, a.terms, d.sign FROM weekly_due d"
                                   " JOIN articles a ON a.number = d.article ORDER BY d.article";
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

/* Articles of one week, waiting to be counted: lengths and ids, as idlist.h has them. */
struct stream {
    int32_t week;
    struct bytes gained, lost;
};

/* What one term gains or loses in one week. */
struct cell {
    uint32_t next; /* cell of the same term in a later week, plus 1; 0: none */
    int32_t week;
    int32_t words, articles;
};

/* All that is to be added to the weekly counts. */
struct fold {
    struct stream *streams; /* by rising week */
    size_t stream_count, stream_capacity;
    size_t bytes, limit;  /* of term ids */
    int64_t due, through; /* the last article of either kind that is in it */
    bool more;            /* there are others: the limit is reached */
    struct cell *cells;
    size_t cell_count, cell_capacity;
    uint32_t *first; /* by term: its first cell plus 1 */
    size_t term_count;
};

/* Of one term in the articles of one week. */
struct tally {
    int32_t words, articles;
    uint32_t last; /* the article that used it last */
};

static struct stream *stream_of(struct fold *fold, int32_t week)
{
    size_t low = 0, high = fold->stream_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (fold->streams[middle].week < week)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < fold->stream_count && fold->streams[low].week == week)
        return &fold->streams[low];
    fold->streams = memory_grow(fold->streams, &fold->stream_capacity, fold->stream_count + 1,
                                sizeof *fold->streams);
    memmove(fold->streams + low + 1, fold->streams + low,
            (fold->stream_count - low) * sizeof *fold->streams);
    fold->stream_count++;
    fold->streams[low] = (struct stream){.week = week};
    return &fold->streams[low];
}

/* Takes the articles that a query yields into their weeks' streams, up to the limit. */
static bool gather(struct fold *fold, struct query *query, int64_t *last, struct fault *fault)
{
    bool row = true;

    while (query_next(query, &row, fault) && row) {
        struct span terms = query_bytes(query, 2);
        struct stream *stream;
        struct bytes *bytes;

        *last = query_number(query, 0);
        if (query_is_none(query, 1) || terms.length == 0)
            continue;
        stream = stream_of(fold, day_week((int32_t)query_number(query, 1)));
        bytes = query_number(query, 3) > 0 ? &stream->gained : &stream->lost;
        idlist_add(bytes, (uint32_t)terms.length);
        bytes_add(bytes, terms);
        fold->bytes += terms.length;
        if (fold->bytes >= fold->limit) {
            fold->more = true;
            query_end(query);
            return true;
        }
    }
    return !row;
}

/*
 * Counts a stream's articles into the tallies, by id plus 1, with one for
 * breaks; `article` goes on from stream to stream. False where their ids are
 * none of the store's.
 */
static bool count(struct tally *tallies, uint32_t *article, struct span stream, int32_t sign,
                  size_t term_count)
{
    uint32_t length, id, this;

    while (idlist_next(&stream, &length) && length <= stream.length) {
        struct span terms = span_cut(stream, 0, length);

        stream = span_cut(stream, length, stream.length);
        this = ++*article;
        while (idlist_next(&terms, &id)) {
            if (id > term_count)
                return false;
            tallies[id].words += sign;
            tallies[id].articles += sign * (tallies[id].last != this);
            tallies[id].last = this;
        }
    }
    return true;
}

/* Makes cells of the week's tallies and empties them; weeks come falling. */
static void add_cells(struct fold *fold, struct tally *tallies, int32_t week)
{
    for (size_t term = 0; term < fold->term_count; term++) {
        struct tally *tally = &tallies[term + 1];

        if (tally->words == 0 && tally->articles == 0)
            continue;
        fold->cells = memory_grow(fold->cells, &fold->cell_capacity, fold->cell_count + 1,
                                  sizeof *fold->cells);
        fold->cells[fold->cell_count++] = (struct cell){
            .next = fold->first[term],
            .week = week,
            .words = tally->words,
            .articles = tally->articles,
        };
        fold->first[term] = (uint32_t)fold->cell_count;
        tally->words = tally->articles = 0;
    }
}

static bool count_streams(struct fold *fold)
{
    struct tally *tallies = memory_new(fold->term_count + 1, sizeof *tallies);
    uint32_t article = 0;
    bool sound = true;

    for (size_t i = fold->stream_count; sound && i > 0; i--) {
        struct stream *stream = &fold->streams[i - 1];

        sound = count(tallies, &article, bytes_span(&stream->gained), 1, fold->term_count) &&
                count(tallies, &article, bytes_span(&stream->lost), -1, fold->term_count);
        add_cells(fold, tallies, stream->week);
        bytes_release(&stream->gained);
        bytes_release(&stream->lost);
    }
    free(tallies);
    return sound;
}

static void release(struct fold *fold)
{
    for (size_t i = 0; i < fold->stream_count; i++) {
        bytes_release(&fold->streams[i].gained);
        bytes_release(&fold->streams[i].lost);
    }
    free(fold->streams);
    free(fold->cells);
    free(fold->first);
}

/* Collects what the weekly counts lack: what is due first, then articles that came later. */
static bool collect(struct store *store, struct fold *fold, struct fault *fault)
{
    struct query *query = database_query(store->database, due_articles, fault);

    fold->term_count = store->terms.count;
    fold->first = memory_new(fold->term_count, sizeof *fold->first);
    fold->through = store->manifest.weekly_through;
    if (!query || !gather(fold, query, &fold->due, fault))
        return false;
    if (!fold->more) {
        query = database_query(store->database, later_articles, fault);
        if (!query)
            return false;
        query_bind_number(query, 1, fold->through);
        if (!gather(fold, query, &fold->through, fault))
            return false;
    }
    return count_streams(fold) ||
           database_damaged(store->database, "an article has terms that are none", fault);
}

/* --- terms and their blocks ------------------------------------------------------- */

struct week_list {
    struct week_count *items;
    size_t count, capacity;
};

static void add_week(struct week_list *list, struct week_count week)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = week;
}

/* A term's counts as stored, with its cells added to them. */
static void unite(struct week_list *list, struct span blob, const struct fold *fold, uint32_t first)
{
    struct weekcounts_reader reader = {.rest = blob};
    struct week_count week;
    bool more = weekcounts_next(&reader, &week);

    list->count = 0;
    while (more || first) {
        struct cell cell =
            first && fold->cells ? fold->cells[first - 1] : (struct cell){.week = INT32_MAX};
        struct week_count sum = {.week = more && week.week < cell.week ? week.week : cell.week};

        if (more && week.week == sum.week) {
            sum = week;
            more = weekcounts_next(&reader, &week);
        }
        if (first && cell.week == sum.week) {
            sum.words += (uint32_t)cell.words;
            sum.articles += (uint32_t)cell.articles;
            first = cell.next;
        }
        if (sum.words)
            add_week(list, sum);
    }
}

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
static void fold_counts(struct folder *folder, const struct fold *fold, size_t first, size_t end)
{
    struct span before = bytes_span(&folder->before);

    bytes_clear(&folder->after);
    for (size_t term = first; term < end; term++) {
        struct span counts = next_counts(&before);

        if (fold->first[term]) {
            unite(&folder->weeks, counts, fold, fold->first[term]);
            weekcounts_write(&folder->counts, folder->weeks.items, folder->weeks.count);
            counts = bytes_span(&folder->counts);
        }
        idlist_add(&folder->after, (uint32_t)counts.length);
        bytes_add(&folder->after, counts);
    }
}

static bool fold_blocks(struct store *store, const struct fold *fold, struct fault *fault)
{
    struct folder folder = {0};
    bool done = true;

    for (size_t first = 0; done && first < fold->term_count; first += BLOCK_TERMS) {
        size_t end =
            first + BLOCK_TERMS < fold->term_count ? first + BLOCK_TERMS : fold->term_count;
        uint32_t block = (uint32_t)(first / BLOCK_TERMS);
        size_t used = first;

        while (used < end && fold->first[used] == 0)
            used++;
        if (used == end)
            continue;
        done = take_block(store, block, &folder.before, fault);
        if (done) {
            fold_counts(&folder, fold, first, end);
            done = put_counts(store, block, bytes_span(&folder.after), fault);
        }
    }
    bytes_release(&folder.before);
    bytes_release(&folder.after);
    bytes_release(&folder.counts);
    free(folder.weeks.items);
    return done;
}

/* True when nothing is due and no article came later. */
static bool up_to_date(struct store *store, bool *fresh, struct fault *fault)
{
    int64_t due = 0;

    if (!database_number(store->database, "SELECT COUNT(*) FROM weekly_due", 0, &due, fault))
        return false;
    *fresh = due == 0 && store->manifest.weekly_through == store->manifest.articles;
    return true;
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

static bool fold_once(struct store *store, bool *more, struct fault *fault)
{
    struct fold fold = {.limit = STORE_FOLD_BYTES};
    bool done = store_begin(store, fault) && collect(store, &fold, fault) &&
                fold_blocks(store, &fold, fault) && settle_due(store, &fold, fault) &&
                store_commit(store, fault);

    *more = fold.more;
    release(&fold);
    return done;
}

bool store_weeks_fold(struct store *store, struct fault *fault)
{
    bool fresh = false, more = true;

    if (!up_to_date(store, &fresh, fault))
        return false;
    while (!fresh && more) {
        if (!fold_once(store, &more, fault))
            return false;
    }
    store->lag = 0;
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

    if (article > store->manifest.weekly_through)
        return true; /* not counted yet */
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
    const struct fold *fold;
    bool (*visit)(void *context, const struct term_weeks *weeks, struct fault *fault);
    void *context;
    struct week_list list;
    size_t next; /* the first term not yet visited */
};

/* Visits the terms up to `end`; `stored` are the counts of the first ones of them. */
static bool visit_terms(struct week_walk *walk, size_t end, struct span stored, struct fault *fault)
{
    const struct fold *fold = walk->fold;
    struct week_list *list = &walk->list;

    for (; walk->next < end && walk->next < fold->term_count; walk->next++) {
        unite(list, next_counts(&stored), fold, fold->first[walk->next]);
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
    struct week_walk walk = {.store = store, .fold = &fold, .visit = visit, .context = context};
    bool done = collect(store, &fold, fault) && visit_all(&walk, fault);

    free(walk.list.items);
    release(&fold);
    return done;
}
