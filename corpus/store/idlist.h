/*
 * A text's term ids as bytes: numbers of 7 bits a byte, low bits first, the
 * high bit set on all but the last (LEB128). The store's form of what
 * annotation calls `terms`: ids plus 1, with 0 for a break.
 */
#ifndef CORPUS_STORE_IDLIST_H
#define CORPUS_STORE_IDLIST_H

#include "corpus/base/bytes.h"
#include "corpus/base/span.h"

#include <stdint.h>

enum { IDLIST_NUMBER_BYTES = 5 }; /* of the longest number */

/* Adds one number to the end of `bytes`. */
void idlist_add(struct bytes *bytes, uint32_t number);

/* Makes room for `count` more numbers, which idlist_append() may then add. */
void idlist_reserve(struct bytes *bytes, size_t count);

/*
 * Writes one number and returns its end. Nearly all take up to three bytes, and how
 * many cannot be foretold: so four are written at once, and those too many written over.
 */
static inline char *idlist_put(char *room, uint32_t number)
{
    uint32_t bytes;
    size_t two, three;

    while (number >= 1 << 21) {
        *room++ = (char)(0x80 | (number & 0x7F));
        number >>= 7;
    }
    two = number >= 1 << 7;
    three = number >= 1 << 14;
    bytes = (number & 0x7F) | (number << 1 & 0x7F00) | (number << 2 & 0x7F0000);
    bytes |= (uint32_t)(two << 7 | three << 15);
    if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)
        bytes = __builtin_bswap32(bytes);
    memcpy(room, &bytes, sizeof bytes);
    return room + 1 + two + three;
}

/* Adds one number for which there is room. */
static inline void idlist_append(struct bytes *bytes, uint32_t number)
{
    bytes->count = (size_t)(idlist_put(bytes->items + bytes->count, number) - bytes->items);
}

/* Replaces what `bytes` held by the list of `terms`, in which t is written as ids[t]. */
void idlist_write(struct bytes *bytes, const uint32_t *terms, size_t count, const uint32_t *ids);

/*
 * Reads the whole list into `numbers`, which grows where it must and is the caller's to free;
 * returns how many there are.
 */
size_t idlist_read(uint32_t **numbers, size_t *capacity, struct span list);

/*
 * Takes the next number off the front of `list`. False at its end, and at
 * bytes that are no number (the list is then empty).
 */
static inline bool idlist_next(struct span *list, uint32_t *number)
{
    const unsigned char *bytes = (const unsigned char *)list->bytes;
    uint32_t value = 0;
    size_t at = 0;

    if (list->length >= 2 && (bytes[0] & bytes[1]) < 0x80) { /* most: one byte or two */
        size_t two = bytes[0] >> 7;

        *number = (bytes[0] & 0x7FU) | (uint32_t)(bytes[1] * two) << 7;
        list->bytes += 1 + two;
        list->length -= 1 + two;
        return true;
    }
    for (unsigned shift = 0; at < list->length && shift < 35; shift += 7) {
        unsigned char byte = bytes[at++];

        value |= (uint32_t)(byte & 0x7F) << shift;
        if (byte < 0x80) {
            *list = span_cut(*list, at, list->length);
            *number = value;
            return true;
        }
    }
    *list = SPAN_EMPTY;
    return false;
}

#endif
