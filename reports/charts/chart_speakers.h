/*
 * Shares as bars from 0 with interval whiskers, a second line for the role,
 * two columns of counts. Rows apart ("(unattributed)", "others") stand last
 * under a rule, in grey.
 */
#ifndef REPORTS_CHARTS_CHART_SPEAKERS_H
#define REPORTS_CHARTS_CHART_SPEAKERS_H

#include "reports/draw/figure.h"

struct chart_speaker {
    struct span name;
    struct span role; /* empty for none */
    struct span key;
    struct span target;
    double share;         /* 0 to 1 */
    double low, high;     /* NAN where there is no interval */
    double first, second; /* the counts; NAN prints an en dash */
    bool apart;
};

struct chart_speakers {
    const struct chart_speaker *rows; /* those apart last */
    size_t count;
    struct span first_title;  /* "quotes" */
    struct span second_title; /* "outlets"; empty for one column only */
};

extern const struct recipe chart_speakers; /* data: struct chart_speakers */

#endif
