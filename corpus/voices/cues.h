/*
 * Cues: the words that say somebody is quoted ("said", "according to").
 *
 *     struct cue_list cues = CUE_LIST_EMPTY;
 *     cues_find(&cues, &passage);
 *
 * A cue is a form of the lexicon, the longest that fits. Not one is: a noun's
 * use ("the report", "his claim"), a passive ("was told"), a word with a
 * capital inside a sentence. A verb before "by" and a name is a source, whose
 * subject stands behind it ("asked by Ann Lee"). After "to" a verb counts as a participle, whose
 * subject is that of the clause.
 */
#ifndef CORPUS_VOICES_CUES_H
#define CORPUS_VOICES_CUES_H

#include "corpus/voices/passage.h"

struct cue {
    uint32_t first, end; /* words */
    uint32_t is;         /* LEXICON_STRONG, _WEAK, _SOURCE, _PARTICIPLE; _PASSIVE before "by" */
};

struct cue_list {
    struct cue *items; /* in text order, not overlapping */
    size_t count, capacity;
};

#define CUE_LIST_EMPTY ((struct cue_list){0})

/* Replaces what the list held, and writes each word's `cue`. */
void cues_find(struct cue_list *list, struct passage *passage);

/* True where a verb of saying stands at `word`, auxiliaries and adverbs passed over. */
bool cues_says_at(const struct passage *passage, uint32_t word);

/* True for a verb of saying of one person, as German shows: not "sagten". */
bool cues_one_says(const struct passage *passage, uint32_t word);

/* True for such a cue, also a weak one, right behind a quotation. */
bool cues_ends_speech(const struct passage *passage, uint32_t word);

void cues_release(struct cue_list *list);

#endif
