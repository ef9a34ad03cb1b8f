#include "corpus/store/idlist.h"

#include "corpus/base/memory.h"

enum { AT_ONCE = 64 };

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
    uint32_t found[AT_ONCE];
    char *end;

    bytes_clear(bytes);
    idlist_reserve(bytes, count);
    end = bytes->items;
    for (size_t first = 0; first < count; first += AT_ONCE) {
        size_t some = count - first < AT_ONCE ? count - first : AT_ONCE;

        /* Looking up by itself lets the processor wait for several ids at a time. */
        for (size_t i = 0; i < some; i++)
            found[i] = ids[terms[first + i]];
        for (size_t i = 0; i < some; i++)
            end = idlist_put(end, found[i]);
    }
    bytes->count = (size_t)(end - bytes->items);
    *end = '\0';
}

size_t idlist_read(uint32_t **numbers, size_t *capacity, struct span list)
{
    size_t count = 0;

    *numbers = memory_grow(*numbers, capacity, list.length + 1, sizeof **numbers);
    while (idlist_next(&list, &(*numbers)[count])) /* of a byte at least */
        count++;
    return count;
}
