/*
 * Judgements: what people wrote into the sheet of an audit.
 *
 *     struct judgements judgements = JUDGEMENTS_EMPTY;
 *     if (!judgements_read(&judgements, bytes, "sample.csv", &fault))
 *         return false;
 *     ...
 *     judgements_release(&judgements);
 *
 * The sheet is CSV under any separator of csv.h, its rows and columns in any
 * order; columns it does not know are passed over. Its row of part "how to" says
 * what was sampled. Answers are yes or no (y, n), for the speaker also unknown;
 * an empty answer is a row not judged.
 */
#ifndef ANALYSIS_JUDGEMENTS_H
#define ANALYSIS_JUDGEMENTS_H

#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"

#include <stdint.h>

enum answer { ANSWER_NONE, ANSWER_YES, ANSWER_NO, ANSWER_UNKNOWN };

struct judgement {
    struct span id, check; /* as audit_sample.h made them */
    uint64_t line;
    enum answer is_speech, speaker_right;
    struct span right_speaker; /* who it is, where the one given is not */
    bool has_missed;
    uint32_t missed; /* quotations that were not found in a passage */
};

struct judgements {
    struct arena arena;
    struct judgement *items;
    size_t count, capacity;
    struct span period; /* of the sample */
    uint32_t size;
    uint64_t seed;
};

#define JUDGEMENTS_EMPTY ((struct judgements){0})

/* "audit:200:1:2022-W24": how the sheet names its sample. */
void judgements_name(struct bytes *text, uint32_t size, uint64_t seed, struct span period);

/*
 * Reads a sheet. Fails with FAULT_USAGE, naming file and line, where a column
 * is missing, an answer is none, or answers contradict each other; `judgements` is then
 * empty.
 */
bool judgements_read(struct judgements *judgements, struct span text, const char *name,
                     struct fault *fault);

void judgements_release(struct judgements *judgements);

#endif
