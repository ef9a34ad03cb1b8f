/*
 * ASCII: what each of 64 bytes is, as bits, many bytes at a time.
 *
 *     ascii_classifier *classify = ascii_best();
 *     struct ascii_block block = ascii_at(classify, text, at);
 *
 *     if (block.letters >> 3 & 1)
 *         ...                       byte at + 3 is one of A to Z or a to z
 *
 * The classifier is chosen by what the processor can do; all give the same.
 */
#ifndef CORPUS_TEXT_ASCII_H
#define CORPUS_TEXT_ASCII_H

#include "corpus/base/span.h"

#include <stdint.h>

enum { ASCII_BLOCK = 64 };

/* Bit i stands for byte i. What has no bit in any is an ASCII mark. */
struct ascii_block {
    uint64_t letters;
    uint64_t digits;
    uint64_t spaces; /* blanks and controls */
    uint64_t wide;   /* bytes of characters past ASCII */
};

/* Reads ASCII_BLOCK bytes. */
typedef struct ascii_block ascii_classifier(const char *bytes);

ascii_classifier *ascii_best(void);

/* The bytes of `text` from `at` on; what lies behind the text is as good as blanks. */
struct ascii_block ascii_at(ascii_classifier *classify, struct span text, size_t at);

enum { ASCII_CLASSIFIERS = 3 };

/* All that this processor can run, the best last; returns how many. For tests. */
size_t ascii_all(ascii_classifier *all[static ASCII_CLASSIFIERS]);

/* The one that every processor can run. */
struct ascii_block ascii_plain(const char *bytes);

#endif
