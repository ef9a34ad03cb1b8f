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

#include "corpus/voices/subjects.h"

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

/* Replaces what the list held by the article's clauses, and writes which mentions say something. */
void clauses_find(struct clause_list *list, const struct passage *passage,
                  const struct cue_list *cues, struct mention_list *mentions);

/* The first clause whose cue stands at or behind word `word`; the count where there is none. */
size_t clauses_from(const struct clause_list *list, const struct cue_list *cues, uint32_t word);

void clauses_release(struct clause_list *list);

#endif
