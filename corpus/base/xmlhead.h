/*
 * What the first bytes of an XML document say of it, before it is read.
 *
 * Charsets of two or four bytes a character are seen through, for the
 * characters at stake are ASCII.
 */
#ifndef CORPUS_BASE_XMLHEAD_H
#define CORPUS_BASE_XMLHEAD_H

#include "corpus/base/span.h"

enum { XMLHEAD_LOOK = 4096, XMLHEAD_ROOM = 64 };

/*
 * The charset: by the byte order mark or the widths of the first characters,
 * else as the XML declaration has it; a NUL-terminated text in `room`. False
 * where the document says nothing.
 */
bool xmlhead_charset(char room[static XMLHEAD_ROOM], struct span start);

/*
 * The name of the root element, without its prefix, in `room`; where `start`
 * does not reach that far, the name that its document type gives. False where
 * it gives none, and where `start` is no beginning of XML.
 */
bool xmlhead_root(char room[static XMLHEAD_ROOM], struct span start);

/* True for an XML declaration or a document type (but HTML's) at the beginning. */
bool xmlhead_begins(struct span start);

#endif
