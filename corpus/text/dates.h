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
 * Forms:  2022-06-14   2022/06/14   2022:06:14   20220614   14.06.2022   14. 6. 2022   14.06.22
 *         14/06/2022   06/14/2022   06/14/22   (a day past 12 tells itself; where
 *         both could be the month the date is refused, for nobody can tell)
 *         2022-06-14T08:15:30.250+02:00 (or a blank for the T, no seconds, a
 *         comma, Z, +0200, +02, a zone's name), 20220614T081530Z, 20220614081530
 *         2022-W24-2   2022W242   2022-165   2022165   (ISO 8601, with a time or not)
 *         Tue, 14 Jun 2022 08:15:30 +0200   (RFC 822; also GMT, EST, PDT, two-digit years)
 *         Nov 27, 2025   27 November 2025   27-Nov-2025   Tuesday, June 14, 2022 at 8:15 p.m. EDT
 *         Updated 3:15 PM ET, Thu November 27, 2025   Thu 27 Nov 2025 14.05 GMT
 *         Do., 27.11.2025, 14.05 Uhr   14:05, 27.11.2025   Updated: 2025-11-27T14:05:00Z
 *         27 ноября 2025 г., 14:05   27. November 2025   27 de noviembre de 2025   14h05   14 h 05
 *         Wed Oct 10 20:19:24 +0000 2018   10/Oct/2018:20:19:24 +0000
 *         1655187330   1655187330000   1655187330.25   /Date(1655187330000)/
 *         (seconds, thousandths, since 1970)
 *
 * Words are those of datewords.h, in sixteen languages. Two-digit years are
 * 1950 to 2049.
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
