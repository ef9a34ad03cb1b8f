/*
 * JSON, written through json-c: objects and lists built up, then printed with
 * an indent, fields in the order they were added.
 *
 *     struct jsonfile *json = jsonfile_new();
 *     jsonfile_text(json, "period", span_of("2025-W48"));
 *     struct jsonfile *files = jsonfile_list(json, "files");
 *     jsonfile_text(jsonfile_item(files), "name", name);
 *     jsonfile_print(&bytes, json);
 *     jsonfile_release(json);
 *
 * What hangs below an object is released with it. Texts are UTF-8; without
 * memory the run ends.
 */
#ifndef REPORTS_EXPORT_JSONFILE_H
#define REPORTS_EXPORT_JSONFILE_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

#include <stdint.h>

struct jsonfile; /* an object or a list */

struct jsonfile *jsonfile_new(void);

void jsonfile_text(struct jsonfile *object, const char *field, struct span text);
void jsonfile_count(struct jsonfile *object, const char *field, uint64_t count);

/* An object or a list in a field, an object at the end of a list. */
struct jsonfile *jsonfile_object(struct jsonfile *object, const char *field);
struct jsonfile *jsonfile_list(struct jsonfile *object, const char *field);
struct jsonfile *jsonfile_item(struct jsonfile *list);

/* Appends it, with an end of line. */
void jsonfile_print(struct bytes *out, struct jsonfile *json);

void jsonfile_release(struct jsonfile *json);

#endif
