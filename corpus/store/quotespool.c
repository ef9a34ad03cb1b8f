#include "corpus/store/quotespool.h"

#include "corpus/base/memory.h"
#include "corpus/base/spool.h"
#include "corpus/store/record.h"

#include <stdlib.h>

enum { HELD = 4 << 20 }; /* bytes in memory */

struct quotespool {
    struct spool spool;
    uint32_t *lengths; /* of each article, bytes there */
    size_t count, capacity;
};

/* What is spooled of an article before its id and quotations. */
struct head {
    uint32_t number, id_length;
};

struct quotespool *quotespool_open(void)
{
    struct quotespool *spool = memory_new(1, sizeof *spool);

    spool->spool.memory = HELD;
    return spool;
}

bool quotespool_add(struct quotespool *spool, const struct stored_article *article,
                    struct fault *fault)
{
    const struct head head = {article->number, (uint32_t)article->id.length};
    uint64_t before = spool->spool.length;

    if (article->said.length == 0)
        return true;
    if (!spool_add(&spool->spool, (struct span){(const char *)&head, sizeof head}, fault) ||
        !spool_add(&spool->spool, article->id, fault) ||
        !spool_add(&spool->spool, article->said, fault))
        return false;
    spool->lengths =
        memory_grow(spool->lengths, &spool->capacity, spool->count + 1, sizeof *spool->lengths);
    spool->lengths[spool->count++] = (uint32_t)(spool->spool.length - before);
    return true;
}

/* How many articles from `first` on make a piece, at least one; `length` becomes its bytes. */
static size_t piece_of(const struct quotespool *spool, size_t first, size_t *length)
{
    size_t count = 1;

    *length = spool->lengths[first];
    while (first + count < spool->count &&
           *length + spool->lengths[first + count] <= QUOTESPOOL_PIECE)
        *length += spool->lengths[first + count++];
    return count;
}

static struct stored_article article_of(struct span bytes)
{
    struct head head;
    size_t id = sizeof head;

    memcpy(&head, bytes.bytes, sizeof head);
    return (struct stored_article){
        .number = head.number,
        .id = span_cut(bytes, id, id + head.id_length),
        .said = span_cut(bytes, id + head.id_length, bytes.length),
    };
}

bool quotespool_visit(const struct quotespool *spool, store_quote_visitor *visit, void *context,
                      struct fault *fault)
{
    struct bytes room = BYTES_EMPTY;
    uint64_t at = 0;
    bool done = true;

    for (size_t first = 0, count; done && first < spool->count; first += count) {
        struct span piece;
        size_t length;

        count = piece_of(spool, first, &length);
        done = spool_read(&spool->spool, at, length, &room, &piece, fault);
        at += length;
        for (size_t i = 0; done && i < count; i++) {
            size_t bytes = spool->lengths[first + i];
            struct stored_article article = article_of(span_cut(piece, 0, bytes));

            piece = span_cut(piece, bytes, piece.length);
            done = record_visit_quotes(&article, visit, context, fault);
        }
    }
    bytes_release(&room);
    return done;
}

void quotespool_close(struct quotespool *spool)
{
    if (!spool)
        return;
    spool_release(&spool->spool);
    free(spool->lengths);
    free(spool);
}
