/*
 * The formats and containers that there are, in the order in which they may
 * claim an input.
 */
#ifndef CORPUS_READ_FORMATS_H
#define CORPUS_READ_FORMATS_H

#include "corpus/read/format.h"

/* The format of an input that begins so; NULL where none claims it. */
const struct format *formats_find(struct span path, struct span start);

/* The container, likewise. */
const struct container *formats_find_container(struct span path, struct span start);

#endif
