/*
 * XML that is not quite: what can be mended before it is parsed.
 */
#ifndef CORPUS_BASE_XMLMEND_H
#define CORPUS_BASE_XMLMEND_H

#include "corpus/base/bytes.h"

/*
 * `text`, which is UTF-8, with U+FFFD for the characters that XML does not
 * allow, which are added to `*replaced`; `mended` holds it where there are
 * any, and is empty at first or may be overwritten.
 */
struct span xmlmend_characters(struct bytes *mended, struct span text, size_t *replaced);

/* Adds `tag` with `&#38;` for each `&` that begins no reference. */
void xmlmend_ampersands(struct bytes *out, struct span tag);

#endif
