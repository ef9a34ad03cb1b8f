/*
 * Bylines: the names that pages write near their headlines.
 *
 *     struct span author = bylines_find(&arena, line);  "By Ann Lee and Bo Ek, Elbe Post"
 *                                                       "Ann Lee, Bo Ek"
 */
#ifndef CORPUS_READ_BYLINES_H
#define CORPUS_READ_BYLINES_H

#include "corpus/base/arena.h"
#include "corpus/read/markup.h"

/*
 * Who wrote, of a line that begins with a word that says so ("By", "Von", "Автор:");
 * several are parted by ", ". Empty where what follows it is no name.
 */
struct span bylines_find(struct arena *arena, struct span line);

/* The same of what stands where a byline does, with or without such a word before it. */
struct span bylines_bare(struct arena *arena, struct span line);

/* True for an element whose class says that it names the author: of the page, not of a comment or
 * teaser. */
bool bylines_is_one(const struct markup *markup, uint32_t node);

#endif
