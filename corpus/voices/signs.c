#include "corpus/voices/signs.h"

#include "corpus/base/memory.h"
#include "corpus/voices/nearby.h"
#include "corpus/voices/signlist.h"

#include <stdlib.h>

/* --- one article ------------------------------------------------------------------ */

void signs_read(struct signs *signs, const struct attribution_article *article)
{
    const struct mention_list *mentions = article->mentions;

    signs->article = article;
    signs->people = memory_grow(signs->people, &signs->person_capacity,
                                article->speakers->count + 1, sizeof *signs->people);
    memset(signs->people, 0, (article->speakers->count + 1) * sizeof *signs->people);
    for (size_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];

        if (mention->kind != MENTION_NAME || mention->person == PASSAGE_NONE)
            continue;
        if (!signs->people[mention->person].seen++)
            signs->people[mention->person].first = (uint32_t)i;
        signs->people[mention->person].says += mention->says;
    }
}

void signs_spoke(struct signs *signs, uint32_t person)
{
    if (person != PASSAGE_NONE)
        signs->people[person].spoke++;
}

void signs_release(struct signs *signs)
{
    free(signs->people);
    *signs = SIGNS_EMPTY;
}

/* --- one quotation ---------------------------------------------------------------- */

enum {
    LOOK_MENTIONS = 60, /* on each side, for the nearest name or whom a pronoun means */
    SAYS_NEAR = 2       /* sentences before a pronoun in which the one meant said something */
};

struct look {
    const struct signs *signs;
    const struct passage *passage;
    const struct mention *mentions;
    const struct marked *quote;
    const struct history *history;
    uint32_t from;                           /* the first mention behind the quotation's start */
    uint32_t nearest_before, nearest_behind; /* the names beside it, or PASSAGE_NONE */
    uint64_t facts;
    unsigned gap_sentences, gap_paragraphs, gap_names;
    uint32_t gap_person; /* the last person meant between, or PASSAGE_NONE */
    uint32_t gap_first;  /* the first mention between */
    uint32_t last_meant; /* the last person meant before the quotation, or PASSAGE_NONE */
    bool gap_one;        /* nobody else is meant between, but not the speaker before */
    bool cue_between;    /* of the quotation before */
};

static void set_if(struct candidate *candidate, unsigned feature, bool holds)
{
    if (holds)
        candidates_set(candidate, feature);
}

static unsigned least(unsigned number, unsigned most)
{
    return number < most ? number : most;
}

/* 0, 1 to 2, 3 to 5, 6 to 11, 12 to 24, more. */
static unsigned words_bin(uint32_t words)
{
    static const uint32_t ends[] = {0, 2, 5, 11, 24};
    unsigned bin = 0;

    while (bin < sizeof ends / sizeof *ends && words > ends[bin])
        bin++;
    return bin;
}

/* 0, 1, 2, 3 to 4, more. */
static unsigned sentences_bin(uint32_t sentences)
{
    return sentences <= 2 ? sentences : sentences <= 4 ? 3 : 4;
}

static unsigned evidence_bin(int evidence)
{
    return evidence < 0 ? 0 : evidence == 0 ? 1 : evidence < 3 ? 2 : 3;
}

/* 1, 2, 3 to 5, more. */
static unsigned seen_bin(uint32_t seen)
{
    return seen <= 1 ? 0 : seen == 2 ? 1 : seen <= 5 ? 2 : 3;
}

static unsigned class_of(enum attribution_rule rule)
{
    if (rule == RULE_NONE)
        return CLASS_NOBODY;
    if (candidates_rule_inherits(rule))
        return CLASS_BEFORE;
    return rule == RULE_CONTEXT || rule == RULE_NEAR_BEFORE || rule == RULE_NEAR_AFTER
               ? CLASS_OTHER
               : CLASS_CLAUSE;
}

/* True where no other name stands before it in its sentence. */
static bool is_first_name(const struct look *look, uint32_t id)
{
    uint32_t sentence = look->passage->words[look->mentions[id].first].sentence;

    for (uint32_t i = id; i > 0 && id - i < LOOK_MENTIONS; i--) {
        if (look->passage->words[look->mentions[i - 1].first].sentence != sentence)
            return true;
        if (look->mentions[i - 1].kind == MENTION_NAME)
            return false;
    }
    return true;
}

/* True where the person is named first between the quotation before and this one. */
static bool is_new(const struct look *look, uint32_t person)
{
    const struct signs_person *who = &look->signs->people[person];

    return who->seen && who->first >= look->gap_first && who->first < look->from;
}

