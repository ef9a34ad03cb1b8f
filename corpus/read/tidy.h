/*
 * What articles say of themselves, brought into one form: titles and
 * authors. Pure functions of the text; each adds its result.
 *
 *     tidy_title(&out, span_of("The <b>R&amp;D</b> budget"));   The R&D budget
 *     tidy_author(&out, span_of("By Jane Doe"), SPAN_EMPTY);    Jane Doe
 */
#ifndef CORPUS_READ_TIDY_H
#define CORPUS_READ_TIDY_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

/* One line: markup taken off, entities read, white space made one blank. */
void tidy_title(struct bytes *out, struct span title);

/*
 * The name alone: as a title, without the word for "by" of `language` (of any
 * language where it is empty) before a name, and of "jane@x.org (Jane Doe)"
 * what stands in brackets.
 */
void tidy_author(struct bytes *out, struct span author, struct span language);

#endif
