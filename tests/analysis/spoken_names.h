/*
 * Names that somebody is quoted by, and whom they are settled as.
 */
#ifndef TESTS_ANALYSIS_SPOKEN_NAMES_H
#define TESTS_ANALYSIS_SPOKEN_NAMES_H

#include "tests/support.h"

#include "analysis/people/people.h"

enum { PERSON_MAX = 64 };

static inline uint32_t add(struct people *people, const char *name, const char *mention,
                           int32_t week)
{
    return people_add(people, &(struct people_use){.speaker = span_of(name),
                                                   .mention = span_of(mention),
                                                   .week = week,
                                                   .counts = true});
}

/* As a transcript's turn is that nobody asked for. */
static inline uint32_t add_silent(struct people *people, const char *name, const char *mention,
                                  int32_t week)
{
    return people_add(people, &(struct people_use){.speaker = span_of(name),
                                                   .mention = span_of(mention),
                                                   .week = week,
                                                   .counts = false});
}

/* Who is whom among names; each is added `quotes` times, or once without counting. */
struct spoken_name {
    const char *name;
    int quotes;
    const char *person;
    enum people_rule rule;
    int32_t week;
    const char *mention; /* the name itself where it is NULL */
};

static inline void assert_settled(const struct people *people, const uint32_t *voices,
                                  const struct spoken_name *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct span person = people->names[people->person_of[voices[i]]];
        enum people_rule rule = people->rules[voices[i]];

        if (!span_is(person, names[i].person) || rule != names[i].rule)
            print_error("%s is %.*s by %s\n", names[i].name, SPAN_PRINT(person),
                        people_rule_name(rule));
        assert_true(span_is(person, names[i].person));
        assert_int_equal(rule, names[i].rule);
    }
}

static inline void assert_people_of(const struct roster *roster, const struct spoken_name *names,
                                    size_t count)
{
    struct people people = PEOPLE_EMPTY;
    uint32_t voices[PERSON_MAX];

    people.roster = roster;
    for (size_t i = 0; i < count; i++) {
        const char *mention = names[i].mention ? names[i].mention : names[i].name;

        if (names[i].quotes == 0)
            voices[i] = add_silent(&people, names[i].name, mention, names[i].week);
        for (int k = 0; k < names[i].quotes; k++)
            voices[i] = add(&people, names[i].name, mention, names[i].week);
    }
    people_settle(&people);
    assert_settled(&people, voices, names, count);
    people_release(&people);
}

static inline void assert_people(const struct spoken_name *names, size_t count)
{
    assert_people_of(NULL, names, count);
}

#endif
