#include "corpus/voices/appositions.h"

enum { APPOSITION_MAX = 10 }; /* words between a name and the role */

uint32_t appositions_behind(const struct passage *passage, uint32_t end)
{
    uint32_t role = PASSAGE_NONE;

    if (passage->words[end].mark != ',')
        return PASSAGE_NONE;
    for (uint32_t i = end + 1; i < passage->count && i < end + APPOSITION_MAX; i++) {
        const struct passage_word *word = &passage->words[i];

        if (word->mark || word->paragraph != passage->words[end].paragraph ||
            word->is & (LEXICON_AUXILIARY | LEXICON_PRONOUN | LEXICON_CONJUNCTION) ||
            (role != PASSAGE_NONE && word->is & LEXICON_PREPOSITION))
            break;
        if (word->is & LEXICON_ROLE && !(word->is & LEXICON_PLURAL))
            role = i;
    }
    return role;
}

/* True where a comma or bracket, or its sentence, ends behind the name. */
static bool is_set_off(const struct passage *passage, const struct mention *name)
{
    uint32_t mark = passage->words[name->end].mark;

    return mark == ',' || mark == '(' || passage_ends_sentence(mark);
}

/* True for what ends the phrase of a role, from its name back. */
static bool ends_phrase(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return here->mark || here->quote != PASSAGE_NONE || here->cue != PASSAGE_NONE ||
           here->is & (LEXICON_AUXILIARY | LEXICON_PRONOUN | LEXICON_CONJUNCTION);
}

uint32_t appositions_before(const struct passage *passage, const struct mention *name)
{
    uint32_t comma = name->outer_first - 1;
    uint32_t start = passage_sentence_start(passage, name->outer_first);
    uint32_t role = PASSAGE_NONE;
    uint32_t at = comma;

    if (name->outer_first <= start + 1 || !passage_outside(passage, comma) ||
        passage->words[comma].mark != ',' || name->end - name->first < 2 ||
        !is_set_off(passage, name))
        return PASSAGE_NONE;
    for (; at > start && comma - at < APPOSITION_MAX && !ends_phrase(passage, at - 1); at--) {
        if (passage_has(passage, at - 1, LEXICON_PREPOSITION))
            role = PASSAGE_NONE; /* "the head of the council, Ann Miller," */
        else if (role == PASSAGE_NONE && passage_has(passage, at - 1, LEXICON_ROLE) &&
                 !passage_has(passage, at - 1, LEXICON_PLURAL))
            role = at - 1;
    }
    if (at > start + 1 && passage->words[at - 1].mark == ',' &&
        passage->words[at - 2].mention != PASSAGE_NONE)
        return PASSAGE_NONE;
    return role;
}
