#include "corpus/voices/training.h"

#include "corpus/base/memory.h"
#include "corpus/text/language.h"
#include "corpus/voices/namekeys.h"
#include "corpus/voices/voices.h"

#include <stdlib.h>

enum {
    LEARNERS = 4, /* each with an order of its own; their mean is taken */
    EPOCHS = 5,
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

/* True for a byte of a word, or of a character beyond ASCII. */
static bool is_inside(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte & 0x80);
}

/* True where the folded text holds the folded word whole. */
static bool holds_word(struct span text, struct span word)
{
    for (size_t at = 0; word.length && at + word.length <= text.length; at++) {
        struct span rest = span_cut(text, at, text.length);

        if (memcmp(rest.bytes, word.bytes, word.length) == 0 &&
            (at == 0 || !is_inside(text.bytes[at - 1])) &&
            (rest.length == word.length || !is_inside(rest.bytes[word.length])))
            return true;
    }
    return false;
}

/*
 * A label that describes before it names, "the head of the study, Ann Lee", or does not name
 * whom its words mean: right are the people whose name it holds, else what came from its words.
 */
static void mark_described(struct course *course, bool *right,
                           const struct voices_question *question, struct span speaker)
{
    const struct candidate_list *candidates = question->candidates;
    struct bytes *folded = &course->label.speaker;
    bool named = false;

    tokens_fold(folded, speaker);
    for (size_t i = 0; i < candidates->count; i++) {
        const struct attribution *who = &candidates->items[i].who;

        if (who->person == PASSAGE_NONE)
            continue;
        namekeys_read(&course->key, voices_speaker(question->voices, who), course->lexicon);
        right[i] = holds_word(bytes_span(folded), bytes_span(&course->key));
        named |= right[i];
    }
    for (size_t i = 0; !named && i < candidates->count; i++) {
        tokens_fold(&course->key, voices_mention(question->voices, &candidates->items[i].who));
        right[i] = holds_word(bytes_span(folded), bytes_span(&course->key));
    }
}

/* A label that is a pronoun alone: right are those candidates that came from it. */
static void mark_pronouns(struct course *course, bool *right,
                          const struct voices_question *question, struct span pronoun)
{
    tokens_fold(&course->label.speaker, pronoun);
    for (size_t i = 0; i < question->candidates->count; i++) {
        const struct attribution *who = &question->candidates->items[i].who;

        tokens_fold(&course->key, voices_mention(question->voices, who));
        right[i] = course->key.count &&
                   span_equal(bytes_span(&course->key), bytes_span(&course->label.speaker));
    }
}

/* Marks the right candidates of the stretch; true where its label names somebody. */
static bool mark(struct course *course, bool *right, const struct voices_question *question,
                 const struct gold_quote *quote)
{
    namekeys_read(&course->label.full, quote->full, course->lexicon);
    namekeys_read(&course->label.speaker, quote->speaker, course->lexicon);
    if (course->label.full.count == 0 && course->label.speaker.count == 0)
        return false;
    if (!mark_by(course, right, question, bytes_span(&course->label.full)) &&
        !mark_by(course, right, question, bytes_span(&course->label.speaker)))
        mark_described(course, right, question, quote->speaker);
    return true;
}

/* Counts a choice on what was left out, and keeps it as a trial where somebody was chosen. */
static void try_choice(struct course *course, const struct ranker_choice *choice,
                       const struct candidate_list *candidates, const bool *right)
{
    bool is_right = right[choice->best - candidates->items];
    bool within = false;

    for (size_t i = 0; i < candidates->count; i++)
        within |= right[i];
    course->counts->judged++;
    course->counts->within += within;
    course->counts->right += is_right;
    if (choice->best->who.mention == PASSAGE_NONE)
        return;
    course->trials = memory_grow(course->trials, &course->trial_capacity, course->trial_count + 1,
                                 sizeof *course->trials);
    course->trials[course->trial_count++] =
        (struct ranker_trial){.lead = choice->lead, .right = is_right};
}

static void choose(struct ranker_choice *choice, void *context,
                   const struct voices_question *question)
{
    struct course *course = context;
    const struct gold_quote *quote = label_of(course->article, question);
    bool right[CANDIDATES_MAX] = {false};
    bool named = quote && mark(course, right, question, quote);

    if (!course->counts)
        ranker_look(&course->ranker, &course->lesson);
    *choice = ranker_choose(&course->ranker, question->candidates);
    if (course->counts) {
        if (named)
            try_choice(course, choice, question->candidates, right);
        return;
    }
    if (quote && !named)
        mark_pronouns(course, right, question, quote->speaker);
    ranker_learn(&course->lesson, question->candidates, right); /* nothing where none is right */
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

/* One learner: the articles but those of `fold`, in the order that `seed` gives. */
static void learn_once(struct course *course, int fold, uint32_t seed)
{
    size_t count = course->gold->count;
    size_t *order = memory_new(count + 1, sizeof *order);

    course->lesson = RANKER_LESSON_EMPTY;
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

/* Learns from all articles but those of `fold`. */
static void learn(struct course *course, int fold)
{
    struct ranker mean = {.learnt = true};

    course->counts = NULL;
    for (uint32_t learner = 1; learner <= LEARNERS; learner++) {
        learn_once(course, fold, learner);
        for (unsigned f = 0; f < FEATURES_MAX; f++)
            mean.weights[f] += course->ranker.weights[f];
    }
    for (unsigned f = 0; f < FEATURES_MAX; f++)
        mean.weights[f] /= LEARNERS;
    course->ranker = mean;
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
