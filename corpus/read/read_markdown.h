/*
 * Markdown with YAML front matter, through cmark.
 *
 * Front matter stands between two lines of `---` and gives title, date,
 * source (or outlet), author (or authors), url and language (or lang). The
 * text is what a reader sees: paragraphs, headings, list items and quotations
 * parted by empty lines, without markup; images, code blocks and HTML are
 * left out. Without a title in the front matter the first heading is it.
 */
#ifndef CORPUS_READ_READ_MARKDOWN_H
#define CORPUS_READ_READ_MARKDOWN_H

#include "corpus/article.h"
#include "corpus/base/arena.h"
#include "corpus/base/fault.h"
#include "corpus/read/format.h"

/* True when the bytes begin with front matter: whole, from one line of `---` to the next. */
bool read_markdown_is(struct span bytes);

/*
 * Fills `article` with copies in `arena`. Fails with FAULT_INPUT where the
 * front matter is no YAML, naming its line, or nothing is left of the body.
 */
bool read_markdown(struct article *article, struct arena *arena, struct span bytes,
                   struct fault *fault);

/* Claims what begins with front matter or is named .md or .markdown. */
extern const struct format read_markdown_format;

#endif
