/*
 * A spool: bytes that are written once, at the end, and read back from
 * anywhere. The last ones are held in memory, the others in a temporary file
 * without a name, so that memory is bounded and nothing is left behind.
 *
 *     struct spool spool = SPOOL_EMPTY;
 *     uint64_t at = spool.length;
 *
 *     if (!spool_add(&spool, bytes, &fault))
 *         return false;
 *     ...
 *     if (!spool_read(&spool, at, bytes.length, &room, &again, &fault))
 *         return false;
 *     spool_release(&spool);
 */
#ifndef CORPUS_BASE_SPOOL_H
#define CORPUS_BASE_SPOOL_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"

#include <stdint.h>
#include <stdio.h>

/* Bytes held in memory before they go to the file, unless the spool says otherwise. */
enum { SPOOL_MEMORY = 48 << 20 };

struct spool {
    uint64_t length;   /* of all */
    uint64_t filed;    /* of these, in the file */
    struct bytes tail; /* the others */
    FILE *file;        /* NULL while all are in memory */
    size_t memory;     /* bytes held; 0: SPOOL_MEMORY */
};

#define SPOOL_EMPTY ((struct spool){0})

/* Fails with FAULT_OUTPUT where the temporary file (in TMPDIR, else /tmp) cannot be written. */
bool spool_add(struct spool *spool, struct span bytes, struct fault *fault);

/*
 * Shows `length` bytes from `at` on; `room` holds them where they come from
 * the file. Valid until the next call. Fails with FAULT_OUTPUT where the file
 * cannot be read.
 */
bool spool_read(const struct spool *spool, uint64_t at, size_t length, struct bytes *room,
                struct span *bytes, struct fault *fault);

void spool_release(struct spool *spool);

#endif
