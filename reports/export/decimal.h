/*
 * Decimal: a number as text that reads back as the same number.
 *
 *     char text[DECIMAL_SIZE];
 *     size_t length = decimal_write(text, 0.1);     "0.1"
 *
 * With as few digits as surely read back, 17 at most; plain from 0.0001 up to
 * 1e15, else with an exponent ("1e-05"). A point, whatever the locale.
 */
#ifndef REPORTS_EXPORT_DECIMAL_H
#define REPORTS_EXPORT_DECIMAL_H

#include <stddef.h>

enum { DECIMAL_SIZE = 32 };

/* Writes `number`, which is finite, with a NUL behind; returns its length. */
size_t decimal_write(char text[static DECIMAL_SIZE], double number);

#endif
