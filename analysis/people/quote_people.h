/*
 * Quote people: which person each stored quotation is by.
 *
 *     struct quote_people voices = QUOTE_PEOPLE_EMPTY;
 *     uint32_t voice = quote_people_add(&voices, &people, &where, quote);  for every quotation
 *     people_settle(&people);
 *     quote_people_fill(&findings, &voices, &people);
 *     quote_people_release(&voices);
 *
 * Quotations that count for nobody, as a transcript's turns and indirect speech
 * do unless asked for, have their person too.
 */
#ifndef ANALYSIS_QUOTE_PEOPLE_H
#define ANALYSIS_QUOTE_PEOPLE_H

#include "analysis/findings.h"
#include "analysis/people/people.h"
#include "corpus/store/store.h"

#include <stdint.h>

/* What stands for a quotation without a speaker. */
#define QUOTE_PEOPLE_NOBODY UINT32_MAX

struct quote_voice {
    uint32_t article, start; /* as stored */
    uint32_t voice;
};

struct quote_people {
    struct quote_voice *items; /* of quotations with a speaker, in the store's order */
    size_t count, capacity;
};

#define QUOTE_PEOPLE_EMPTY ((struct quote_people){0})

/* Where a quotation stands. */
struct quote_place {
    int32_t week;     /* or -1 */
    uint32_t article; /* any number that tells articles apart */
    bool counts;      /* in shares, and it is no further piece of one quotation */
};

/* The quotation's voice, or QUOTE_PEOPLE_NOBODY. */
uint32_t quote_people_add(struct quote_people *voices, struct people *people,
                          const struct stored_quote *quote, struct quote_place place);

/* Fills the findings' quote_people. */
void quote_people_fill(struct findings *findings, const struct quote_people *voices,
                       const struct people *people);

/*
 * Fills quote_people alone, for all articles of the store, turns and indirect
 * speech not counted. Fails as the store does.
 */
bool quote_people_read(struct findings *findings, struct store *store, const struct roster *roster,
                       struct fault *fault);

/* True for the kinds of quotation that shares count, which may count turns and indirect speech. */
bool quote_people_counts(enum quote_kind kind, bool turns, bool indirect);

void quote_people_release(struct quote_people *voices);

#endif
