/*
 * HTTP: heads of named fields, as responses and WARC records have them, and
 * bodies that were sent in chunks.
 *
 *     struct http_response response;
 *
 *     if (http_response(&response, block) && response.status == 200)
 *         use(response.body);
 *
 * Spans are parts of what was given. Lines end in LF or CRLF; field names are
 * compared without regard to case.
 */
#ifndef CORPUS_READ_HTTP_H
#define CORPUS_READ_HTTP_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

/* A Content-Type: `text/html; charset="utf-8"`. */
struct http_type {
    struct span name;    /* "text/html", in the case it came in */
    struct span charset; /* "utf-8", or empty */
};

struct http_response {
    int status; /* 100 to 999 */
    struct http_type type;
    struct span encoding; /* of the body: "gzip"; empty where there is none */
    bool chunked;         /* the body; see http_unchunk() */
    struct span body;
};

/* True when the texts are the same but for the case of ASCII letters. */
bool http_same(struct span left, const char *right);

/* The value of the first field of this name, without blanks around; empty where there is none. */
struct span http_field(struct span head, const char *name);

struct http_type http_type(struct span value);

/* Takes a response apart; false where the block does not begin with "HTTP/" and a status. */
bool http_response(struct http_response *response, struct span block);

/*
 * Adds the chunks of `body` to `out`. Where the first line is no length the
 * body was kept without chunks, and is added as it is. False where a later
 * chunk is broken or missing; `out` then has those before.
 */
bool http_unchunk(struct bytes *out, struct span body);

#endif
