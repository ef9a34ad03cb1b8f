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
 */
#ifndef CORPUS_VOICES_VOICES_H
#define CORPUS_VOICES_VOICES_H

#include "corpus/base/arena.h"
#include "corpus/base/span.h"
#include "corpus/text/words.h"
#include "corpus/voices/quote.h"

struct voices_stages;

/* In text order, not overlapping; the spans live in `arena` or in the text. */
struct voices {
    struct quote *quotes;
    size_t count, capacity;
    struct arena arena;
    bool indirect; /* set by the caller: indirect speech is looked for too, see indirect.h */
    struct voices_stages *stages; /* room reused from text to text */
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

void voices_release(struct voices *voices);

#endif
