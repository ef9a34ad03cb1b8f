#include "corpus/base/records.h"

#include "corpus/base/memory.h"
#include "corpus/base/spool.h"

#include <stdlib.h>

struct records {
    struct spool spool;
    uint32_t *lengths;
    size_t count, capacity;
};

struct records *records_open(size_t memory)
{
    struct records *records = memory_new(1, sizeof *records);

    records->spool.memory = memory;
    return records;
}

bool records_add(struct records *records, struct span record, struct fault *fault)
{
    records->lengths = memory_grow(records->lengths, &records->capacity, records->count + 1,
                                   sizeof *records->lengths);
    records->lengths[records->count++] = (uint32_t)record.length;
    return spool_add(&records->spool, record, fault);
}

/* How many records from `first` on make a piece, at least one; `length` becomes its bytes. */
static size_t piece_of(const struct records *records, size_t first, size_t *length)
{
    size_t count = 1;

    *length = records->lengths[first];
    while (first + count < records->count &&
           *length + records->lengths[first + count] <= RECORDS_PIECE)
        *length += records->lengths[first + count++];
    return count;
}

bool records_visit(const struct records *records, records_visitor *visit, void *context,
                   struct fault *fault)
{
    struct bytes room = BYTES_EMPTY;
    uint64_t at = 0;
    bool done = true;

    for (size_t first = 0, count; done && first < records->count; first += count) {
        struct span piece;
        size_t length;

        count = piece_of(records, first, &length);
        done = spool_read(&records->spool, at, length, &room, &piece, fault);
        at += length;
        for (size_t i = first; done && i < first + count; i++) {
            done = visit(context, i, span_cut(piece, 0, records->lengths[i]), fault);
            piece = span_cut(piece, records->lengths[i], piece.length);
        }
    }
    bytes_release(&room);
    return done;
}

void records_close(struct records *records)
{
    if (!records)
        return;
    spool_release(&records->spool);
    free(records->lengths);
    free(records);
}
