#include "corpus/voices/nearby.h"

enum {
    BEFORE_MENTIONS = 20, /* mentions looked at on each side */
    BEHIND_MENTIONS = 10,
    BEFORE_SENTENCES = 10,
    BEHIND_SENTENCES = 3,
    BEFORE_PARAGRAPHS = 4,
    MEANINGS_MENTIONS = 40, /* the same for whom a pronoun means */
    MEANINGS_SENTENCES = 12,
    MEANINGS_MAX = 6,
    THINGS_SENTENCES = 5, /* and what it means */
    THINGS_MAX = 4,
    NAMELESS_MAX = 2, /* roles and groups on one side */
};

struct nearby {
    const struct attribution_article *article;
    const struct marked *quote;
    struct candidate_list *list;
    uint32_t from; /* the first mention behind the quotation's start */
};

uint32_t nearby_mention_from(const struct mention_list *mentions, uint32_t word)
{
    size_t low = 0, high = mentions->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (mentions->items[middle].first < word)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static void add(struct nearby *nearby, struct attribution who)
{
    const struct candidate candidate = {.who = who};

    candidates_add(nearby->list, &candidate);
}

/* `candidate`, but that its pronoun or role is taken for another than it seemed. */
static struct candidate of_other_meaning(const struct candidate *candidate)
{
    struct candidate other = *candidate;

    candidates_set(&other, FEATURE_OTHER_MEANING);
    other.features[FEATURE_PRONOUN_OPEN / 64] &= ~candidates_bit(FEATURE_PRONOUN_OPEN);
    return other;
}

/* True where nothing tells that the name is a person's, and it says nothing. */
static bool is_thing(const struct nearby *nearby, const struct mention *mention)
{
    const struct passage_word *next = &nearby->article->passage->words[mention->end];

    return mention->kind == MENTION_NAME && mention->person != PASSAGE_NONE &&
           nearby->article->speakers->items[mention->person].evidence <= 0 &&
           (next->cue == PASSAGE_NONE || mention->possessive);
}

/* True for what may name somebody: no "I", no "him", no word that turned out to be no name. */
static bool may_name(const struct nearby *nearby, const struct mention *mention)
{
    return !is_thing(nearby, mention) && mention->kind != MENTION_NONE &&
           !(mention->is & LEXICON_FIRST) &&
           (mention->person != PASSAGE_NONE || mention->antecedent != PASSAGE_NONE ||
            mention->kind != MENTION_PRONOUN);
}

/* True where candidates from number `from` hold the person, or the mention of nobody known. */
static bool is_held(const struct nearby *nearby, size_t from, const struct mention *mention,
                    uint32_t id)
{
    for (size_t i = from; i < nearby->list->count; i++) {
        const struct attribution *who = &nearby->list->items[i].who;

        if (mention->person == PASSAGE_NONE ? who->mention == id : who->person == mention->person)
            return true;
    }
    return false;
}

/* True for "the ministry said" and the like: what has no name but says something. */
static bool says(const struct nearby *nearby, const struct mention *mention)
{
    const struct passage_word *next = &nearby->article->passage->words[mention->outer_end];

    return mention->kind != MENTION_WRITING && next->cue != PASSAGE_NONE &&
           !(next->is & LEXICON_PARTICIPLE);
}

static void add_near(struct nearby *nearby, uint32_t id, enum attribution_rule rule)
{
    add(nearby, (struct attribution){
                    .mention = id,
                    .person = nearby->article->mentions->items[id].person,
                    .cue = PASSAGE_NONE,
                    .rule = rule,
                });
}

static void look_before(struct nearby *nearby)
{
    const struct passage_word *words = nearby->article->passage->words;
    const struct passage_word *at = &words[nearby->quote->outer_first];
    size_t held = nearby->list->count;
    uint32_t nameless = 0;

    for (uint32_t i = nearby->from; i > 0 && nearby->from - i < BEFORE_MENTIONS; i--) {
        const struct mention *mention = &nearby->article->mentions->items[i - 1];
        const struct passage_word *word = &words[mention->first];

        if (at->sentence - word->sentence > BEFORE_SENTENCES ||
            at->paragraph - word->paragraph > BEFORE_PARAGRAPHS)
            return;
        if (!may_name(nearby, mention) || is_held(nearby, held, mention, i - 1))
            continue;
        if (mention->person == PASSAGE_NONE &&
            (!says(nearby, mention) || nameless++ >= NAMELESS_MAX))
            continue;
        add_near(nearby, i - 1, RULE_NEAR_BEFORE);
    }
}

static void look_behind(struct nearby *nearby)
{
    const struct mention_list *mentions = nearby->article->mentions;
    const struct passage_word *words = nearby->article->passage->words;
    const struct passage_word *at = &words[nearby->quote->outer_end - 1];
    size_t held = nearby->list->count;
    uint32_t nameless = 0;

    for (uint32_t i = nearby->from; i < mentions->count && i < nearby->from + BEHIND_MENTIONS;
         i++) {
        const struct mention *mention = &mentions->items[i];
        const struct passage_word *word = &words[mention->first];

        if (word->sentence - at->sentence > BEHIND_SENTENCES || word->paragraph != at->paragraph)
            return;
        if (!may_name(nearby, mention) || is_held(nearby, held, mention, i))
            continue;
        if (mention->person == PASSAGE_NONE &&
            (!says(nearby, mention) || nameless++ >= NAMELESS_MAX))
            continue;
        add_near(nearby, i, RULE_NEAR_AFTER);
    }
}

/* Whom else the pronoun or role of candidate `of` may mean: the people before it. */
static void add_meanings(struct nearby *nearby, const struct candidate *of)
{
    const struct attribution_article *article = nearby->article;
    const struct mention *items = article->mentions->items;
    const struct mention *pronoun = &items[of->who.mention];
    uint32_t sentence = article->passage->words[pronoun->first].sentence;
    size_t first = nearby->list->count;
    struct candidate other = of_other_meaning(of);

    for (uint32_t i = of->who.mention; i > 0 && of->who.mention - i < MEANINGS_MENTIONS; i--) {
        uint32_t person = items[i - 1].person;

        if (sentence - article->passage->words[items[i - 1].first].sentence > MEANINGS_SENTENCES)
            return;
        if (items[i - 1].kind != MENTION_NAME || person == PASSAGE_NONE ||
            person == of->who.person || article->speakers->items[person].evidence <= 0 ||
            is_held(nearby, first, &items[i - 1], i - 1) ||
            !speaker_sex_fits(article->speakers, person, pronoun->is))
            continue;
        if (nearby->list->count - first >= MEANINGS_MAX)
            return;
        other.who.person = person;
        candidates_add(nearby->list, &other);
    }
}

/* What else "it" or "they" may mean: groups and names before it that are nobody's for certain. */
static void add_things(struct nearby *nearby, const struct candidate *of)
{
    const struct attribution_article *article = nearby->article;
    const struct mention *items = article->mentions->items;
    const struct mention *pronoun = &items[of->who.mention];
    uint32_t sentence = article->passage->words[pronoun->first].sentence;
    size_t first = nearby->list->count;

    for (uint32_t i = of->who.mention; i > 0 && of->who.mention - i < MEANINGS_MENTIONS; i--) {
        const struct mention *mention = &items[i - 1];
        struct candidate other = of_other_meaning(of);

        if (sentence - article->passage->words[mention->first].sentence > THINGS_SENTENCES ||
            nearby->list->count - first >= THINGS_MAX)
            return;
        if ((mention->kind != MENTION_GROUP && mention->kind != MENTION_NAME) ||
            mention->possessive || i - 1 == pronoun->antecedent ||
            (mention->person != PASSAGE_NONE && speaker_sex(article->speakers, mention->person)) ||
            is_held(nearby, first, mention, i - 1))
            continue;
        other.who.mention = i - 1;
        other.who.person = mention->person;
        candidates_add(nearby->list, &other);
    }
}

static bool may_be_thing(const struct mention *mention)
{
    return mention->kind == MENTION_PRONOUN &&
           !(mention->is & (LEXICON_SEX | LEXICON_FIRST | LEXICON_OTHER_FORM));
}

/* True for he, she, "the president", "his lawyer"; "a lawyer" or "one lawyer" is nobody known. */
static bool has_meanings(const struct passage *passage, const struct mention *mention)
{
    const struct passage_word *first = &passage->words[mention->outer_first];

    if (mention->kind == MENTION_PRONOUN)
        return mention->is & LEXICON_SEX;
    return mention->kind == MENTION_ROLE && !(mention->is & LEXICON_PLURAL) &&
           (first->is & LEXICON_OTHER_FORM ||
            (first->is & LEXICON_ARTICLE && mentions_is_definite(passage, mention)));
}

static void add_all_meanings(struct nearby *nearby)
{
    size_t count = nearby->list->count;

    for (size_t i = 0; i < count; i++) {
        const struct candidate candidate = nearby->list->items[i];

        if (candidate.who.mention == PASSAGE_NONE || candidates_rule_inherits(candidate.who.rule))
            continue;
        if (has_meanings(nearby->article->passage,
                         &nearby->article->mentions->items[candidate.who.mention]))
            add_meanings(nearby, &candidate);
        else if (may_be_thing(&nearby->article->mentions->items[candidate.who.mention]))
            add_things(nearby, &candidate);
    }
}

static void add_earlier(struct nearby *nearby, const struct history *history)
{
    for (size_t i = 0; i < HISTORY_EARLIER; i++) {
        struct attribution who = history->earlier[i];

        if (who.person == PASSAGE_NONE || who.person == history->previous.person)
            continue;
        who.rule = RULE_INHERIT_EARLIER;
        who.cue = PASSAGE_NONE;
        add(nearby, who);
    }
}

/* True where a rule leaves no doubt, so that nobody else need be looked at. */
static bool is_certain(const struct nearby *nearby)
{
    for (size_t i = 0; i < nearby->list->count; i++) {
        const struct candidate *candidate = &nearby->list->items[i];

        if (candidate->who.rule == RULE_CONTINUED)
            return true;
        if (candidates_rule_is_behind(candidate->who.rule) &&
            candidate->who.person != PASSAGE_NONE && !candidates_has(candidate, FEATURE_CUE_WEAK) &&
            !candidates_has(candidate, FEATURE_NEW_SENTENCE) &&
            candidates_has(candidate, FEATURE_NAME) && candidates_has(candidate, FEATURE_PERSON))
            return true;
    }
    return false;
}

void nearby_candidates(struct candidate_list *list, const struct attribution_article *article,
                       uint32_t quote, const struct history *history)
{
    struct nearby nearby = {
        .article = article,
        .quote = &article->quotations->items[quote],
        .list = list,
    };

    if (is_certain(&nearby))
        return;
    nearby.from = nearby_mention_from(article->mentions, nearby.quote->outer_first);
    add_all_meanings(&nearby);
    add_earlier(&nearby, history);
    look_before(&nearby);
    look_behind(&nearby);
}
