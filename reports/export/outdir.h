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
 * committed outdir_release() removes, and the folders that were made for it.
 */
#ifndef REPORTS_EXPORT_OUTDIR_H
#define REPORTS_EXPORT_OUTDIR_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "corpus/base/hash.h"
#include "corpus/base/span.h"

#include <stdint.h>

enum { OUTDIR_FILES_MAX = 512 };

struct outdir_file {
    char *path, *temporary; /* owned */
    char *name;             /* below the folder, as given; owned */
    uint64_t bytes;
    char sha256[HASH_HEX_SIZE]; /* once the file has ended */
    struct hash_sum *sum;       /* until then; owned */
    int descriptor;             /* -1 then */
};

struct outdir {
    char *path;  /* owned */
    char **made; /* the folders that were missing, those above first; owned */
    size_t made_count, made_capacity;
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

/*
 * Begins one file, at most OUTDIR_FILES_MAX of them, in the order in which
 * the manifest lists them. Gives NULL with FAULT_OUTPUT where it cannot.
 * Several may be under way; what the others return is valid until release.
 */
struct outdir_file *outdir_begin(struct outdir *dir, const char *name, struct fault *fault);

/* Adds to the file. Fails with FAULT_OUTPUT. */
bool outdir_add(struct outdir_file *file, struct span bytes, struct fault *fault);

/*
 * Moves what has gathered in `bytes` to the file, once it is much; without a
 * file it stays there. Fails with FAULT_OUTPUT.
 */
bool outdir_spill(struct outdir_file *file, struct bytes *bytes, struct fault *fault);

/* Ends the file, which is then safe on the disk. Fails with FAULT_OUTPUT. */
bool outdir_end(struct outdir_file *file, struct fault *fault);

/* Writes a whole file: begin, add and end. Fails with FAULT_OUTPUT. */
bool outdir_write(struct outdir *dir, const char *name, struct span bytes, struct fault *fault);

/*
 * Writes one file alone, whatever its folder holds: an earlier one stays as it
 * was until this one is whole. Fails with FAULT_OUTPUT.
 */
bool outdir_replace(const char *path, struct span bytes, struct fault *fault);

/* Gives all files their names. Fails with FAULT_OUTPUT. */
bool outdir_commit(struct outdir *dir, struct fault *fault);

void outdir_release(struct outdir *dir);

#endif
