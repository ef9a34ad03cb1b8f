/*
 * Small words: which terms a text has in small letters, so that a capital makes no name of them.
 *
 *     struct smallwords small = SMALLWORDS_EMPTY;
 *
 *     smallwords_begin(&small, &words);
 *     smallwords_note(&small, term);              for each word in small letters
 *     if (smallwords_has(&small, term))
 *         ...
 *     smallwords_release(&small);
 */
#ifndef CORPUS_VOICES_SMALLWORDS_H
#define CORPUS_VOICES_SMALLWORDS_H

#include "corpus/text/recall.h"

struct smallwords {
    struct recall texts; /* of each term the number of the text that had it last, a byte */
    unsigned char *at;   /* the same, for the terms of the text at hand */
    unsigned char text;  /* its number; they go round from 1 to 255 */
};

#define SMALLWORDS_EMPTY ((struct smallwords){0})

/* Begins a text, which `words`, always the same, has read. */
void smallwords_begin(struct smallwords *small, const struct words *words);

static inline void smallwords_note(struct smallwords *small, uint32_t term)
{
    small->at[term] = small->text;
}

static inline bool smallwords_has(const struct smallwords *small, uint32_t term)
{
    return small->at[term] == small->text;
}

void smallwords_release(struct smallwords *small);

#endif
