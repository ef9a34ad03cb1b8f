/*
 * What the stages of voices stand on: one passage after another, read.
 *
 *     struct stage stage = STAGE_EMPTY;
 *
 *     stage_read(&stage, span_of("Ann Miller left."), "en");
 *     look_at(&stage.passage);
 *     stage_release(&stage);
 */
#ifndef TESTS_CORPUS_STAGE_H
#define TESTS_CORPUS_STAGE_H

#include "corpus/voices/passage.h"
#include "tests/support.h"

struct stage {
    struct token_list tokens;
    struct words words;
    struct passage passage; /* the one read last */
};

#define STAGE_EMPTY ((struct stage){0})

/* `text` must live as long as the passage is looked at. */
static inline void stage_read(struct stage *stage, struct span text, const char *language)
{
    struct fault fault = FAULT_EMPTY;

    assert_true(tokens_cut(&stage->tokens, text, &fault));
    words_read(&stage->words, text, &stage->tokens);
    passage_read(&stage->passage, text, &stage->tokens, &stage->words,
                 lexicon_of(span_of(language)));
}

static inline void stage_release(struct stage *stage)
{
    passage_release(&stage->passage);
    words_release(&stage->words);
    tokens_release(&stage->tokens);
}

#endif
