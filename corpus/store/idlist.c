#include "corpus/store/idlist.h"

enum { THREE_BYTES = 1 << 21, TWO_BYTES = 1 << 14, ONE_BYTE = 1 << 7 };

/*
 * Writes the number, for which IDLIST_NUMBER_BYTES are there; returns where the
 * next one goes. Nearly all take up to three bytes, and how many cannot be
 * foretold: so all three are written, and those too many written over.
 */
static inline char *put(char *room, uint32_t number)
{
    while (number >= THREE_BYTES) {
        *room++ = (char)(0x80 | (number & 0x7F));
        number >>= 7;
    }
    room[0] = (char)((number & 0x7F) | (uint32_t)(number >= ONE_BYTE) << 7);
    room[1] = (char)((number >> 7 & 0x7F) | (uint32_t)(number >= TWO_BYTES) << 7);
    room[2] = (char)(number >> 14);
    return room + 1 + (number >= ONE_BYTE) + (number >= TWO_BYTES);
}

static char *room_for(struct bytes *bytes, size_t count)
{
    return bytes_room(bytes, count * IDLIST_NUMBER_BYTES);
}

void idlist_add(struct bytes *bytes, uint32_t number)
{
    char *room = room_for(bytes, 1);

    bytes_grown(bytes, (size_t)(put(room, number) - room));
}

void idlist_write(struct bytes *bytes, const uint32_t *terms, size_t count, const uint32_t *ids)
{
    char *room, *next;

    bytes_clear(bytes);
    room = next = room_for(bytes, count);
    for (size_t i = 0; i < count; i++)
        next = put(next, terms[i] ? ids[terms[i] - 1] + 1 : 0);
    bytes_grown(bytes, (size_t)(next - room));
}
