/*
 * The report's folder: its files appear all together, at the end.
 *
 *     struct outdir dir = OUTDIR_EMPTY;
 *     if (!outdir_open(&dir, "report", &fault) ||
 *         !outdir_write(&dir, "csv/terms.csv", bytes, &fault) ||
 *         !outdir_commit(&dir, &fault))
 *         ...
 *     outdir_release(&dir);
 *
 * Files are written under temporary names beside their own and renamed by
 * outdir_commit(); until then an earlier report stays as it was. What was not
 * committed outdir_release() removes.
 */
#ifndef REPORTS_EXPORT_OUTDIR_H
#define REPORTS_EXPORT_OUTDIR_H

#include "corpus/base/fault.h"
#include "corpus/base/hash.h"
#include "corpus/base/span.h"

#include <stdint.h>

enum { OUTDIR_FILES_MAX = 32 };

struct outdir_file {
    char *path, *temporary; /* owned */
    const char *name;       /* below the folder, as given: lives with the program */
    uint64_t bytes;
    char sha256[HASH_HEX_SIZE];
};

struct outdir {
    char *path; /* owned */
    struct outdir_file files[OUTDIR_FILES_MAX];
    size_t count;
    bool committed;
};

#define OUTDIR_EMPTY ((struct outdir){0})

/*
 * Makes the folder, and csv/ below it, where they are missing. Fails with
 * FAULT_OUTPUT where they cannot be made or written into.
 */
bool outdir_open(struct outdir *dir, const char *path, struct fault *fault);

/* Writes one file, at most OUTDIR_FILES_MAX of them. Fails with FAULT_OUTPUT. */
bool outdir_write(struct outdir *dir, const char *name, struct span bytes, struct fault *fault);

/* Gives all files their names. Fails with FAULT_OUTPUT. */
bool outdir_commit(struct outdir *dir, struct fault *fault);

void outdir_release(struct outdir *dir);

#endif
