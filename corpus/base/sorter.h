/*
 * A sorter: records in the order of their bytes, however many there are. What
 * does not fit its memory waits in a spool, as sorted runs that are merged
 * when the records are read back.
 *
 *     struct sorter sorter = SORTER_EMPTY;
 *     while (next record)
 *         if (!sorter_add(&sorter, record, &fault))
 *             ...
 *     if (!sorter_end(&sorter, &fault))
 *         ...
 *     while (sorter_next(&sorter, &record, &fault))
 *         use(record);
 *     sorter_release(&sorter);
 *
 * Order is span_compare()'s: a record begins with its key, numbers in it with
 * the high byte first (sorter_number()); equal records come as often as they
 * were added.
 */
#ifndef CORPUS_BASE_SORTER_H
#define CORPUS_BASE_SORTER_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "corpus/base/spool.h"

/* Bytes of records held in memory, unless the sorter says otherwise. */
enum { SORTER_MEMORY = 32 << 20 };

struct sorter_run;

struct sorter {
    struct bytes held;    /* records, their bytes alone */
    struct span *records; /* owned; of `held`, sorted once the sorter has ended */
    size_t *lengths;      /* owned; of the records in the order in which they came */
    size_t count, record_capacity, length_capacity;
    struct spool spool;
    struct sorter_run *runs; /* owned */
    size_t run_count, run_capacity;
    size_t next;   /* of `records`, where there are no runs */
    size_t memory; /* bytes; 0: SORTER_MEMORY */
};

#define SORTER_EMPTY ((struct sorter){.spool.memory = 4 << 20})

/* Copies the record, of a byte at least. Fails as a spool does. */
bool sorter_add(struct sorter *sorter, struct span record, struct fault *fault);

/* All are there: nothing may be added after it. Fails likewise. */
bool sorter_end(struct sorter *sorter, struct fault *fault);

/*
 * The next record, valid until the next call. False after the last one, and
 * where the spool cannot be read: fault->kind, FAULT_NONE before, tells which.
 */
bool sorter_next(struct sorter *sorter, struct span *record, struct fault *fault);

void sorter_release(struct sorter *sorter);

/* Adds a number's four bytes, the high one first. */
static inline void sorter_number(struct bytes *record, uint32_t number)
{
    const char four[] = {(char)(number >> 24), (char)(number >> 16), (char)(number >> 8),
                         (char)number};

    bytes_add(record, (struct span){four, sizeof four});
}

/* The number that sorter_number() wrote at byte `at`. */
static inline uint32_t sorter_number_at(struct span record, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)record.bytes + at;

    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

#endif
