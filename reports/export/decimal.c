#include "reports/export/decimal.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FEWEST_DIGITS = 15, MOST_DIGITS = 17, TENS = 28 };

/* With 64 bits of significand all of these, and 17 digits, are exact. */
static_assert(LDBL_MANT_DIG >= 64, "long double is too narrow");

static const long double tens[TENS] = {
    1e0L,  1e1L,  1e2L,  1e3L,  1e4L,  1e5L,  1e6L,  1e7L,  1e8L,  1e9L,
    1e10L, 1e11L, 1e12L, 1e13L, 1e14L, 1e15L, 1e16L, 1e17L, 1e18L, 1e19L,
    1e20L, 1e21L, 1e22L, 1e23L, 1e24L, 1e25L, 1e26L, 1e27L,
};

/* Digits, and how many of them stand behind the point. */
struct decimal {
    uint64_t digits;
    int behind;
};

/* What is nearer than this to `number`, be it off by 1/4096 of that, reads as that number. */
static long double reach_of(double number)
{
    int exponent;

    (void)frexp(number, &exponent);
    return ldexpl(1, exponent - DBL_MANT_DIG - 1) * 0.9995L;
}

/* The fewest digits that surely read as `number`, from 0.0001 up to 1e15. */
static struct decimal shortest(double number)
{
    struct decimal decimal = {0};
    long double reach = reach_of(number);
    int whole = 1; /* digits before the point; below 1 for zeros behind it */

    while (number >= (double)tens[whole])
        whole++;
    while (whole > -3 && whole <= 1 && number * (double)tens[1 - whole] < 1)
        whole--;
    for (int count = FEWEST_DIGITS; count <= MOST_DIGITS; count++) {
        decimal.behind = count - whole;
        decimal.digits = (uint64_t)llrintl(number * tens[decimal.behind]);
        if (fabsl((long double)decimal.digits / tens[decimal.behind] - number) < reach)
            break;
    }
    while (decimal.behind > 0 && decimal.digits % 10 == 0) {
        decimal.digits /= 10;
        decimal.behind--;
    }
    return decimal;
}

/* Writes the digits from the end of `text` backwards; returns where they begin. */
static char *put(char *end, struct decimal decimal)
{
    for (int i = 0; i < decimal.behind; i++, decimal.digits /= 10)
        *--end = (char)('0' + decimal.digits % 10);
    if (decimal.behind > 0)
        *--end = '.';
    do
        *--end = (char)('0' + decimal.digits % 10);
    while (decimal.digits /= 10);
    return end;
}

/* What the above cannot do: by trial. */
static size_t write_with_exponent(char text[static DECIMAL_SIZE], double number)
{
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
        (void)snprintf(text, DECIMAL_SIZE, "%.*g", digits, number);
        if (strtod(text, NULL) == number)
            break;
    }
    return strlen(text);
}

size_t decimal_write(char text[static DECIMAL_SIZE], double number)
{
    double size = fabs(number);
    char digits[DECIMAL_SIZE], *end = digits + sizeof digits, *start;
    size_t length;

    assert(isfinite(number));
    if (size != 0 && (size < 1e-4 || size >= 1e15))
        return write_with_exponent(text, number);
    start = size == 0 ? put(end, (struct decimal){0}) : put(end, shortest(size));
    if (number < 0)
        *--start = '-';
    length = (size_t)(end - start);
    memcpy(text, start, length);
    text[length] = '\0';
    return length;
}
