/*
 * Web archives: WARC 1.0 and 1.1, and the older ARC.
 *
 * What a crawler got with status 200 comes as one input a record, without its
 * HTTP head, its chunks and its content encoding, with the address (`url`), the time of
 * the crawl (`published`) and the charset that the head declares. Its path is
 * the archive's, a # and the record's number, from 1 ("crawl.warc#12").
 *
 * Read are responses and resources of HTML, XML, JSON and plain text, or of no
 * declared type, and conversions to text (Common Crawl's WET). Passed over
 * are other records (requests, revisits, metadata, a crawler's logs), other types, robots.txt.
 * Of responses with another status, and of those in an encoding that is not
 * read (all but gzip, deflate and br), the numbers are told at the end.
 *
 * A record whose length is wrong is left out with a reason, and reading goes
 * on at the next that begins a line; likewise one longer than INPUT_MAX.
 */
#ifndef CORPUS_READ_READ_WARC_H
#define CORPUS_READ_READ_WARC_H

#include "corpus/read/format.h"

extern const struct container read_warc_container;

#endif
