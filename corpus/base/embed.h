/*
 * Data files compiled into the program.
 *
 *     EMBED(stopwords_en, "corpus/lexicon/en/stopwords.txt");
 *     struct span words = embed_span(stopwords_en, stopwords_en_end);
 *
 * The path is from the project's root, where the compiler runs. A NUL follows
 * the bytes and is not counted. The Makefile names the data files as
 * prerequisites of the object that embeds them.
 */
#ifndef CORPUS_BASE_EMBED_H
#define CORPUS_BASE_EMBED_H

#include "corpus/base/span.h"

/* Declares `name[]` and `name_end[]` and places the file's bytes between them. */
#define EMBED(name, path)                                                                          \
    extern const char name[];                                                                      \
    extern const char name##_end[];                                                                \
    __asm__(".pushsection .rodata\n.global " #name "\n.global " #name "_end\n" #name               \
            ":\n.incbin \"" path "\"\n" #name "_end:\n.byte 0\n.popsection\n")

static inline struct span embed_span(const char *first, const char *end)
{
    return (struct span){.bytes = first, .length = (size_t)(end - first)};
}

#endif
