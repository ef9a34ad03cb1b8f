#include "corpus/text/zones.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { HOUR = 3600, MINUTE = 60, DAY = 86400, FILE_MAX = 1 << 16, HEADER = 44 };

/* --- fixed offsets ------------------------------------------------------------------ */

static bool two_digits(int32_t *value, struct span *text)
{
    if (text->length < 2 || text->bytes[0] < '0' || text->bytes[0] > '9' || text->bytes[1] < '0' ||
        text->bytes[1] > '9')
        return false;
    *value = (text->bytes[0] - '0') * 10 + (text->bytes[1] - '0');
    *text = span_cut(*text, 2, text->length);
    return true;
}

bool zones_read_offset(int32_t *offset, struct span text)
{
    struct span rest = text;
    int32_t hours = 0;
    int32_t minutes = 0;

    if (!text.length || (text.bytes[0] != '+' && text.bytes[0] != '-'))
        return false;
    rest = span_cut(rest, 1, rest.length);
    if (!two_digits(&hours, &rest))
        return false;
    if (rest.length == 3 && rest.bytes[0] == ':')
        rest = span_cut(rest, 1, rest.length);
    if (rest.length && (!two_digits(&minutes, &rest) || rest.length))
        return false;
    if (minutes > 59 || hours * HOUR + minutes * MINUTE > 14 * HOUR)
        return false;
    *offset = (hours * HOUR + minutes * MINUTE) * (text.bytes[0] == '-' ? -1 : 1);
    return true;
}

/* --- the rule for the years to come, as POSIX writes TZ ------------------------------- */

/* Past a zone's name: letters, or anything between < and >. */
static void skip_name(struct span *rule)
{
    size_t at = 0;
    bool quoted = rule->length && rule->bytes[0] == '<';

    while (at < rule->length &&
           (quoted ? rule->bytes[at] != '>' : (unsigned char)((rule->bytes[at] | 0x20) - 'a') < 26))
        at++;
    if (quoted && at < rule->length)
        at++;
    *rule = span_cut(*rule, at, rule->length);
}

/* The digits that `rule` begins with; `*found` becomes false where there are none. */
static int32_t take_number(struct span *rule, bool *found)
{
    int32_t value = 0;
    size_t at = 0;

    while (at < rule->length && at < 4 && rule->bytes[at] >= '0' && rule->bytes[at] <= '9')
        value = value * 10 + (rule->bytes[at++] - '0');
    *found = *found && at > 0;
    *rule = span_cut(*rule, at, rule->length);
    return value;
}

static bool take_byte(struct span *rule, char byte)
{
    if (!rule->length || rule->bytes[0] != byte)
        return false;
    *rule = span_cut(*rule, 1, rule->length);
    return true;
}

/* `[+-]hh[:mm[:ss]]` in seconds. */
static int32_t take_time(struct span *rule, bool *found)
{
    int32_t sign = take_byte(rule, '-') ? -1 : 1;
    int32_t seconds;

    (void)take_byte(rule, '+');
    seconds = take_number(rule, found) * HOUR;
    if (take_byte(rule, ':'))
        seconds += take_number(rule, found) * MINUTE;
    if (take_byte(rule, ':'))
        seconds += take_number(rule, found);
    return sign * seconds;
}

/* `,Mm.w.d[/time]` */
static struct zone_turn take_turn(struct span *rule, bool *found)
{
    struct zone_turn turn = {.second = 2 * HOUR};

    *found = *found && take_byte(rule, ',') && take_byte(rule, 'M');
    turn.month = take_number(rule, found);
    *found = *found && take_byte(rule, '.');
    turn.week = take_number(rule, found);
    *found = *found && take_byte(rule, '.');
    turn.weekday = take_number(rule, found);
    if (take_byte(rule, '/'))
        turn.second = take_time(rule, found);
    *found = *found && turn.month >= 1 && turn.month <= 12 && turn.week >= 1 && turn.week <= 5 &&
             turn.weekday <= 6;
    return turn;
}

/* Reads the footer; false where it is written in a way we do not know. */
static bool read_rule(struct zone *zone, struct span rule)
{
    bool found = true;

    skip_name(&rule);
    zone->standard = -take_time(&rule, &found);
    if (!rule.length)
        return found;
    skip_name(&rule);
    zone->summer = zone->standard + HOUR;
    if (rule.length && rule.bytes[0] != ',')
        zone->summer = -take_time(&rule, &found);
    zone->to_summer = take_turn(&rule, &found);
    zone->to_standard = take_turn(&rule, &found);
    return found && !rule.length;
}

/* The day in `year` on which the turn falls. */
static int32_t turn_day(struct zone_turn turn, int32_t year)
{
    int32_t first = day_from_civil((struct day_civil){year, turn.month, 1});
    int32_t weekday = day_of_week(first) % 7;
    int32_t day = first + (turn.weekday - weekday + 7) % 7 + (turn.week - 1) * 7;

    while (day_civil(day).month != turn.month)
        day -= 7;
    return day;
}

/* Rounds down where C's division rounds to zero. */
static int32_t day_of(int64_t seconds)
{
    return (int32_t)((seconds - (seconds < 0 ? DAY - 1 : 0)) / DAY);
}

static int32_t offset_by_rule(const struct zone *zone, int64_t instant)
{
    int32_t year = day_civil(day_of(instant + zone->standard)).year;
    int64_t begin, end;

    if (!zone->to_summer.month)
        return zone->standard;
    begin =
        (int64_t)turn_day(zone->to_summer, year) * DAY + zone->to_summer.second - zone->standard;
    end =
        (int64_t)turn_day(zone->to_standard, year) * DAY + zone->to_standard.second - zone->summer;
    /* South of the equator summer spans the year's end. */
    if (begin < end ? instant >= begin && instant < end : instant >= begin || instant < end)
        return zone->summer;
    return zone->standard;
}

