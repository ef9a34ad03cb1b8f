/*
 * JSON, read through json-c: one object at a time, or any value.
 *
 *     struct json *json = NULL;
 *     if (!json_read(&json, line, "news.jsonl line 4", &fault))
 *         return false;
 *     struct span title = json_text(json, "title");
 *     ...
 *     json_release(json);
 *
 * Texts are UTF-8 and borrowed from the object. Nesting past 32 levels is
 * refused.
 */
#ifndef CORPUS_BASE_JSON_H
#define CORPUS_BASE_JSON_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "corpus/base/span.h"

struct json;

/*
 * Reads one object that `text` holds whole. Fails with FAULT_INPUT, naming
 * `place` (unless it is an empty text) and what is wrong, where it is no
 * object, and with FAULT_LIMIT where it has 2 GB or more.
 */
bool json_read(struct json **json, struct span text, const char *place, struct fault *fault);

/*
 * The same of any value, an array too, read as leniently as json-c can: web
 * pages carry it with a comma too many, comments, anything behind it.
 */
bool json_read_any(struct json **json, struct span text, struct fault *fault);

/* This field of an object, borrowed, of any type but null; NULL where there is none. */
const struct json *json_member(const struct json *json, const char *field);

/* How many items an array has; 0 for anything else. */
size_t json_count(const struct json *json);
const struct json *json_item(const struct json *json, size_t index);

bool json_is_object(const struct json *json);

/* The text of this field; a number as it is written; empty where there is none. */
struct span json_text(const struct json *json, const char *field);

/* A name and its value in an object; both are borrowed from it. */
struct json_pair {
    struct span name;
    const struct json *value; /* NULL for null */
};

/*
 * The next name and value of `value`, in the order of the input; `at` points to NULL
 * before the first. False past the last, and where `value` is no object.
 */
bool json_next(struct json_pair *pair, const struct json *value, const void **at);

/* A text itself, a number as it is written; empty for anything else and for NULL. */
struct span json_value(const struct json *value);

/*
 * Appends a value that is a text, or an array of texts or of objects with a
 * `name`; texts are parted by ", ", also from what `out` held. Other items are
 * left out, and NULL adds nothing.
 */
void json_join_value(struct bytes *out, const struct json *value);

void json_release(struct json *json); /* NULL is allowed */

#endif
