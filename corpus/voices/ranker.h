/*
 * Ranker: chooses among a quotation's candidates by weights, and says how sure
 * it is.
 *
 *     const struct ranker *ranker = ranker_of(span_of("en"));
 *     struct ranker_choice choice = ranker_choose(ranker, &candidates);
 *
 * Weights are integers, so that every machine chooses the same. Those of
 * English are learnt (corpus/lexicon/en/ranker.weights, compiled in; `make
 * weights` renews them); a language without labelled articles has those set
 * by hand in candidates.c, which give no confidence.
 *
 * Learning is an averaged perceptron: where the best right candidate does not
 * beat the best wrong one by a margin, its features gain and the other's lose.
 *
 *     struct ranker_lesson lesson = RANKER_LESSON_EMPTY;
 *     ranker_learn(&lesson, &candidates, right);        again and again
 *     ranker_conclude(&ranker, &lesson);
 *
 * Confidence is the share of right choices among those whose lead (over the
 * best candidate who is somebody else) was about the same in articles not
 * learnt from; a rising line through steps. Below the ranker's threshold a
 * quotation is left unattributed.
 */
#ifndef CORPUS_VOICES_RANKER_H
#define CORPUS_VOICES_RANKER_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "corpus/voices/candidates.h"

enum {
    RANKER_STEPS_MAX = 24,
    RANKER_SURE = 1000, /* confidences are thousandths */
};

struct ranker_step {
    int lead, confidence;
};

struct ranker {
    int weights[FEATURES_MAX];
    struct ranker_step steps[RANKER_STEPS_MAX]; /* both rise */
    size_t step_count;                          /* 0: no confidence is known */
    int threshold;                              /* thousandths */
    bool learnt;
};

struct ranker_choice {
    const struct candidate *best;
    int lead;       /* over the best of somebody else; never below 0 */
    int confidence; /* thousandths, or -1 where it is not known */
};

/* The compiled-in ranker of what is read with the English lexicon; by hand for other languages. */
const struct ranker *ranker_of(struct span language) __attribute__((returns_nonnull));

/* The weights of candidates.c. */
const struct ranker *ranker_by_hand(void) __attribute__((returns_nonnull));

/* Scores the candidates, of which there is one at least, and chooses. */
struct ranker_choice ranker_choose(const struct ranker *ranker, struct candidate_list *list);

/* The confidence of a lead. */
int ranker_confidence(const struct ranker *ranker, int lead);

/*
 * Reads a file of weights; `name` is for messages. Fails with FAULT_INPUT,
 * naming the line, where it is not what ranker_write() writes.
 */
bool ranker_read(struct ranker *ranker, struct span text, const char *name, struct fault *fault);

/* Appends the ranker as a file, with `about`, one line, in its head. */
void ranker_write(struct bytes *out, const struct ranker *ranker, const char *about);

/* --- learning --------------------------------------------------------------------- */

struct ranker_lesson {
    int weights[FEATURES_MAX];  /* now */
    int64_t late[FEATURES_MAX]; /* each change times the examples before it */
    int64_t examples;
};

#define RANKER_LESSON_EMPTY ((struct ranker_lesson){0})

/*
 * Learns from one quotation; right[i] says whether candidate i is. One without
 * a right candidate, or without a wrong one, teaches nothing. Candidates are
 * scored by the lesson's weights as they were.
 */
void ranker_learn(struct ranker_lesson *lesson, struct candidate_list *list, const bool *right);

/* The lesson's weights as they are now. */
void ranker_look(struct ranker *ranker, const struct ranker_lesson *lesson);

/* The mean of its weights over all examples. */
void ranker_conclude(struct ranker *ranker, const struct ranker_lesson *lesson);

/* A choice on an article not learnt from. */
struct ranker_trial {
    int lead;
    bool right;
};

/* Fits the steps and the threshold to trials, which are put in order of their lead. */
void ranker_calibrate(struct ranker *ranker, struct ranker_trial *trials, size_t count);

#endif
