#include "corpus/store/idlist.h"

enum { NUMBER_BYTES = 5 }; /* at most */

/* Writes the number at `room`; returns what follows it. */
static char *put(char *room, uint32_t number)
{
    while (number >= 0x80) {
        *room++ = (char)(0x80 | (number & 0x7F));
        number >>= 7;
    }
    *room++ = (char)number;
    return room;
}

void idlist_add(struct bytes *bytes, uint32_t number)
{
    char *room = bytes_room(bytes, NUMBER_BYTES);

    bytes_grown(bytes, (size_t)(put(room, number) - room));
}

void idlist_write(struct bytes *bytes, const uint32_t *terms, size_t count, const uint32_t *ids)
{
    char *room, *end;

    bytes_clear(bytes);
    end = room = bytes_room(bytes, count * NUMBER_BYTES);
    for (size_t i = 0; i < count; i++)
        end = put(end, terms[i] ? ids[terms[i] - 1] + 1 : 0);
    bytes_grown(bytes, (size_t)(end - room));
}
