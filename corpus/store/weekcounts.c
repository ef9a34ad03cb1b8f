#include "corpus/store/weekcounts.h"

#include "corpus/store/idlist.h"

static uint32_t fold(int32_t week)
{
    return ((uint32_t)week << 1) ^ (week < 0 ? UINT32_MAX : 0);
}

static int32_t unfold(uint32_t number)
{
    return (int32_t)((number >> 1) ^ (number & 1 ? UINT32_MAX : 0));
}

void weekcounts_write(struct bytes *blob, const struct week_count *weeks, size_t count)
{
    const struct week_count *last = NULL;

    bytes_clear(blob);
    idlist_reserve(blob, 3 * count);
    for (size_t i = 0; i < count; i++) {
        if (weeks[i].words == 0)
            continue;
        idlist_append(blob,
                      last ? (uint32_t)weeks[i].week - (uint32_t)last->week : fold(weeks[i].week));
        idlist_append(blob, weeks[i].words);
        idlist_append(blob, weeks[i].articles);
        last = &weeks[i];
    }
}

bool weekcounts_next(struct weekcounts_reader *reader, struct week_count *week)
{
    uint32_t step;

    if (!idlist_next(&reader->rest, &step) || !idlist_next(&reader->rest, &week->words) ||
        !idlist_next(&reader->rest, &week->articles))
        return false;
    week->week = reader->begun ? (int32_t)((uint32_t)reader->last + step) : unfold(step);
    reader->last = week->week;
    reader->begun = true;
    return true;
}