static void look_person(const struct look *look, struct candidate *candidate, unsigned own)
{
    uint32_t person = candidate->who.person;
    const struct person *who = NULL;

    if (person == PASSAGE_NONE)
        return;
    who = &look->signs->article->speakers->items[person];
    candidates_set(candidate, own + OWN_EVIDENCE + evidence_bin(who->evidence));
    candidates_set(candidate, own + OWN_SEEN + seen_bin(look->signs->people[person].seen));
    candidates_set(candidate, own + OWN_SPOKE + least(look->signs->people[person].spoke, 2));
    candidates_set(candidate, own + OWN_HEARD + least(look->signs->people[person].says, 2));
    set_if(candidate, own + OWN_SEX, who->male != who->female);
    set_if(candidate, own + OWN_PREVIOUS, person == look->history->previous.person);
    set_if(candidate, own + OWN_EARLIER, person == look->history->earlier[0].person);
    set_if(candidate, own + OWN_FULL, who->name_end - who->name_first > 1);
    if (is_new(look, person))
        candidates_set(candidate, own + OWN_NEW + (person == look->gap_person));
    set_if(candidate, own + OWN_LAST, person == look->last_meant);
}

static void look_place(const struct look *look, struct candidate *candidate, unsigned own)
{
    uint32_t id = candidate->who.mention;
    const struct mention *mention = &look->mentions[id];
    const struct passage_word *words = look->passage->words;
    const struct passage_word *at = &words[look->quote->outer_first];
    const struct passage_word *here = &words[mention->first];

    if (mention->first < look->quote->outer_first) {
        candidates_set(candidate, own + OWN_KIND_BEFORE + mention->kind);
        candidates_set(candidate,
                       own + OWN_WORDS_BEFORE + words_bin(look->quote->outer_first - mention->end));
        candidates_set(candidate,
                       own + OWN_SENTENCES + sentences_bin(at->sentence - here->sentence));
        candidates_set(candidate, own + OWN_PARAGRAPHS + least(at->paragraph - here->paragraph, 2));
        set_if(candidate, own + OWN_NEAREST, id == look->nearest_before);
    } else {
        candidates_set(candidate, own + OWN_KIND_BEHIND + mention->kind);
        candidates_set(candidate,
                       own + OWN_WORDS_BEHIND + words_bin(mention->first - look->quote->outer_end));
        set_if(candidate, own + OWN_NEAREST, id == look->nearest_behind);
    }
    set_if(candidate, own + OWN_FIRST,
           mentions_is_first(look->signs->article->mentions, look->passage, id));
    set_if(candidate, own + OWN_POSSESSIVE, mention->possessive);
    set_if(candidate, own + OWN_OBLIQUE, mention->behind_preposition && !mention->says);
    set_if(candidate, own + OWN_DOUBTFUL, mention->doubtful);
    set_if(candidate, own + OWN_SAYS, mention->says);
    set_if(candidate, own + OWN_TITLED,
           mention->is & LEXICON_TITLE || mention->head != PASSAGE_NONE);
}

/* True where a mention may mean what `pronoun`, of another person, does: it is a rival. */
static bool is_rival(const struct look *look, const struct mention *mention,
                     const struct mention *pronoun)
{
    const struct speaker_list *speakers = look->signs->article->speakers;

    return mention->person != PASSAGE_NONE && speakers->items[mention->person].evidence > 0 &&
           speaker_sex_fits(speakers, mention->person, pronoun->is);
}

/* Where the person whom a pronoun or role may mean was meant last before it. */
static void look_back(const struct look *look, struct candidate *candidate)
{
    const struct mention *mention = &look->mentions[candidate->who.mention];
    bool last = true, nearest = true, found = false;

    for (uint32_t i = candidate->who.mention; i > 0 && candidate->who.mention - i < LOOK_MENTIONS;
         i--) {
        const struct mention *named = &look->mentions[i - 1];

        if (named->person != candidate->who.person) {
            last &= !is_rival(look, named, mention);
            nearest &= named->kind != MENTION_NAME || !is_rival(look, named, mention);
            continue;
        }
        set_if(candidate, SIGN_MEANT_LAST, last && !found);
        found = true;
        if (named->kind != MENTION_NAME)
            continue;
        candidates_set(candidate, SIGN_MEANT_SENTENCES +
                                      sentences_bin(look->passage->words[mention->first].sentence -
                                                    look->passage->words[named->first].sentence));
        set_if(candidate, SIGN_MEANT_FIRST,
               mentions_is_first(look->signs->article->mentions, look->passage, i - 1));
        set_if(candidate, SIGN_MEANT_FIRST_NAME, is_first_name(look, i - 1));
        set_if(candidate, SIGN_MEANT_SAYS, named->says);
        set_if(candidate, SIGN_MEANT_SAYS_NEAR,
               named->says && look->passage->words[mention->first].sentence -
                                      look->passage->words[named->first].sentence <=
                                  SAYS_NEAR);
        set_if(candidate, SIGN_MEANT_OBLIQUE,
               named->possessive || (named->behind_preposition && !named->says));
        set_if(candidate, SIGN_MEANT_NEAREST, nearest);
        return;
    }
}

