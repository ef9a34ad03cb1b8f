#include "corpus/base/memory.h"

#include "corpus/base/fault.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIRST_CAPACITY = 16 };

static void (*exhausted_hook)(void);

void memory_on_exhausted(void (*hook)(void))
{
    exhausted_hook = hook;
}

_Noreturn void memory_exhausted(size_t count, size_t size)
{
    if (exhausted_hook)
        exhausted_hook();
    (void)fprintf(stderr, "broadsheet: out of memory asking for %zu x %zu bytes\n", count, size);
    exit(fault_exit_code(FAULT_MEMORY));
}

void *memory_take(size_t bytes)
{
    void *room = malloc(bytes ? bytes : 1);

    if (!room)
        memory_exhausted(bytes, 1);
    return room;
}

void *memory_new(size_t count, size_t size)
{
    void *items = calloc(count ? count : 1, size);

    if (!items)
        memory_exhausted(count, size);
    return items;
}

void *memory_regrow(void *items, size_t *capacity, size_t needed, size_t size)
{
    size_t room = *capacity ? *capacity : FIRST_CAPACITY;
    void *grown;

    while (room < needed && room <= SIZE_MAX / 2)
        room *= 2;
    if (room < needed || room > SIZE_MAX / size)
        memory_exhausted(needed, size);
    grown = realloc(items, room * size);
    if (!grown)
        memory_exhausted(room, size);
    *capacity = room;
    return grown;
}

char *memory_text(struct span span)
{
    char *text = memory_new(span.length + 1, 1);

    if (span.length)
        memcpy(text, span.bytes, span.length);
    return text;
}
