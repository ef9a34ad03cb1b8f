#include "corpus/voices/training.h"

#include "corpus/base/memory.h"
#include "corpus/text/language.h"
#include "corpus/voices/namekeys.h"
#include "corpus/voices/voices.h"

#include <stdlib.h>

enum {
    EPOCHS = 10,
    MATCH = 8,   /* tenths of both together that a label and a stretch share; */
    WITHIN = 9,  /* or of the stretch that lies in a label */
    NO_FOLD = -1 /* nothing is left out */
};

/* The keys of a label's names. */
struct label {
    struct bytes full, speaker;
};

/* Everything one round needs. */
struct course {
    const struct gold *gold;
    const struct gold_article *article; /* the one being read */
    const struct lexicon *lexicon;
    struct token_list tokens;
    struct words words;
    struct language_memory languages;
    struct voices voices;
    struct label label;
    struct bytes key; /* of a candidate */
    struct ranker_lesson lesson;
    struct ranker ranker;    /* what chooses */
    struct training *counts; /* NULL while learning */
    struct ranker_trial *trials;
    size_t trial_count, trial_capacity;
};

/* --- which candidates are right ------------------------------------------------------ */

static uint32_t shared_bytes(const struct gold_quote *quote, const struct voices_question *question)
{
    uint32_t start = quote->start > question->start ? quote->start : question->start;
    uint32_t end = quote->end < question->end ? quote->end : question->end;

    return end > start ? end - start : 0;
}

/* The label that the stretch is, else one that holds it, or NULL. */
static const struct gold_quote *label_of(const struct gold_article *article,
                                         const struct voices_question *question)
{
    const struct gold_quote *holds = NULL;

    for (size_t i = 0; i < article->count; i++) {
        const struct gold_quote *quote = &article->quotes[i];
        uint64_t shared = shared_bytes(quote, question);
        uint64_t both = quote->end - quote->start + question->end - question->start - shared;

        if (shared && shared * 10 >= both * MATCH)
            return quote;
        if (!holds && shared * 10 >= (uint64_t)(question->end - question->start) * WITHIN)
            holds = quote;
    }
    return holds;
}

static bool mark_by(struct course *course, bool *right, const struct voices_question *question,
                    struct span wanted)
{
    bool found = false;

    for (size_t i = 0; i < question->candidates->count; i++) {
        const struct attribution *who = &question->candidates->items[i].who;

        namekeys_read(&course->key, voices_speaker(question->voices, who), course->lexicon);
        right[i] = namekeys_agree(bytes_span(&course->key), wanted);
        found |= right[i];
    }
    return found;
}

/* A label that is a pronoun alone: right are those candidates that came from it. */
static bool mark_pronouns(struct course *course, bool *right,
                          const struct voices_question *question, struct span pronoun)
{
    bool found = false;

    tokens_fold(&course->label.speaker, pronoun);
    for (size_t i = 0; i < question->candidates->count; i++) {
        const struct attribution *who = &question->candidates->items[i].who;

        tokens_fold(&course->key, voices_mention(question->voices, who));
        right[i] = course->key.count &&
                   span_equal(bytes_span(&course->key), bytes_span(&course->label.speaker));
        found |= right[i];
    }
    return found;
}

static void mark_nobody(bool *right, const struct candidate_list *candidates)
{
    for (size_t i = 0; i < candidates->count; i++)
        right[i] = candidates->items[i].who.mention == PASSAGE_NONE;
}

static struct ranker_choice choose(void *context, const struct voices_question *question)
{
    struct course *course = context;
    const struct gold_quote *quote = label_of(course->article, question);
    struct ranker_choice choice;
    bool right[CANDIDATES_MAX] = {false};
    bool judged = false;

