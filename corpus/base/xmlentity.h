/*
 * What an XML document's references stand for: the text between `&` and `;`.
 *
 * Characters by number, the names of XML and HTML, and what the document's
 * own DTD declares, where that is a short plain text. An entity that stands
 * for a file, for markup, for other entities or for much text is refused when
 * it is used, so that no document can grow by its entities or reach outside.
 */
#ifndef CORPUS_BASE_XMLENTITY_H
#define CORPUS_BASE_XMLENTITY_H

#include "corpus/base/bytes.h"
#include "corpus/base/table.h"

struct xmlentity_own;

/* The entities a document declares itself. */
struct xmlentity {
    struct table names;
    struct xmlentity_own *own; /* by id in `names` */
    size_t capacity;
    size_t expanded; /* bytes that they stood for so far */
};

#define XMLENTITY_EMPTY ((struct xmlentity){0})

/*
 * The DTD declares this name; `external` where it stands for a file. The first
 * declaration of a name counts. Returns why the document is refused, or NULL.
 */
const char *xmlentity_declare(struct xmlentity *entities, struct span name, struct span text,
                              bool external);

/*
 * Adds what a reference stands for; one that is not known stands for itself.
 * Returns why it is refused (a predicate, as "stands for a file"), or NULL.
 */
const char *xmlentity_add(struct bytes *out, struct xmlentity *entities, struct span name);

/* Adds `text` with what its references stand for; `*name` is that of one refused. */
const char *xmlentity_add_all(struct bytes *out, struct xmlentity *entities, struct span text,
                              struct span *name);

void xmlentity_release(struct xmlentity *entities);

#endif
