/*
 * Naming: what a file's path or a page's address says of the article in it.
 *
 * All results are parts of what is given.
 */
#ifndef CORPUS_READ_NAMING_H
#define CORPUS_READ_NAMING_H

#include "corpus/base/span.h"

/* The path from byte `root` on, without a known extension (.txt, .md, .jsonl, ...). */
struct span naming_id(struct span path, size_t root);

/* The name of the folder that holds the file; empty where the path names none (or . or ..). */
struct span naming_folder(struct span path);

/* The last YYYY-MM-DD in the path that the calendar has; empty for none. */
struct span naming_date(struct span path);

/*
 * The host of an http address without user, port and "www."; empty where `url`
 * is none. Of "https://www.courier.example/a": "courier.example".
 */
struct span naming_host(struct span url);

#endif
