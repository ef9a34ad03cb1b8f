#include "reports/draw/format.h"

#include "corpus/base/day.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define MINUS "\u2212"
#define EN_DASH "\u2013"
#define TIMES "\u00D7"
#define DIVIDE "\u00F7"
#define BIND "\u00A0"

/* Beyond this a double holds no fractions, and 64 bits hold the number. */
static const double largest = 9e15;

static struct format_text nothing(void)
{
    return (struct format_text){.text = EN_DASH};
}

/* The digits of `number` in groups of three, at the end of `text`; returns where they start. */
static const char *grouped(const struct tongue *tongue, char *text, size_t size, uint64_t number)
{
    size_t mark = strlen(tongue->group);
    char *at = text + size - 1;
    int digits = 0;

    *at = '\0';
    do {
        if (digits && digits % 3 == 0) {
            at -= mark;
            memcpy(at, tongue->group, mark);
        }
        *--at = (char)('0' + number % 10);
        number /= 10;
        digits++;
    } while (number);
    return at;
}

/* `sign` is written before what is not negative. No printf of doubles: it would ask the locale. */
static struct format_text decimal(const struct tongue *tongue, double value, int places,
                                  const char *sign)
{
    static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
    struct format_text text;
    char digits[48];
    uint64_t scale = powers[places];
    double size = fabs(value);
    uint64_t units;

    if (!isfinite(value))
        return nothing();
    if (size * (double)scale >= largest) {
        (void)snprintf(text.text, sizeof text.text, "%s%.0e", value < 0 ? MINUS : sign, size);
        return text;
    }
    units = (uint64_t)llround(size * (double)scale);
    if (value < 0 && units)
        sign = MINUS;
    if (places)
        (void)snprintf(text.text, sizeof text.text, "%s%s%s%0*" PRIu64, sign,
                       grouped(tongue, digits, sizeof digits, units / scale), tongue->point, places,
                       units % scale);
    else
        (void)snprintf(text.text, sizeof text.text, "%s%s", sign,
                       grouped(tongue, digits, sizeof digits, units));
    return text;
}

static struct format_text append(struct format_text text, const char *end)
{
    size_t length = strlen(text.text);

    (void)snprintf(text.text + length, sizeof text.text - length, "%s", end);
    return text;
}

/* "< 0.0001": `bound` times `scale`, with so many decimals. */
static struct format_text less_than(const struct tongue *tongue, double bound, int places,
                                    double scale)
{
    struct format_text text = {.text = "<" BIND};

    return append(text, decimal(tongue, bound * scale, places, "").text);
}

/* What stands between two bounds; a dash would read as a minus before one below 0. */
static struct format_text between(const struct tongue *tongue, struct format_text low,
                                  bool negative)
{
    if (!negative)
        return append(low, EN_DASH);
    return append(append(append(low, BIND), tongue->to), BIND);
}

struct format_text format_count(const struct tongue *tongue, double value)
{
    return decimal(tongue, value, 0, "");
}

struct format_text format_short(const struct tongue *tongue, double value)
{
    const struct {
        double from, divisor;
        const char *end;
    } rows[] = {{999.5e6, 1e9, tongue->billion},
                {999.5e3, 1e6, tongue->million},
                {99999.5, 1e3, tongue->thousand}};
    double size = fabs(value);

    if (!isfinite(value))
        return nothing();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double part = size / rows[i].divisor;

        if (size >= rows[i].from)
            return append(decimal(tongue, value / rows[i].divisor,
                                  part < 9.995   ? 2
                                  : part < 99.95 ? 1
                                                 : 0,
                                  ""),
                          rows[i].end);
    }
    return format_count(tongue, value);
}

struct format_text format_fixed(const struct tongue *tongue, double value, int places)
{
    return decimal(tongue, value, places < 0 ? 0 : places > 7 ? 7 : places, "");
}

