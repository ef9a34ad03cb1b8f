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

/* Of the articles of `mask`, those that have both. */
static inline uint32_t riser_shared(const struct risers *risers, const struct riser *one,
                                    const struct riser *other, const uint64_t *mask)
{
    uint32_t count = 0;

    for (size_t w = 0; w < risers->words; w++)
        count += (uint32_t)__builtin_popcountll(one->articles[w] & other->articles[w] & mask[w]);
    return count;
}

/* True where the words of `part` stand within those of `whole`, in order and side by side. */
bool discovery_parts_stands_in(struct span part, struct span whole);

/*
 * Finds which words are parts of phrases, and gives their articles to these; `study`
 * has the bits of the study's articles.
 */
void discovery_parts_join(struct risers *risers, const uint64_t *study);

/* Makes topics of what rose. */
void discovery_topics_fill(struct findings *findings, struct risers *risers,
                           const struct counts *counts, const struct discovery_votes *votes);

#endif