/* --- TZif files ---------------------------------------------------------------------- */

/* A big-endian signed number of `width` bytes. */
static int64_t big_endian(const char *bytes, size_t width)
{
    uint64_t value = (unsigned char)bytes[0] & 0x80 ? UINT64_MAX : 0;

    for (size_t i = 0; i < width; i++)
        value = value << 8 | (unsigned char)bytes[i];
    return (int64_t)value;
}

/* The counts of a TZif header, in the order they stand. */
struct counts {
    size_t ut, standard, leaps, changes, types, names;
};

static bool read_header(struct counts *counts, struct span data)
{
    size_t *fields[] = {&counts->ut,      &counts->standard, &counts->leaps,
                        &counts->changes, &counts->types,    &counts->names};

    if (data.length < HEADER || !span_starts(data, "TZif") || data.bytes[4] < '2')
        return false;
    for (size_t i = 0; i < 6; i++) {
        int64_t value = big_endian(data.bytes + 20 + 4 * i, 4);

        if (value < 0 || value > FILE_MAX)
            return false;
        *fields[i] = (size_t)value;
    }
    return true;
}

/* The bytes of a block whose instants have `width` bytes. */
static size_t block_size(struct counts counts, size_t width)
{
    return counts.changes * (width + 1) + counts.types * 6 + counts.names +
           counts.leaps * (width + 4) + counts.standard + counts.ut;
}

static bool read_changes(struct zone *zone, struct counts counts, const char *block)
{
    const char *indices = block + 8 * counts.changes;
    const char *types = indices + counts.changes;

    zone->offset = (int32_t)big_endian(types, 4);
    zone->changes = memory_new(counts.changes, sizeof *zone->changes);
    for (size_t i = 0; i < counts.changes; i++) {
        size_t type = (unsigned char)indices[i];

        if (type >= counts.types)
            return false;
        zone->changes[i] = (struct zone_change){
            .instant = big_endian(block + 8 * i, 8),
            .offset = (int32_t)big_endian(types + 6 * type, 4),
        };
    }
    zone->count = counts.changes;
    return true;
}

/* The second block of the file, with 64-bit instants, and its footer. */
static bool read_tzif(struct zone *zone, struct span data)
{
    struct counts counts;
    size_t size;

    if (!read_header(&counts, data) || HEADER + block_size(counts, 4) > data.length)
        return false;
    data = span_cut(data, HEADER + block_size(counts, 4), data.length);
    if (!read_header(&counts, data) || !counts.types)
        return false;
    size = HEADER + block_size(counts, 8);
    if (size > data.length || !read_changes(zone, counts, data.bytes + HEADER))
        return false;
    return read_rule(zone, span_trim(span_cut(data, size, data.length)));
}

/* Names are folders and words: nothing that climbs out of the data base. */
static bool is_name(struct span name)
{
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        bool letter = (unsigned char)((byte | 0x20) - 'a') < 26;

        if (!letter && !(i > 0 && strchr("/_+-0123456789", byte)))
            return false;
    }
    return name.length > 0 && name.length < 64;
}

/* Reads the zone's file into `data`; the number of bytes, or 0. */
static size_t read_file(char *data, struct span name)
{
    char path[96];
    int file;
    ssize_t length = 0;

    (void)snprintf(path, sizeof path, "/usr/share/zoneinfo/%.*s", SPAN_PRINT(name));
    file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return 0;
    length = read(file, data, FILE_MAX);
    (void)close(file);
    return length > 0 ? (size_t)length : 0;
}

static bool open_named(struct zone *zone, struct span name)
{
    char *data = memory_new(FILE_MAX, 1);
    bool ok = is_name(name) && read_tzif(zone, (struct span){data, read_file(data, name)});

    free(data);
    if (!ok)
        zones_release(zone);
    return ok;
}

/* --- in use -------------------------------------------------------------------------- */

bool zones_open(struct zone *zone, struct span name, struct fault *fault)
{
    *zone = ZONE_UTC;
    if (span_is(name, "UTC") || span_is(name, "Z"))
        return true;
    if (zones_read_offset(&zone->offset, name)) {
        zone->standard = zone->offset;
        return true;
    }
    if (open_named(zone, name))
        return true;
    return fault_set(fault, FAULT_USAGE,
                     "'%.*s' is no time zone; write UTC, an offset such as +02:00, or a name such "
                     "as Europe/Berlin",
                     SPAN_PRINT(name));
}

int32_t zones_offset(const struct zone *zone, int64_t instant)
{
    size_t low = 0;
    size_t high = zone->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (zone->changes[middle].instant <= instant)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == zone->count)
        return offset_by_rule(zone, instant);
    return low ? zone->changes[low - 1].offset : zone->offset;
}

int64_t zones_instant(const struct zone *zone, int64_t local)
{
    /* The larger offset gives the earlier instant; it holds where the clock agrees. */
    int32_t before = zones_offset(zone, local - DAY);
    int32_t after = zones_offset(zone, local + DAY);

    if (zones_offset(zone, local - before) == before)
        return local - before;
    return zones_offset(zone, local - after) == after ? local - after : local - before;
}

void zones_release(struct zone *zone)
{
    free(zone->changes);
    *zone = ZONE_UTC;
}
