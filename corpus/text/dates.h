/*
 * Dates as articles carry them, read into a day and, where a time was given,
 * an instant.
 *
 *     struct date date;
 *
 *     if (!dates_read(&date, article.published, &zone, &fault))
 *         ...                       undated; fault says why
 *     count_on(date.day);
 *
 * Forms:  2022-06-14   2022/06/14   20220614   14.06.2022
 *         2022-06-14T08:15:30.250+02:00 (or a blank for the T, no seconds, a
 *         comma, Z, +0200, +02, a zone's name), 20220614T081530Z
 *         Tue, 14 Jun 2022 08:15:30 +0200   (RFC 822; also GMT, EST, PDT, ...)
 *         Nov 27, 2025   27 November 2025   Tuesday, June 14, 2022 at 8:15 p.m. EDT
 *         Wed Oct 10 20:19:24 +0000 2018   26-FEB-1987 15:01:01.79
 *         1655187330   1655187330000   (seconds, milliseconds since 1970)
 * Month names are English, German or Russian. 06/14/2022 is refused: nobody
 * can tell its day from its month.
 *
 * The zone's rule: a date without a time is that day. A time with an offset is
 * an instant, and its day is the one the zone's clocks then show. A time
 * without an offset is one of the zone's own clocks.
 */
#ifndef CORPUS_TEXT_DATES_H
#define CORPUS_TEXT_DATES_H

#include "corpus/base/fault.h"
#include "corpus/base/span.h"
#include "corpus/text/zones.h"

#include <stdint.h>

enum { DATES_YEAR_MIN = 1800, DATES_YEAR_MAX = 2200 };

struct date {
    int32_t day;     /* as day.h counts, in the zone */
    bool timed;      /* a time of the day was given */
    int64_t instant; /* seconds since 1970-01-01T00:00:00Z; 0 unless timed */
};

/*
 * Fails with FAULT_INPUT and one sentence where there is no date, it is of no
 * known form, no calendar has it, or it lies outside the years 1800 to 2200.
 */
bool dates_read(struct date *date, struct span published, const struct zone *zone,
                struct fault *fault);

#endif
