/*
 * The pieces of a date: numbers, words, clocks and zones, in whatever order
 * they stand.
 *
 *     struct datefields fields = {0};
 *
 *     if (datefields_pieces(&fields, span_of("Thu 27 Nov 2025 14.05 GMT")))
 *         ...            fields.day is 27, fields.hour 14
 *
 * dates.h says which forms there are, and puts them on the calendar.
 */
#ifndef CORPUS_TEXT_DATEFIELDS_H
#define CORPUS_TEXT_DATEFIELDS_H

#include "corpus/base/span.h"

#include <stdint.h>

/* What was read so far; year, month and day are 0 until known, and no day of any calendar yet. */
struct datefields {
    int32_t year, month, day;
    int32_t hour, minute, second;
    int32_t offset; /* seconds east of UTC */
    bool timed, placed;
    const char *zone;  /* whose season decides the offset; NULL for none */
    bool month_unsure; /* its word is a weekday's too, as is "mar" */
    bool ambiguous;    /* day and month could change places */
};

/* Digits at the front of `text`. */
size_t datefields_digits(struct span text);

/* Takes the byte off the front of `text`; false where another stands there. */
bool datefields_take(struct span *text, char byte);

/* The same for a number of `count` digits, at most 9. */
bool datefields_number(int32_t *value, struct span *text, size_t count);

/* Takes off a decimal part, which is less than a second. */
void datefields_fraction(struct span *text);

/* `08:15`, `08:15:30`, `08:15:30.250`, `8h15`, or digits alone where `basic`: `081530`, `0815`. */
bool datefields_clock(struct datefields *fields, struct span *text, bool basic);

/* An offset in digits at the front of `text`; `+3` is `+03`. */
bool datefields_offset(struct datefields *fields, struct span *text);

/*
 * `-06-14`, `/06/14`, `. 6. 14`, `0614` behind a year; `separator` stood behind that, and is NUL
 * where nothing parts.
 */
bool datefields_month_day(struct datefields *fields, struct span *text, char separator);

/*
 * `14.06.2022`, `14. 6. 2022`, `14/06/2022`, `06/14/2022`. Between dots the day stands first;
 * between slashes and hyphens one that is past 12 tells itself. Two digits are a year of 1950 to
 * 2049 where it is clear that they are the year.
 */
bool datefields_year_last(struct datefields *fields, struct span *text);

/* All of `text`, to its end: true where year, month and day were in it, and nothing unknown. */
bool datefields_pieces(struct datefields *fields, struct span text);

#endif
