/*
 * A mention: words outside quotations that may stand for a speaker, as mentions.h finds them.
 */
#ifndef CORPUS_VOICES_MENTION_H
#define CORPUS_VOICES_MENTION_H

#include "corpus/voices/passage.h"

enum mention_kind {
    MENTION_NONE, /* a doubtful one that turned out to be no name */
    MENTION_NAME,
    MENTION_PRONOUN,
    MENTION_ROLE,    /* "the Russian president", "a spokesman" */
    MENTION_GROUP,   /* "police", "the ministry", "Moscow", "NATO" */
    MENTION_WRITING, /* "the report" */
};

struct mention {
    uint32_t first, end;  /* words; of a name without title and role */
    uint32_t outer_first; /* with title, article and what describes it */
    uint32_t outer_end;   /* with a complement: "a spokesman for All Nippon" */
    uint32_t head;        /* the word that says the role or group, else PASSAGE_NONE */
    uint32_t is;          /* LEXICON_MALE, _FEMALE, _PLURAL, _FIRST, _OTHER_FORM, _TITLE, _GIVEN */
    uint32_t person;      /* in speaker.h's list, or PASSAGE_NONE */
    uint32_t antecedent;  /* of it and they: the mention that they mean, or PASSAGE_NONE */
    enum mention_kind kind;
    bool doubtful;
    bool possessive; /* ended in 's: no subject */
    bool behind_preposition;
    bool says; /* it is the subject of a cue: clauses.h finds out */
};

struct mention_list {
    struct mention *items; /* in text order, not overlapping */
    size_t count, capacity;
};

#define MENTION_LIST_EMPTY ((struct mention_list){0})

#endif
