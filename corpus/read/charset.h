/*
 * Charsets: which one some bytes are in, and the bytes as UTF-8.
 *
 *     struct charset charset = charset_choose(bytes, about->charset);
 *
 *     charset_to_utf8(&text, &replaced, bytes, charset.name);
 *
 * Names are those that iconv knows; labels are read as browsers read them
 * (the Encoding Standard): `latin1` means WINDOWS-1252, `gb2312` GB18030.
 * A choice is made in this order: a byte order mark; UTF-16 or UTF-32 that has
 * none, by where its zeros stand; UTF-8 where the bytes past ASCII are UTF-8,
 * all of them or all but a few strays; what was declared with the bytes, then
 * in them; uchardet's guess, where the bytes make words in it. So a page
 * in UTF-8 that calls itself latin1 is read as what it is.
 */
#ifndef CORPUS_READ_CHARSET_H
#define CORPUS_READ_CHARSET_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

/* As many of the first bytes as are worth looking at where all cannot be. */
enum { CHARSET_LOOK = 256 << 10 };

enum charset_how {
    CHARSET_MARK,     /* a byte order mark says so */
    CHARSET_ZEROS,    /* every second byte, or three of four, is zero */
    CHARSET_VALID,    /* every byte is UTF-8 */
    CHARSET_MOSTLY,   /* all but a few bytes are UTF-8 */
    CHARSET_DECLARED, /* declared with the bytes, as in an HTTP head */
    CHARSET_INSIDE,   /* declared in the bytes: <meta>, an XML declaration */
    CHARSET_GUESSED,  /* by uchardet */
    CHARSET_ASSUMED,  /* nothing else makes words of it: WINDOWS-1252 */
    CHARSET_BROKEN,   /* no charset makes words of it: UTF-8, to be mended */
};

struct charset {
    const char *name; /* of static storage */
    enum charset_how how;
    size_t mark; /* bytes of the byte order mark, to be passed over */
};

/* Characters past ASCII that are UTF-8, and bytes that are not; one that is cut off is neither. */
struct charset_tally {
    size_t good, stray;
};

struct charset_tally charset_tally(struct span bytes);

/* `declared` is a label or empty; one that is not known counts as none. */
struct charset charset_choose(struct span bytes, struct span declared);

/* The name for a label, or NULL where it is none. */
const char *charset_named(struct span label);

/*
 * Adds `bytes` (without their mark) to `text` as UTF-8; what cannot be
 * converted becomes U+FFFD, and its bytes are added to `replaced`. False where
 * `name` is no charset; nothing is added then.
 */
bool charset_to_utf8(struct bytes *text, size_t *replaced, struct span bytes, const char *name);

/* --- piece by piece ------------------------------------------------------------------- */

struct charset_stream;

/* NULL where `name` is no charset. */
struct charset_stream *charset_open(const char *name);

/*
 * Adds the next bytes as UTF-8; a character that a later piece completes is
 * kept for then, unless this is the last. Returns how many bytes were replaced.
 */
size_t charset_add(struct charset_stream *stream, struct bytes *text, struct span piece, bool last);

void charset_close(struct charset_stream *stream); /* NULL is allowed */

#endif
