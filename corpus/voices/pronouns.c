#include "corpus/voices/pronouns.h"

enum {
    BACK_MENTIONS = 40, /* mentions looked at */
    BACK_SENTENCES = 8, /* of those that hold mentions */
    BACK_PARAGRAPHS = 8,
    BROUGHT_SENTENCES = 2, /* from where somebody unnamed is brought in */
    STRAY_VOTES = 1,       /* for a sex, that a company may get from a pronoun near it */
};

/* Points of a person to be meant; compared, never shown. */
enum {
    POINTS_START = 40,
    POINTS_A_SENTENCE = 5, /* lost for each sentence between */
    POINTS_SAYS = 8,       /* was the subject of a cue */
    POINTS_FIRST = 6,      /* stands first in its sentence */
    POINTS_OBLIQUE = 6,    /* lost behind a preposition, with 's */
    POINTS_SEX = 4,        /* the sex is known, and fits */
    POINTS_NO_PERSON = 25, /* lost without evidence of being a person */
    POINTS_AGAIN = 3,      /* for a further mention, */
    AGAIN_MAX = 2,         /* and one more */
};

struct search {
    const struct mention_list *mentions;
    const struct passage *passage;
    const struct speaker_list *speakers;
};

struct choice {
    uint32_t person;
    int points;
    int again; /* further mentions that counted */
};

static int points_of(const struct search *search, uint32_t id, uint32_t sentences)
{
    const struct mention *mention = &search->mentions->items[id];
    int points = POINTS_START - POINTS_A_SENTENCE * (int)sentences;

    if (mention->says)
        points += POINTS_SAYS;
    if (mention->possessive || mention->is & LEXICON_OTHER_FORM ||
        (mention->behind_preposition && !mention->says)) /* "according to Smith" speaks */
        points -= POINTS_OBLIQUE;
    else if (mentions_is_first(search->mentions, search->passage, id))
        points += POINTS_FIRST;
    if (search->speakers->items[mention->person].evidence <= 0)
        points -= POINTS_NO_PERSON;
    if (speaker_sex(search->speakers, mention->person))
        points += POINTS_SEX;
    return points;
}

static uint32_t antecedent(const struct search *search, uint32_t pronoun)
{
    const struct mention *items = search->mentions->items;
    const struct passage_word *at = &search->passage->words[items[pronoun].first];
    struct choice best = {PASSAGE_NONE, 0, 0};
    uint32_t sentences = 0;
    uint32_t sentence = at->sentence;

    for (uint32_t i = pronoun; i > 0 && pronoun - i < BACK_MENTIONS; i--) {
        const struct mention *mention = &items[i - 1];
        const struct passage_word *word = &search->passage->words[mention->first];
        int points = 0;

        sentences += word->sentence != sentence;
        sentence = word->sentence;
        if (sentences > BACK_SENTENCES || at->paragraph - word->paragraph > BACK_PARAGRAPHS)
            break;
        if (mention->person == PASSAGE_NONE ||
            search->speakers->items[mention->person].evidence < 0 ||
            !speaker_sex_fits(search->speakers, mention->person, items[pronoun].is))
            continue;
        points = points_of(search, i - 1, sentences);
        if (mention->person == best.person)
            best.points += best.again++ < AGAIN_MAX ? POINTS_AGAIN : 0;
        else if (points > best.points)
            best = (struct choice){mention->person, points, 0};
    }
    return best.person;
}

/* A company says as much as a person does, but is called by one word, without a title. */
static bool is_bare_word(const struct mention *mention)
{
    return mention->end - mention->first == 1 && !(mention->is & (LEXICON_TITLE | LEXICON_GIVEN));
}

/* True where no more than a stray pronoun tells a sex of who is called by the mention. */
static bool is_sexless(const struct search *search, const struct mention *mention)
{
    const struct person *person = &search->speakers->items[mention->person];

    return person->male + person->female <= (is_bare_word(mention) ? STRAY_VOTES : 0);
}

