#include "corpus/voices/complements.h"

#include "corpus/voices/nouns.h"

enum {
    GENITIVE_MAX = 4,    /* words of a genitive without article */
    MODIFIERS_MAX = 2,   /* words between a role and a name in marks */
    MARKED_NAME_MAX = 6, /* words and marks of that name */
};

/* "A spokesman" goes on with "for the ministry". */
static void add_linked(struct mention_list *list, const struct passage *passage)
{
    for (size_t i = 0; i + 1 < list->count; i++) {
        struct mention *mention = &list->items[i];
        const struct mention *next = mention + 1;
        uint32_t at = mention->end;

        if (mention->kind != MENTION_ROLE || mention->possessive ||
            !passage_has(passage, at, LEXICON_PREPOSITION) ||
            !passage_serves(passage, at, GRAMMAR_BELONGING) ||
            passage->words[at].paragraph != passage->words[mention->first].paragraph)
            continue;
        at++;
        at += passage_has(passage, at, LEXICON_ARTICLE);
        if (next->doubtful && passage_has(passage, at - 1, LEXICON_ARTICLE))
            continue; /* "ein Landwirt von einer Kugel" */
        if ((next->kind == MENTION_NAME || next->kind == MENTION_GROUP) &&
            (next->first == at || next->outer_first == at) && !next->possessive)
            mention->outer_end = next->end;
    }
}

/* The end of "управления транспорта" behind a role that ends at `word`; `word` for none. */
static uint32_t bare_genitive_end(const struct passage *passage, const struct mention_list *list,
                                  uint32_t word)
{
    uint32_t end = word;

    while (end - word < GENITIVE_MAX && passage_follows(passage, end) &&
           passage->words[end].cue == PASSAGE_NONE && !passage_has(passage, end, LEXICON_PLAIN)) {
        uint32_t id = passage->words[end].mention;

        if (id != PASSAGE_NONE && list->items[id].kind != MENTION_GROUP)
            return word;
        if (id == PASSAGE_NONE && !nouns_may_be_genitive(passage, end))
            break;
        end = id == PASSAGE_NONE ? end + 1 : list->items[id].end;
    }
    return end;
}

uint32_t complements_marked_name_end(const struct passage *passage, uint32_t word)
{
    uint32_t quote = passage->words[word].quote;
    uint32_t end = word;

    if (quote == PASSAGE_NONE || !passage_shaped(passage, word + 1, SHAPE_CAPITAL))
        return word;
    while (end < passage->count && end - word <= MARKED_NAME_MAX &&
           passage->words[end].quote == quote)
        end++;
    return end - word <= MARKED_NAME_MAX && passage_shaped(passage, end - 2, SHAPE_WORD) ? end
                                                                                         : word;
}

/*
 * "Der Chef der Behörde", "the newspaper «Utro»", "spokesman of the firm «Utro»": a genitive, and
 * a name in marks, go with it.
 */
static void add_owners(struct mention_list *list, const struct passage *passage)
{
    for (size_t i = 0; i < list->count; i++) {
        struct mention *mention = &list->items[i];
        uint32_t at = mention->outer_end;
        uint32_t end = 0;

        if ((mention->kind != MENTION_ROLE && mention->kind != MENTION_GROUP) ||
            mention->possessive)
            continue;
        if (lexicon_nouns_have_capitals(passage->lexicon) &&
            !passage_shaped(passage, mention->end - 1, SHAPE_CAPITALS))
            at = mention->outer_end = nouns_genitive_end(passage, at);
        else if (lexicon_has_no_articles(passage->lexicon) && mention->kind == MENTION_ROLE)
            at = mention->outer_end = bare_genitive_end(passage, list, at);
        for (uint32_t k = 0;
             k < MODIFIERS_MAX && passage_follows(passage, at) &&
             passage->words[at].mention == PASSAGE_NONE && passage->words[at].cue == PASSAGE_NONE &&
             !passage_has(passage, at, LEXICON_PLAIN);
             k++)
            at++;
        end = complements_marked_name_end(passage, at);
        if (end > at + 2)
            mention->outer_end = end;
    }
}

void complements_add(struct mention_list *list, const struct passage *passage)
{
    add_linked(list, passage);
    add_owners(list, passage);
}
