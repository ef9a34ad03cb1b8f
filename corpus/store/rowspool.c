#include "corpus/store/rowspool.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum { TEXTS = 13 };

/* What an article's order depends on, and where its record lies: the article, then its texts. */
struct rowspool_place {
    struct span id; /* in `ids` */
    uint64_t at;
    uint32_t length;
    int32_t day;
    uint32_t source; /* in `sources`; its rank among them by name, once all are there */
    uint32_t number;
};

static void list_texts(struct span *texts[TEXTS], struct stored_article *article)
{
    struct span *const all[TEXTS] = {&article->id,        &article->source,  &article->title,
                                     &article->author,    &article->section, &article->url,
                                     &article->published, &article->origin,  &article->declared,
                                     &article->language,  &article->terms,   &article->title_terms,
                                     &article->signature};

    memcpy(texts, all, sizeof all);
}

bool rowspool_add(struct rowspool *rows, const struct stored_article *article, struct fault *fault)
{
    struct stored_article copy = *article;
    struct span *texts[TEXTS];

    list_texts(texts, &copy);
    bytes_clear(&rows->record);
    bytes_add(&rows->record, (struct span){(const char *)&copy, sizeof copy});
    for (size_t i = 0; i < TEXTS; i++)
        bytes_add(&rows->record, *texts[i]);
    rows->places =
        memory_grow(rows->places, &rows->capacity, rows->count + 1, sizeof *rows->places);
    rows->places[rows->count++] = (struct rowspool_place){
        .id = arena_copy(&rows->ids, article->id),
        .at = rows->spool.length,
        .length = (uint32_t)rows->record.count,
        .day = article->day,
        .source = table_add(&rows->sources, article->source),
        .number = article->number,
    };
    return spool_add(&rows->spool, bytes_span(&rows->record), fault);
}

/* --- order -------------------------------------------------------------------------- */

static void rank_sources(struct rowspool *rows)
{
    uint32_t *ranks = table_ranks(&rows->sources);

    for (size_t i = 0; i < rows->count; i++)
        rows->places[i].source = ranks[rows->places[i].source];
    free(ranks);
}

static int by_place(const void *left, const void *right)
{
    const struct rowspool_place *a = left, *b = right;
    int order;

    if (a->day != b->day) /* no day is the least number */
        return a->day < b->day ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    order = span_compare(a->id, b->id);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

/* --- visiting ----------------------------------------------------------------------- */

static bool read_article(struct rowspool *rows, const struct rowspool_place *place,
                         struct stored_article *article, struct fault *fault)
{
    struct span bytes, *texts[TEXTS];
    size_t at = sizeof *article;

    if (!spool_read(&rows->spool, place->at, place->length, &rows->record, &bytes, fault))
        return false;
    memcpy(article, bytes.bytes, sizeof *article);
    list_texts(texts, article);
    for (size_t i = 0; i < TEXTS; i++) {
        *texts[i] = span_cut(bytes, at, at + texts[i]->length);
        at += texts[i]->length;
    }
    return true;
}

bool rowspool_visit(struct rowspool *rows, store_visitor *visit, void *context, struct fault *fault)
{
    bool done = true;

    rank_sources(rows);
    if (rows->count)
        qsort(rows->places, rows->count, sizeof *rows->places, by_place);
    for (size_t i = 0; done && i < rows->count; i++) {
        struct stored_article article;

        done = read_article(rows, &rows->places[i], &article, fault) &&
               visit(context, &article, fault);
    }
    return done;
}

void rowspool_release(struct rowspool *rows)
{
    spool_release(&rows->spool);
    free(rows->places);
    arena_release(&rows->ids);
    table_release(&rows->sources);
    bytes_release(&rows->record);
    *rows = ROWSPOOL_EMPTY;
}