/* True for what "it", or where `plural` "they", may mean. */
static bool can_be_thing(const struct search *search, const struct mention *mention, bool plural)
{
    if (mention->kind == MENTION_GROUP)
        return true;
    if (mention->kind == MENTION_ROLE)
        return plural && (mention->is & LEXICON_PLURAL || /* "A source said ... They added" */
                          (mention->says && !(mention->is & LEXICON_SEX)));
    if (mention->kind == MENTION_NAME)
        return !plural && is_sexless(search, mention) &&
               (search->speakers->items[mention->person].evidence <= 2 || is_bare_word(mention));
    return mention->kind == MENTION_WRITING && !plural;
}

/* "On the ministry's website it said": whose writing stands before it in its sentence, or
 * PASSAGE_NONE. */
static uint32_t writer_meant(const struct search *search, uint32_t pronoun)
{
    const struct mention *items = search->mentions->items;
    uint32_t start = passage_sentence_start(search->passage, items[pronoun].first);

    for (uint32_t i = pronoun; i > 1 && items[i - 2].first >= start; i--) {
        const struct mention *owner = &items[i - 2];

        if (items[i - 1].kind == MENTION_WRITING && owner->possessive &&
            owner->end == items[i - 1].first &&
            (owner->kind == MENTION_GROUP || owner->kind == MENTION_NAME))
            return i - 2;
    }
    return PASSAGE_NONE;
}

/* "They left a note. It said:": the last writing of this sentence or the one before, for "it"
 * where nothing else fits. */
static uint32_t writing_meant(const struct search *search, uint32_t pronoun)
{
    const struct mention *items = search->mentions->items;
    uint32_t sentence = search->passage->words[items[pronoun].first].sentence;

    if (items[pronoun].is & LEXICON_PLURAL)
        return PASSAGE_NONE;
    for (uint32_t i = pronoun; i > 0; i--) {
        if (search->passage->words[items[i - 1].first].sentence + 1 < sentence)
            break;
        if (items[i - 1].kind == MENTION_WRITING)
            return i - 1;
    }
    return PASSAGE_NONE;
}

static uint32_t thing_meant(const struct search *search, uint32_t pronoun)
{
    const struct mention *items = search->mentions->items;
    uint32_t sentence = search->passage->words[items[pronoun].first].sentence;
    bool plural = items[pronoun].is & LEXICON_PLURAL;
    uint32_t sentences = 0;
    uint32_t writer = writer_meant(search, pronoun);

    if (writer != PASSAGE_NONE)
        return writer;
    for (uint32_t i = pronoun; i > 0 && pronoun - i < BACK_MENTIONS; i--) {
        const struct mention *mention = &items[i - 1];
        uint32_t here = search->passage->words[mention->first].sentence;

        sentences += here != sentence;
        sentence = here;
        if (sentences > BACK_SENTENCES)
            break;
        if (mention->behind_preposition || mention->possessive ||
            (!mention->says && !(mentions_is_first(search->mentions, search->passage, i - 1) &&
                                 passage_has(search->passage, mention->end - 1, LEXICON_ROLE))))
            continue;
        if (mention->antecedent != PASSAGE_NONE)
            return mention->antecedent;
        if (can_be_thing(search, mention, plural))
            return i - 1;
    }
    return writing_meant(search, pronoun);
}

/* The last role that said something, or started its sentence, and that he or she may mean, where
 * no name does. */
static uint32_t role_meant(const struct search *search, uint32_t pronoun)
{
    const struct mention *items = search->mentions->items;
    uint32_t sentence = search->passage->words[items[pronoun].first].sentence;

    for (uint32_t i = pronoun; i > 0 && pronoun - i < BACK_MENTIONS; i--) {
        const struct mention *mention = &items[i - 1];

        if (sentence - search->passage->words[mention->first].sentence > BACK_SENTENCES)
            break;
        if (mention->kind == MENTION_WRITING || mention->behind_preposition ||
            (!mention->says && !mentions_is_first(search->mentions, search->passage, i - 1)))
            continue;
        if (mention->antecedent != PASSAGE_NONE)
            return mention->antecedent;
        if (mention->kind == MENTION_ROLE && !(mention->is & LEXICON_PLURAL) &&
            (!(mention->is & LEXICON_SEX) || mention->is & items[pronoun].is))
            return i - 1;
    }
    return PASSAGE_NONE;
}

