/*
 * Names: runs of words with capitals, and where in them the name begins.
 *
 *     if (names_may_hold(&passage, word)) {
 *         struct name_run run = names_run(&passage, word);
 *         ...
 *     }
 *
 * In "Senate Minority Leader Ann B. van der Berg Jr." the name is the last
 * six words: particles and suffixes may stand in it, initials and abbreviated
 * titles keep their full stop; titles, roles, places and organisations that
 * lead a run are no part of the name. A possessive 's ends the run.
 */
#ifndef CORPUS_VOICES_NAMES_H
#define CORPUS_VOICES_NAMES_H

#include "corpus/voices/passage.h"

/* A run of words with capitals, outside quotations. */
struct name_run {
    uint32_t first, end; /* words */
    uint32_t name_first; /* past titles, roles and organisations; end where all is those */
};

/* True for a place's short name in capitals, which is then no other word: "US" is not "us". */
bool names_is_acronym(const struct passage *passage, uint32_t word);

/* True for what a hyphen makes of a name: "US-based", "Covid-related". */
bool names_is_compound_adjective(const struct passage *passage, uint32_t word);

/* True for a word with a capital that may belong to a name. */
bool names_may_hold(const struct passage *passage, uint32_t word);

/* The run that starts at `first`, which may hold a name. */
struct name_run names_run(const struct passage *passage, uint32_t first);

/*
 * Where nouns have capitals: true where words of no list must be a name. Bare of an article, they
 * are the subject of a verb of saying ("sagte Larson", "Larson sagte", "Larson zufolge"), or two
 * words that are described behind (", ein Arzt", "(SPD)") or stand between commas behind a role.
 */
bool names_stand_bare(const struct passage *passage, const struct name_run *run);

#endif
