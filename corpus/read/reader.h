/*
 * The reader: from paths to articles.
 *
 * A path is a folder, read with all below it (paths.h), a file, or `-` for
 * standard input. The form is told by content (formats.h); archives are
 * opened, to READER_DEPTH_MAX within each other. What cannot be read is listed
 * with its reason, never dropped in silence.
 *
 *     struct reader *reader = NULL;
 *     struct article article;
 *
 *     if (!reader_open(&reader, paths, count, NULL, &fault))
 *         return false;
 *     while (reader_next(reader, &article))
 *         use(&article);
 *     done = reader_end(reader, &fault);
 *     reader_release(reader);
 *
 * What an article does not say of itself, its path does: the id is the path
 * without a known extension (`#n` for the n-th article of a file of many), the
 * date the last YYYY-MM-DD in it, the outlet the folder's name.
 * corpus/README.md describes each form.
 */
#ifndef CORPUS_READ_READER_H
#define CORPUS_READ_READER_H

#include "corpus/article.h"
#include "corpus/base/config.h"
#include "corpus/base/fault.h"
#include "corpus/read/skips.h"
#include "corpus/read/tallies.h"

#include <stdint.h>

/* How many archives may lie within each other. */
enum { READER_DEPTH_MAX = 3 };

struct reader;

struct reader_totals {
    uint64_t files;    /* regular files seen */
    uint64_t articles; /* read */
    uint64_t bytes;    /* of files */
    uint64_t replaced; /* bytes that were no UTF-8 */
    const struct skip *skips;
    size_t skip_count;
    struct tallies formats, charsets; /* the reader's; sorted by reader_end() */
};

/*
 * `config` (borrowed, or NULL) names outlets and JSON fields. Fails with
 * FAULT_INPUT where a path is missing or may not be read.
 */
bool reader_open(struct reader **reader, const char *const *paths, size_t count,
                 const struct config *config, struct fault *fault);

/* The next article, valid until the next call; false at the end. */
bool reader_next(struct reader *reader, struct article *article);

/*
 * After the last article: fails, saying why, when none could be read: with
 * FAULT_LIMIT where something was larger than we accept, else FAULT_INPUT.
 */
bool reader_end(struct reader *reader, struct fault *fault);

/* Lists an article that was read and is left out after all. */
void reader_skip(struct reader *reader, const struct article *article, struct span reason);

/* What it says is valid until reader_release(). */
struct reader_totals reader_totals(const struct reader *reader);

void reader_release(struct reader *reader); /* NULL is allowed */

#endif
