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

void idlist_write(struct bytes *bytes, const uint32_t *terms, size_t count, const uint32_t *ids)
{
    bytes_clear(bytes);
    idlist_reserve(bytes, count);
    for (size_t i = 0; i < count; i++)
        idlist_append(bytes, terms[i] ? ids[terms[i] - 1] + 1 : 0);
    bytes->items[bytes->count] = '\0';
}
