/*
 * Plain text: see reader.h for the form. The article's texts are parts of
 * `bytes`; what its name says (id, date, outlet) is the caller's.
 */
#ifndef CORPUS_READ_READ_TEXT_H
#define CORPUS_READ_READ_TEXT_H

#include "corpus/article.h"
#include "corpus/read/format.h"

/* Sets title, text, and what the head says; leaves the other fields alone. */
void read_text(struct article *article, struct span bytes);

/* Claims what signature.h has nothing against. */
extern const struct format read_text_format;

#endif
