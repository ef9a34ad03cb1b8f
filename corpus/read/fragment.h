/*
 * Fragments of markup as text: what a feed's item or a wire's body holds.
 *
 *     fragment_html(&text, span_of("<p>One &amp; two</p><p>Three"));
 *
 * gives "One & two", an empty line, "Three". A paragraph is a line, and empty
 * lines part paragraphs, headings, list items, quotations and rows; white
 * space is one blank; <br> begins a new line, two of them a paragraph. Left
 * out are scripts, styles, forms, media and what is said of them (captions).
 * Of markup without paragraphs the empty lines count. The result is
 * trimmed, and where `out` held text already an empty line parts the two.
 *
 * It reads fragments through libxml2's HTML parser; whole pages, with their
 * menus, are read_html's.
 */
#ifndef CORPUS_READ_FRAGMENT_H
#define CORPUS_READ_FRAGMENT_H

#include "corpus/base/bytes.h"
#include "corpus/base/xmltree.h"

/* Adds the text of `html`, which is UTF-8. Past 512 levels, or a tag of 4096 words, the rest is
 * left out. */
void fragment_html(struct bytes *out, struct span html);

/* Adds the text of what is in `node`: XHTML, or NITF, whose elements mean the same. */
void fragment_tree(struct bytes *out, const struct xml_node *node);

/* Adds plain text: lines that are not parted by an empty one are one paragraph. */
void fragment_plain(struct bytes *out, struct span plain);

#endif