struct format_text format_share(const struct tongue *tongue, double share)
{
    if (!isfinite(share))
        return nothing();
    if (share > 0 && share < 0.0005)
        return append(less_than(tongue, 0.001, 1, 100), tongue->percent);
    if (share == 0 || share == 1)
        return append(decimal(tongue, share * 100, 0, ""), tongue->percent);
    return append(decimal(tongue, share * 100, 1, ""), tongue->percent);
}

struct format_text format_points(const struct tongue *tongue, double difference)
{
    double points = difference * 100;

    if (!isfinite(difference))
        return nothing();
    return append(append(decimal(tongue, points, 1, fabs(points) < 0.05 ? "" : "+"), BIND),
                  tongue->points);
}

struct format_text format_change(const struct tongue *tongue, double change)
{
    if (!isfinite(change))
        return nothing();
    return append(decimal(tongue, change * 100, 0, fabs(change) < 0.005 ? "" : "+"),
                  tongue->percent);
}

/* 17, 1.4, 4: the size of a ratio that is at least 1. */
static struct format_text factor(const struct tongue *tongue, double ratio)
{
    struct format_text text;
    size_t length;

    if (ratio >= 9.95)
        return decimal(tongue, ratio, 0, "");
    text = decimal(tongue, ratio, 1, "");
    length = strlen(text.text);
    if (strcmp(text.text + length - 2, ".0") == 0)
        text.text[length - 2] = '\0';
    return text;
}

static struct format_text times_text(const struct tongue *tongue, double ratio)
{
    struct format_text text = {.text = ""};

    if (!isfinite(ratio) || ratio <= 0)
        return nothing();
    if (ratio >= 1)
        return append(append(text, TIMES), factor(tongue, ratio).text);
    return append(append(text, DIVIDE), factor(tongue, 1 / ratio).text);
}

/* Decimals that show two significant digits of a size below 1. */
static int two_digits(double size)
{
    int places = size > 0 ? 1 - (int)floor(log10(size)) : 2;

    return places > 7 ? 7 : places < 0 ? 0 : places;
}

struct format_text format_p(const struct tongue *tongue, double p)
{
    if (!isfinite(p) || p < 0 || p > 1)
        return nothing();
    if (p < 0.0001)
        return less_than(tongue, 0.0001, 4, 1);
    if (p >= 0.995)
        return decimal(tongue, 1, 1, "");
    return decimal(tongue, p, two_digits(p), "");
}

/* A rate in the thousands has no use for decimals. */
static struct format_text per_million(const struct tongue *tongue, double value)
{
    double size = fabs(value);

    if (size >= 999.5)
        return decimal(tongue, value, 0, "");
    if (size == 0 || size >= 1)
        return decimal(tongue, value, size == 0 ? 0 : 1, "");
    return decimal(tongue, value, two_digits(size), "");
}

struct format_text format_value(const struct tongue *tongue, double value, enum unit unit)
{
    if (!isfinite(value))
        return nothing();
    switch (unit) {
    case UNIT_SHARE:
        return format_share(tongue, value);
    case UNIT_PER_MILLION:
        return per_million(tongue, value);
    case UNIT_RATIO:
        return decimal(tongue, value, 2, "");
    case UNIT_LOG2:
        return times_text(tongue, exp2(value));
    case UNIT_COUNT:
        break;
    }
    return format_count(tongue, value);
}

/* Two ratios on one side of 1 share their sign: ×12–24. */
static struct format_text ratio_range(const struct tongue *tongue, double low, double high)
{
    struct format_text text;

    if (low >= 0)
        return append(append(format_value(tongue, low, UNIT_LOG2), EN_DASH),
                      factor(tongue, exp2(high)).text);
    if (high < 0) {
        text = append(format_value(tongue, high, UNIT_LOG2), EN_DASH);
        return append(text, factor(tongue, exp2(-low)).text);
    }
    text = between(tongue, format_value(tongue, low, UNIT_LOG2), true);
    return append(text, format_value(tongue, high, UNIT_LOG2).text);
}

