/*
 * People: one person across articles and weeks.
 *
 * Voices names a speaker as one article does; here the names of all articles
 * of a report become people, by these rules, the first that fits:
 *
 *     roster        a name or alias of the user's roster is that person
 *     full-name     the same given names and last name; a middle name that only
 *                   one of them has agrees with none (suffixes: namesakes.h)
 *     variant       the same in another transliteration or Cyrillic case
 *     initials      an initial joins the one person whose name it fits
 *     last-name-80  a last name alone joins the person with at least 80 % of
 *                   the quotations under full names with it, in the same week;
 *                   of all weeks where that week has no full name of it; nobody
 *                   where that week's person is not that of all weeks
 *     office        "the Russian president" is the one person who is called
 *                   so in that week (offices.h)
 *     alone         none of these
 *
 * Different given names, different initials, different suffixes and different
 * sexes never join. A last name alone whose owner is open stays by itself,
 * marked "(?)". What is no name ("the ministry") is the same only as itself.
 *
 *     struct people people = PEOPLE_EMPTY;
 *     people.roster = &roster;                                   or NULL
 *     uint32_t voice = people_add(&people, &use);               for every quotation
 *     people_settle(&people);
 *     uint32_t person = people.person_of[voice];
 *     show(people.names[person]);
 *     people_release(&people);
 *
 * Who is who depends on what was added, never on the order; of uses that count,
 * on these alone.
 */
#ifndef ANALYSIS_PEOPLE_H
#define ANALYSIS_PEOPLE_H

#include "analysis/people/roster.h"
#include "analysis/people/spelling.h"
#include "corpus/base/arena.h"
#include "corpus/base/table.h"

#include <stdint.h>

enum people_rule {
    PEOPLE_ALONE,
    PEOPLE_FULL_NAME,
    PEOPLE_VARIANT,
    PEOPLE_INITIALS,
    PEOPLE_LAST_NAME_80,
    PEOPLE_OFFICE,
    PEOPLE_ROSTER,
};

/*
 * What a speaker is, by all articles together; the clearer the later. A name
 * is a person's by a given name, initials, a title or role before it, or where
 * he or she is it; with "the" before it, or where it is "it", a group's. Else two words make a
 * name, and one word in two articles with a verb of saying. What shows none of these signs may be
 * no speaker at all ("Finds").
 */
enum people_kind {
    PEOPLE_UNCLEAR,
    PEOPLE_TEXT,  /* "the report" */
    PEOPLE_GROUP, /* "the ministry", "London" */
    PEOPLE_ROLE,  /* "a spokesman": somebody who is not named */
    PEOPLE_NAMED, /* a person or a group */
    PEOPLE_PERSON,
};

/* "unclear", "text", ... */
const char *people_kind_name(enum people_kind kind);

/* "alone", "full-name", ... */
const char *people_rule_name(enum people_rule rule);

/* A quotation, as far as it tells who speaks. */
struct people_use {
    struct span speaker; /* not empty */
    struct span mention; /* the words it came from; may be empty */
    struct span cue;     /* the verb; may be empty */
    int32_t week;        /* or -1 */
    uint32_t article;
    bool counts;  /* in shares; what does not may join others, but changes nothing about them */
    bool further; /* piece of the quotation before, and so no quotation more */
};

/* A spelling in one week, as one sex, meaning one holder or any. */
struct voice {
    uint32_t spelling; /* in `spellings` */
    int32_t week;
    uint32_t sex; /* that titles and pronouns told: LEXICON_MALE, LEXICON_FEMALE or 0 */
    bool titled;  /* a title told it */
    bool definite;
    bool counts; /* some use of it does */
    uint32_t quotes;
    uint32_t person_signs, group_signs; /* mentions that show what it is */
    uint32_t says;                      /* articles with a verb of saying */
    uint32_t says_in;                   /* the last of these */
};

/* Somebody was called this, before the name: "Russian president". */
struct holding {
    uint32_t voice, phrase;
    bool counts; /* some use of it does */
};

struct people {
    const struct roster *roster; /* borrowed; NULL: none */
    struct table spellings;      /* speakers as articles have them */
    struct table voice_keys;
    struct voice *voices;
    size_t voice_count, voice_capacity;
    struct table phrases, holding_keys; /* what was called before names, and whom by it */
    struct holding *holdings;
    size_t holding_count, holding_capacity;
    uint32_t last_voice, last_article; /* of the quotation before */
    struct spelling_reader reader;
    /* Filled by people_settle(): */
    uint32_t *person_of;     /* by voice */
    enum people_rule *rules; /* by voice: why it is that person */
    struct span *names;      /* by person: to show; no two are the same */
    uint32_t *roster_rows;   /* by person: in the roster, or ROSTER_NONE */
    enum people_kind *kinds; /* by person */
    size_t count;            /* people */
    struct arena arena;
};

#define PEOPLE_EMPTY ((struct people){0})

/* The number of the voice that this use is of. */
uint32_t people_add(struct people *people, const struct people_use *use);

/* Decides who is who. No name may be added after it. */
void people_settle(struct people *people);

void people_release(struct people *people);

#endif
