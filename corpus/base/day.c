#include "corpus/base/day.h"

enum { THURSDAY = 3, WEEK_DAYS = 7 }; /* 1970-01-01 was a Thursday: 3 days after a Monday */

static bool is_leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int32_t month_length(int32_t year, int32_t month)
{
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/* Rounds down where C's division rounds to zero. */
static int32_t floor_divide(int32_t number, int32_t by)
{
    return number / by - (number % by < 0);
}

/*
 * Days before March 1 of `year` since March 1 of year 0, the civil calendar
 * whose years start in March, so that the leap day comes last.
 */
static int32_t days_before_year(int32_t year)
{
    return 365 * year + floor_divide(year, 4) - floor_divide(year, 100) + floor_divide(year, 400);
}

enum { EPOCH = 719468 }; /* days from 0000-03-01 to 1970-01-01 */

int32_t day_from_civil(struct day_civil civil)
{
    int32_t year = civil.year - (civil.month <= 2);
    int32_t month = civil.month > 2 ? civil.month - 3 : civil.month + 9; /* 0 for March */

    if (civil.year < 1 || civil.year > 9999 || civil.month < 1 || civil.month > 12 ||
        civil.day < 1 || civil.day > month_length(civil.year, civil.month))
        return DAY_NONE;
    return days_before_year(year) + (153 * month + 2) / 5 + civil.day - 1 - EPOCH;
}

struct day_civil day_civil(int32_t day)
{
    int32_t since = day + EPOCH;
    int32_t year = floor_divide(since, 365);
    int32_t of_year, month;

    while (days_before_year(year) > since)
        year--;
    of_year = since - days_before_year(year);
    month = (5 * of_year + 2) / 153;
    return (struct day_civil){
        .year = year + (month >= 10),
        .month = month < 10 ? month + 3 : month - 9,
        .day = of_year - (153 * month + 2) / 5 + 1,
    };
}

int32_t day_week(int32_t day)
{
    return floor_divide(day + THURSDAY, WEEK_DAYS);
}

int32_t week_monday(int32_t week)
{
    return week * WEEK_DAYS - THURSDAY;
}

int day_of_week(int32_t day)
{
    return day - week_monday(day_week(day)) + 1;
}

struct day_week week_name(int32_t week)
{
    int32_t thursday = week_monday(week) + THURSDAY;
    int32_t year = day_civil(thursday).year;
    int32_t first = day_from_civil((struct day_civil){year, 1, 1});

    return (struct day_week){.year = year, .week = (thursday - first) / WEEK_DAYS + 1};
}

int32_t week_from_name(struct day_week name)
{
    /* 4 January always lies in week 1. */
    int32_t fourth = day_from_civil((struct day_civil){name.year, 1, 4});
    int32_t week;

    if (fourth == DAY_NONE || name.week < 1)
        return WEEK_NONE;
    week = day_week(fourth) + name.week - 1;
    return day_civil(week_monday(week) + THURSDAY).year == name.year ? week : WEEK_NONE;
}

/* Reads `count` digits of `text` from `at`; -1 where one is no digit. */
static int32_t digits(struct span text, size_t at, size_t count)
{
    int32_t value = 0;

    for (size_t i = at; i < at + count; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return -1;
        value = value * 10 + (text.bytes[i] - '0');
    }
    return value;
}

bool day_read(int32_t *day, struct span text)
{
    int32_t found;

    if (text.length != 10 || text.bytes[4] != '-' || text.bytes[7] != '-')
        return false;
    found = day_from_civil(
        (struct day_civil){digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)});
    if (found == DAY_NONE)
        return false;
    *day = found;
    return true;
}

bool week_read(int32_t *week, struct span text)
{
    int32_t found;

    if (text.length != 8 || text.bytes[4] != '-' || text.bytes[5] != 'W')
        return false;
    found = week_from_name((struct day_week){digits(text, 0, 4), digits(text, 6, 2)});
    if (found == WEEK_NONE)
        return false;
    *week = found;
    return true;
}

/* Writes `number` with leading zeros into `count` places. */
static void put(char *text, int32_t number, size_t count)
{
    for (; count-- > 0; number /= 10)
        text[count] = (char)('0' + number % 10);
}

void day_text(char text[static DAY_TEXT_SIZE], int32_t day)
{
    struct day_civil civil = {0};

    text[0] = '\0';
    if (day == DAY_NONE)
        return;
    civil = day_civil(day);
    memcpy(text, "0000-00-00", sizeof "0000-00-00");
    put(text, civil.year, 4);
    put(text + 5, civil.month, 2);
    put(text + 8, civil.day, 2);
}

void week_text(char text[static WEEK_TEXT_SIZE], int32_t week)
{
    struct day_week name = {0};

    text[0] = '\0';
    if (week == WEEK_NONE)
        return;
    name = week_name(week);
    memcpy(text, "0000-W00", sizeof "0000-W00");
    put(text, name.year, 4);
    put(text + 6, name.week, 2);
}
