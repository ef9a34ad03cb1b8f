#include "corpus/voices/heads.h"

enum {
    CLIMB_MAX = 5,       /* words between a complement and its preposition */
    APPOSITION_MAX = 30, /* words of an apposition */
    COMPLEMENTS_MAX = 4  /* "of the head of the ministry of" */
};

bool heads_names_office(const struct passage *passage, uint32_t word, const struct mention *name)
{
    const struct passage_word *of = &passage->words[word];

    return name && name->kind == MENTION_NAME && name->end - name->first >= 2 &&
           name->outer_first == word + 2 && of->is & LEXICON_PREPOSITION &&
           of->end - of->start == 2 && !passage_shaped(passage, word + 1, SHAPE_CAPITAL) &&
           !passage_has(passage, word + 1, LEXICON_PLAIN | LEXICON_ROLE | LEXICON_TITLE) &&
           !passage_has(passage, name->end - 1, LEXICON_ORGANISATION | LEXICON_PLACE);
}

/* The mention before the preposition at `word`, of which `mention` is the complement, or NULL. */
static const struct mention *owner_before(const struct heads *heads, const struct mention *mention,
                                          uint32_t word)
{
    const struct mention *owner = NULL;

    if (word == heads->from || heads_names_office(heads->passage, word, mention))
        return NULL;
    owner = heads_mention(heads, word - 1);
    return heads_can_speak(owner) && owner->end <= word ? owner : NULL; /* "Bank of Norland" */
}

/* "Ambassador to the Norland Council Ann Miller": the council is the complement, not the name. */
static bool is_led_by_office(const struct heads *heads, const struct mention *mention)
{
    uint32_t before = mention->first - 1;

    return mention->kind == MENTION_NAME && mention->end - mention->first >= 2 &&
           mention->first > heads->from + 1 && passage_follows(heads->passage, mention->first) &&
           passage_shaped(heads->passage, before, SHAPE_CAPITAL) &&
           !passage_shaped(heads->passage, before, SHAPE_POSSESSIVE) &&
           passage_has(heads->passage, before, LEXICON_ORGANISATION | LEXICON_GROUP) &&
           !passage_has(heads->passage, before, LEXICON_TITLE | LEXICON_ROLE);
}

/*
 * The mention that this one is a complement of: "a spokesman" for the ministry of
 * "a spokesman for the ministry". NULL where there is no such mention.
 */
static const struct mention *governor(const struct heads *heads, const struct mention *mention)
{
    uint32_t at = mention->outer_first;

    if (is_led_by_office(heads, mention))
        return NULL;
    if (at > heads->from && passage_has(heads->passage, at, LEXICON_ARTICLE)) {
        const struct mention *owner = heads_mention(heads, at - 1); /* "der Chef des BPI" */

        if (heads_can_speak(owner) && owner->end == at && owner->kind == MENTION_ROLE)
            return owner;
    }
    for (uint32_t i = 0; i < CLIMB_MAX && at > heads->from; i++) {
        const struct passage_word *before = &heads->passage->words[at - 1];
        const struct mention *found = heads_mention(heads, at - 1);

        if (before->is & LEXICON_PREPOSITION)
            return owner_before(heads, mention, at - 1);
        if (before->mark || before->quote != PASSAGE_NONE ||
            before->is & (LEXICON_AUXILIARY | LEXICON_CONJUNCTION | LEXICON_PRONOUN) ||
            before->cue != PASSAGE_NONE ||
            (found && passage_has(heads->passage, mention->outer_first, LEXICON_ARTICLE)))
            return NULL; /* "in a post on Netchat the ministry said" */
        at = found ? found->outer_first : at - 1;
    }
    return NULL;
}

const struct mention *heads_of(const struct heads *heads, const struct mention *mention)
{
    for (int i = 0; i < COMPLEMENTS_MAX; i++) {
        const struct mention *above = governor(heads, mention);

        if (!above)
            return mention;
        mention = above;
    }
    return mention;
}

uint32_t heads_bracket(const struct heads *heads, uint32_t word)
{
    for (uint32_t i = word; i > heads->from && word - i < APPOSITION_MAX; i--) {
        if (heads->passage->words[i - 1].mark == '(')
            return i - 1;
    }
    return word;
}

const struct mention *heads_ending(const struct heads *heads, uint32_t at)
{
    const struct mention *mention = NULL;

    if (at > heads->from && heads->passage->words[at - 1].mark == ')')
        at = heads_bracket(heads, at - 1);
    mention = at > heads->from ? heads_mention(heads, at - 1) : NULL;
    return mention && mention->end == at ? mention : NULL;
}

