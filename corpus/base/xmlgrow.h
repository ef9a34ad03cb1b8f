/*
 * A tree of XML while it grows: elements begin and end, and records, the
 * elements of certain names, are handed out as soon as they are whole.
 *
 * It forgives: an end that no open element has is passed over, one that an
 * outer element has ends all within it, and a record ends where the next of
 * its name begins. xml.h says the same to the user, and drives it.
 */
#ifndef CORPUS_BASE_XMLGROW_H
#define CORPUS_BASE_XMLGROW_H

#include "corpus/base/arena.h"
#include "corpus/base/xmltree.h"

enum { XML_DEPTH_MAX = 256, XML_HELD_MAX = 16 << 20 };

struct xmlgrow {
    const char *const *names; /* of records; ends in NULL, or NULL */
    struct arena head;        /* what stands outside of records */
    struct arena batches[2];  /* records: those of this batch, and one that began before it */
    size_t batch, open_batch; /* the one for records that begin now; the open record's */
    struct xml_node *root;
    struct xml_node *current;     /* the innermost open element */
    struct xml_node *open;        /* the record that is open, or NULL */
    bool whole;                   /* the root itself is the one record; it lives in `head` */
    struct bytes pending;         /* text that is not in the tree yet */
    size_t depth;                 /* open elements */
    size_t head_held, open_held;  /* bytes */
    struct xml_node *next_record; /* whole and not handed out; a record has no other `next` */
    struct xml_node *last_record;
    const char *excess; /* the limit that was passed, for a sentence; NULL for none */
};

#define XMLGROW_EMPTY ((struct xmlgrow){0})

/* A new batch: the records that were handed out are forgotten. */
void xmlgrow_batch(struct xmlgrow *grow);

/* An element begins. False, with `excess` set, past a limit; nothing may then be added. */
bool xmlgrow_begin(struct xmlgrow *grow, struct span name, struct span space);

/* To the element that began last; `value` is copied. False past a limit. */
bool xmlgrow_attribute(struct xmlgrow *grow, struct span name, struct span space,
                       struct span value);

/* Text within the innermost open element. False past a limit. */
bool xmlgrow_text(struct xmlgrow *grow, struct span text);

/* Ends the innermost open element of this name, and all within it. False past a limit. */
bool xmlgrow_end(struct xmlgrow *grow, struct span name);

/* Ends all that is open, unless a limit was passed: what is cut short by one is no record. */
void xmlgrow_finish(struct xmlgrow *grow);

/* The next record that is whole, valid until the next batch; NULL where none is. */
const struct xml_node *xmlgrow_record(struct xmlgrow *grow);

void xmlgrow_release(struct xmlgrow *grow);

#endif