/* True where the person is named by any mention from `from` up to `end`. */
static bool is_named_within(const struct search *search, uint32_t person, uint32_t from,
                            uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        if (search->mentions->items[i].kind == MENTION_NAME &&
            search->mentions->items[i].person == person)
            return true;
    }
    return false;
}

/*
 * True where the role was just brought in ("a retired pilot") as the subject of the sentence
 * before, or of this one, and the person is not named since: he is the pilot.
 */
static bool is_brought_in(const struct search *search, uint32_t role, uint32_t pronoun,
                          uint32_t person)
{
    const struct mention *mention = &search->mentions->items[role];
    const struct passage_word *words = search->passage->words;
    uint32_t sentence = words[mention->first].sentence;
    uint32_t first = role;

    if (mentions_is_definite(search->passage, mention) ||
        !passage_has(search->passage, mention->end - 1, LEXICON_ROLE) ||
        words[search->mentions->items[pronoun].first].sentence - sentence > BROUGHT_SENTENCES)
        return false;
    while (first > 0 && words[search->mentions->items[first - 1].first].sentence == sentence)
        first--;
    return !is_named_within(search, person, first, pronoun);
}

static void resolve_person(const struct search *search, struct mention *pronoun, uint32_t id)
{
    uint32_t role = PASSAGE_NONE;

    pronoun->person = antecedent(search, id);
    if (!pronoun->says || pronoun->is & LEXICON_OTHER_FORM)
        return;
    role = role_meant(search, id);
    if (role == PASSAGE_NONE ||
        (pronoun->person != PASSAGE_NONE && !is_brought_in(search, role, id, pronoun->person)))
        return;
    pronoun->person = PASSAGE_NONE;
    pronoun->antecedent = role;
}

/* "The 29-year-old", "the 60-year-old farmer", "the Belgian": somebody known, called otherwise. */
static bool is_renamed(const struct passage *passage, const struct mention *mention)
{
    if (mention->is & LEXICON_PLURAL ||
        !passage_has(passage, mention->outer_first, LEXICON_ARTICLE))
        return false;
    for (uint32_t i = mention->outer_first; i < mention->end; i++) {
        if (passage_ends_as(passage, i, GRAMMAR_AGE))
            return true;
    }
    return mention->head != PASSAGE_NONE && passage_has(passage, mention->head, LEXICON_ORIGIN) &&
           passage_ends_as(passage, mention->head, GRAMMAR_NATIVE);
}

static uint32_t person_of_role(const struct search *search, struct speaker_list *speakers,
                               uint32_t role)
{
    const struct mention *mention = &search->mentions->items[role];
    uint32_t person = speaker_of_role(speakers, search->passage, mention);

    if (person == PASSAGE_NONE && is_renamed(search->passage, mention))
        person = antecedent(search, role);
    return person;
}

void pronouns_resolve(struct mention_list *mentions, const struct passage *passage,
                      struct speaker_list *speakers)
{
    struct search search = {mentions, passage, speakers};

    for (uint32_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->items[i];

        if (mention->kind == MENTION_PRONOUN && mention->is & LEXICON_SEX)
            resolve_person(&search, mention, i);
        else if (mention->kind == MENTION_PRONOUN && mention->says &&
                 !(mention->is & (LEXICON_FIRST | LEXICON_OTHER_FORM)))
            mention->antecedent = thing_meant(&search, i);
        else if (mention->kind == MENTION_ROLE && mentions_is_definite(passage, mention))
            mention->person = person_of_role(&search, speakers, i);
    }
}
