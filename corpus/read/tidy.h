/*
 * What articles say of themselves, brought into one form: titles, authors,
 * addresses. Pure functions of the text; each adds its result.
 *
 *     tidy_title(&out, span_of("The <b>R&amp;D</b> budget"));   The R&D budget
 *     tidy_author(&out, span_of("By Jane Doe"), SPAN_EMPTY);    Jane Doe
 *     tidy_url(&out, span_of("HTTPS://A.org/b?utm_source=x#c"));  https://a.org/b
 */
#ifndef CORPUS_READ_TIDY_H
#define CORPUS_READ_TIDY_H

#include "corpus/article.h"
#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

/* True where white space is other than one blank between two words. */
bool tidy_is_loose(struct span text);

/* One line: markup taken off, entities read, white space made one blank. */
void tidy_title(struct bytes *out, struct span title);

/*
 * The name alone: as a title, without the word for "by" of `language` (of any
 * language where it is empty) before a name, and of "jane@x.org (Jane Doe)"
 * what stands in brackets; of "Jane Doe (www.x.org)" what stands before them;
 * of "Jane Doe jane@x.org" what is no address.
 */
void tidy_author(struct bytes *out, struct span author, struct span language);

/* `author` without that word, where a name stands behind it. */
struct span tidy_without_by(struct span author, struct span language);

/*
 * Scheme and host in lower case; without the scheme's own port, session ids,
 * what campaigns add to the query, and the fragment (but `#!`, which names a
 * page). Anything else stays, also of what is no http address
 * or has blanks in it.
 */
void tidy_url(struct bytes *out, struct span url);

/*
 * Brings title, author, section, outlet and address of `article` into these
 * forms; what is new lies in the arena, and what is tidy already is not
 * copied. Without `markup`, `<` and `&` stand for themselves, and only white
 * space is seen to. An outlet that is named by an address is named by its host.
 */
void tidy_article(struct article *article, struct arena *arena, bool markup);

#endif
