#include "corpus/read/tallies.h"

#include "corpus/base/memory.h"

#include <stdlib.h>
#include <string.h>

size_t tallies_find(struct tallies *tallies, const char *name)
{
    size_t at = 0;

    while (at < tallies->count && strcmp(tallies->items[at].name, name) != 0)
        at++;
    if (at == tallies->count) {
        tallies->items =
            memory_grow(tallies->items, &tallies->capacity, at + 1, sizeof *tallies->items);
        tallies->items[tallies->count++] = (struct tally){.name = name};
    }
    return at;
}

static int by_falling_articles(const void *left, const void *right)
{
    const struct tally *a = left, *b = right;

    if (a->articles != b->articles)
        return a->articles > b->articles ? -1 : 1;
    return strcmp(a->name, b->name);
}

void tallies_sort(struct tallies *tallies)
{
    if (tallies->count)
        qsort(tallies->items, tallies->count, sizeof *tallies->items, by_falling_articles);
}

void tallies_release(struct tallies *tallies)
{
    free(tallies->items);
    *tallies = TALLIES_EMPTY;
}
