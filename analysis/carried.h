/*
 * Carried: which topics each article carries, for tables that part articles
 * further: by outlet, by language, by who is quoted in them.
 *
 *     struct carried carried = CARRIED_EMPTY;
 *     carried_add(&carried, (struct carried_topic){article, topic, hits});   article by article
 *     size_t count;
 *     const struct carried_topic *topics = carried_of(&carried, article, &count);
 *     carried_release(&carried);
 */
#ifndef ANALYSIS_CARRIED_H
#define ANALYSIS_CARRIED_H

#include <stddef.h>
#include <stdint.h>

struct carried_topic {
    uint32_t article; /* index into counts */
    uint32_t topic;   /* of the dictionary */
    uint32_t hits;    /* in the text */
};

struct carried {
    struct carried_topic *items; /* by article, then topic */
    size_t count, capacity;
};

#define CARRIED_EMPTY ((struct carried){0})

/* Articles come in rising order, and an article's topics too. */
void carried_add(struct carried *carried, struct carried_topic topic);

/* The article's topics, `count` of them. */
const struct carried_topic *carried_of(const struct carried *carried, uint32_t article,
                                       size_t *count);

void carried_release(struct carried *carried);

#endif
