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
static const char *grouped(char *text, size_t size, uint64_t number)
{
    char *at = text + size - 1;
    int digits = 0;

    *at = '\0';
    do {
        if (digits && digits % 3 == 0)
            *--at = ',';
        *--at = (char)('0' + number % 10);
        number /= 10;
        digits++;
    } while (number);
    return at;
}

/* `sign` is written before what is not negative. No printf of doubles: it would ask the locale. */
static struct format_text decimal(double value, int places, const char *sign)
{
    static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
    struct format_text text;
    char digits[32];
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
        (void)snprintf(text.text, sizeof text.text, "%s%s.%0*" PRIu64, sign,
                       grouped(digits, sizeof digits, units / scale), places, units % scale);
    else
        (void)snprintf(text.text, sizeof text.text, "%s%s", sign,
                       grouped(digits, sizeof digits, units));
    return text;
}

static struct format_text append(struct format_text text, const char *end)
{
    size_t length = strlen(text.text);

    (void)snprintf(text.text + length, sizeof text.text - length, "%s", end);
    return text;
}

struct format_text format_count(double value)
{
    return decimal(value, 0, "");
}

struct format_text format_short(double value)
{
    static const struct {
        double from, divisor;
        const char *end;
    } rows[] = {{999.5e6, 1e9, "bn"}, {999.5e3, 1e6, "M"}, {99999.5, 1e3, "k"}};
    double size = fabs(value);

    if (!isfinite(value))
        return nothing();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double part = size / rows[i].divisor;

        if (size >= rows[i].from)
            return append(decimal(value / rows[i].divisor,
                                  part < 9.995   ? 2
                                  : part < 99.95 ? 1
                                                 : 0,
                                  ""),
                          rows[i].end);
    }
    return format_count(value);
}

struct format_text format_fixed(double value, int places)
{
    return decimal(value, places < 0 ? 0 : places > 7 ? 7 : places, "");
}

struct format_text format_share(double share)
{
    if (!isfinite(share))
        return nothing();
    if (share > 0 && share < 0.0005)
        return (struct format_text){.text = "<" BIND "0.1%"};
    if (share == 0 || share == 1)
        return append(decimal(share * 100, 0, ""), "%");
    return append(decimal(share * 100, 1, ""), "%");
}

struct format_text format_points(double difference)
{
    double points = difference * 100;

    if (!isfinite(difference))
        return nothing();
    return append(decimal(points, 1, fabs(points) < 0.05 ? "" : "+"), BIND "points");
}

struct format_text format_change(double change)
{
    if (!isfinite(change))
        return nothing();
    return append(decimal(change * 100, 0, fabs(change) < 0.005 ? "" : "+"), "%");
}

/* 17, 1.4, 4: the size of a ratio that is at least 1. */
static struct format_text factor(double ratio)
{
    struct format_text text;
    size_t length;

    if (ratio >= 9.95)
        return decimal(ratio, 0, "");
    text = decimal(ratio, 1, "");
    length = strlen(text.text);
    if (strcmp(text.text + length - 2, ".0") == 0)
        text.text[length - 2] = '\0';
    return text;
}

struct format_text format_times(double ratio)
{
    struct format_text text = {.text = ""};

    if (!isfinite(ratio) || ratio <= 0)
        return nothing();
    if (ratio >= 1)
        return append(append(text, TIMES), factor(ratio).text);
    return append(append(text, DIVIDE), factor(1 / ratio).text);
}

/* Decimals that show two significant digits of a size below 1. */
static int two_digits(double size)
{
    int places = size > 0 ? 1 - (int)floor(log10(size)) : 2;

    return places > 7 ? 7 : places < 0 ? 0 : places;
}

struct format_text format_p(double p)
{
    if (!isfinite(p) || p < 0 || p > 1)
        return nothing();
    if (p < 0.0001)
        return (struct format_text){.text = "<" BIND "0.0001"};
    if (p >= 0.995)
        return (struct format_text){.text = "1.0"};
    return decimal(p, two_digits(p), "");
}

/* A rate in the thousands has no use for decimals. */
static struct format_text per_million(double value)
{
    double size = fabs(value);

