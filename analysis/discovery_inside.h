/*
 * What the files of discovery.h share: the terms that rose, and in which
 * articles they stand.
 */
#ifndef ANALYSIS_DISCOVERY_INSIDE_H
#define ANALYSIS_DISCOVERY_INSIDE_H

#include "analysis/discovery.h"

/* Which article has the vote of its story. */
struct discovery_votes {
    uint8_t *study, *baseline, *week; /* by article */
};

/* A word or phrase that rose. */
struct riser {
    uint32_t unit;
    struct span text; /* in the findings' arena */
    double p, q;
    bool sure;          /* q is small enough for a claim */
    uint64_t *articles; /* a bit for each article of the report */
    uint32_t within;    /* of another riser, which is then the term; else its own index */
};

struct risers {
    struct riser *items; /* by text */
    size_t count;
    size_t words; /* 64-bit words of a riser's bits */
};

static inline bool riser_has(const struct riser *riser, uint32_t article)
{
    return riser->articles[article / 64] >> (article % 64) & 1;
}

/* Makes topics of what rose. */
void discovery_topics_fill(struct findings *findings, struct risers *risers,
                           const struct counts *counts, const struct discovery_votes *votes);

#endif
