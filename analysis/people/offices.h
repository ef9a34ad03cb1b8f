/*
 * Offices: who "the Russian president" is this week.
 *
 * Articles say it themselves: "Russian President Vladimir Putin". What stands
 * before a name teaches whose office it is, in that week. An office that two
 * people are called by in one week is nobody's then; one that more than two
 * are called by in all weeks is a rank or a trade ("professor"), never linked.
 *
 *     struct offices offices = OFFICES_EMPTY;
 *     if (offices_before(&phrase, &reader, mention, speaker))
 *         offices_learn(&offices, &reader, bytes_span(&phrase), week, person);
 *     ...
 *     if (offices_phrase(&phrase, &reader, span_of("the Russian president")))
 *         person = offices_find(&offices, bytes_span(&phrase), week);
 *     offices_release(&offices);
 *
 * "Russian President X" teaches "russian president" and "president": origins
 * and places may be left out. What else describes an office makes it another
 * one ("deputy prime minister", "former president").
 */
#ifndef ANALYSIS_OFFICES_H
#define ANALYSIS_OFFICES_H

#include "analysis/people/spelling.h"
#include "corpus/base/table.h"

#include <stdint.h>

#define OFFICES_NOBODY UINT32_MAX

struct office_holders {
    uint32_t one, other; /* persons, or OFFICES_NOBODY */
    bool more;
};

struct offices {
    struct table keys; /* week and phrase, and the phrase alone */
    struct office_holders *holders;
    size_t capacity;
};

#define OFFICES_EMPTY ((struct offices){0})

/*
 * Replaces `phrase` by the words folded, without leading articles and
 * possessives. True where they are an office: the last of their words that
 * says what a person is is a title.
 */
bool offices_phrase(struct bytes *phrase, struct spelling_reader *reader, struct span words);

/* The same for what stands in `mention` before the name of `speaker`. */
bool offices_before(struct bytes *phrase, struct spelling_reader *reader, struct span mention,
                    struct span speaker);

/* True for the words that mean one holder: "the president", not "a president". */
bool offices_definite(struct spelling_reader *reader, struct span mention);

void offices_learn(struct offices *offices, struct spelling_reader *reader, struct span phrase,
                   int32_t week, uint32_t person);

/* The one person of this office in this week, or OFFICES_NOBODY. */
uint32_t offices_find(const struct offices *offices, struct span phrase, int32_t week);

void offices_release(struct offices *offices);

#endif