struct format_text format_range(const struct tongue *tongue, double low, double high,
                                enum unit unit)
{
    struct format_text text;

    if (!isfinite(low) || !isfinite(high))
        return nothing();
    if (unit == UNIT_LOG2)
        return ratio_range(tongue, low, high);
    if (unit == UNIT_SHARE) {
        text = between(tongue, decimal(tongue, low * 100, 1, ""), low < 0);
        return append(text, append(decimal(tongue, high * 100, 1, ""), tongue->percent).text);
    }
    if (unit == UNIT_PER_MILLION && low >= 0 &&
        high >= 999.5) /* both ends as exact as the larger */
        return append(append(decimal(tongue, low, 0, ""), EN_DASH),
                      decimal(tongue, high, 0, "").text);
    text = between(tongue, format_value(tongue, low, unit), low < 0);
    return append(text, format_value(tongue, high, unit).text);
}

static bool has_name(int32_t day)
{
    return day != DAY_NONE && day_civil(day).year >= 1 && day_civil(day).year <= 9999;
}

/* "22 November", "22. November". */
static struct format_text day_and_month(const struct tongue *tongue, struct day_civil civil,
                                        const char *const *months)
{
    struct format_text text;

    (void)snprintf(text.text, sizeof text.text, "%d%s" BIND "%s", (int)civil.day, tongue->day_end,
                   months[civil.month - 1]);
    return text;
}

static struct format_text with_year(struct format_text text, int32_t year)
{
    char number[16];

    (void)snprintf(number, sizeof number, " %d", (int)year);
    return append(text, number);
}

static struct format_text full_day(const struct tongue *tongue, int32_t day)
{
    if (!has_name(day))
        return nothing();
    return with_year(day_and_month(tongue, day_civil(day), tongue->months), day_civil(day).year);
}

struct format_text format_day_short(const struct tongue *tongue, int32_t day)
{
    if (!has_name(day))
        return nothing();
    return day_and_month(tongue, day_civil(day), tongue->months_short);
}

struct format_text format_weekday(const struct tongue *tongue, int32_t day)
{
    struct format_text text;

    if (!has_name(day))
        return nothing();
    (void)snprintf(text.text, sizeof text.text, "%s" BIND "%d%s",
                   tongue->weekdays[day_of_week(day) - 1], (int)day_civil(day).day,
                   tongue->day_end);
    return text;
}

struct format_text format_month(const struct tongue *tongue, int32_t day)
{
    struct format_text text = {.text = ""};

    return has_name(day) ? append(text, tongue->months_short[day_civil(day).month - 1]) : nothing();
}

struct format_text format_days(const struct tongue *tongue, int32_t first, int32_t last)
{
    struct format_text text;
    struct day_civil a, b;

    if (!has_name(first) || !has_name(last))
        return nothing();
    a = day_civil(first);
    b = day_civil(last);
    if (first == last)
        return full_day(tongue, first);
    if (a.year != b.year)
        return append(append(full_day(tongue, first), " " EN_DASH " "),
                      full_day(tongue, last).text);
    if (a.month != b.month)
        return append(append(day_and_month(tongue, a, tongue->months), " " EN_DASH " "),
                      full_day(tongue, last).text);
    (void)snprintf(text.text, sizeof text.text, "%d%s", (int)a.day, tongue->day_end);
    return append(append(text, EN_DASH), full_day(tongue, last).text);
}

struct format_text format_week_number(int32_t week)
{
    struct format_text text;

    if (week == WEEK_NONE)
        return nothing();
    (void)snprintf(text.text, sizeof text.text, "%d", (int)week_name(week).week);
    return text;
}

const char *format_plural(double count, const char *one, const char *many)
{
    return count == 1 ? one : many;
}
