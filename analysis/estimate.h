/*
 * An estimate: a value with its 95 % interval, or the reason why there is none.
 *
 *     struct estimate share = estimate_wilson(hits, articles, minimum);
 *     if (share.has_interval)
 *         print(share.value, share.low, share.high);
 *     else
 *         print(share.value, share.note);
 */
#ifndef ANALYSIS_ESTIMATE_H
#define ANALYSIS_ESTIMATE_H

#include "analysis/measures/interval.h"
#include "analysis/measures/ratio.h"

#include <stdbool.h>
#include <stdint.h>

#define ESTIMATE_LEVEL 0.95

struct estimate {
    double value;     /* only where has_value */
    double low, high; /* only where has_interval */
    bool has_value, has_interval;
    const char *note; /* why an interval or a value is missing; lives as long as the program */
};

#define ESTIMATE_NONE(reason) ((struct estimate){.note = (reason)})

extern const char estimate_too_few[]; /* "fewer articles than the minimum for an interval" */

/* Articles with something among articles, by Wilson; no interval below `minimum` of them. */
struct estimate estimate_wilson(uint64_t hits, uint64_t articles, uint64_t minimum);

/* A rate over articles; no interval below options.minimum of them. */
struct estimate estimate_rate(const struct ratio_sums *sums, struct ratio_options options);

/* Uses per million words, without an interval; no value without words. */
struct estimate estimate_per_million(uint64_t uses, uint64_t words);

/* A value whose interval is known. */
struct estimate estimate_of(struct interval interval);

#endif
