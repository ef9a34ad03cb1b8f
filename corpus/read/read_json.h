/*
 * JSON: an object is an article. JSON Lines has one a line; other JSON has
 * one object over several lines, an array of objects, or a wrapper round such
 * an array (see json_items.h): JSON Feed, news-please, what news services
 * answer. Members are found by name: see fields.h.
 *
 * A member may be a text or a number; an author or section also an array of
 * texts or of objects with a `name`; an object's members are named with a dot,
 * "source.name". Where the only text is HTML (`content_html`), it is
 * read by fragment.h.
 */
#ifndef CORPUS_READ_READ_JSON_H
#define CORPUS_READ_READ_JSON_H

#include "corpus/read/format.h"

/* Arrays, wrappers and objects over several lines; stands before the next. */
extern const struct format read_json_format;

/* Claims what begins with an object that is not spread over lines. */
extern const struct format read_json_lines_format;

#endif
