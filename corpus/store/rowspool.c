#include "corpus/store/rowspool.h"

#include "corpus/base/arena.h"
#include "corpus/base/memory.h"
#include "corpus/base/spool.h"
#include "corpus/base/table.h"
#include "corpus/store/record.h"

#include <stdlib.h>

/* What is spooled of an article before its record. */
struct row {
    uint32_t length; /* of the record */
    uint32_t number;
    int32_t day;
    int64_t run, annotator;
    uint64_t checksum;
};

/* What an article's order depends on, and where its row lies. */
struct place {
    struct span id;
    uint64_t at;
    uint32_t length; /* of row and record */
    int32_t day;
    uint32_t source; /* in `sources`; its rank among them by name, once all are there */
    uint32_t number;
};

struct rowspool_part {
    struct spool spool;
    int32_t last; /* day */
};

void rowspool_divide(struct rowspool *rows, int32_t last)
{
    rows->parts =
        memory_grow(rows->parts, &rows->part_capacity, rows->part_count + 1, sizeof *rows->parts);
    rows->parts[rows->part_count++] =
        (struct rowspool_part){.spool = {.memory = rows->memory}, .last = last};
}

/* The part that the day is in. */
static struct rowspool_part *part_of(const struct rowspool *rows, int32_t day)
{
    size_t low = 0, high = rows->part_count - 1;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (rows->parts[middle].last < day)
            low = middle + 1;
        else
            high = middle;
    }
    return &rows->parts[low];
}

bool rowspool_add(struct rowspool *rows, const struct stored_article *article, struct fault *fault)
{
    const struct row row = {(uint32_t)article->record.length,
                            article->number,
                            article->day,
                            article->run,
                            article->annotator,
                            article->checksum};
    struct spool *spool;

    if (!rows->part_count)
        rowspool_divide(rows, INT32_MAX);
    spool = &part_of(rows, article->day)->spool;
    return spool_add(spool, (struct span){(const char *)&row, sizeof row}, fault) &&
           spool_add(spool, article->record, fault);
}

/* --- reading back ------------------------------------------------------------------- */

/* A part that is being visited. */
struct visit {
    const struct spool *spool;
    struct span piece; /* all of it; none where it is too long for that */
    struct bytes room; /* of the piece, or of the article at hand */
    struct place *places;
    size_t count, capacity;
    struct table sources;
    struct arena ids; /* where there is no piece */
};

static bool look_at(struct visit *visit, uint64_t at, size_t length, struct span *bytes,
                    struct fault *fault)
{
    if (!visit->piece.length)
        return spool_read(visit->spool, at, length, &visit->room, bytes, fault);
    *bytes = span_cut(visit->piece, (size_t)at, (size_t)at + length);
    return true;
}

/* The article of a row and its record. */
static struct stored_article article_of(struct span bytes)
{
    struct stored_article article;
    struct row row;

    memcpy(&row, bytes.bytes, sizeof row);
    article = (struct stored_article){
        .number = row.number,
        .day = row.day,
        .run = row.run,
        .annotator = row.annotator,
        .checksum = row.checksum,
        .record = span_cut(bytes, sizeof row, bytes.length),
    };
    (void)record_read(&article, article.record); /* which was read before */
    return article;
}

/* Lists where all articles of the part lie. */
static bool list_places(struct visit *visit, struct fault *fault)
{
    size_t length;

    for (uint64_t at = 0; at < visit->spool->length; at += length) {
        struct stored_article article;
        struct span bytes;
        struct row row;

        if (!look_at(visit, at, sizeof row, &bytes, fault))
            return false;
        memcpy(&row, bytes.bytes, sizeof row);
        length = sizeof row + row.length;
        if (!look_at(visit, at, length, &bytes, fault))
            return false;
        article = article_of(bytes);
        visit->places =
            memory_grow(visit->places, &visit->capacity, visit->count + 1, sizeof *visit->places);
        visit->places[visit->count++] = (struct place){
            .id = visit->piece.length ? article.id : arena_copy(&visit->ids, article.id),
            .at = at,
            .length = (uint32_t)length,
            .day = row.day,
            .source = table_add(&visit->sources, article.source),
            .number = row.number,
        };
    }
    return true;
}

static int by_place(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    int order;

    if (a->day != b->day) /* no day is the least number */
        return a->day < b->day ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    order = span_compare(a->id, b->id);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static void sort_places(struct visit *visit)
{
    uint32_t *ranks = table_ranks(&visit->sources);

    for (size_t i = 0; i < visit->count; i++)
        visit->places[i].source = ranks[visit->places[i].source];
    free(ranks);
    qsort(visit->places, visit->count, sizeof *visit->places, by_place);
}

static bool visit_part(struct visit *visit, store_visitor *take, void *context, struct fault *fault)
{
    const struct spool *spool = visit->spool;
    bool done = true;

    visit->piece = SPAN_EMPTY;
    visit->count = 0;
    arena_clear(&visit->ids);
    if (spool->length <= ROWSPOOL_PIECE)
        done = spool_read(spool, 0, (size_t)spool->length, &visit->room, &visit->piece, fault);
    done = done && list_places(visit, fault);
    if (done)
        sort_places(visit);
    for (size_t i = 0; done && i < visit->count; i++) {
        struct stored_article article;
        struct span bytes;

        done = look_at(visit, visit->places[i].at, visit->places[i].length, &bytes, fault);
        if (done) {
            article = article_of(bytes);
            done = take(context, &article, fault);
        }
    }
    return done;
}

bool rowspool_visit(struct rowspool *rows, store_visitor *take, void *context, struct fault *fault)
{
    struct visit visit = {0};
    bool done = true;

    for (size_t p = 0; done && p < rows->part_count; p++) {
        visit.spool = &rows->parts[p].spool;
        if (visit.spool->length)
            done = visit_part(&visit, take, context, fault);
        spool_release(&rows->parts[p].spool);
    }
    bytes_release(&visit.room);
    free(visit.places);
    table_release(&visit.sources);
    arena_release(&visit.ids);
    return done;
}

void rowspool_release(struct rowspool *rows)
{
    for (size_t p = 0; p < rows->part_count; p++)
        spool_release(&rows->parts[p].spool);
    free(rows->parts);
    *rows = ROWSPOOL_EMPTY;
}
