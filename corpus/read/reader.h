/*
 * Readers: from paths to articles.
 *
 * A path is a folder, read with all below it in byte order of names (names
 * that begin with a dot and `broadsheet.yaml` are passed over), a file, or `-`
 * for standard input. The form is told by content: JSON Lines when the first
 * character that is no blank is `{`, else plain text. What cannot be read is
 * listed with its reason, never dropped in silence.
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
 * Plain text: the title stands on the first line and belongs to the text.
 * Where the first line is one of `Title:`, `Date:`, `Source:`, `Author:` or
 * `URL:`, such lines up to the first empty one are a head, and the text is
 * what follows. The date is the head's, else the last YYYY-MM-DD in the file's
 * name or a folder's; the outlet is the head's, else the folder's name.
 *
 * JSON Lines: one object a line with `text` and, as far as known, `id`,
 * `title`, `date`, `source`, `author` (or `authors`), `section`, `url`,
 * `language` (or `lang`).
 */
#ifndef CORPUS_READ_READER_H
#define CORPUS_READ_READER_H

#include "corpus/article.h"
#include "corpus/base/config.h"
#include "corpus/base/fault.h"

#include <stdint.h>

/* The longest file of plain text, and line of JSON, in bytes. */
enum { READER_ARTICLE_MAX = 16 << 20 };

struct reader;

/* Something that was not read. */
struct reader_skip {
    struct span origin; /* file, or file and line */
    struct span reason;
};

struct reader_totals {
    uint64_t files;    /* regular files seen */
    uint64_t articles; /* read */
    uint64_t bytes;    /* of files */
    uint64_t replaced; /* bytes that were no UTF-8 */
    const struct reader_skip *skips;
    size_t skip_count;
};

/*
 * `config` (borrowed, or NULL) names outlets and JSON fields. Fails with
 * FAULT_INPUT where a path is missing or may not be read.
 */
bool reader_open(struct reader **reader, const char *const *paths, size_t count,
                 const struct config *config, struct fault *fault);

/* The next article, valid until the next call; false at the end. */
bool reader_next(struct reader *reader, struct article *article);

/* After the last article: fails with FAULT_INPUT, saying why, when none could be read. */
bool reader_end(struct reader *reader, struct fault *fault);

struct reader_totals reader_totals(const struct reader *reader);

void reader_release(struct reader *reader); /* NULL is allowed */

#endif
