/*
 * Time zones: how far local time lies from UTC at an instant.
 *
 *     struct zone zone = ZONE_UTC;
 *
 *     if (!zones_open(&zone, span_of("Europe/Berlin"), &fault))
 *         return false;
 *     int32_t east = zones_offset(&zone, instant);      7200 in summer
 *     zones_release(&zone);
 *
 * A zone is "UTC" (or "Z"), a fixed offset ("+02:00", "-0530", "+02"), or a
 * name of the IANA data base, read from /usr/share/zoneinfo (TZif, RFC 8536).
 * Past the last change listed there the file's own rule for the years to come
 * holds. The process's time zone and locale play no part.
 */
#ifndef CORPUS_TEXT_ZONES_H
#define CORPUS_TEXT_ZONES_H

#include "corpus/base/fault.h"
#include "corpus/base/span.h"

#include <stdint.h>

struct zone_change {
    int64_t instant; /* seconds since 1970-01-01T00:00:00Z */
    int32_t offset;  /* seconds east of UTC from then on */
};

/* A day of each year at which an offset begins: `M3.5.0/2` of a TZif footer. */
struct zone_turn {
    int32_t month;   /* 1 to 12; 0 where there is no such day */
    int32_t week;    /* 1 to 5; 5 is the last */
    int32_t weekday; /* 0 for Sunday */
    int32_t second;  /* local time of the day at which it turns */
};

struct zone {
    int32_t offset;              /* seconds east of UTC before any change */
    struct zone_change *changes; /* owned, in order */
    size_t count;
    int32_t standard, summer;   /* offsets after the last change */
    struct zone_turn to_summer; /* month 0 where the standard one stays */
    struct zone_turn to_standard;
};

#define ZONE_UTC ((struct zone){0})

/* Fails with FAULT_USAGE where there is no such zone; `zone` is then UTC. */
bool zones_open(struct zone *zone, struct span name, struct fault *fault);

/* Seconds east of UTC at an instant in seconds since 1970, within the years 1800 to 2200. */
int32_t zones_offset(const struct zone *zone, int64_t instant);

/*
 * The instant at which clocks of the zone show `local` (seconds since 1970 as
 * if the clock ran on UTC). Of an hour that comes twice the first; an hour
 * that is left out counts by the offset before it.
 */
int64_t zones_instant(const struct zone *zone, int64_t local);

/* Reads `+02:00`, `-0530` or `+02` whole, in seconds east of UTC; at most 14 hours. */
bool zones_read_offset(int32_t *offset, struct span text);

void zones_release(struct zone *zone);

#endif
