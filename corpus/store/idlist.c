#include "corpus/store/idlist.h"

void idlist_add(struct bytes *bytes, uint32_t number)
{
    idlist_reserve(bytes, 1);
    idlist_append(bytes, number);
    bytes->items[bytes->count] = '\0';
}

void idlist_reserve(struct bytes *bytes, size_t count)
{
    (void)bytes_room(bytes, count * IDLIST_NUMBER_BYTES);
}
