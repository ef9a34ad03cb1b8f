/*
 * Lines: what the words of a short line on a page tell of its part there, in
 * any of the languages that pages come in.
 *
 *     if (lines_is_credited(text))
 *         leave(caption);
 */
#ifndef CORPUS_READ_LINES_H
#define CORPUS_READ_LINES_H

#include "corpus/base/span.h"

/* How many digits it has. */
size_t lines_digits(struct span text);

/* True where an address of the web stands in it. */
bool lines_has_address(struct span text);

/* A caption that ends in whose picture it is: "The bridge. Photo: Ann Lee", "(Foto: dpa)". */
bool lines_is_credited(struct span text);

/* "Comments (12)", "Комментарии: 2": a line that says nothing else. */
bool lines_heads_comments(struct span text);

#endif
