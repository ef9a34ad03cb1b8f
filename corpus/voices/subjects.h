/*
 * Subjects: where the subject of a cue may stand in its sentence.
 *
 *     struct subjects subjects = {.heads = {&passage, &mentions, from}, .before = PASSAGE_NONE};
 *
 *     mention = subjects_before(&subjects, cue, &order);        "Smith, a doctor, said"
 *     mention = subjects_behind(&subjects, cue->end);           "said the head coach Ken Hitchcock"
 *
 * Which of them it is, is clauses.h's choice. Nothing before the word `heads.from` is looked at.
 */
#ifndef CORPUS_VOICES_SUBJECTS_H
#define CORPUS_VOICES_SUBJECTS_H

#include "corpus/voices/cues.h"
#include "corpus/voices/heads.h"

enum {
    SUBJECTS_BEHIND_MAX = 14, /* words behind a cue in which its subject stands */
    SUBJECTS_LOOSE_MAX = 40   /* words before a cue in which its sentence's subject is looked for */
};

enum clause_order {
    CLAUSE_SUBJECT_FIRST, /* "Smith said" */
    CLAUSE_APPOSITION,    /* "Smith, a doctor, said" */
    CLAUSE_CUE_FIRST,     /* "said Smith" */
    CLAUSE_SOURCE,        /* "according to Smith" */
    CLAUSE_LOOSE,         /* the subject is only the sentence's */
};

struct subjects {
    struct heads heads; /* from the first word that may belong to the clause */
    uint32_t before;    /* the subject of the clause before, or PASSAGE_NONE */
};

/*
 * The first mention of words `first` to `end` that can be a subject: a name, a
 * pronoun, a role or a group outside brackets, behind no preposition, without
 * 's. Names win over what else there is in the first half dozen; PASSAGE_NONE
 * where there is none.
 */
uint32_t subjects_within(const struct passage *passage, const struct mention_list *mentions,
                         uint32_t first, uint32_t end);

/* Where the verb at `word` starts, with the auxiliaries and adverbs before it. */
uint32_t subjects_verb_start(const struct subjects *subjects, uint32_t word);

/* The subject of the clause before word `word` in its sentence, or NULL. */
const struct mention *subjects_of_clause_before(const struct subjects *subjects, uint32_t word);

/* The subject before the cue, or NULL; sets how it stands there. */
const struct mention *subjects_before(const struct subjects *subjects, const struct cue *cue,
                                      enum clause_order *order);

/* The subject behind word `from`, "said the Oilers' head coach Ken Hitchcock", or NULL. */
const struct mention *subjects_behind(const struct subjects *subjects, uint32_t from);

#endif
