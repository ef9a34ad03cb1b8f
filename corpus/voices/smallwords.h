/*
 * Small words: which words an article has in small letters too, so that a capital makes no name
 * of them.
 *
 *     struct smallwords small = SMALLWORDS_EMPTY;
 *
 *     smallwords_read(&small, &passage);
 *     if (smallwords_within(&small, &passage, name_first, name_end))
 *         ...
 *     smallwords_release(&small);
 */
#ifndef CORPUS_VOICES_SMALLWORDS_H
#define CORPUS_VOICES_SMALLWORDS_H

#include "corpus/voices/passage.h"

struct smallwords {
    struct recall texts; /* of each term the number of the text that had it last, a byte */
    unsigned char text;  /* number of the one read last; they go round from 1 to 255 */
};

#define SMALLWORDS_EMPTY ((struct smallwords){0})

/* Replaces what was known by the words of the passage. */
void smallwords_read(struct smallwords *small, const struct passage *passage);

/*
 * True where one of words `first` to `end`, of the passage read last, stands somewhere in it in
 * small letters; particles do not count.
 */
bool smallwords_within(const struct smallwords *small, const struct passage *passage,
                       uint32_t first, uint32_t end);

void smallwords_release(struct smallwords *small);

#endif
