#include "analysis/measures/spread.h"

#include "corpus/base/memory.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_psi.h>
#include <math.h>
#include <stdlib.h>

void spread_add(struct spread *spread, const struct proportion *weeks, size_t count)
{
    double share, hits = 0, of = 0, distance = 0;
    size_t seen = 0;

    for (size_t i = 0; i < count; i++) {
        hits += (double)weeks[i].hits;
        of += (double)weeks[i].of;
        seen += weeks[i].of > 0;
    }
    if (seen < 2)
        return;
    share = hits / of;
    for (size_t i = 0; i < count; i++) {
        double expected = share * (double)weeks[i].of;

        if (expected > 0 && share < 1)
            distance += gsl_pow_2((double)weeks[i].hits - expected) / (expected * (1 - share));
    }
    spread->dispersion =
        (spread->dispersion * spread->freedom + distance) / (spread->freedom + (double)seen - 1);
    spread->freedom += (double)seen - 1;
    spread->hits += (uint64_t)hits;
}

/* A series by how frequent it is. */
struct ranked {
    uint64_t hits;
    double level;  /* logarithm of its dispersion, less what chance takes from it */
    double chance; /* variance that chance gives to the level */
    double dispersion, freedom;
    struct spread *spread;
};

/* Levels too, so that sums over equals are added up in one order. */
static int by_hits_and_level(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;

    if (a->hits != b->hits)
        return a->hits < b->hits ? -1 : 1;
    if (a->level != b->level)
        return a->level < b->level ? -1 : 1;
    return (a->freedom > b->freedom) - (a->freedom < b->freedom);
}

static size_t rank(struct ranked *ranked, struct spread *spreads, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        double half = spreads[i].freedom / 2;

        /* The logarithm of a chi-square over its freedom d has the mean psi(d/2) - ln(d/2). */
        if (spreads[i].dispersion > 0 && spreads[i].freedom > 0)
            ranked[kept++] = (struct ranked){
                .hits = spreads[i].hits,
                .level = log(spreads[i].dispersion) - gsl_sf_psi(half) + log(half),
                .chance = gsl_sf_psi_1(half),
                .dispersion = spreads[i].dispersion,
                .freedom = spreads[i].freedom,
                .spread = &spreads[i],
            };
    }
    qsort(ranked, kept, sizeof *ranked, by_hits_and_level);
    return kept;
}

/* The x above 0 whose trigamma function is y, by Newton's method (Smyth 2004, appendix). */
static double trigamma_inverse(double y)
{
    enum { STEPS = 50 };
    double x = 0.5 + 1 / y;

    for (int i = 0; i < STEPS; i++) {
        double value = gsl_sf_psi_1(x);
        double change = value * (1 - value / y) / gsl_sf_psi_n(2, x);

        x += change;
        if (fabs(change) <= 1e-12 * x)
            break;
    }
    return x;
}

/* What the series from `from` to before `to` have in common. */
static struct spread prior_of(const struct ranked *ranked, size_t from, size_t to)
{
    double count = (double)(to - from), mean = 0, variance = 0, chance = 0;
    double excess, pooled = 0, all = 0;

    for (size_t i = from; i < to; i++) {
        mean += ranked[i].level / count;
        chance += ranked[i].chance / count;
        pooled += ranked[i].dispersion * ranked[i].freedom;
        all += ranked[i].freedom;
    }
    for (size_t i = from; i < to; i++)
        variance += gsl_pow_2(ranked[i].level - mean) / (count - 1);
    excess = variance - chance;
    if (excess > 0) {
        double half = trigamma_inverse(excess);

        /* No more can be known of one than all of them show. */
        if (2 * half < all)
            return (struct spread){.dispersion = exp(mean + gsl_sf_psi(half) - log(half)),
                                   .freedom = 2 * half};
    }
    return (struct spread){.dispersion = pooled / all, .freedom = all};
}

/* Series as frequent as one of them belong to its neighbours all, or none would be first. */
static size_t first_like(const struct ranked *ranked, size_t at)
{
    while (at > 0 && ranked[at - 1].hits == ranked[at].hits)
        at--;
    return at;
}

static size_t last_like(const struct ranked *ranked, size_t count, size_t at)
{
    while (at + 1 < count && ranked[at + 1].hits == ranked[at].hits)
        at++;
    return at;
}

