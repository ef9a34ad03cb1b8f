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
 * The name of the root element, without its prefix, in `room`. False where
 * `start` is no beginning of XML, or does not reach that far.
 */
bool xmlhead_root(char room[static XMLHEAD_ROOM], struct span start);

#endif
