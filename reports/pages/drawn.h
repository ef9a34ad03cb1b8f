/*
 * What a chart draws of an estimate: its value and the ends of its interval,
 * NAN where there is none.
 */
#ifndef REPORTS_PAGES_DRAWN_H
#define REPORTS_PAGES_DRAWN_H

#include "analysis/estimate.h"

#include <stddef.h>

double drawn_value(const struct estimate *estimate);
double drawn_low(const struct estimate *estimate);
double drawn_high(const struct estimate *estimate);

/* How many of `count` values are not NAN: a line needs two. */
size_t drawn_known(const double *values, size_t count);

#endif
