/*
 * Packing: what a file's first bytes say of how it is packed.
 *
 *     enum packing packing = packing_of(start);
 *     if (packing_is_bare(packing))
 *         name = packing_path(packing, path);     "news.jsonl.gz" -> "news.jsonl"
 *
 * Only the bytes count, never the name: a text called `notes.gz` is no
 * archive. Documents that are ZIP files by their make (Word, OpenDocument,
 * EPUB, Java) are none either.
 */
#ifndef CORPUS_READ_PACKING_H
#define CORPUS_READ_PACKING_H

#include "corpus/base/span.h"

#include <stdint.h>

enum packing {
    PACKING_NONE,
    PACKING_GZIP, /* these four hold one file, or a tar */
    PACKING_BZIP2,
    PACKING_XZ,
    PACKING_ZSTD,
    PACKING_TAR,
    PACKING_ZIP,
    PACKING_7Z,
    PACKING_KINDS
};

/* `start`: the first bytes; 512 tell all kinds apart. */
enum packing packing_of(struct span start);

/* True for what compresses one stream of bytes and has no members of its own. */
bool packing_is_bare(enum packing packing);

/* `path` without the ending that this compression gives it; part of `path`. */
struct span packing_path(enum packing packing, struct span path);

/*
 * Why `out` bytes are too many to come out of `in`: more than 4 GB, or, past
 * the first 1 MB, more than 200 times as many; NULL where they are not.
 */
const char *packing_refusal(uint64_t in, uint64_t out);

#endif
