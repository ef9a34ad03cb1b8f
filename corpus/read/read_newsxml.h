/*
 * The news agencies' XML: NITF, NewsML-G2, NewsML 1.x, and the form of the
 * Reuters Corpora. An item is an article.
 *
 * NITF stands alone or in an item of either NewsML, which may also hold XHTML
 * or plain text; what the item says comes before what the NITF in it says. The
 * text is the body's paragraphs, without headlines, byline and dateline of its
 * head. Left out, with the reason, are items that are withheld or cancelled,
 * whose text lies in another file, that hold pictures or data, and what is no
 * news item: packages (their items in the same message are read), concepts,
 * knowledge, plans.
 */
#ifndef CORPUS_READ_READ_NEWSXML_H
#define CORPUS_READ_READ_NEWSXML_H

#include "corpus/read/format.h"

extern const struct format read_newsxml_format;

#endif
