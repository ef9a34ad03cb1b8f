/*
 * Paths: the files below what the user named, in byte order of names.
 *
 * A folder is read with all below it; names that begin with a dot and
 * `broadsheet.yaml` are passed over; links to folders, and what is neither
 * file nor folder, are skipped with their reason, so no loop and no pipe can
 * hold a run up.
 *
 *     struct paths paths = PATHS_EMPTY;
 *
 *     if (!paths_find(&paths, operand, 0, &skips, &fault))
 *         return false;
 *     for (size_t i = 0; i < paths.count; i++)
 *         open_file(paths.items[i].path);
 *     paths_release(&paths);
 */
#ifndef CORPUS_READ_PATHS_H
#define CORPUS_READ_PATHS_H

#include "corpus/base/fault.h"
#include "corpus/read/skips.h"

#include <stdint.h>

struct found_file {
    struct span path; /* "-" is standard input; ends in a NUL */
    size_t root;      /* bytes of `path` that are the operand's, which ids leave out */
    uint32_t operand; /* the number given to paths_find() */
};

struct paths {
    struct arena arena;
    struct found_file *items;
    size_t count, capacity;
};

#define PATHS_EMPTY ((struct paths){0})

/*
 * Adds the files of one operand. Fails with FAULT_INPUT where it is missing
 * or may not be read.
 */
bool paths_find(struct paths *paths, const char *operand, uint32_t number, struct skips *skips,
                struct fault *fault);

/*
 * Leaves out the file of this path, which ends in a NUL, by whatever path to that
 * name it was found; of an empty path none.
 */
void paths_leave_out(struct paths *paths, struct span path);

void paths_release(struct paths *paths);

#endif
