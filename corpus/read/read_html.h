/*
 * HTML: the page of one article.
 *
 * The page's fields are found by metadata.h, its text by maintext.h: the article's paragraphs,
 * subheads, list items and quotations, one a line, parted by empty lines.
 */
#ifndef CORPUS_READ_READ_HTML_H
#define CORPUS_READ_READ_HTML_H

#include "corpus/article.h"
#include "corpus/base/arena.h"
#include "corpus/base/fault.h"
#include "corpus/read/format.h"

extern const struct format read_html_format;

/* True when the bytes begin as a page does. */
bool read_html_is(struct span start);

/*
 * Fills `article` with copies in `arena` from a page in UTF-8. Fails with FAULT_INPUT where the
 * page holds no article, and with FAULT_LIMIT where markup.h says so.
 */
bool read_html(struct article *article, struct arena *arena, struct span text, struct fault *fault);

#endif
