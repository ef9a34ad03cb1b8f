#include "corpus/voices/smallwords.h"

void smallwords_read(struct smallwords *small, const struct passage *passage)
{
    const struct words *vocabulary = passage->vocabulary;
    uint32_t *texts = recall_of(&small->texts, vocabulary, sizeof *texts);
    const struct passage_word *words = passage->words;
    uint32_t text = ++small->text;

    for (size_t i = 0, count = passage->count; i < count; i++) {
        if ((words[i].shape & (SHAPE_WORD | SHAPE_CAPITAL)) == SHAPE_WORD)
            texts[words_number(vocabulary, i)] = text;
    }
}

bool smallwords_within(struct smallwords *small, const struct passage *passage, uint32_t first,
                       uint32_t end)
{
    const uint32_t *texts = recall_of(&small->texts, passage->vocabulary, sizeof *texts);

    for (uint32_t i = first; i < end; i++) {
        if (passage_shaped(passage, i, SHAPE_WORD) && !passage_has(passage, i, LEXICON_PARTICLE) &&
            texts[words_number(passage->vocabulary, i)] == small->text)
            return true;
    }
    return false;
}

void smallwords_release(struct smallwords *small)
{
    recall_release(&small->texts);
    *small = SMALLWORDS_EMPTY;
}
