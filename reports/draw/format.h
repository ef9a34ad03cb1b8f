/*
 * Numbers and days as the report prints them, in the language of the report.
 * No locale takes part. The examples are English.
 *
 *     prose_print(&text, "rose to %s", format_share(tongue, 0.141).text);      14.1%
 *
 * Results are values: what is wanted for longer is copied. U+2212 is the
 * minus, U+2013 joins a range, U+00A0 binds a number to its unit; what is
 * not finite prints as an en dash.
 */
#ifndef REPORTS_DRAW_FORMAT_H
#define REPORTS_DRAW_FORMAT_H

#include "reports/draw/tongue.h"

#include <stdint.h>

enum unit {
    UNIT_COUNT,       /* 3,412 */
    UNIT_SHARE,       /* 0 to 1, printed as 14.1% */
    UNIT_PER_MILLION, /* 88.1 */
    UNIT_RATIO,       /* 1.23 */
    UNIT_LOG2         /* a log ratio, printed as ×17 or ÷4 */
};

struct format_text {
    char text[64];
};

/* 3,412; what is no whole number is rounded. */
struct format_text format_count(const struct tongue *tongue, double value);

/* 3,412 up to 99,999, then 218k, 2.18M, 1.30bn: for the large figures of the front page. */
struct format_text format_short(const struct tongue *tongue, double value);

/* `places` decimals, with separators: 1,234.5 and −0.4. */
struct format_text format_fixed(const struct tongue *tongue, double value, int places);

/* A share of 0 to 1: 14.1%, from 20% up 31.4% as well, and 100%. */
struct format_text format_share(const struct tongue *tongue, double share);

/* A difference of two shares: +4.3 points. */
struct format_text format_points(const struct tongue *tongue, double difference);

/* A change relative to 1: 0.04 prints as +4%. */
struct format_text format_change(const struct tongue *tongue, double change);

/* p or q: two significant digits, "< 0.0001" below that. */
struct format_text format_p(const struct tongue *tongue, double p);

/* One number of this unit, without the unit's sign where `bare` columns say it. */
struct format_text format_value(const struct tongue *tongue, double value, enum unit unit);

/* An interval: 13.0–15.3%, 71.4–107.6, ×12–24. */
struct format_text format_range(const struct tongue *tongue, double low, double high,
                                enum unit unit);

/* "16–22 November 2026", "28 September – 4 October 2026" across months, "22 November 2026" of one.
 */
struct format_text format_days(const struct tongue *tongue, int32_t first, int32_t last);

/* "22 Nov", "Tue 17". */
struct format_text format_day_short(const struct tongue *tongue, int32_t day);
struct format_text format_weekday(const struct tongue *tongue, int32_t day);

/* "Jun", of the month of this day. */
struct format_text format_month(const struct tongue *tongue, int32_t day);

/* "47", of a week's name; "2026-W47". */
struct format_text format_week_number(int32_t week);

/* The singular for 1, else the plural: format_plural(n, "article", "articles"). */
const char *format_plural(double count, const char *one, const char *many);

#endif
