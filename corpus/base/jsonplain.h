/*
 * Plain JSON, read by simdjson: what most programs write, at the speed of
 * memory. Whatever needs a second thought is left to jsonloose.h.
 */
#ifndef CORPUS_BASE_JSONPLAIN_H
#define CORPUS_BASE_JSONPLAIN_H

#include "corpus/base/jsontree.h"

#ifdef __cplusplus
extern "C" {
#endif

struct jsonplain;

/* NULL where there is no memory left. */
struct jsonplain *jsonplain_open(void);

/*
 * Reads one object that `text` holds whole. Its names and texts are UTF-8, and
 * valid until the next call; its numbers have no texts yet.
 *
 * False where it is not plain: no object, not all UTF-8, nested more than 31
 * deep, more than 256 members to an object or two of one name, a number past
 * 64 bits or half a surrogate pair.
 */
bool jsonplain_read(struct jsonplain *plain, struct jsontree *tree, struct span text);

void jsonplain_close(struct jsonplain *plain); /* NULL is allowed */

#ifdef __cplusplus
}
#endif

#endif
