#include "corpus/store/rowspool.h"

#include "corpus/base/memory.h"
#include "corpus/store/record.h"

#include <stdlib.h>

/* What is spooled of an article before its record. */
struct row {
    uint32_t number;
    int32_t day;
    int64_t run, annotator;
    uint64_t checksum;
};

/* What an article's order depends on, and where its row and record lie. */
struct rowspool_place {
    struct span id; /* in `ids` */
    uint64_t at;
    uint32_t length;
    int32_t day;
    uint32_t source; /* in `sources`; its rank among them by name, once all are there */
    uint32_t number;
};

struct rowspool_part {
    struct spool spool;
    struct rowspool_place *places; /* owned; one an article */
    size_t count, capacity;
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
    const struct row row = {article->number, article->day, article->run, article->annotator,
                            article->checksum};
    struct rowspool_part *part;

    if (!rows->part_count)
        rowspool_divide(rows, INT32_MAX);
    part = part_of(rows, article->day);
    bytes_clear(&rows->record);
    bytes_add(&rows->record, (struct span){(const char *)&row, sizeof row});
    bytes_add(&rows->record, article->record);
    part->places =
        memory_grow(part->places, &part->capacity, part->count + 1, sizeof *part->places);
    part->places[part->count++] = (struct rowspool_place){
        .id = arena_copy(&rows->ids, article->id),
        .at = part->spool.length,
        .length = (uint32_t)rows->record.count,
        .day = article->day,
        .source = table_add(&rows->sources, article->source),
        .number = article->number,
    };
    return spool_add(&part->spool, bytes_span(&rows->record), fault);
}

/* --- order -------------------------------------------------------------------------- */

static void rank_sources(struct rowspool *rows)
{
    uint32_t *ranks = table_ranks(&rows->sources);

    for (size_t p = 0; p < rows->part_count; p++) {
        struct rowspool_part *part = &rows->parts[p];

        for (size_t i = 0; i < part->count; i++)
            part->places[i].source = ranks[part->places[i].source];
    }
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

/* A part's records, in one piece; none where it is too long for that. */
static bool read_part(struct rowspool *rows, const struct rowspool_part *part, struct span *piece,
                      struct fault *fault)
{
    *piece = SPAN_EMPTY;
    return part->spool.length > ROWSPOOL_PIECE ||
           spool_read(&part->spool, 0, (size_t)part->spool.length, &rows->piece, piece, fault);
}

/* The article of this row and record. */
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

static bool visit_part(struct rowspool *rows, struct rowspool_part *part, store_visitor *visit,
                       void *context, struct fault *fault)
{
    struct span piece;
    bool done = read_part(rows, part, &piece, fault);

    qsort(part->places, part->count, sizeof *part->places, by_place);
    for (size_t i = 0; done && i < part->count; i++) {
        const struct rowspool_place *place = &part->places[i];
        struct span record = span_cut(piece, (size_t)place->at, (size_t)place->at + place->length);
        struct stored_article article;

        if (!piece.length &&
            !spool_read(&part->spool, place->at, place->length, &rows->record, &record, fault))
            return false;
        article = article_of(record);
        done = visit(context, &article, fault);
    }
    return done;
}

bool rowspool_visit(struct rowspool *rows, store_visitor *visit, void *context, struct fault *fault)
{
    bool done = true;

    rank_sources(rows);
    for (size_t p = 0; done && p < rows->part_count; p++) {
        if (rows->parts[p].count)
            done = visit_part(rows, &rows->parts[p], visit, context, fault);
    }
    return done;
}

void rowspool_release(struct rowspool *rows)
{
    for (size_t p = 0; p < rows->part_count; p++) {
        spool_release(&rows->parts[p].spool);
        free(rows->parts[p].places);
    }
    free(rows->parts);
    arena_release(&rows->ids);
    table_release(&rows->sources);
    bytes_release(&rows->record);
    bytes_release(&rows->piece);
    *rows = ROWSPOOL_EMPTY;
}
