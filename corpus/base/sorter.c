#include "corpus/base/sorter.h"

#include <assert.h>
#include <stdlib.h>

enum { BLOCK = 1 << 16 }; /* bytes of a run that are read together, at least */

/* Sorted records in the spool, each after its length. */
struct sorter_run {
    uint64_t at, end;  /* what is not read yet */
    struct bytes room; /* what is */
    size_t taken;      /* of it, records handed over */
    struct span head;  /* the next record */
};

static int by_bytes(const void *left, const void *right)
{
    return span_compare(*(const struct span *)left, *(const struct span *)right);
}

static void sort_held(struct sorter *sorter)
{
    size_t at = 0;

    sorter->records = memory_grow(sorter->records, &sorter->record_capacity, sorter->count,
                                  sizeof *sorter->records);
    for (size_t i = 0; i < sorter->count; i++) {
        sorter->records[i] = (struct span){sorter->held.items + at, sorter->lengths[i]};
        at += sorter->lengths[i];
    }
    if (sorter->count)
        qsort(sorter->records, sorter->count, sizeof *sorter->records, by_bytes);
}

/* Moves what is held to the spool, as a run. */
static bool spill(struct sorter *sorter, struct fault *fault)
{
    struct sorter_run run = {.at = sorter->spool.length};
    struct bytes piece = BYTES_EMPTY;
    bool done = true;

    sort_held(sorter);
    for (size_t i = 0; done && i < sorter->count; i++) {
        struct span record = sorter->records[i];

        bytes_add(&piece, (struct span){(const char *)&record.length, sizeof record.length});
        bytes_add(&piece, record);
        if (piece.count >= BLOCK || i + 1 == sorter->count) {
            done = spool_add(&sorter->spool, bytes_span(&piece), fault);
            bytes_clear(&piece);
        }
    }
    bytes_release(&piece);
    run.end = sorter->spool.length;
    sorter->runs =
        memory_grow(sorter->runs, &sorter->run_capacity, sorter->run_count + 1, sizeof run);
    sorter->runs[sorter->run_count++] = run;
    bytes_clear(&sorter->held);
    sorter->count = 0;
    return done;
}

bool sorter_add(struct sorter *sorter, struct span record, struct fault *fault)
{
    size_t memory = sorter->memory ? sorter->memory : SORTER_MEMORY;
    size_t taken = sorter->held.count + sorter->count * (sizeof(struct span) + sizeof(size_t));

    assert(record.length);
    if (sorter->count && taken + record.length > memory && !spill(sorter, fault))
        return false;
    sorter->lengths = memory_grow(sorter->lengths, &sorter->length_capacity, sorter->count + 1,
                                  sizeof *sorter->lengths);
    sorter->lengths[sorter->count++] = record.length;
    bytes_add(&sorter->held, record);
    return true;
}

/* Has at least `wanted` bytes of the run in memory behind what was taken. */
static bool fill(struct sorter *sorter, struct sorter_run *run, size_t wanted, struct fault *fault)
{
    size_t left = run->room.count - run->taken;
    uint64_t more = wanted > BLOCK ? wanted : BLOCK;
    struct bytes from_file = BYTES_EMPTY;
    struct span bytes;
    bool done;

    if (left >= wanted)
        return true;
    if (more > run->end - run->at)
        more = run->end - run->at;
    done = spool_read(&sorter->spool, run->at, (size_t)more, &from_file, &bytes, fault);
    if (done) {
        memmove(run->room.items, run->room.items + run->taken, left);
        run->room.count = left;
        run->taken = 0;
        bytes_add(&run->room, bytes);
        run->at += more;
    }
    bytes_release(&from_file);
    return done;
}

/* Shows the run's next record, if it has one. */
static bool advance(struct sorter *sorter, struct sorter_run *run, struct fault *fault)
{
    size_t length;

    run->head = SPAN_EMPTY;
    if (run->taken == run->room.count && run->at == run->end)
        return true;
    if (!fill(sorter, run, sizeof length, fault))
        return false;
    memcpy(&length, run->room.items + run->taken, sizeof length);
    if (!fill(sorter, run, sizeof length + length, fault))
        return false;
    run->head = (struct span){run->room.items + run->taken + sizeof length, length};
    run->taken += sizeof length + length;
    return true;
}

/* Restores the heap of runs, least head first, from `at` down. */
static void sink(struct sorter *sorter, size_t at)
{
    struct sorter_run run = sorter->runs[at];

    for (size_t child; (child = 2 * at + 1) < sorter->run_count; at = child) {
        if (child + 1 < sorter->run_count &&
            span_compare(sorter->runs[child + 1].head, sorter->runs[child].head) < 0)
            child++;
        if (span_compare(run.head, sorter->runs[child].head) <= 0)
            break;
        sorter->runs[at] = sorter->runs[child];
    }
    sorter->runs[at] = run;
}

bool sorter_end(struct sorter *sorter, struct fault *fault)
{
    if (sorter->run_count == 0) {
        sort_held(sorter);
        return true;
    }
    if (sorter->count && !spill(sorter, fault))
        return false;
    bytes_release(&sorter->held);
    free(sorter->records);
    free(sorter->lengths);
    sorter->records = NULL;
    sorter->lengths = NULL;
    for (size_t i = 0; i < sorter->run_count; i++) {
        bytes_add(&sorter->runs[i].room, SPAN_EMPTY);
        if (!advance(sorter, &sorter->runs[i], fault))
            return false;
    }
    for (size_t i = sorter->run_count / 2; i-- > 0;)
        sink(sorter, i);
    return true;
}

/* The record handed over last is the first run's: it goes now that it is no longer shown. */
static bool pass_over(struct sorter *sorter, struct fault *fault)
{
    struct sorter_run *first = &sorter->runs[0];

    if (!advance(sorter, first, fault))
        return false;
    if (first->head.length == 0) {
        bytes_release(&first->room);
        sorter->runs[0] = sorter->runs[--sorter->run_count];
        sorter->runs[sorter->run_count] = (struct sorter_run){0};
    }
    if (sorter->run_count)
        sink(sorter, 0);
    return true;
}

bool sorter_next(struct sorter *sorter, struct span *record, struct fault *fault)
{
    if (!sorter->runs) {
        if (sorter->next == sorter->count)
            return false;
        *record = sorter->records[sorter->next++];
        return true;
    }
    if (sorter->next && sorter->run_count && !pass_over(sorter, fault))
        return false;
    sorter->next = 1;
    if (sorter->run_count == 0)
        return false;
    *record = sorter->runs[0].head;
    return true;
}

void sorter_release(struct sorter *sorter)
{
    for (size_t i = 0; i < sorter->run_count; i++)
        bytes_release(&sorter->runs[i].room);
    free(sorter->runs);
    free(sorter->records);
    free(sorter->lengths);
    bytes_release(&sorter->held);
    spool_release(&sorter->spool);
    *sorter = SORTER_EMPTY;
}
