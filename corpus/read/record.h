/*
 * Record: what the head of a web archive's record says.
 *
 *     struct record record;
 *
 *     if (record_read_warc(&record, head)) {
 *         record_keep(&record, &arena);
 *         use(record.url);
 *     }
 *
 * What is read are parts of the head; what it does not say is empty.
 */
#ifndef CORPUS_READ_RECORD_H
#define CORPUS_READ_RECORD_H

#include "corpus/base/arena.h"
#include "corpus/base/span.h"

#include <stdint.h>

struct record {
    struct span type; /* "response"; an ARC's are all so */
    struct span url;
    struct span date;    /* "2014-02-16T05:02:21Z"; an ARC's has 14 digits until it is kept */
    struct span content; /* "text/html; charset=utf-8" */
    uint64_t length;     /* bytes of the block behind the head */
};

/* A WARC's head, of named fields; false where it has no length. */
bool record_read_warc(struct record *record, struct span head);

/*
 * An ARC's line: "URL IP date type length"; its second version has a result, a
 * sum, a place, an offset and a file's name between type and length. False
 * where the line is none of these.
 */
bool record_read_arc(struct record *record, struct span line);

/* Copies the texts into `arena`, an ARC's date in the form of a WARC's. */
void record_keep(struct record *record, struct arena *arena);

#endif
