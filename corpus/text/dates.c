#include "corpus/text/dates.h"

enum { MINUTES_MAX = 14 * 60 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static void skip_blanks(struct span *text)
{
    while (text->length && (text->bytes[0] == ' ' || text->bytes[0] == '\t' ||
                            text->bytes[0] == ','))
        *text = span_cut(*text, 1, text->length);
}

/* Takes `byte` off the front; false where something else stands there. */
static bool take(struct span *text, char byte)
{
    if (text->length == 0 || text->bytes[0] != byte)
        return false;
    *text = span_cut(*text, 1, text->length);
    return true;
}

/* Takes a number of `least` to `most` digits off the front; -1 where there is none. */
static int32_t take_number(struct span *text, size_t least, size_t most)
{
    size_t count = 0;
    int32_t value = 0;

    while (count < text->length && count < most && is_digit(text->bytes[count]))
        value = value * 10 + (text->bytes[count++] - '0');
    if (count < least || (count < text->length && is_digit(text->bytes[count])))
        return -1;
    *text = span_cut(*text, count, text->length);
    return value;
}

/* Takes a run of letters off the front. */
static struct span take_word(struct span *text)
{
    size_t count = 0;
    struct span word;

    while (count < text->length && is_letter(text->bytes[count]))
        count++;
    word = span_cut(*text, 0, count);
    *text = span_cut(*text, count, text->length);
    (void)take(text, '.');
    return word;
}

/* 1 to 12 for a month's English name or its first three letters, else 0. */
static int32_t month_of(struct span word)
{
    for (int32_t month = 1; month <= 12; month++) {
        const char *name = day_month_name(month);
        size_t i = 0;

        while (i < word.length && name[i] && (word.bytes[i] | 0x20) == (name[i] | 0x20))
            i++;
        if (i == word.length && i >= 3 && (i == 3 || name[i] == '\0' || i == 4))
            return month;
    }
    return 0;
}

/* "2022-06-14" off the front. */
static bool take_iso(struct day_civil *civil, struct span *text)
{
    struct span rest = *text;

    civil->year = take_number(&rest, 4, 4);
    if (civil->year < 0 || !take(&rest, '-'))
        return false;
    civil->month = take_number(&rest, 2, 2);
    if (civil->month < 0 || !take(&rest, '-'))
        return false;
    civil->day = take_number(&rest, 2, 2);
    if (civil->day < 0)
        return false;
    *text = rest;
    return true;
}

/* "Tue, 14 Jun 2022", "14 June 2022" or "June 14, 2022" off the front. */
static bool take_named(struct day_civil *civil, struct span *text)
{
    struct span rest = *text;
    struct span word = take_word(&rest);

    civil->month = month_of(word);
    if (word.length && civil->month == 0) { /* a weekday */
        skip_blanks(&rest);
        word = is_digit(rest.length ? rest.bytes[0] : ' ') ? SPAN_EMPTY : take_word(&rest);
        civil->month = month_of(word);
    }
    skip_blanks(&rest);
    civil->day = take_number(&rest, 1, 2);
    skip_blanks(&rest);
    if (civil->month == 0) {
        civil->month = month_of(take_word(&rest));
        skip_blanks(&rest);
    }
    civil->year = take_number(&rest, 4, 4);
    if (civil->month == 0 || civil->day < 0 || civil->year < 0)
        return false;
    *text = rest;
    return true;
}

/* "09:30", "09:30:15" or "09:30:15.250" off the front, in seconds; -1 where there is none. */
static int64_t take_time(struct span *text)
{
    struct span rest = *text;
    int32_t hour, minute, second = 0;

    hour = take_number(&rest, 1, 2);
    if (hour < 0 || hour > 23 || !take(&rest, ':'))
        return -1;
    minute = take_number(&rest, 2, 2);
    if (minute < 0 || minute > 59)
        return -1;
    if (take(&rest, ':')) {
        second = take_number(&rest, 2, 2);
        if (second < 0 || second > 60)
            return -1;
        if (take(&rest, '.') || take(&rest, ','))
            while (rest.length && is_digit(rest.bytes[0]))
                rest = span_cut(rest, 1, rest.length);
    }
    *text = rest;
    return (int64_t)hour * 3600 + minute * 60 + second;
}

/* "Z", "GMT", "UTC", "+02:00", "-0400" or "+02" off the front, in minutes. */
static bool take_offset(int32_t *minutes, struct span *text)
{
    struct span rest = *text;
    int32_t sign, hours, more = 0;
    struct span word;

    if (rest.length && is_letter(rest.bytes[0])) {
        word = take_word(&rest);
        *minutes = 0;
        if (!span_is(word, "Z") && !span_is(word, "z") && !span_is(word, "GMT") &&
            !span_is(word, "UTC") && !span_is(word, "UT"))
            return false;
        *text = rest;
        return true;
    }
    sign = take(&rest, '-') ? -1 : take(&rest, '+') ? 1 : 0;
    if (sign == 0 || rest.length < 2 || !is_digit(rest.bytes[0]) || !is_digit(rest.bytes[1]))
        return false;
    hours = (rest.bytes[0] - '0') * 10 + (rest.bytes[1] - '0');
    rest = span_cut(rest, 2, rest.length);
    if (take(&rest, ':') || (rest.length && is_digit(rest.bytes[0])))
        more = take_number(&rest, 2, 2);
    *minutes = sign * (hours * 60 + more);
    if (more < 0 || more > 59 || hours * 60 + more > MINUTES_MAX)
        return false;
    *text = rest;
    return true;
}

bool dates_zone_read(struct dates_zone *zone, struct span text)
{
    int32_t minutes;

    if (!take_offset(&minutes, &text) || text.length)
        return false;
    zone->minutes = minutes;
    return true;
}

static int64_t floor_day(int64_t seconds)
{
    return seconds / 86400 - (seconds % 86400 < 0);
}

const char *dates_read(struct date *date, struct span text, struct dates_zone zone)
{
    struct day_civil civil = {0};
    struct span rest = span_trim(text);
    int64_t time;
    int32_t day, minutes = zone.minutes;

    *date = (struct date){.day = DAY_NONE, .seconds = DATES_NO_TIME};
    if (rest.length == 0)
        return "no date is given";
    if (!take_iso(&civil, &rest) && !take_named(&civil, &rest))
        return "the date is of no known form";
    day = day_from_civil(civil);
    if (day == DAY_NONE)
        return "the calendar has no such day";
    if (civil.year < DATES_YEAR_MIN || civil.year > DATES_YEAR_MAX)
        return "the year lies outside 1800 to 2200";
    (void)(take(&rest, 'T') || take(&rest, 't'));
    skip_blanks(&rest);
    time = take_time(&rest);
    if (time < 0) {
        date->day = day;
        return NULL;
    }
    skip_blanks(&rest);
    if (!take_offset(&minutes, &rest))
        minutes = zone.minutes;
    date->seconds = (int64_t)day * 86400 + time - (int64_t)minutes * 60;
    date->day = (int32_t)floor_day(date->seconds + (int64_t)zone.minutes * 60);
    return NULL;
}

struct span dates_in_name(struct span name)
{
    for (size_t i = 0; i + 10 <= name.length; i++) {
        struct span part = span_cut(name, i, i + 10);
        int32_t day;

        if (day_read(&day, part) && (i == 0 || !is_digit(name.bytes[i - 1])) &&
            (i + 10 == name.length || !is_digit(name.bytes[i + 10])))
            return part;
    }
    return SPAN_EMPTY;
}
