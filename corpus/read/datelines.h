/*
 * Datelines: the dates that pages write, in fields, addresses and lines of
 * text.
 *
 *     struct span day = datelines_find(&arena, line);       "March 8, 2024"
 */
#ifndef CORPUS_READ_DATELINES_H
#define CORPUS_READ_DATELINES_H

#include "corpus/base/arena.h"

/*
 * `text` where dates_read() reads it; `14/11/2002` and `6/14/2002`, which tell
 * their day from their month, as 2002-11-14; empty where it is no date.
 */
struct span datelines_usable(struct arena *arena, struct span text);

/* The day that an address names: `/2024/03/12/`, `/2024-03-12-...`; empty for none. */
struct span datelines_address(struct arena *arena, struct span url);

/* The longest run of words of `line` that is a date; empty for none. */
struct span datelines_find(struct arena *arena, struct span line);

#endif
