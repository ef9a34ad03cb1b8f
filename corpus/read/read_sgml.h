/*
 * SGML as Reuters wrote it in the 1980s: <REUTERS ...> items, one tag or more
 * a line, in files without a root.
 *
 * Of an item: NEWID is the id, the TOPICS are the section, DATE, TITLE and
 * AUTHOR what they say, and the text is DATELINE and BODY (of TEXT all that is
 * not tagged, where there is no BODY). Its hard-wrapped lines are put
 * together: an indented line begins a paragraph. What the wire added is left
 * out: control characters, the closing "Reuter" line, the asterisks before a
 * flash's headline and the words that fill its place for a body; the text of a
 * flash is its headline.
 */
#ifndef CORPUS_READ_READ_SGML_H
#define CORPUS_READ_READ_SGML_H

#include "corpus/read/format.h"

/* Claims what has a <REUTERS tag at its beginning, after a document type if any. */
extern const struct format read_sgml_format;

#endif
