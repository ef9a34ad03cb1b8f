/*
 * JSON documents, one after another: an object, or any value.
 *
 *     struct json_document *document = json_open();
 *
 *     if (!json_read(document, line, &fault))
 *         ...
 *     struct span title = json_text(json_root(document), "title");
 *     ...
 *     json_close(document);
 *
 * Names and texts are UTF-8 and, like all values, borrowed: from the document
 * until it reads again, and numbers from the text that was read. A value may
 * be NULL: it is then none. Nesting past 32 levels is refused.
 */
#ifndef CORPUS_BASE_JSON_H
#define CORPUS_BASE_JSON_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "corpus/base/span.h"

struct json;
struct json_document;

struct json_document *json_open(void) __attribute__((returns_nonnull));

void json_close(struct json_document *document); /* NULL is allowed */

/*
 * Reads one object that `text` holds whole and tells at once that it is UTF-8.
 * False where it is not what most programs write (jsonplain.h says what that
 * is): json_read() has the last word on it, and takes several times as long.
 */
bool json_read_plain(struct json_document *document, struct span text);

/*
 * Reads one object that `text`, which is UTF-8, holds whole. Fails with
 * FAULT_INPUT, saying what is wrong, where it is none, and with FAULT_LIMIT
 * where it has 2 GB or more.
 */
bool json_read(struct json_document *document, struct span text, struct fault *fault);

/*
 * The same of any value, an array too, read as leniently as json-c can: web
 * pages carry it with a comma too many, comments, anything behind it.
 */
bool json_read_any(struct json_document *document, struct span text, struct fault *fault);

/* What was read last; NULL where that failed. */
const struct json *json_root(const struct json_document *document);

/* The first item of an array or member of an object, in the order of the input. */
const struct json *json_first(const struct json *value);

/* The next item or member of the same array or object. */
const struct json *json_after(const struct json *value);

/* The name of an object's member; else empty. */
struct span json_name(const struct json *value);

/* A text itself, a number as it is written; empty for anything else. */
struct span json_value(const struct json *value);

bool json_is_object(const struct json *value);

/* This member of an object, of any type but null; NULL where there is none. */
const struct json *json_member(const struct json *value, const char *name);

/* The text of this member, as json_value() has it. */
struct span json_text(const struct json *value, const char *name);

/*
 * Appends a value that is a text, or an array of texts or of objects with a
 * `name`; texts are parted by ", ", also from what `out` held. Other items are
 * left out.
 */
void json_join_value(struct bytes *out, const struct json *value);

#endif
