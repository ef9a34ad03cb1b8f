/*
 * A view of bytes that somebody else owns.
 *
 * A span is valid for as long as the memory it looks into; it is passed by
 * value and never freed. Its bytes need no terminating NUL.
 */
#ifndef CORPUS_BASE_SPAN_H
#define CORPUS_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct span {
    const char *bytes;
    size_t length; /* in bytes */
};

#define SPAN_EMPTY ((struct span){0})

/* A literal, for tables: static const struct span names[] = {SPAN_LITERAL("a"), ...}. */
#define SPAN_LITERAL(text)                                                                         \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

/* For printf: printf("%.*s", SPAN_PRINT(span)). */
#define SPAN_PRINT(span) (int)(span).length, (span).bytes ? (span).bytes : ""

static inline struct span span_of(const char *text)
{
    return (struct span){.bytes = text, .length = strlen(text)};
}

/* The bytes of `text` from `start` up to `end`; both lie within it. */
static inline struct span span_cut(struct span text, size_t start, size_t end)
{
    return (struct span){.bytes = text.bytes ? text.bytes + start : "", .length = end - start};
}

static inline bool span_equal(struct span left, struct span right)
{
    return left.length == right.length &&
           (left.length == 0 || memcmp(left.bytes, right.bytes, left.length) == 0);
}

static inline bool span_is(struct span span, const char *text)
{
    return span_equal(span, span_of(text));
}

static inline bool span_starts(struct span span, const char *text)
{
    size_t length = strlen(text);

    return span.length >= length && (length == 0 || memcmp(span.bytes, text, length) == 0);
}

static inline bool span_ends(struct span span, const char *text)
{
    size_t length = strlen(text);

    return span.length >= length &&
           (length == 0 || memcmp(span.bytes + span.length - length, text, length) == 0);
}

/* As span_starts(), without regard to the case of ASCII letters; `text` is in lower case. */
static inline bool span_starts_as(struct span span, const char *text)
{
    size_t at = 0;

    while (at < span.length && text[at] &&
           (span.bytes[at] == text[at] || (span.bytes[at] >= 'A' && span.bytes[at] <= 'Z' &&
                                           (span.bytes[at] | 0x20) == text[at])))
        at++;
    return !text[at];
}

/* As span_is(), without regard to the case of ASCII letters; `text` is in lower case. */
static inline bool span_is_as(struct span span, const char *text)
{
    return span.length == strlen(text) && span_starts_as(span, text);
}

/* Order of bytes, as unsigned numbers; the shorter first where one starts the other. */
static inline int span_compare(struct span left, struct span right)
{
    size_t shared = left.length < right.length ? left.length : right.length;
    int order = shared ? memcmp(left.bytes, right.bytes, shared) : 0;

    return order ? order : (left.length > right.length) - (left.length < right.length);
}

/* `span` without blanks, tabs and line ends (ASCII) at either end. */
static inline struct span span_trim(struct span span)
{
    while (span.length &&
           (span.bytes[0] == ' ' || (span.bytes[0] >= '\t' && span.bytes[0] <= '\r')))
        span = span_cut(span, 1, span.length);
    while (span.length &&
           (span.bytes[span.length - 1] == ' ' ||
            (span.bytes[span.length - 1] >= '\t' && span.bytes[span.length - 1] <= '\r')))
        span.length--;
    return span;
}

/* Where the line that byte `at` of `text` lies in ends, by LF or CR. */
static inline size_t span_line_end(struct span text, size_t at)
{
    const char *feed = (const char *)memchr(text.bytes + at, '\n', text.length - at);
    size_t end = feed ? (size_t)(feed - text.bytes) : text.length;
    const char *back = (const char *)memchr(text.bytes + at, '\r', end - at);

    return back ? (size_t)(back - text.bytes) : end;
}

#endif
