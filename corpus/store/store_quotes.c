#include "corpus/base/memory.h"
#include "corpus/store/store_inside.h"

#include <stdlib.h>

static const char get_quotes[] =
    "SELECT article, start, end, number, words, kind, speaker, mention, cue, rule FROM quotes "
    "WHERE article = ?1 ORDER BY start";

/*
 * Quotations that wait for their turn at once: some 10 MB. In the articles'
 * order each of them would lie in another page, which costs a read of the file
 * an article: 200,000 of them in a report from a million articles.
 */
enum { AT_ONCE = 1 << 16, TEXTS = 4 };

bool store_quotes(struct store *store, const struct store_quoted *article,
                  bool (*visit)(void *context, const struct stored_quote *quote,
                                struct fault *fault),
                  void *context, struct fault *fault)
{
    struct query *query = database_query(store->database, get_quotes, fault);
    uint64_t seen = 0;
    bool done = query != NULL, row = true;

    if (query)
        query_bind_number(query, 1, article->number);
    while (done && (done = query_next(query, &row, fault)) && row) {
        struct stored_quote quote = store_quote_read(query);

        quote.article_id = article->id;
        seen += store_quote_hash(&quote);
        done = visit(context, &quote, fault);
    }
    if (!done && query)
        query_end(query);
    return done &&
           (seen == article->quotes_sum || store_not_as_written(store, article->number, fault));
}

/* --- of many articles --------------------------------------------------------------- */

/* Where an article's quotations wait. */
struct waiting {
    uint32_t number; /* of the article in the store */
    uint32_t index;  /* among those that are asked for */
    size_t at, end;  /* in `records` */
};

struct room {
    struct waiting *items;
    size_t count, capacity;
    struct bytes records; /* of each quotation all but the article's id, then its texts */
};

static void list_texts(struct span *texts[TEXTS], struct stored_quote *quote)
{
    struct span *const all[TEXTS] = {&quote->speaker, &quote->mention, &quote->cue, &quote->rule};

    memcpy(texts, all, sizeof all);
}

static bool keep_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct bytes *records = context;
    struct stored_quote copy = *quote;
    struct span *texts[TEXTS];

    (void)fault;
    list_texts(texts, &copy);
    bytes_add(records, (struct span){(const char *)&copy, sizeof copy});
    for (size_t i = 0; i < TEXTS; i++)
        bytes_add(records, *texts[i]);
    return true;
}

/* The first quotation of `records`, which it takes off. */
static struct stored_quote next_quote(struct span *records)
{
    struct stored_quote quote;
    struct span *texts[TEXTS];

    memcpy(&quote, records->bytes, sizeof quote);
    *records = span_cut(*records, sizeof quote, records->length);
    list_texts(texts, &quote);
    for (size_t i = 0; i < TEXTS; i++) {
        *texts[i] = span_cut(*records, 0, texts[i]->length);
        *records = span_cut(*records, texts[i]->length, records->length);
    }
    return quote;
}

static int by_number(const void *left, const void *right)
{
    const struct waiting *a = left, *b = right;

    return (a->number > b->number) - (a->number < b->number);
}

static int by_index(const void *left, const void *right)
{
    const struct waiting *a = left, *b = right;

    return (a->index > b->index) - (a->index < b->index);
}

static void sort(struct room *room, int (*order)(const void *, const void *))
{
    qsort(room->items, room->count, sizeof *room->items, order);
}

/* Lists the first of these articles: as many as have AT_ONCE quotations together, but one. */
static void list_first(struct room *room, const struct store_quoted *articles, size_t count)
{
    uint64_t quotes = 0;

    room->count = 0;
    for (size_t i = 0; i < count && (i == 0 || quotes + articles[i].quotes <= AT_ONCE); i++) {
        quotes += articles[i].quotes;
        room->items =
            memory_grow(room->items, &room->capacity, room->count + 1, sizeof *room->items);
        room->items[room->count++] =
            (struct waiting){.number = articles[i].number, .index = (uint32_t)i};
    }
}

/* Reads the quotations of those that are listed, in the order in which they lie. */
static bool read_listed(struct room *room, struct store *store, const struct store_quoted *articles,
                        struct fault *fault)
{
    bool done = true;

    bytes_clear(&room->records);
    sort(room, by_number);
    for (size_t i = 0; done && i < room->count; i++) {
        struct waiting *waiting = &room->items[i];

        waiting->at = room->records.count;
        done = store_quotes(store, &articles[waiting->index], keep_quote, &room->records, fault);
        waiting->end = room->records.count;
    }
    sort(room, by_index);
    return done;
}

bool store_quotes_of(struct store *store, const struct store_quoted *articles, size_t count,
                     bool (*visit)(void *context, const struct stored_quote *quote,
                                   struct fault *fault),
                     void *context, struct fault *fault)
{
    struct room room = {0};
    bool done = true;

    for (size_t first = 0; done && first < count; first += room.count) {
        list_first(&room, articles + first, count - first);
        done = read_listed(&room, store, articles + first, fault);
        for (size_t i = 0; done && i < room.count; i++) {
            struct span records =
                span_cut(bytes_span(&room.records), room.items[i].at, room.items[i].end);

            while (done && records.length) {
                struct stored_quote quote = next_quote(&records);

                quote.article_id = articles[first + i].id;
                done = visit(context, &quote, fault);
            }
        }
    }
    free(room.items);
    bytes_release(&room.records);
    return done;
}
