/*
 * Region: the element of a page that holds its article.
 *
 *     uint32_t end, node = region_find(&end, &parts);
 */
#ifndef CORPUS_READ_REGION_H
#define CORPUS_READ_REGION_H

#include "corpus/read/parts.h"

/*
 * From what is named the article's body, else the <article> with the title, else the page, down
 * into whichever part holds nearly all the prose. `end` becomes the node behind the article: past
 * the element where a stray end tag left sections of its class outside.
 */
uint32_t region_find(uint32_t *end, const struct parts *parts);

#endif
