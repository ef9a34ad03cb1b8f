/*
 * Content encodings: undoes what HTTP calls gzip, deflate and br, by zlib and
 * Brotli's own library.
 *
 *     if (encodings_known(encoding) && encodings_undo(&out, encoding, body, INPUT_MAX))
 *         use(bytes_span(&out));
 */
#ifndef CORPUS_READ_ENCODINGS_H
#define CORPUS_READ_ENCODINGS_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

/* True for those three, and for none: empty or "identity". */
bool encodings_known(struct span encoding);

/*
 * Adds the body to `out` as it was before this known encoding. Crawlers that
 * undo it may leave its name in the head: a body that does not begin in it is
 * added as it is. False where it breaks off or comes to more than `most` bytes;
 * `out` then has what came before.
 */
bool encodings_undo(struct bytes *out, struct span encoding, struct span body, size_t most);

#endif
