/*
 * Quote people: which person each stored quotation is by.
 *
 *     struct quote_people voices = {.turns = turns, .indirect = indirect};
 *     struct quote_use use = quote_people_add(&voices, &people, quote, place);  for every piece
 *     people_settle(&people);
 *     quote_people_fill(&findings, &voices, &people);
 *     quote_people_release(&voices);
 *
 * Pieces come in the store's order. Quotations that count for nobody, as a
 * transcript's turns and indirect speech do unless asked for, have their person
 * too.
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
    bool turns, indirect;               /* are counted; set before the first is added */
    uint32_t last_article, last_number; /* of the last that counts, as stored; the article plus 1 */
};

#define QUOTE_PEOPLE_EMPTY ((struct quote_people){0})

/* Where a quotation stands. */
struct quote_place {
    int32_t week;     /* or -1 */
    uint32_t article; /* any number that tells articles apart */
};

/* What a piece of a quotation is used for. */
struct quote_use {
    uint32_t voice; /* or QUOTE_PEOPLE_NOBODY */
    bool counts;    /* in shares, by its kind */
    bool begins;    /* a quotation that counts: it is no further piece of one */
};

struct quote_use quote_people_add(struct quote_people *voices, struct people *people,
                                  const struct stored_quote *quote, struct quote_place place);

/* Fills the findings' quote_people. */
void quote_people_fill(struct findings *findings, const struct quote_people *voices,
                       const struct people *people);

/*
 * The person of a stored quotation, empty for none, while all are gone through
 * in the store's order; `at` is 0 at first.
 */
struct span quote_people_next(const struct findings *findings, size_t *at,
                              const struct stored_quote *quote);

/*
 * Fills quote_people alone, for all articles of the store, turns and indirect
 * speech counted where it is said. Fails as the store does.
 */
bool quote_people_read(struct findings *findings, struct store *store, const struct roster *roster,
                       bool turns, bool indirect, struct fault *fault);

void quote_people_release(struct quote_people *voices);

#endif
