/*
 * People, inside: what its files share while they decide who is who.
 *
 * people_names.c takes the spellings apart and says which may share a last
 * name, people_last.c settles each such block, people_settle.c goes through
 * all blocks and then through offices, people_shown.c chooses the names, and
 * people_kinds.c says who is no person.
 */
#ifndef ANALYSIS_PEOPLE_INSIDE_H
#define ANALYSIS_PEOPLE_INSIDE_H

#include "analysis/people/namesakes.h"
#include "analysis/people/owners.h"
#include "analysis/people/people.h"

#define PEOPLE_NOBODY NAMESAKES_NOBODY

/* What stands behind a name that is shown, so that no two are the same. */
enum mark { MARK_NONE, MARK_OPEN, MARK_MALE, MARK_FEMALE };

/* All that is needed while people are settled. */
struct settling {
    struct people *people;
    struct namesake *names; /* of the spellings and the roster */
    size_t count;
    uint32_t *voices_from; /* by spelling, in `voices`; one more at the end */
    uint32_t *voices;      /* by spelling */
    struct owners owners;
    uint32_t *sexes;  /* by person: what their names told; both where they differ */
    enum mark *marks; /* by person */
    size_t mark_capacity;
    struct table others; /* what is no name */
    uint32_t *other_people;
    size_t other_capacity;
};

/* Sorts the voices by spelling and reads all names, the roster's too. */
void people_read_names(struct settling *settling);

/* Settles names that share a last name. */
void people_settle_block(struct settling *settling, struct namesake *names, size_t count);

/* Chooses the people's names and the rules of full names. */
void people_choose_names(struct settling *settling);

/* Says what each of the people is. */
void people_find_kinds(struct settling *settling);

/* The voice is this person. */
static inline void people_decide(struct people *people, uint32_t voice, uint32_t person,
                                 enum people_rule rule)
{
    people->person_of[voice] = person;
    people->rules[voice] = rule;
}

/* All voices of the name are its person. */
void people_decide_all(struct settling *settling, const struct namesake *name,
                       enum people_rule rule);

uint32_t people_new(struct settling *settling, enum mark mark);

#endif
