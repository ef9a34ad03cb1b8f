#include "corpus/voices/smallwords.h"

#include <limits.h>

/* Numbers the text anew; true where the numbers begin again, so that those known say nothing. */
static bool begin_text(struct smallwords *small)
{
    small->text = (unsigned char)(small->text % UCHAR_MAX + 1);
    return small->text == 1;
}

void smallwords_read(struct smallwords *small, const struct passage *passage)
{
    const struct words *vocabulary = passage->vocabulary;
    const struct passage_word *words = passage->words;
    unsigned char *texts = recall_of(&small->texts, vocabulary, sizeof *texts), text;

    if (begin_text(small))
        memset(texts, 0, vocabulary->terms.count);
    text = small->text;
    for (size_t i = 0, count = passage->count; i < count; i++) {
        if ((words[i].shape & (SHAPE_WORD | SHAPE_CAPITAL)) == SHAPE_WORD)
            texts[words_number(vocabulary, i)] = text;
    }
}

bool smallwords_within(const struct smallwords *small, const struct passage *passage,
                       uint32_t first, uint32_t end)
{
    const unsigned char *texts = small->texts.items;

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
