/*
 * Between: what stands between two quotations, outside marks.
 *
 *     struct between between = between_of(&article, end_of_the_one_before, start, &previous);
 *
 *     if (between.subject != PASSAGE_NONE)
 *         ...                         whom the last sentence before the quotation is about
 */
#ifndef CORPUS_VOICES_BETWEEN_H
#define CORPUS_VOICES_BETWEEN_H

#include "corpus/voices/candidates.h"
#include "corpus/voices/clauses.h"
#include "corpus/voices/marks.h"
#include "corpus/voices/speaker.h"

/* What attribution reads; all filled by the stages before it. */
struct attribution_article {
    const struct passage *passage;
    const struct marked_list *quotations;
    const struct cue_list *cues;
    const struct mention_list *mentions;
    const struct clause_list *clauses;
    const struct speaker_list *speakers;
};

struct between {
    uint32_t plain;   /* whole sentences without speech */
    uint32_t subject; /* the last of their subjects: a mention, or PASSAGE_NONE */
    uint32_t subject_paragraph;
    uint32_t group;   /* the group that the sentence right before is about, or PASSAGE_NONE */
    bool other, same; /* one of their subjects is somebody else; the speaker before */
};

/* What stands from word `from` to the quotation that starts at word `quote`; `previous` spoke
 * before. */
struct between between_of(const struct attribution_article *article, uint32_t from, uint32_t quote,
                          const struct attribution *previous);

#endif
