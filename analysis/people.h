/*
 * People: one speaker across articles.
 *
 * Voices names a speaker as one article does; here the names of all articles
 * of a report become people. Names are the same person when, case and accents
 * of typing aside, they have the same last name and first names that agree:
 * equal, or one the initial of the other. A last name alone joins the person
 * who has at least 80 % of the quotations under a full name with that last
 * name; else it stays by itself, marked "(?)". A speaker that is no name ("the
 * ministry") is the same only as itself.
 *
 *     struct people people = PEOPLE_EMPTY;
 *     uint32_t name = people_add(&people, quote.speaker);    for every quotation
 *     people_settle(&people);
 *     uint32_t person = people.person_of[name];
 *     show(people.names[person]);
 *     people_release(&people);
 */
#ifndef ANALYSIS_PEOPLE_H
#define ANALYSIS_PEOPLE_H

#include "corpus/base/arena.h"
#include "corpus/base/table.h"

#include <stdint.h>

struct people {
    struct table spellings; /* speakers as articles have them */
    uint32_t *quotes;       /* by spelling: how often it was added */
    size_t quote_capacity;
    /* Filled by people_settle(): */
    uint32_t *person_of; /* by spelling */
    struct span *names;  /* by person: its most frequent full spelling */
    size_t count;        /* people */
    struct arena arena;
};

#define PEOPLE_EMPTY ((struct people){0})

/* The number of this spelling; not empty. */
uint32_t people_add(struct people *people, struct span speaker);

/* Decides who is who. No name may be added after it. */
void people_settle(struct people *people);

void people_release(struct people *people);

#endif
