/*
 * XML that holds no articles as far as we know: sitemaps, lists of feeds, and
 * all that no other format claims. It is refused, with the reason.
 *
 * It stands after all other formats of markup (XML, HTML, SGML) in the
 * reader's table.
 */
#ifndef CORPUS_READ_READ_OTHERXML_H
#define CORPUS_READ_READ_OTHERXML_H

#include "corpus/read/format.h"

extern const struct format read_otherxml_format;

#endif
