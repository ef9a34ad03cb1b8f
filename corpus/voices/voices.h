/*
 * Voices: who says what in one article.
 *
 * Finds direct and mixed quotations (inside quotation marks or as dash
 * speech), the turns of a transcript, and where asked indirect speech, and gives each the speaker
 * that the article itself names. Nothing from other articles is used here; who is the same person
 * across articles is analysis/people's question.
 *
 *     struct voices voices = VOICES_EMPTY;
 *
 *     words_read(&words, text, &tokens);
 *     voices_find(&voices, text, &tokens, &words, language);
 *     for (size_t i = 0; i < voices.count; i++)
 *         keep(&voices.quotes[i]);
 *     voices_release(&voices);
 *
 * Who is quoted is chosen by the compiled-in ranker of the language, or by the
 * one in `ranker`; training.h puts a teacher beside it.
 */
#ifndef CORPUS_VOICES_VOICES_H
#define CORPUS_VOICES_VOICES_H

#include "corpus/base/arena.h"
#include "corpus/base/span.h"
#include "corpus/text/words.h"
#include "corpus/voices/quote.h"

struct attribution;
struct candidate_list;
struct ranker;
struct ranker_choice;
struct voices_stages;

/* A stretch that may be speech, shown to a teacher. */
struct voices_question {
    const struct voices *voices;
    uint32_t start, end; /* bytes, as in struct quote */
    struct candidate_list *candidates;
};

struct voices_teacher {
    void *context;
    /* Sets the choice that is taken instead of the ranker's. */
    void (*choose)(struct ranker_choice *choice, void *context,
                   const struct voices_question *question);
};

/* In text order, not overlapping; the spans live in `arena` or in the text. */
struct voices {
    struct quote *quotes;
    size_t count, capacity;
    struct arena arena;
    bool indirect; /* set by the caller: indirect speech is looked for too, see indirect.h */
    const struct ranker *ranker;          /* borrowed; NULL: the language's */
    const struct voices_teacher *teacher; /* borrowed; NULL: none */
    struct voices_stages *stages;         /* room reused from text to text */
};

#define VOICES_EMPTY ((struct voices){0})

/*
 * Replaces what `voices` held by the quotations of `text`, whose tokens are
 * `tokens`, read last by `words`, always the same for these voices. `language` is "en", "ru", "de",
 * ...: it chooses the lexicon; one without a lexicon of its own is read by marks alone, with
 * English cues. Works in time that grows with the text's length alone. Never fails on text that
 * tokens_cut() took.
 */
void voices_find(struct voices *voices, struct span text, const struct token_list *tokens,
                 const struct words *words, struct span language);

/* The name of a candidate, as it would be a quotation's; empty for nobody. While it is asked. */
struct span voices_speaker(const struct voices *voices, const struct attribution *who);

/* The words it came from, as they would be a quotation's mention; empty for nobody. */
struct span voices_mention(const struct voices *voices, const struct attribution *who);

void voices_release(struct voices *voices);

#endif
