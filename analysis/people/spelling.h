/*
 * A spelling: a speaker's name as one article has it, taken apart.
 *
 *     struct spelling name;
 *     spelling_read(&name, &reader, &arena, span_of("Dr. Joseph R. Biden, Jr."));
 *
 * gives the given names "joseph" and the initial "r", the last name "biden",
 * the suffix "jr", and the sex that the given name tells. Titles are dropped,
 * particles ("von", "de la", "bin", "al-") belong to no part, "Lavrov S. V."
 * is turned round. What is no person's name by its form (no capital, digits,
 * an acronym alone, a place, a group, an organisation's last word, titles
 * alone) says so, and has no parts.
 */
#ifndef ANALYSIS_SPELLING_H
#define ANALYSIS_SPELLING_H

#include "analysis/people/slavic.h"
#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"

#include <stdint.h>

enum { SPELLING_GIVEN_MAX = 4 };

struct given_name {
    struct span bare;        /* bare.h; of an initial its one letter */
    struct span key;         /* slavic.h */
    struct span written_out; /* bare, with "ue" for "ü"; empty where there is none */
    bool initial;
};

struct spelling {
    struct span whole; /* bare words with one blank between them */
    struct given_name given[SPELLING_GIVEN_MAX];
    size_t given_count;
    struct span last;        /* bare */
    struct span written_out; /* as above */
    struct span skeleton;    /* slavic_last() of it */
    struct span suffix;      /* "jr", "iii"; may be empty */
    uint32_t sex;            /* LEXICON_MALE, LEXICON_FEMALE or 0 */
    bool is_name;
    bool is_slavic;     /* there is a sign of it */
    bool is_dictionary; /* its Cyrillic given name stands in the dictionary's form */
};

/* What taking apart needs, kept from one spelling to the next. */
struct spelling_reader {
    struct bytes room, key;
};

#define SPELLING_READER_EMPTY ((struct spelling_reader){0})

/* Its spans live in `arena`. */
void spelling_read(struct spelling *spelling, struct spelling_reader *reader, struct arena *arena,
                   struct span text);

/* The classes of a word in the lexicon of its script, whatever its case; points are left out. */
uint32_t spelling_class(struct spelling_reader *reader, struct span word);

/* Replaces `whole` by the bare words of a text with one blank between them. */
void spelling_whole(struct bytes *whole, struct spelling_reader *reader, struct span text);

/* Takes the next word off the front of `rest`; an empty span at the end. */
struct span spelling_word(struct span *rest);

/* True for a word so short and in capitals alone: "NATO". */
bool spelling_is_acronym(struct span word);

/* True where the first letter is a capital. */
bool spelling_has_capital(struct span word);

void spelling_close(struct spelling_reader *reader);

#endif
