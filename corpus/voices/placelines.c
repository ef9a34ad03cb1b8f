#include "corpus/voices/placelines.h"

enum { PLACE_MIN = 5 }; /* letters of a place of no list */

/* True for a word or mark that may stand in a dateline, before its dash. */
static bool may_belong(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return here->shape & (SHAPE_CAPITAL | SHAPE_NUMBER) || here->mark == ',' || here->mark == '.' ||
           here->mark == '/' || here->mark == '(' || here->mark == ')';
}

/* True for the dash that ends one; behind a bracket the blank behind it may be missing. */
static bool is_end(const struct passage *passage, uint32_t word)
{
    return passage_is_dash(passage, word) ||
           (passage->words[word].mark == '-' && passage->words[word - 1].mark == ')' &&
            passage_shaped(passage, word, SHAPE_BLANK_BEFORE));
}

static bool starts_with_place(const struct passage *passage, uint32_t first)
{
    const struct passage_word *here = &passage->words[first];

    return here->shape & SHAPE_CAPITALS &&
           (here->is & LEXICON_PLACE || here->end - here->start >= PLACE_MIN ||
            passage_shaped(passage, first + 1, SHAPE_CAPITALS));
}

/* The first word behind the dateline that starts at `first`, a paragraph's; `first` for none. */
static uint32_t dateline_end(const struct passage *passage, uint32_t first, uint32_t end)
{
    uint32_t dash = first;

    while (dash < end && dash - first < PLACELINES_MAX && passage_outside(passage, dash) &&
           may_belong(passage, dash))
        dash++;
    if (dash == first || dash + 1 >= end || !is_end(passage, dash) ||
        !passage_outside(passage, dash) || !passage_outside(passage, dash + 1))
        return first;
    return passage->words[dash - 1].mark == ')' || starts_with_place(passage, first) ? dash + 1
                                                                                     : first;
}

void placelines_mark(struct passage *passage)
{
    for (size_t p = 0; p < passage->paragraph_count; p++) {
        struct passage_paragraph paragraph = passage->paragraphs[p];
        uint32_t end = 0;

        if (!may_belong(passage, paragraph.first + 1) && !is_end(passage, paragraph.first + 1))
            continue; /* as in most of them */
        end = dateline_end(passage, paragraph.first, paragraph.end);
        for (uint32_t i = paragraph.first; i < end; i++)
            passage->words[i].shape |= SHAPE_DATELINE;
    }
}
