#include "corpus/voices/smallwords.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum { BITS = 64 };

void smallwords_read(struct smallwords *small, const struct passage *passage)
{
    const struct words *vocabulary = passage->vocabulary;
    const struct passage_word *words = passage->words;
    size_t size = vocabulary->terms.count / BITS + 1;
    uint64_t *terms;

    small->terms = memory_grow(small->terms, &small->capacity, size, sizeof *small->terms);
    terms = memset(small->terms, 0, size * sizeof *small->terms);
    for (size_t i = 0, count = passage->count; i < count; i++) {
        uint32_t term = words_number(vocabulary, i);

        if ((words[i].shape & (SHAPE_WORD | SHAPE_CAPITAL)) == SHAPE_WORD)
            terms[term / BITS] |= UINT64_C(1) << term % BITS;
    }
}

bool smallwords_within(const struct smallwords *small, const struct passage *passage,
                       uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        uint32_t term = words_number(passage->vocabulary, i);

        if (passage_shaped(passage, i, SHAPE_WORD) && !passage_has(passage, i, LEXICON_PARTICLE) &&
            small->terms[term / BITS] >> term % BITS & 1)
            return true;
    }
    return false;
}

void smallwords_release(struct smallwords *small)
{
    free(small->terms);
    *small = SMALLWORDS_EMPTY;
}
