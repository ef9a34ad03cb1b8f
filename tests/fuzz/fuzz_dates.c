/*
 * Any bytes at all: dates_read() refuses them, or the day lies within the
 * years it promises (one day more for a zone's sake) and fits the instant.
 */
#include "corpus/base/day.h"
#include "corpus/text/dates.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct zone utc = ZONE_UTC;
    struct fault fault;
    struct date date;

    if (!dates_read(&date, (struct span){(const char *)data, size}, &utc, &fault))
        return 0;
    if (date.day < day_from_civil((struct day_civil){DATES_YEAR_MIN, 1, 1}) - 1 ||
        date.day > day_from_civil((struct day_civil){DATES_YEAR_MAX, 12, 31}) + 1)
        abort();
    if (date.timed && (date.instant < (int64_t)date.day * 86400 ||
                       date.instant >= ((int64_t)date.day + 1) * 86400))
        abort();
    return 0;
}
