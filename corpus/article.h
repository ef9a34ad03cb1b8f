/*
 * An article: what every reader yields, whatever file it came from.
 *
 * All texts are UTF-8 and borrowed from the reader that made the article:
 * they are valid until its next call. A field the input does not have is an
 * empty span. `text` is as read, byte for byte after charset conversion: no
 * trimming, no normalisation, so that offsets into it fit the input; of a
 * plain text file it includes the title's line.
 */
#ifndef CORPUS_ARTICLE_H
#define CORPUS_ARTICLE_H

#include "corpus/base/span.h"

#include <stdint.h>

struct article {
    struct span id;     /* the input's own, else its path without extension, `#n` for the n-th */
    struct span source; /* the outlet */
    struct span title;  /* one line */
    struct span author; /* several are parted by ", " */
    struct span section;
    struct span url;
    struct span published; /* date as found in the input, of any form; dates_read() reads it */
    struct span language;  /* declared: "en", "ru", ...; empty where the input says nothing */
    struct span text;
    struct span origin; /* the file (and line) it came from, for messages */
    size_t replaced;    /* bytes of the input that were no UTF-8, each shown as U+FFFD */
};

#define ARTICLE_EMPTY ((struct article){0})

#endif
