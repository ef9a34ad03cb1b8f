/*
 * Log ratios as bars to both sides of "same", on a scale of × and ÷, with
 * their intervals; the terms stand on the other side of the base line.
 */
#ifndef REPORTS_CHARTS_CHART_KEYNESS_H
#define REPORTS_CHARTS_CHART_KEYNESS_H

#include "reports/draw/figure.h"

struct chart_key_term {
    struct span label;
    struct span key;
    struct span target;
    double log_ratio; /* base 2 */
    double low, high; /* NAN where there is no interval */
};

struct chart_keyness {
    const struct chart_key_term *rows; /* in the order drawn: largest first */
    size_t count;
};

extern const struct recipe chart_keyness; /* data: struct chart_keyness */

#endif
