/*
 * Voices: who says what in one article.
 *
 * Finds direct and mixed quotations (inside quotation marks or as dash
 * speech) and gives each the speaker that the article itself names. Nothing
 * from other articles is used here; who is the same person across articles
 * is analysis/people's question.
 *
 *     struct voices voices = VOICES_EMPTY;
 *
 *     voices_find(&voices, text, &tokens, language);
 *     for (size_t i = 0; i < voices.count; i++)
 *         keep(&voices.quotes[i]);
 *     voices_release(&voices);
 */
#ifndef CORPUS_VOICES_VOICES_H
#define CORPUS_VOICES_VOICES_H

#include "corpus/base/arena.h"
#include "corpus/base/span.h"
#include "corpus/text/tokens.h"
#include "corpus/voices/quote.h"

/* In text order, not overlapping; the spans live in `arena` or in the text. */
struct voices {
    struct quote *quotes;
    size_t count, capacity;
    struct arena arena;
};

#define VOICES_EMPTY ((struct voices){0})

/*
 * Replaces what `voices` held by the quotations of `text`, whose tokens are
 * `tokens`. `language` is "en", "ru", "de", ...: it chooses the lexicon; one
 * without a lexicon of its own is read by marks alone, with English cues.
 * Works in time that grows with the text's length alone. Never fails on text
 * that tokens_cut() took.
 */
void voices_find(struct voices *voices, struct span text, const struct token_list *tokens,
                 struct span language);

void voices_release(struct voices *voices);

#endif
