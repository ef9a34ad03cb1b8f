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

#include <stdint.h>

enum quote_kind {
    QUOTE_DIRECT,   /* a whole clause or more inside marks, or dash speech */
    QUOTE_MIXED,    /* a fragment of three or more words inside a sentence of the paper's */
    QUOTE_INDIRECT, /* speech without marks */
    QUOTE_TURN,     /* a transcript's turn: "NAME: ..." */
};

/* "direct", "mixed", "indirect", "turn". */
const char *quote_kind_name(enum quote_kind kind);

struct quote {
    uint32_t start, end; /* bytes of the text, without the marks; end is past the last */
    uint32_t number;     /* from 1; the parts of one quotation over paragraphs share it */
    enum quote_kind kind;
    struct span
        speaker; /* as resolved in the article, e.g. "Alexander Lukashenko"; empty: unattributed */
    struct span mention; /* the words it came from, as they stand in the text, e.g. "he" */
    struct span cue;     /* as it stands in the text, e.g. "said"; empty where there was none */
    const char *rule;    /* the rule that decided; a name that lives as long as the program */
};

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
