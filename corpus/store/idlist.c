#include "corpus/store/idlist.h"

void idlist_add(struct bytes *bytes, uint32_t number)
{
    char *room = bytes_room(bytes, 5);
    size_t used = 0;

    while (number >= 0x80) {
        room[used++] = (char)(0x80 | (number & 0x7F));
        number >>= 7;
    }
    room[used++] = (char)number;
    bytes_grown(bytes, used);
}