    if (size >= 999.5)
        return decimal(value, 0, "");
    if (size == 0 || size >= 1)
        return decimal(value, size == 0 ? 0 : 1, "");
    return decimal(value, two_digits(size), "");
}

struct format_text format_value(double value, enum unit unit)
{
    if (!isfinite(value))
        return nothing();
    switch (unit) {
    case UNIT_SHARE:
        return format_share(value);
    case UNIT_PER_MILLION:
        return per_million(value);
    case UNIT_RATIO:
        return decimal(value, 2, "");
    case UNIT_LOG2:
        return format_times(exp2(value));
    case UNIT_COUNT:
        break;
    }
    return format_count(value);
}

/* Two ratios on one side of 1 share their sign: ×12–24. */
static struct format_text ratio_range(double low, double high)
{
    struct format_text text;

    if (low >= 0)
        return append(append(format_value(low, UNIT_LOG2), EN_DASH), factor(exp2(high)).text);
    if (high < 0) {
        text = append(format_value(high, UNIT_LOG2), EN_DASH);
        return append(text, factor(exp2(-low)).text);
    }
    text = append(format_value(low, UNIT_LOG2), BIND "to" BIND);
    return append(text, format_value(high, UNIT_LOG2).text);
}

struct format_text format_range(double low, double high, enum unit unit)
{
    struct format_text text;

    if (!isfinite(low) || !isfinite(high))
        return nothing();
    if (unit == UNIT_LOG2)
        return ratio_range(low, high);
    if (unit == UNIT_SHARE) {
        text = append(decimal(low * 100, 1, ""), low < 0 ? BIND "to" BIND : EN_DASH);
        return append(text, append(decimal(high * 100, 1, ""), "%").text);
    }
    if (unit == UNIT_PER_MILLION && low >= 0 &&
        high >= 999.5) /* both ends as exact as the larger */
        return append(append(decimal(low, 0, ""), EN_DASH), decimal(high, 0, "").text);
    text = append(format_value(low, unit), low < 0 ? BIND "to" BIND : EN_DASH);
    return append(text, format_value(high, unit).text);
}

static bool has_name(int32_t day)
{
    return day != DAY_NONE && day_civil(day).year >= 1 && day_civil(day).year <= 9999;
}

struct format_text format_day(int32_t day)
{
    struct format_text text;
    struct day_civil civil;

    if (!has_name(day))
        return nothing();
    civil = day_civil(day);
    (void)snprintf(text.text, sizeof text.text, "%d" BIND "%s %d", (int)civil.day,
                   day_month_name(civil.month), (int)civil.year);
    return text;
}

struct format_text format_day_short(int32_t day)
{
    struct format_text text;

    if (!has_name(day))
        return nothing();
    (void)snprintf(text.text, sizeof text.text, "%d" BIND "%.3s", (int)day_civil(day).day,
                   day_month_name(day_civil(day).month));
    return text;
}

struct format_text format_weekday(int32_t day)
{
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    struct format_text text;

    if (!has_name(day))
        return nothing();
    (void)snprintf(text.text, sizeof text.text, "%s" BIND "%d", names[day_of_week(day) - 1],
                   (int)day_civil(day).day);
    return text;
}

struct format_text format_month(int32_t day)
{
    struct format_text text;

    if (!has_name(day))
        return nothing();
    (void)snprintf(text.text, sizeof text.text, "%.3s", day_month_name(day_civil(day).month));
    return text;
}

struct format_text format_days(int32_t first, int32_t last)
{
    struct format_text text;
    struct day_civil a, b;

    if (!has_name(first) || !has_name(last))
        return nothing();
    a = day_civil(first);
    b = day_civil(last);
    if (first == last)
        return format_day(first);
    if (a.year != b.year)
        return append(append(format_day(first), " " EN_DASH " "), format_day(last).text);
    (void)snprintf(text.text, sizeof text.text, "%d", (int)a.day);
    if (a.month != b.month) {
        text = append(append(text, BIND), day_month_name(a.month));
        return append(append(text, " " EN_DASH " "), format_day(last).text);
    }
    return append(append(text, EN_DASH), format_day(last).text);
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