/* The person whom a pronoun or role may mean. */
static void look_meant(const struct look *look, struct candidate *candidate)
{
    const struct mention *mention = &look->mentions[candidate->who.mention];
    uint32_t person = candidate->who.person;

    if (mention->kind == MENTION_NAME || person == PASSAGE_NONE)
        return;
    look_back(look, candidate);
    if (is_new(look, person))
        candidates_set(candidate, SIGN_MEANT_NEW + (person == look->gap_person));
    candidates_set(candidate, SIGN_MEANT_BY_ROLE + (mention->kind == MENTION_ROLE));
    candidates_set(candidate,
                   SIGN_MEANT_EVIDENCE +
                       evidence_bin(look->signs->article->speakers->items[person].evidence));
    candidates_set(candidate, SIGN_MEANT_SEEN + seen_bin(look->signs->people[person].seen));
    set_if(candidate, SIGN_MEANT_SEX, speaker_sex(look->signs->article->speakers, person) != 0);
    set_if(candidate, SIGN_MEANT_PREVIOUS, person == look->history->previous.person);
    set_if(candidate, SIGN_MEANT_EARLIER, person == look->history->earlier[0].person);
}

static void look_gap(const struct look *look, struct candidate *candidate)
{
    candidates_set(candidate, SIGN_GAP_SENTENCES + look->gap_sentences);
    candidates_set(candidate, SIGN_GAP_PARAGRAPHS + look->gap_paragraphs);
    candidates_set(candidate, SIGN_GAP_NAMES + look->gap_names);
    set_if(candidate, SIGN_GAP_SAME,
           look->gap_person != PASSAGE_NONE && look->gap_person == candidate->who.person);
    set_if(candidate, SIGN_GAP_NEW,
           look->gap_person != PASSAGE_NONE && look->gap_person != candidate->who.person &&
               is_new(look, look->gap_person));
    set_if(candidate, SIGN_GAP_ONE, look->gap_one);
    candidates_set(candidate, SIGN_BEFORE_BY + class_of(look->history->previous.rule));
    set_if(candidate, SIGN_BEFORE_CUE, look->cue_between);
}

/* --- what holds for all candidates of a quotation ---------------------------------- */

static void read_gap(struct look *look, const struct marked *before)
{
    const struct passage_word *words = look->passage->words;
    const struct passage_word *end = &words[before->outer_end - 1];
    const struct passage_word *at = &words[look->quote->outer_first];
    uint32_t cue = look->history->previous.cue;

    look->gap_sentences = sentences_bin(at->sentence - end->sentence);
    look->gap_paragraphs = least(at->paragraph - end->paragraph, 3);
    look->gap_first = nearby_mention_from(look->signs->article->mentions, before->outer_end);
    for (uint32_t i = look->from; i > look->gap_first && look->from - i < LOOK_MENTIONS; i--) {
        const struct mention *mention = &look->mentions[i - 1];

        if (mention->kind != MENTION_NAME && mention->kind != MENTION_PRONOUN)
            continue;
        if (mention->person == PASSAGE_NONE)
            continue;
        if (look->gap_person == PASSAGE_NONE) {
            look->gap_person = mention->person;
            look->gap_one = mention->person != look->history->previous.person;
        }
        look->gap_one &= mention->person == look->gap_person;
        look->gap_names += mention->person != look->history->previous.person;
    }
    look->gap_names = least(look->gap_names, 2);
    look->cue_between = cue != PASSAGE_NONE &&
                        look->signs->article->cues->items[cue].first >= before->outer_end &&
                        look->signs->article->cues->items[cue].first < look->quote->outer_first;
}

static uint64_t fact(enum fact fact, bool holds)
{
    return (uint64_t)holds << fact;
}

static uint64_t facts_before(const struct look *look, const struct marked *before)
{
    const struct passage_word *end = &look->passage->words[before->outer_end - 1];
    const struct passage_word *at = &look->passage->words[look->quote->outer_first];

    return fact(FACT_SAME_PARAGRAPH, end->paragraph == at->paragraph) |
           fact(FACT_SAME_SENTENCE, end->sentence == at->sentence) |
           fact(FACT_ADJACENT,
                passage_only_marks(look->passage, before->outer_end, look->quote->outer_first));
}

