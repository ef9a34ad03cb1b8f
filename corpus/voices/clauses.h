/*
 * Clauses: a cue with its subject, "Hugh Hill, a doctor, said".
 *
 *     struct clause_list clauses = CLAUSE_LIST_EMPTY;
 *     clauses_find(&clauses, &passage, &cues, &mentions);
 *
 * Only cues outside quotations make a clause. Where the subject stands:
 *   - before the cue: the mention that ends there, past auxiliaries and
 *     adverbs; past "of the ministry" and the like to what that belongs to;
 *     past an apposition or a relative clause between commas, dashes or
 *     brackets to the name before it; else the first mention of the sentence
 *     that can be a subject (CLAUSE_LOOSE);
 *   - behind the cue, where a quotation or the sentence's start stands before
 *     it, or nothing was found there: the first person of what follows, or the
 *     first role or group, up to a mark or a preposition;
 *   - behind a source's cue ("according to") always.
 */
#ifndef CORPUS_VOICES_CLAUSES_H
#define CORPUS_VOICES_CLAUSES_H

#include "corpus/voices/cues.h"
#include "corpus/voices/heads.h"

enum clause_order {
    CLAUSE_SUBJECT_FIRST, /* "Smith said" */
    CLAUSE_APPOSITION,    /* "Smith, a doctor, said" */
    CLAUSE_CUE_FIRST,     /* "said Smith" */
    CLAUSE_SOURCE,        /* "according to Smith" */
    CLAUSE_LOOSE,         /* the subject is only the sentence's */
};

struct clause {
    uint32_t cue;        /* in the list of cues */
    uint32_t subject;    /* in the list of mentions, or PASSAGE_NONE */
    uint32_t first, end; /* words from subject to cue, or cue to subject */
    enum clause_order order;
};

struct clause_list {
    struct clause *items; /* in the order of their cues */
    size_t count, capacity;
};

#define CLAUSE_LIST_EMPTY ((struct clause_list){0})

/* Replaces what the list held by the article's clauses. */
void clauses_find(struct clause_list *list, const struct passage *passage,
                  const struct cue_list *cues, const struct mention_list *mentions);

/*
 * The first mention of words `first` to `end` that can be a subject: a name, a
 * pronoun, a role or a group outside brackets, behind no preposition, without
 * 's. Names win over what else there is in the first half dozen; PASSAGE_NONE
 * where there is none.
 */
uint32_t clauses_subject_within(const struct passage *passage, const struct mention_list *mentions,
                                uint32_t first, uint32_t end);

void clauses_release(struct clause_list *list);

#endif
