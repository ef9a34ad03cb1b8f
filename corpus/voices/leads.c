#include "corpus/voices/leads.h"

enum { DESCRIPTION_MAX = 4 }; /* words that describe a name before it */

uint32_t leads_owner(const struct passage *passage, const struct mention_list *mentions,
                     uint32_t first, uint32_t end)
{
    uint32_t other = PASSAGE_NONE;

    for (uint32_t i = first; i < end; i++) {
        uint32_t id = passage->words[i].mention;
        const struct mention *mention = id == PASSAGE_NONE ? NULL : &mentions->items[id];

        if (mention && (mention->possessive || mention->is & LEXICON_OTHER_FORM))
            return id;
        if (mention && other == PASSAGE_NONE && mention->kind == MENTION_NAME &&
            mention->is & (LEXICON_GIVEN | LEXICON_TITLE))
            other = id; /* "Su Twitter Fabio Pardi ha scritto" */
    }
    return other;
}

uint32_t leads_author(const struct passage *passage, uint32_t first, uint32_t end)
{
    if (!grammar_is(lexicon_grammar(passage->lexicon), GRAMMAR_AUTHOR,
                    passage_term(passage, first)))
        return PASSAGE_NONE;
    for (uint32_t i = first + 1; i < end && passage_follows(passage, i); i++) {
        if (passage_shaped(passage, i, SHAPE_POSSESSIVE))
            return passage->words[i].mention;
    }
    return PASSAGE_NONE;
}

bool leads_alone(const struct passage *passage, const struct mention *mention, uint32_t start)
{
    uint32_t at = mention->outer_first;

    if (at <= start + 1)
        return true;
    while (at > start && mention->outer_first - at < DESCRIPTION_MAX &&
           passage_outside(passage, at - 1) && !passage->words[at - 1].mark &&
           passage->words[at - 1].cue == PASSAGE_NONE &&
           !passage_has(passage, at - 1, LEXICON_CONJUNCTION | LEXICON_PREPOSITION))
        at--;
    return mention->kind == MENTION_NAME && at > start + 1 &&
           passage_has(passage, at - 1, LEXICON_CONJUNCTION) && passage->words[at - 2].mark;
}