static void move(struct spread *spread, struct spread prior)
{
    double freedom = spread->freedom + prior.freedom;

    spread->dispersion =
        (spread->dispersion * spread->freedom + prior.dispersion * prior.freedom) / freedom;
    spread->freedom = freedom;
}

/* What never had a hit is taken for the rarest. */
static void move_silent(struct spread *spreads, size_t count, struct spread rarest)
{
    for (size_t i = 0; i < count; i++) {
        if (spreads[i].hits == 0)
            spreads[i] = (struct spread){rarest.dispersion, rarest.freedom, 0};
    }
}

void spread_moderate(struct spread *spreads, size_t count)
{
    struct ranked *ranked = memory_new(count, sizeof *ranked);
    size_t known = rank(ranked, spreads, count);

    if (known >= SPREAD_SERIES_LEAST)
        move_silent(spreads, count,
                    prior_of(ranked, 0, known < SPREAD_NEIGHBOURS ? known : SPREAD_NEIGHBOURS));
    for (size_t at = 0, next; known >= SPREAD_SERIES_LEAST && at < known; at = next) {
        size_t last = last_like(ranked, known, at);
        size_t from = first_like(ranked, at > SPREAD_NEIGHBOURS ? at - SPREAD_NEIGHBOURS : 0);
        size_t to = last + SPREAD_NEIGHBOURS < known ? last + SPREAD_NEIGHBOURS : known - 1;
        struct spread prior = prior_of(ranked, from, last_like(ranked, known, to) + 1);

        for (next = at; next <= last; next++)
            move(ranked[next].spread, prior);
    }
    free(ranked);
}

double spread_effect(const struct spread *spread)
{
    return fmax(1, spread->dispersion);
}

/* How study's and baseline's hits may share their sum; the chance of each split over the mode's. */
struct split {
    double hits;            /* of both sides */
    double study, baseline; /* expected */
    double excess;          /* of the variance of a count over its mean, in units of the mean */
};

/* The chance of one hit more than `seen` in the study over that of these. */
static double odds(const struct split *split, uint64_t seen)
{
    double k = (double)seen;

    return (split->hits - k) * (split->study + k * split->excess) /
           ((k + 1) * (split->baseline + (split->hits - k - 1) * split->excess));
}

/* Twice the chance of so many hits in the study, or of more, where they are more than expected. */
static double skewed_p(const struct split *split, uint64_t hits)
{
    static const double negligible = 1e-18;
    uint64_t middle = (uint64_t)split->study, most = (uint64_t)split->hits;
    bool above = (double)hits > split->study;
    double all = 1, weight = 1, tail = above ? middle >= hits : middle <= hits;

    for (uint64_t k = middle + 1; k <= most && weight > negligible * all; k++) {
        weight *= odds(split, k - 1);
        all += weight;
        tail += (above ? k >= hits : k <= hits) ? weight : 0;
    }
    weight = 1;
    for (uint64_t k = middle; k > 0 && weight > negligible * all; k--) {
        weight /= odds(split, k - 1);
        all += weight;
        tail += (above ? k - 1 >= hits : k - 1 <= hits) ? weight : 0;
    }
    return fmin(1, 2 * tail / all);
}

/* The likelihood ratio of one share in both sides against two, 0 or more. */
static double ratio_of(struct proportion study, struct proportion baseline, double share)
{
    const struct proportion sides[] = {study, baseline};
    double sum = 0;

    for (size_t i = 0; i < 2; i++) {
        double hits = (double)sides[i].hits, of = (double)sides[i].of;

        sum += hits > 0 ? hits * log(hits / (of * share)) : 0;
        sum += hits < of ? (of - hits) * log((of - hits) / (of * (1 - share))) : 0;
    }
    return fmax(0, 2 * sum);
}

double spread_p(struct proportion study, struct proportion baseline, const struct spread *spread)
{
    double hits = (double)study.hits + (double)baseline.hits;
    double of = (double)study.of + (double)baseline.of;
    double effect = spread_effect(spread), share = hits / of;
    struct split split = {
        .hits = hits,
        .study = share * (double)study.of,
        .baseline = share * (double)baseline.of,
        .excess = fmax(0, effect * (1 - share) - 1),
    };

    if (!(spread->freedom > 0) || study.of == 0 || baseline.of == 0 || hits == 0 || hits == of)
        return 1;
    return fmax(gsl_cdf_fdist_Q(ratio_of(study, baseline, share) / effect, 1, spread->freedom),
                skewed_p(&split, study.hits));
}
