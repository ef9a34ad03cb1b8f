#include "corpus/voices/turns.h"

#include "corpus/base/table.h"

/* True for what may stand in a label: names, titles, initials. */
static bool fits_label(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    if (here->shape & SHAPE_WORD)
        return here->shape & SHAPE_CAPITAL || here->is & LEXICON_PARTICLE;
    return here->mark == '.' || here->mark == ',';
}

uint32_t turns_label_end(const struct passage *passage, uint32_t paragraph)
{
    struct passage_paragraph words = passage->paragraphs[paragraph];
    uint32_t end = words.first + TURNS_LABEL_MAX;

    if (!passage_shaped(passage, words.first, SHAPE_CAPITAL))
        return 0;
    for (uint32_t i = words.first; i < words.end && i < end; i++) {
        if (passage->words[i].mark == ':')
            return i + 1 < words.end ? i : 0;
        if (!fits_label(passage, i))
            return 0;
    }
    return 0;
}

/* How many different labels there are. */
static size_t label_count(const struct passage *passage)
{
    struct table labels = TABLE_EMPTY;
    size_t count = 0;

    for (uint32_t p = 0; p < passage->paragraph_count; p++) {
        uint32_t end = turns_label_end(passage, p);

        if (end)
            table_add(&labels, passage_text(passage, passage->paragraphs[p].first, end));
    }
    count = labels.count;
    table_release(&labels);
    return count;
}

bool turns_are_here(const struct passage *passage)
{
    size_t turns = 0;

    for (uint32_t p = 0; p < passage->paragraph_count; p++)
        turns += turns_label_end(passage, p) > 0;
    return turns >= TURNS_MIN && turns * 3 >= passage->paragraph_count &&
           label_count(passage) * 2 <= turns;
}

bool turns_cut(struct marked_list *list, const struct passage *passage, uint32_t paragraph)
{
    struct passage_paragraph words = passage->paragraphs[paragraph];
    uint32_t label = turns_label_end(passage, paragraph);

    if (!label)
        return false;
    marked_add(list, passage,
               (struct marked){
                   .first = label + 1,
                   .end = words.end,
                   .outer_first = label + 1,
                   .outer_end = words.end,
                   .by = MARKED_TURN,
               });
    return true;
}
