/*
 * Dates as news carries them, read into days and instants.
 *
 *     struct date date;
 *     const char *reason = dates_read(&date, article.published, zone);
 *     if (reason)
 *         leave_undated(article, reason);
 *
 * Read are ISO 8601 and RFC 3339 ("2022-06-14", "2022-06-14T09:30:00Z",
 * "2016-04-05 10:00:38 -0400", fractions of a second), RFC 822 ("Tue, 14 Jun
 * 2022 09:30 GMT") and English dates ("June 14, 2022", "14 June 2022"). A date
 * without a time is that day. A time is turned into the zone's day; one
 * without an offset is in the zone already.
 */
#ifndef CORPUS_TEXT_DATES_H
#define CORPUS_TEXT_DATES_H

#include "corpus/base/day.h"
#include "corpus/base/span.h"

#include <stdint.h>

/* A zone of fixed offset from UTC. */
struct dates_zone {
    int32_t minutes; /* east of UTC, -14 * 60 to 14 * 60 */
};

#define DATES_NO_TIME INT64_MIN

enum { DATES_YEAR_MIN = 1800, DATES_YEAR_MAX = 2200 };

struct date {
    int32_t day;     /* in the zone */
    int64_t seconds; /* since 1970 in UTC; DATES_NO_TIME where no time was given */
};

/*
 * Reads `text`. Returns NULL when it is a date, else the reason why it is
 * none, a text that lives as long as the program; `date` is then undated.
 */
const char *dates_read(struct date *date, struct span text, struct dates_zone zone);

/* Reads "UTC", "Z", "+02:00" or "-0400"; false where `text` is no such zone. */
bool dates_zone_read(struct dates_zone *zone, struct span text);

/* The first YYYY-MM-DD that stands in `name`, not inside a longer number; empty for none. */
struct span dates_in_name(struct span name);

#endif
