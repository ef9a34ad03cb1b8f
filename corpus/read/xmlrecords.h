/*
 * The records of an XML input: charset, mending and xml.h in one, for formats.
 *
 *     struct xmlrecords records = XMLRECORDS_EMPTY;
 *     const struct xml_node *item;
 *
 *     xmlrecords_open(&records, names, job->input);
 *     while ((item = xmlrecords_next(&records, job->input)) != NULL)
 *         use(item);
 *     use(xml_fault(records.xml));
 *     xmlrecords_release(&records);
 *
 * The charset is what the byte order mark says, else the XML declaration, else
 * who sent the file; without any of them UTF-8, where the bytes are that, else
 * windows-1252. A charset that nobody knows counts as none. What is no UTF-8
 * in the end is shown as U+FFFD and counted.
 */
#ifndef CORPUS_READ_XMLRECORDS_H
#define CORPUS_READ_XMLRECORDS_H

#include "corpus/base/xml.h"
#include "corpus/read/input.h"

struct xmlrecords {
    struct xml *xml; /* owned */
    struct bytes mended;
    size_t replaced, told; /* what was replaced so far, and what was told of it */
    size_t pushes;         /* pieces of the input read so far */
    bool more;
};

#define XMLRECORDS_EMPTY ((struct xmlrecords){0})

/* `names` of records as of xml_open(). */
void xmlrecords_open(struct xmlrecords *records, const char *const *names, struct input *input);

/* The next record, valid until the next call; NULL at the end. */
const struct xml_node *xmlrecords_next(struct xmlrecords *records, struct input *input);

/* What was replaced since it was asked last. */
size_t xmlrecords_replaced(struct xmlrecords *records);

void xmlrecords_release(struct xmlrecords *records);

#endif
