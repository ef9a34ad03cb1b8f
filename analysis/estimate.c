#include "analysis/estimate.h"

const char estimate_too_few[] = "fewer articles than the minimum for an interval";

struct estimate estimate_of(struct interval interval)
{
    return (struct estimate){
        .value = interval.value,
        .low = interval.low,
        .high = interval.high,
        .has_value = true,
        .has_interval = true,
    };
}

struct estimate estimate_wilson(uint64_t hits, uint64_t articles, uint64_t minimum)
{
    struct interval share;
    struct fault fault;

    if (articles == 0)
        return ESTIMATE_NONE("no articles");
    if (articles >= minimum &&
        interval_wilson(&share, (struct proportion){hits, articles}, ESTIMATE_LEVEL, &fault))
        return estimate_of(share);
    return (struct estimate){
        .value = (double)hits / (double)articles,
        .has_value = true,
        .note = estimate_too_few,
    };
}

struct estimate estimate_rate(const struct ratio_sums *sums, struct ratio_options options)
{
    struct interval rate;
    struct fault fault;

    if (sums->n == 0)
        return ESTIMATE_NONE("no words to count");
    if (sums->clusters >= options.minimum && ratio_estimate(&rate, sums, options, &fault))
        return estimate_of(rate);
    return (struct estimate){
        .value = options.per * (double)sums->x / (double)sums->n,
        .has_value = true,
        .note = estimate_too_few,
    };
}

struct estimate estimate_per_million(uint64_t uses, uint64_t words)
{
    if (words == 0)
        return ESTIMATE_NONE("no words");
    return (struct estimate){.value = 1e6 * (double)uses / (double)words, .has_value = true};
}
