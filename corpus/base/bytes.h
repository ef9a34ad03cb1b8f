/*
 * A buffer of bytes that grows: text being put together.
 *
 *     struct bytes line = BYTES_EMPTY;
 *     bytes_add(&line, word);
 *     bytes_print(&line, " %zu", count);
 *     use(bytes_span(&line));
 *     bytes_release(&line);
 *
 * A NUL always follows the last byte and is not counted, so `items` is a C
 * string once anything was added.
 */
#ifndef CORPUS_BASE_BYTES_H
#define CORPUS_BASE_BYTES_H

#include "corpus/base/memory.h"
#include "corpus/base/span.h"

#include <stdint.h>

struct bytes {
    char *items; /* owned; NULL until something is added */
    size_t count;
    size_t capacity;
};

#define BYTES_EMPTY ((struct bytes){0})

void bytes_add_text(struct bytes *bytes, const char *text);

/* Adds a code point as UTF-8; one that Unicode does not have becomes U+FFFD. */
void bytes_add_point(struct bytes *bytes, uint32_t code);

/* Adds a number in decimal digits. */
void bytes_add_number(struct bytes *bytes, uint64_t number);

/* Adds what printf would print in the C locale's sense of the format. */
void bytes_print(struct bytes *bytes, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Empties the buffer and keeps its memory. */
void bytes_clear(struct bytes *bytes);

void bytes_release(struct bytes *bytes);

/* Makes room for `extra` more bytes and returns where they go; see bytes_grown(). */
static inline char *bytes_room(struct bytes *bytes, size_t extra)
{
    if (!bytes->items || bytes->count + extra >= bytes->capacity)
        bytes->items =
            (char *)memory_grow(bytes->items, &bytes->capacity, bytes->count + extra + 1, 1);
    return bytes->items + bytes->count;
}

/* Counts `extra` bytes that were written into bytes_room(). */
static inline void bytes_grown(struct bytes *bytes, size_t extra)
{
    bytes->count += extra;
    bytes->items[bytes->count] = '\0';
}

static inline void bytes_add(struct bytes *bytes, struct span span)
{
    char *room = bytes_room(bytes, span.length);

    if (span.length)
        memcpy(room, span.bytes, span.length);
    bytes_grown(bytes, span.length);
}

static inline void bytes_add_byte(struct bytes *bytes, char byte)
{
    *bytes_room(bytes, 1) = byte;
    bytes_grown(bytes, 1);
}

/* The bytes as a view, valid until the buffer is next changed. */
static inline struct span bytes_span(const struct bytes *bytes)
{
    return (struct span){.bytes = bytes->items ? bytes->items : "", .length = bytes->count};
}

/* The bytes as a C string, valid until the buffer is next changed. */
static inline const char *bytes_text(const struct bytes *bytes)
{
    return bytes->items ? bytes->items : "";
}

#endif
