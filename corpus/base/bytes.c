#include "corpus/base/bytes.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void bytes_add_text(struct bytes *bytes, const char *text)
{
    bytes_add(bytes, span_of(text));
}

void bytes_add_point(struct bytes *bytes, uint32_t code)
{
    char *room = bytes_room(bytes, 4);
    size_t width = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};

    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        bytes_add_point(bytes, 0xFFFD);
        return;
    }
    for (size_t i = width; i-- > 1; code >>= 6)
        room[i] = (char)(0x80 | (code & 0x3F));
    room[0] = (char)(leads[width == 1 ? 0 : width] | code);
    bytes_grown(bytes, width);
}

void bytes_add_number(struct bytes *bytes, uint64_t number)
{
    char digits[20]; /* of the largest, 2^64 - 1 */
    size_t first = sizeof digits;

    do
        digits[--first] = (char)('0' + number % 10);
    while (number /= 10);
    bytes_add(bytes, (struct span){digits + first, sizeof digits - first});
}

void bytes_print(struct bytes *bytes, const char *format, ...)
{
    va_list arguments, again;
    int length;

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length > 0) {
        (void)vsnprintf(bytes_room(bytes, (size_t)length), (size_t)length + 1, format, again);
        bytes_grown(bytes, (size_t)length);
    }
    va_end(again);
}

void bytes_clear(struct bytes *bytes)
{
    bytes->count = 0;
    if (bytes->items)
        bytes->items[0] = '\0';
}

void bytes_release(struct bytes *bytes)
{
    free(bytes->items);
    *bytes = BYTES_EMPTY;
}