    if (!course->counts)
        ranker_look(&course->ranker, &course->lesson);
    choice = ranker_choose(&course->ranker, question->candidates);
    if (quote) {
        namekeys_read(&course->label.full, quote->full, course->lexicon);
        namekeys_read(&course->label.speaker, quote->speaker, course->lexicon);
        judged = course->label.full.count || course->label.speaker.count;
        if (!mark_by(course, right, question, bytes_span(&course->label.full)))
            (void)mark_by(course, right, question, bytes_span(&course->label.speaker));
    } else {
        mark_nobody(right, question->candidates);
    }
    if (!course->counts) {
        if (quote && !judged)
            (void)mark_pronouns(course, right, question, quote->speaker);
        if (judged || (quote && quote->speaker.length))
            ranker_learn(&course->lesson, question->candidates, right);
        return choice;
    }
    course->counts->nobodys += !quote;
    if (!judged)
        return choice;
    course->counts->judged++;
    for (size_t i = 0; i < question->candidates->count; i++) {
        if (!right[i])
            continue;
        course->counts->within++;
        break;
    }
    course->counts->right += right[choice.best - question->candidates->items];
    if (choice.best->who.mention == PASSAGE_NONE)
        return choice;
    course->trials = memory_grow(course->trials, &course->trial_capacity, course->trial_count + 1,
                                 sizeof *course->trials);
    course->trials[course->trial_count++] = (struct ranker_trial){
        .lead = choice.lead,
        .right = right[choice.best - question->candidates->items],
    };
    return choice;
}

/* --- rounds -------------------------------------------------------------------------- */

static void read_article(struct course *course, const struct gold_article *article)
{
    struct voices_teacher teacher = {course, choose};
    struct fault fault = FAULT_EMPTY;
    struct language_article found = {
        .text = article->text,
        .tokens = &course->tokens,
        .words = &course->words,
    };

    if (!tokens_cut(&course->tokens, article->text, &fault))
        return; /* as every reader leaves out what is too long or no UTF-8 */
    words_read(&course->words, article->text, &course->tokens);
    language_read(&found, &course->languages, article->language);
    course->article = article;
    course->lexicon = lexicon_of(found.language);
    course->voices.teacher = &teacher;
    voices_find(&course->voices, article->text, &course->tokens, &course->words, found.language);
    course->voices.teacher = NULL;
}

static void shuffle(size_t *order, size_t count, uint32_t *seed)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = 0;
        size_t held = order[i - 1];

        *seed = *seed * 1664525U + 1013904223U;
        other = (*seed >> 8) % i;
        order[i - 1] = order[other];
        order[other] = held;
    }
}

/* Learns from all articles but those of `fold`. */
static void learn(struct course *course, int fold)
{
    size_t count = course->gold->count;
    size_t *order = memory_new(count + 1, sizeof *order);
    uint32_t seed = 1;

    course->lesson = RANKER_LESSON_EMPTY;
    course->counts = NULL;
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        shuffle(order, count, &seed);
        for (size_t i = 0; i < count; i++) {
            const struct gold_article *article = &course->gold->articles[order[i]];

            if ((int)(article->family % TRAINING_FOLDS) != fold)
                read_article(course, article);
        }
    }
    free(order);
    ranker_conclude(&course->ranker, &course->lesson);
}

void training_run(struct training *training, const struct gold *gold, struct ranker *ranker)
{
    struct course *course = memory_new(1, sizeof *course);

    *training = TRAINING_EMPTY;
    course->gold = gold;
    for (int fold = 0; fold < TRAINING_FOLDS; fold++) {
        learn(course, fold);
        course->counts = training;
        for (size_t i = 0; i < gold->count; i++) {
            if ((int)(gold->articles[i].family % TRAINING_FOLDS) == fold)
                read_article(course, &gold->articles[i]);
        }
    }
    learn(course, NO_FOLD);
    *ranker = course->ranker;
    ranker_calibrate(ranker, course->trials, course->trial_count);
    free(course->trials);
    bytes_release(&course->key);
    bytes_release(&course->label.full);
    bytes_release(&course->label.speaker);
    voices_release(&course->voices);
    language_release(&course->languages);
    words_release(&course->words);
    tokens_release(&course->tokens);
    free(course);
}
