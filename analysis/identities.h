/*
 * Identities: which person each stored quotation is by.
 *
 *     struct identities identities = IDENTITIES_EMPTY;
 *     uint32_t voice = identities_add(&identities, &people, &where, quote);  for every quotation
 *     people_settle(&people);
 *     identities_fill(&findings, &identities, &people);
 *     identities_release(&identities);
 *
 * A transcript's turns and indirect speech count for nobody but have their
 * person too.
 */
#ifndef ANALYSIS_IDENTITIES_H
#define ANALYSIS_IDENTITIES_H

#include "analysis/findings.h"
#include "analysis/people.h"
#include "corpus/store/store.h"

#include <stdint.h>

/* What stands for a quotation without a speaker. */
#define IDENTITIES_NOBODY UINT32_MAX

struct identity {
    uint32_t article, start; /* as stored */
    uint32_t voice;
};

struct identities {
    struct identity *items; /* of quotations with a speaker, in the store's order */
    size_t count, capacity;
};

#define IDENTITIES_EMPTY ((struct identities){0})

/* Where a quotation stands. */
struct identity_place {
    int32_t week;     /* or -1 */
    uint32_t article; /* any number that tells articles apart */
    bool counts;      /* it is not a further piece of one quotation */
};

/* The quotation's voice, or IDENTITIES_NOBODY. */
uint32_t identities_add(struct identities *identities, struct people *people,
                        const struct stored_quote *quote, struct identity_place place);

/* Fills the findings' quote_people. */
void identities_fill(struct findings *findings, const struct identities *identities,
                     const struct people *people);

/* Fills quote_people alone, for all articles of the store. Fails as the store does. */
bool identities_read(struct findings *findings, struct store *store, const struct roster *roster,
                     struct fault *fault);

/* True for the kinds of quotation that shares count. */
bool identities_counts(enum quote_kind kind);

void identities_release(struct identities *identities);

#endif
