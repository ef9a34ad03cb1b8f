/*
 * The names that pages give to what they say of themselves in <meta>, and how
 * far each is to be trusted.
 *
 *     const struct metaname *meta = metanames_find(span_of("og:site_name"));
 *     if (meta)
 *         offer(meta->field, meta->rank, content);
 */
#ifndef CORPUS_READ_METANAMES_H
#define CORPUS_READ_METANAMES_H

#include "corpus/base/span.h"

enum field {
    FIELD_TITLE,
    FIELD_AUTHOR,
    FIELD_SOURCE,
    FIELD_SECTION,
    FIELD_URL,
    FIELD_PUBLISHED,
    FIELD_LANGUAGE,
    FIELD_LOCALE,    /* og:locale */
    FIELD_PUBLISHER, /* of JSON-LD */
    FIELDS
};

struct metaname {
    const char *name; /* lower case */
    enum field field;
    int rank; /* smaller is better; of a title the enum headline_name */
};

/* Case does not matter; NULL for a name that says none of the fields. */
const struct metaname *metanames_find(struct span name);

#endif
