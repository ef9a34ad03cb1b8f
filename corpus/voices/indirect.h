/*
 * Indirect speech: what somebody is said to have said, without marks.
 *
 *     struct indirect_list list = INDIRECT_LIST_EMPTY;
 *     indirect_find(&list, &passage, &cues, &mentions, &clauses);
 *
 * Only what these forms show, X being a name, a role known to be somebody's, or
 * he, she, it or they:
 *
 *     indirect-that      X said (on Monday) that CLAUSE.
 *     indirect-comma     X sagte, CLAUSE.        not before "who", "and", "adding"
 *     indirect-source    According to X, CLAUSE.     CLAUSE, according to X.
 *
 * with a verb of saying that is no participle. CLAUSE ends with its sentence,
 * whose mark is left out. A sentence that holds a quotation, and one of more
 * than INDIRECT_MAX words, holds none.
 */
#ifndef CORPUS_VOICES_INDIRECT_H
#define CORPUS_VOICES_INDIRECT_H

#include "corpus/voices/clauses.h"

enum { INDIRECT_MAX = 80 };

struct indirect {
    uint32_t first, end; /* words of the clause; never empty */
    uint32_t mention;    /* who is the subject */
    uint32_t cue;
    const char *rule; /* lives as long as the program */
};

struct indirect_list {
    struct indirect *items; /* in text order, not overlapping */
    size_t count, capacity;
};

#define INDIRECT_LIST_EMPTY ((struct indirect_list){0})

/* Replaces what the list held. Needs the mentions' people. */
void indirect_find(struct indirect_list *list, const struct passage *passage,
                   const struct cue_list *cues, const struct mention_list *mentions,
                   const struct clause_list *clauses);

void indirect_release(struct indirect_list *list);

#endif
