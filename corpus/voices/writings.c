#include "corpus/voices/writings.h"

static bool is_full_name(const struct mention *mention)
{
    return mention->kind == MENTION_NAME && mention->is & (LEXICON_GIVEN | LEXICON_TITLE);
}

/* True for whose a writing just behind it is: "Smith's", "the ministry's", "her". */
static bool owns(const struct mention *mention)
{
    return mention->possessive ? mention->kind == MENTION_NAME || mention->kind == MENTION_GROUP
                               : mention->is & LEXICON_OTHER_FORM;
}

/* Whose the writing `id` is by what stands before it, "Smith's Facebook post"; or PASSAGE_NONE. */
static uint32_t owner_before(const struct mention_list *list, uint32_t id)
{
    const struct mention *writing = &list->items[id];

    for (uint32_t before = id; before > 0; before--) {
        const struct mention *mention = &list->items[before - 1];

        if (mention->end != writing->first && mention->first < writing->outer_first)
            break;
        if (owns(mention))
            return before - 1;
    }
    return PASSAGE_NONE;
}

/* The preposition behind a writing and what says when: "a tweet on Monday by"; else its end. */
static uint32_t author_link(const struct passage *passage, const struct mention *writing)
{
    uint32_t at = writing->end;

    while (at < writing->end + 3 && passage_follows(passage, at + 1) &&
           passage_has(passage, at, LEXICON_PREPOSITION | LEXICON_CALENDAR) &&
           passage_has(passage, at + 1, LEXICON_PREPOSITION | LEXICON_CALENDAR))
        at++;
    return at;
}

uint32_t writings_author(const struct mention_list *list, const struct passage *passage,
                         uint32_t id)
{
    const struct mention *writing = &list->items[id];
    const struct mention *next = writing + 1;
    uint32_t owner = PASSAGE_NONE;
    uint32_t link = 0;

    if (writing->kind != MENTION_WRITING)
        return id;
    owner = owner_before(list, id);
    if (owner != PASSAGE_NONE)
        return owner;
    if (id + 1 == list->count)
        return id;
    link = author_link(passage, writing);
    if (next->outer_first == link + 1 && passage_serves(passage, link, GRAMMAR_AUTHOR) &&
        is_full_name(next))
        return id + 1;
    return passage_follows(passage, writing->end) && /* "das Fazit der Betreiber" */
                   passage_serves(passage, writing->end, GRAMMAR_GENITIVE) &&
                   next->outer_first - writing->end <= 1
               ? id + 1
               : id;
}
