/*
 * Training: a ranker learns from gold articles who said what.
 *
 *     struct training training = TRAINING_EMPTY;
 *     struct ranker ranker;
 *     training_run(&training, &gold, &ranker);
 *
 * Each article is read as every article is, and each stretch that the labels
 * give a speaker teaches which of its candidates are right: those whose name
 * agrees with the label's (namekeys.h); where none does, the people whom the
 * label names behind a description, or what came from its words; or those that
 * came from the pronoun where the label is no more than that. A stretch that no label holds teaches
 * nothing: whether it is speech is kinds.h's question. What inherits does so from what the learner
 * itself chose, so that it learns to live with its own errors.
 *
 * Before the last weights are learnt from all articles, five rounds leave out
 * a fifth of them each; the choices on what was left out are the trials that
 * confidence is fitted to. The same gold gives the same ranker on every
 * machine: orders and epochs are fixed, and nothing is a floating-point number. The weights are
 * the mean of several learners that saw the articles in orders of their own.
 */
#ifndef CORPUS_VOICES_TRAINING_H
#define CORPUS_VOICES_TRAINING_H

#include "corpus/voices/gold.h"
#include "corpus/voices/ranker.h"

enum { TRAINING_FOLDS = 5 };

/* What was seen, for the file's head and for the terminal. */
struct training {
    uint32_t judged; /* stretches whose label names a speaker */
    uint32_t within; /* of those with a right candidate */
    uint32_t right;  /* of those rightly chosen while left out */
};

#define TRAINING_EMPTY ((struct training){0})

/* Fits `ranker`, and counts. Gold without a label leaves a ranker that knows nothing. */
void training_run(struct training *training, const struct gold *gold, struct ranker *ranker);

#endif