static uint64_t facts_of(const struct look *look, const struct candidate_list *list)
{
    const struct passage *passage = look->passage;
    const struct marked *quote = look->quote;
    const struct candidate *nobody = &list->items[0];
    uint32_t length = quote->end - quote->first;
    uint32_t last = passage->words[quote->end - 1].mark;
    uint32_t behind = passage->words[quote->outer_end].mark;
    uint64_t facts = fact(FACT_ALWAYS, true);

    facts |= fact(FACT_WHOLE_PARAGRAPH, candidates_has(nobody, FEATURE_WHOLE_PARAGRAPH));
    facts |= fact(FACT_STARTS_PARAGRAPH, candidates_has(nobody, FEATURE_STARTS_PARAGRAPH));
    facts |= fact(FACT_FRAGMENT, candidates_has(nobody, FEATURE_FRAGMENT));
    facts |=
        fact(FACT_STARTS_SENTENCE, passage_shaped(passage, quote->outer_first, SHAPE_SENTENCE) ||
                                       passage_shaped(passage, quote->first, SHAPE_SENTENCE));
    facts |= fact(FACT_SHORT, length <= 2) | fact(FACT_PHRASE, length > 2 && length <= 5) |
             fact(FACT_LONG, length >= 20);
    facts |= fact(FACT_COMMA, last == ',' || behind == ',');
    facts |= fact(FACT_STOP, last == '.' || behind == '.');
    facts |= fact(FACT_ASKS, last == '?' || last == '!');
    facts |=
        fact(FACT_COLON, quote->outer_first && passage->words[quote->outer_first - 1].mark == ':');
    facts |= fact(FACT_FIRST, look->history->previous_quote == PASSAGE_NONE);
    for (size_t i = 1; i < list->count; i++) {
        enum attribution_rule rule = list->items[i].who.rule;
        bool strong = !candidates_has(&list->items[i], FEATURE_CUE_WEAK) &&
                      !candidates_has(&list->items[i], FEATURE_NEW_SENTENCE);

        facts |= fact(FACT_GOVERNED_BEHIND, strong && candidates_rule_is_behind(rule));
        facts |= fact(FACT_GOVERNED_BEFORE,
                      strong && (rule == RULE_BEFORE_CUE || rule == RULE_BEFORE_INVERTED ||
                                 rule == RULE_COLON || rule == RULE_PARAGRAPH_COLON));
    }
    return facts;
}

static void read_nearest(struct look *look)
{
    size_t count = look->signs->article->mentions->count;

    for (uint32_t i = look->from; i > 0 && look->from - i < LOOK_MENTIONS; i--) {
        look->last_meant = look->mentions[i - 1].person;
        if (look->last_meant != PASSAGE_NONE)
            break;
    }

    for (uint32_t i = look->from; i > 0 && look->from - i < LOOK_MENTIONS; i--) {
        if (look->mentions[i - 1].kind != MENTION_NAME)
            continue;
        look->nearest_before = i - 1;
        break;
    }
    for (uint32_t i = look->from; i < count && i - look->from < LOOK_MENTIONS; i++) {
        if (look->mentions[i].kind != MENTION_NAME)
            continue;
        look->nearest_behind = i;
        break;
    }
}

static void set_facts(struct candidate *candidate, uint64_t facts)
{
    unsigned class = SIGN_FACT + class_of(candidate->who.rule) * FACTS;

    for (; facts; facts &= facts - 1)
        candidates_set(candidate, class + (unsigned)__builtin_ctzll(facts));
}

void signs_look(struct candidate_list *list, const struct signs *signs, uint32_t quote,
                const struct history *history)
{
    const struct attribution_article *article = signs->article;
    struct look look = {
        .signs = signs,
        .passage = article->passage,
        .mentions = article->mentions->items,
        .quote = &article->quotations->items[quote],
        .history = history,
        .nearest_before = PASSAGE_NONE,
        .nearest_behind = PASSAGE_NONE,
        .gap_person = PASSAGE_NONE,
        .last_meant = PASSAGE_NONE,
    };

    look.from = nearby_mention_from(article->mentions, look.quote->outer_first);
    read_nearest(&look);
    look.facts = facts_of(&look, list);
    if (history->previous_quote != PASSAGE_NONE) {
        const struct marked *before = &article->quotations->items[history->previous_quote];

        look.facts |= facts_before(&look, before);
        read_gap(&look, before);
    }
    for (size_t i = 0; i < list->count; i++) {
        struct candidate *candidate = &list->items[i];
        unsigned class = class_of(candidate->who.rule);
        unsigned own = 0;

        set_facts(candidate, look.facts);
        if (class == CLASS_NOBODY)
            continue;
        own = SIGN_OWN + (class - 1) * OWN_END;
        look_person(&look, candidate, own);
        if (class == CLASS_BEFORE)
            look_gap(&look, candidate);
        else if (candidate->who.mention != PASSAGE_NONE) {
            candidates_set(candidate, SIGN_RULE_KIND + candidate->who.rule * KINDS +
                                          look.mentions[candidate->who.mention].kind);
            look_place(&look, candidate, own);
            look_meant(&look, candidate);
        }
    }
}
