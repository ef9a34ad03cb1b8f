/*
 * UTF-8: reading code points, checking texts, mending them.
 *
 *     struct utf8_point point = utf8_at(text, at);
 *
 *     if (!point.width)
 *         ...                       the bytes at `at` are no UTF-8
 *     at += point.width;
 *
 * UTF-8 is what RFC 3629 says: the shortest form, no surrogates, nothing past
 * U+10FFFF. NUL is a code point like any other.
 */
#ifndef CORPUS_TEXT_UTF8_H
#define CORPUS_TEXT_UTF8_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

#include <stdint.h>

struct utf8_point {
    uint32_t code;
    uint32_t width; /* in bytes, 1 to 4; 0 where the bytes are no UTF-8 or the text ends */
};

/* The code point at byte `at`, which starts a character past ASCII. */
struct utf8_point utf8_wide(struct span text, size_t at);

/* The code point that starts at byte `at` of `text`. */
static inline struct utf8_point utf8_at(struct span text, size_t at)
{
    if (at < text.length && (unsigned char)text.bytes[at] < 0x80)
        return (struct utf8_point){.code = (unsigned char)text.bytes[at], .width = 1};
    return utf8_wide(text, at);
}

/* True for UTF-8 that starts with a character of the Cyrillic block, U+0400 to U+04FF. */
static inline bool utf8_starts_cyrillic(struct span text)
{
    return text.length && (unsigned char)text.bytes[0] >= 0xD0 &&
           (unsigned char)text.bytes[0] <= 0xD3;
}

/* The code point that ends just before byte `at`; width 0 at the text's start. `text` is UTF-8. */
struct utf8_point utf8_before(struct span text, size_t at);

/* How many bytes from the start are ASCII. */
size_t utf8_ascii_length(struct span text);

/* How many bytes from the start are UTF-8: all of them where this is `text.length`. */
size_t utf8_valid_length(struct span text);

/*
 * Adds `text` to `mended`, each byte that is no UTF-8 shown as U+FFFD, and
 * returns how many bytes that were.
 */
size_t utf8_repair(struct bytes *mended, struct span text);

/* How many code points `text` has; a byte that is no UTF-8 counts as one. */
size_t utf8_count(struct span text);

#endif
