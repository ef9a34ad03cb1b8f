/*
 * Any bytes taken for a term's weeks: reading ends, and what was read, where
 * its weeks rise, is written to bytes that give the same weeks again.
 */
#include "corpus/store/weekcounts.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WEEKS_MOST = 4096 };

static size_t read_weeks(struct week_count *weeks, struct span blob)
{
    struct weekcounts_reader reader = {.rest = blob};
    struct week_count week;
    size_t count = 0;

    while (count < WEEKS_MOST && weekcounts_next(&reader, &week)) {
        if (week.words && (count == 0 || week.week > weeks[count - 1].week))
            weeks[count++] = week;
    }
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct week_count first[WEEKS_MOST], again[WEEKS_MOST];
    struct bytes blob = BYTES_EMPTY;
    size_t count = read_weeks(first, (struct span){(const char *)data, size});

    weekcounts_write(&blob, first, count);
    if (read_weeks(again, bytes_span(&blob)) != count)
        abort();
    for (size_t i = 0; i < count; i++) {
        if (first[i].week != again[i].week || first[i].words != again[i].words ||
            first[i].articles != again[i].articles)
            abort();
    }
    bytes_release(&blob);
    return 0;
}