/* True where what stands behind a comma describes the name before it. */
static bool starts_description(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];

    return here->shape & SHAPE_NUMBER ||
           here->is & (LEXICON_ARTICLE | LEXICON_RELATIVE | LEXICON_ROLE | LEXICON_TITLE |
                       LEXICON_OTHER_FORM);
}

/* True where what stands behind a comma may do so. */
static bool may_describe(const struct passage *passage, uint32_t word)
{
    const struct passage_word *here = &passage->words[word];
    struct span text = passage_word_text(passage, word);

    if (starts_description(passage, word) ||
        here->is & (LEXICON_ORIGIN | LEXICON_GROUP | LEXICON_ADVERB | LEXICON_PREPOSITION |
                    LEXICON_CONJUNCTION | LEXICON_PARTICIPLE | LEXICON_FUNCTION |
                    LEXICON_ORGANISATION | LEXICON_SUFFIX | LEXICON_PLACE))
        return true;
    if (here->is & (LEXICON_PRONOUN | LEXICON_AUXILIARY | LEXICON_CUE))
        return false;
    if ((unsigned char)text.bytes[0] >= 0xD0 && !(here->shape & SHAPE_CAPITAL))
        return true; /* Cyrillic: a participle, a noun in any case */
    return text.length > 4 &&
           (passage_ends_as(passage, word, GRAMMAR_PARTICIPLE) || here->shape & SHAPE_CAPITAL ||
            passage_has(passage, word + 1, LEXICON_ROLE));
}

/* "the company's chief executive, John Smith, said": a name between commas, no name before it. */
static bool is_apposed_name(const struct heads *heads, const struct mention *name)
{
    const struct mention *outer = NULL;

    if (!heads_can_speak(name) || name->kind != MENTION_NAME || name->outer_first <= heads->from ||
        heads->passage->words[name->outer_first - 1].mark != ',')
        return false;
    if (name->outer_first - 1 > heads->from)
        outer = heads_mention(heads, name->outer_first - 2);
    return !outer || outer->kind != MENTION_NAME || heads_of(heads, outer)->kind == MENTION_ROLE;
}

/* The name or role that ends before the mark at `edge` and may be described behind it, or NULL. */
static const struct mention *described_before(const struct heads *heads, uint32_t edge)
{
    const struct passage_word *here = &heads->passage->words[edge];
    const struct mention *name = NULL;

    if (here->quote != PASSAGE_NONE || (!heads_is_edge(here->mark) && here->mark != '('))
        return NULL;
    name = heads_ending(heads, edge);
    if (name && name->kind == MENTION_GROUP && here->mark == ',')
        name = heads_of(heads, name); /* "Ann Miller of the Bank of Norland, speaking to" */
    if (!heads_can_speak(name) || name->behind_preposition ||
        (name->kind != MENTION_NAME && name->kind != MENTION_ROLE))
        return NULL;
    return here->mark != ',' || may_describe(heads->passage, edge + 1) ? name : NULL;
}

/* "The Norland Institute, a thinktank, said": the group that `inner` describes, or NULL. */
static const struct mention *group_described(const struct heads *heads, const struct mention *inner)
{
    const struct passage *passage = heads->passage;
    const struct mention *group = NULL;
    uint32_t comma = inner ? inner->outer_first - 1 : 0;

    if (!inner || inner->kind != MENTION_GROUP || inner->outer_first <= heads->from + 1 ||
        passage->words[comma].mark != ',' || mentions_is_definite(passage, inner))
        return NULL;
    group = heads_ending(heads, comma);
    return heads_can_speak(group) && group->kind == MENTION_GROUP && !group->behind_preposition
               ? group
               : NULL;
}

const struct mention *heads_described(const struct heads *heads, uint32_t edge)
{
    const struct passage *passage = heads->passage;
    const struct mention *inner = heads_ending(heads, edge);
    const struct mention *group = group_described(heads, inner);
    const struct mention *likely = NULL; /* "Smith, in London, said": if nothing better comes */

    if (is_apposed_name(heads, inner))
        return inner;
    if (group)
        return group;
    for (uint32_t i = edge; i > heads->from + 1 && edge - i < APPOSITION_MAX; i--) {
        const struct mention *name = NULL;

        if (passage->words[i - 1].mark == ')') /* what stands in brackets is no subject */
            i = heads_bracket(heads, i - 1) + 1;
        name = described_before(heads, i - 1);
        if (name && (passage->words[i - 1].mark != ',' || starts_description(passage, i)))
            return heads_of(heads, name);
        if (!likely)
            likely = name;
    }
    if (!likely && heads_can_speak(inner))
        likely = inner;
    return likely ? heads_of(heads, likely) : NULL;
}
