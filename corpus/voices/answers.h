/*
 * Answers: what the lexicon says of the terms of a vocabulary, asked for once
 * a term.
 *
 *     struct answers answers = ANSWERS_EMPTY;
 *
 *     answers_begin(&answers, lexicon_of(span_of("en")), &words);
 *     if (answers_for(&answers, term)->is & LEXICON_STRONG)
 *         ...
 *     answers_release(&answers);
 *
 * The answers of a vocabulary are few, so a term has but the number of its own,
 * in two bytes: those all stay near, as the answers themselves would not. Past
 * as many answers as that counts, a new one is asked for each time.
 */
#ifndef CORPUS_VOICES_ANSWERS_H
#define CORPUS_VOICES_ANSWERS_H

#include "corpus/base/table.h"
#include "corpus/text/recall.h"
#include "corpus/voices/lexicon.h"

#include <stdint.h>

enum word_shape {
    SHAPE_WORD = 1 << 0,       /* a word; neither number nor mark */
    SHAPE_CAPITAL = 1 << 1,    /* starts with a capital letter */
    SHAPE_CAPITALS = 1 << 2,   /* two letters or more, all of them capitals */
    SHAPE_POSSESSIVE = 1 << 3, /* ended in 's, which name_end leaves out */
    SHAPE_BLANK_BEFORE = 1 << 4,
    SHAPE_SENTENCE = 1 << 5, /* the first word of a sentence */
    SHAPE_NUMBER = 1 << 6,
    SHAPE_FURTHER = 1 << 7,   /* a word behind the first in a form of several words */
    SHAPE_TITLED = 1 << 8,    /* of a sentence in title case: titlecase.h */
    SHAPE_DATELINE = 1 << 9,  /* of a dateline: placelines.h */
    SHAPE_PREFIXED = 1 << 10, /* "al-Ansari": starts in small letters, a capital behind them */
};

/* What the lexicon says of a term. */
struct answer {
    uint32_t shape;    /* SHAPE_ bits that all its words share, SHAPE_WORD among them */
    uint32_t is;       /* LEXICON_ bits */
    uint32_t compound; /* the same of its last part, where it is in no list itself */
    uint32_t bare;     /* the same of it without 's */
};

struct answers {
    struct table distinct;                    /* the answers there are, each a struct answer */
    struct recall numbers[LEXICON_LANGUAGES]; /* for each term its answer's id plus 1, a uint16_t */
    /* Of whom is asked, and about whose terms: */
    const struct lexicon *lexicon;
    const struct words *words;
    uint16_t *at; /* the numbers of that lexicon */
};

#define ANSWERS_EMPTY ((struct answers){0})

/* From now on the lexicon answers, about the terms that `words`, always the same, has now. */
void answers_begin(struct answers *answers, const struct lexicon *lexicon,
                   const struct words *words);

/* Asks about a term that is new; returns its answer's id plus 1. */
uint32_t answers_ask(struct answers *answers, uint32_t term);

/* The answer about a term. */
static inline const struct answer *answers_for(struct answers *answers, uint32_t term)
{
    uint32_t number = answers->at[term] ? answers->at[term] : answers_ask(answers, term);

    return (const void *)table_text(&answers->distinct, number - 1).bytes;
}

void answers_release(struct answers *answers);

#endif
