/*
 * What a chart draws of an estimate: its value and the ends of its interval,
 * NAN where there is none.
 */
#ifndef REPORTS_PAGES_DRAWN_H
#define REPORTS_PAGES_DRAWN_H

#include "analysis/estimate.h"

double drawn_value(const struct estimate *estimate);
double drawn_low(const struct estimate *estimate);
double drawn_high(const struct estimate *estimate);

#endif
