#include "corpus/voices/smallwords.h"

#include <limits.h>

void smallwords_begin(struct smallwords *small, const struct words *words)
{
    small->at = recall_of(&small->texts, words, sizeof *small->at);
    small->text = (unsigned char)(small->text % UCHAR_MAX + 1);
    if (small->text == 1) /* the numbers begin again: those known say nothing */
        memset(small->at, 0, words->terms.count);
}

void smallwords_release(struct smallwords *small)
{
    recall_release(&small->texts);
    *small = SMALLWORDS_EMPTY;
}
