#include "analysis/people/owners.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

void owners_clear(struct owners *owners)
{
    owners->count = 0;
}

static void add(struct owners *owners, struct owner owner)
{
    owners->items =
        memory_grow(owners->items, &owners->capacity, owners->count + 1, sizeof *owners->items);
    owners->items[owners->count++] = owner;
}

void owners_add(struct owners *owners, int32_t week, uint32_t person, uint64_t quotes)
{
    add(owners, (struct owner){week, person, quotes});
    add(owners, (struct owner){OWNERS_ALL_WEEKS, person, quotes});
}

static int by_week(const void *left, const void *right)
{
    const struct owner *a = left, *b = right;

    if (a->week != b->week)
        return a->week < b->week ? -1 : 1;
    return (a->person > b->person) - (a->person < b->person);
}

void owners_sum(struct owners *owners)
{
    size_t kept = 0;

    if (owners->count)
        qsort(owners->items, owners->count, sizeof *owners->items, by_week);
    for (size_t i = 0; i < owners->count; i++) {
        if (kept && by_week(&owners->items[kept - 1], &owners->items[i]) == 0)
            owners->items[kept - 1].quotes += owners->items[i].quotes;
        else
            owners->items[kept++] = owners->items[i];
    }
    owners->count = kept;
}

bool owners_sexes_fit(uint32_t one, uint32_t other)
{
    return !one || !other || one & other;
}

static size_t first_of_week(const struct owners *owners, int32_t week)
{
    size_t low = 0, high = owners->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (owners->items[middle].week < week)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t owners_find(const struct owners *owners, int32_t week, const uint32_t *sexes, uint32_t sex,
                     bool *any)
{
    size_t from = first_of_week(owners, week), to;
    uint64_t all = 0;

    for (to = from; to < owners->count && owners->items[to].week == week; to++) {
        if (owners_sexes_fit(sexes[owners->items[to].person], sex))
            all += owners->items[to].quotes;
    }
    *any = all > 0;
    for (size_t i = from; all && i < to; i++) {
        if (owners_sexes_fit(sexes[owners->items[i].person], sex) &&
            owners->items[i].quotes * 100 >= all * OWNERS_PERCENT)
            return owners->items[i].person;
    }
    return OWNERS_NOBODY;
}

void owners_release(struct owners *owners)
{
    free(owners->items);
    *owners = OWNERS_EMPTY;
}
