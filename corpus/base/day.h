/*
 * Days and ISO weeks of the proleptic Gregorian calendar.
 *
 * A day is the number of days since 1970-01-01, so days subtract and compare
 * as numbers. A week is the day of its Monday divided by 7 (rounded down), so
 * weeks too are consecutive numbers: 2022-W25 is 2022-W24 plus 1, over every
 * year's end. Nothing here knows a clock, a time zone or a locale.
 */
#ifndef CORPUS_BASE_DAY_H
#define CORPUS_BASE_DAY_H

#include "corpus/base/span.h"

#include <stdint.h>

/* No day, no week: an undated article. */
#define DAY_NONE INT32_MIN
#define WEEK_NONE INT32_MIN

enum { DAY_TEXT_SIZE = 16, WEEK_TEXT_SIZE = 16 };

struct day_civil {
    int32_t year;  /* 1 to 9999 */
    int32_t month; /* 1 to 12 */
    int32_t day;   /* 1 to 31 */
};

struct day_week {
    int32_t year; /* the year of the week's Thursday */
    int32_t week; /* 1 to 53 */
};

/* The day's number, or DAY_NONE where the calendar has no such day. */
int32_t day_from_civil(struct day_civil civil);
struct day_civil day_civil(int32_t day);

/* 1 for Monday to 7 for Sunday. */
int day_of_week(int32_t day);

/* The week that holds this day. */
int32_t day_week(int32_t day);

/* The Monday of a week; its Sunday is 6 days later. */
int32_t week_monday(int32_t week);
struct day_week week_name(int32_t week);

/* The week's number, or WEEK_NONE where that year has no such week. */
int32_t week_from_name(struct day_week name);

/* Reads exactly `2022-06-14`; false where `text` is anything else. */
bool day_read(int32_t *day, struct span text);

/* Reads exactly `2022-W24`; false where `text` is anything else. */
bool week_read(int32_t *week, struct span text);

/* Writes `2022-06-14`, or an empty text for DAY_NONE. */
void day_text(char text[static DAY_TEXT_SIZE], int32_t day);

/* Writes `2022-W24`, or an empty text for WEEK_NONE. */
void week_text(char text[static WEEK_TEXT_SIZE], int32_t week);

#endif
