#include "corpus/voices/speaker.h"

#include "corpus/base/memory.h"
#include "corpus/text/utf8.h"
#include "corpus/voices/appositions.h"
#include "corpus/voices/cues.h"

#include <assert.h>
#include <stdlib.h>

enum {
    SAME_LAST_MAX = 16,  /* people of one last name that are compared */
    PRONOUN_MENTIONS = 8 /* mentions before a pronoun that are looked at */
};

enum { VOTE_TITLE = 3, VOTE_GIVEN = 2, VOTE_PRONOUN = 1 };

/* Room for who has each form there is now; none of the new ones is anybody's. */
static void make_room(struct speaker_list *list)
{
    size_t had = list->holder_capacity;

    list->holders = memory_grow(list->holders, &list->holder_capacity, list->forms.texts.count,
                                sizeof *list->holders);
    memset(list->holders + had, 0, (list->holder_capacity - had) * sizeof *list->holders);
}

/* Who has the form in the article at hand. */
static struct speaker_form *holders(struct speaker_list *list, uint32_t form)
{
    struct speaker_form *known;

    if (form >= list->holder_capacity)
        make_room(list);
    known = &list->holders[form];
    if (known->article != list->article)
        *known = (struct speaker_form){
            .by_last = PASSAGE_NONE,
            .by_first = PASSAGE_NONE,
            .by_inner = PASSAGE_NONE,
            .holder = PASSAGE_NONE,
            .article = list->article,
        };
    return known;
}

/* The last word of a name that is no suffix. */
static uint32_t last_word(const struct passage *passage, const struct mention *mention)
{
    uint32_t last = mention->end - 1;

    while (last > mention->first &&
           (passage->words[last].mark || passage_has(passage, last, LEXICON_SUFFIX)))
        last--;
    return last;
}

/* True for a name with a first name: not "Von der Wiese" where nouns have capitals. */
static bool is_full(const struct passage *passage, const struct mention *mention)
{
    bool last_only = lexicon_nouns_have_capitals(passage->lexicon) &&
                     passage_has(passage, mention->first, LEXICON_PARTICLE) &&
                     !passage_has(passage, mention->first, LEXICON_GIVEN);

    return mention->kind == MENTION_NAME && !last_only &&
           last_word(passage, mention) > mention->first;
}

/* --- who is who ------------------------------------------------------------------ */

static bool is_initial_of(struct span initial, struct span name)
{
    struct utf8_point point = utf8_at(initial, 0);

    return point.width == initial.length && name.length >= initial.length &&
           memcmp(initial.bytes, name.bytes, initial.length) == 0;
}

static bool first_names_fit(const struct speaker_list *list, uint32_t one, uint32_t other)
{
    struct span left = forms_text(&list->forms, one);
    struct span right = forms_text(&list->forms, other);

    return one == other || is_initial_of(left, right) || is_initial_of(right, left);
}

static uint32_t add_person(struct speaker_list *list, uint32_t first_key, uint32_t last_key,
                           const struct mention *mention)
{
    uint32_t id = (uint32_t)list->count;

    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = (struct person){
        .first_key = first_key,
        .last_key = last_key,
        .same_last = holders(list, last_key)->by_last,
        .name_first = mention->first,
        .name_end = mention->end,
    };
    holders(list, last_key)->by_last = id;
    if (first_key != last_key)
        holders(list, first_key)->by_first = id;
    return id;
}

/* In inflected languages the shorter last word is nearer to the form of the dictionary. */
static bool is_better_name(const struct passage *passage, const struct mention *mention,
                           const struct person *person)
{
    struct span mine = passage_text(passage, mention->end - 1, mention->end);
    struct span best = passage_text(passage, person->name_end - 1, person->name_end);

    if (!utf8_starts_cyrillic(best))
        return false;
    return mention->end - mention->first >= person->name_end - person->name_first &&
           mine.length < best.length;
}

/* Who has these names, or PASSAGE_NONE. */
static uint32_t by_full_name(struct speaker_list *list, uint32_t first, uint32_t last)
{
    uint32_t person = holders(list, last)->by_last;

    for (size_t i = 0; i < SAME_LAST_MAX && person != PASSAGE_NONE; i++) {
        if (first_names_fit(list, first, list->items[person].first_key))
            return person;
        person = list->items[person].same_last;
    }
    return PASSAGE_NONE;
}

/* Of two last names the first serves alone too: "Ruiz" is "Ana Ruiz Calvo". */
static void hold_inner(struct speaker_list *list, const struct passage *passage,
                       const struct mention *mention)
{
    uint32_t inner = last_word(passage, mention) - 1;

    if (inner > mention->first && passage_shaped(passage, inner, SHAPE_CAPITAL) &&
        !passage_is_initial(passage, inner) &&
        !passage_has(passage, inner, LEXICON_GIVEN | LEXICON_PARTICLE))
        holders(list, forms_key(&list->forms, passage, inner))->by_inner = mention->person;
}

static void join_full(struct speaker_list *list, const struct passage *passage,
                      struct mention *mention)
{
    uint32_t first = forms_key(&list->forms, passage, mention->first);
    uint32_t last = forms_key(&list->forms, passage, last_word(passage, mention));
    uint32_t person = by_full_name(list, first, last);

    if (person == PASSAGE_NONE)
        person = add_person(list, first, last, mention);
    else if (is_better_name(passage, mention, &list->items[person])) {
        list->items[person].name_first = mention->first;
        list->items[person].name_end = mention->end;
    }
    mention->person = person;
    hold_inner(list, passage, mention);
}

static void vote(struct person *person, uint32_t is, int votes)
{
    if (is & LEXICON_MALE)
        person->male += votes;
    if (is & LEXICON_FEMALE)
        person->female += votes;
}

uint32_t speaker_sex(const struct speaker_list *list, uint32_t person)
{
    const struct person *who = &list->items[person];

    if (who->male == who->female)
        return 0;
    return who->male > who->female ? LEXICON_MALE : LEXICON_FEMALE;
}

bool speaker_sex_fits(const struct speaker_list *list, uint32_t person, uint32_t is)
{
    uint32_t sex = speaker_sex(list, person);

    return !sex || !(is & LEXICON_SEX) || is & sex;
}

/* Of those with this last name: the one last seen, of a sex that fits. */
static uint32_t by_last_name(struct speaker_list *list, uint32_t key, uint32_t is)
{
    uint32_t best = PASSAGE_NONE;
    uint32_t person = holders(list, key)->by_last;

    for (size_t i = 0; i < SAME_LAST_MAX && person != PASSAGE_NONE; i++) {
        if (speaker_sex_fits(list, person, is & LEXICON_TITLE ? is : 0) &&
            (best == PASSAGE_NONE || list->items[person].last_seen > list->items[best].last_seen))
            best = person;
        person = list->items[person].same_last;
    }
    return best;
}

/*
 * True where somebody whose name of three words starts with the key was seen later than `person`:
 * "Kim" is then Kim Jong Un, not Jack Kim.
 */
static bool is_first_of_three(struct speaker_list *list, uint32_t key, uint32_t person, uint32_t is)
{
    uint32_t first = holders(list, key)->by_first;

    return first != PASSAGE_NONE && list->items[first].last_seen > list->items[person].last_seen &&
           list->items[first].name_end - list->items[first].name_first == 3 &&
           speaker_sex_fits(list, first, is & LEXICON_TITLE ? is : 0);
}

static void join_single(struct speaker_list *list, const struct passage *passage,
                        struct mention *mention, bool may_add)
{
    uint32_t key = forms_key(&list->forms, passage, last_word(passage, mention));
    uint32_t person = by_last_name(list, key, mention->is);

    if (passage_shaped(passage, mention->first, SHAPE_TITLED) && is_full(passage, mention)) {
        mention->person = by_full_name(list, forms_key(&list->forms, passage, mention->first), key);
        return;
    }
    if (person == PASSAGE_NONE ||
        is_first_of_three(list, key, person, mention->is)) /* "Mr. Li": Li Zhanshu */
        person = holders(list, key)->by_first;
    if (person == PASSAGE_NONE)
        person = holders(list, key)->by_inner;
    if (person == PASSAGE_NONE && may_add)
        person = add_person(list, key, key, mention);
    mention->person = person;
}

/* True where the article has one of the name's words, but for particles, in small letters. */
static bool has_small(const struct passage *passage, const struct mention *mention)
{
    for (uint32_t i = mention->first; i < mention->end; i++) {
        if (passage_has_small(passage, i) && !passage_has(passage, i, LEXICON_PARTICLE))
            return true;
    }
    return false;
}

/* "Designing", "Effective": a word of no list that is no name, as it stands in small letters too.
 */
static bool is_common(const struct passage *passage, const struct mention *mention)
{
    return mention->end - mention->first == 1 && mention->outer_first == mention->first &&
           !passage_has(passage, mention->first, LEXICON_GIVEN) &&
           !cues_says_at(passage, mention->end) && has_small(passage, mention);
}

/* Joins the names of one word that are doubtful, or those that are not. */
static void join_singles(struct speaker_list *list, const struct passage *passage,
                         struct mention_list *mentions, bool doubtful)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->items[i];

        if (mention->kind != MENTION_NAME)
            continue;
        if (mention->person == PASSAGE_NONE && mention->doubtful == doubtful)
            join_single(list, passage, mention, !doubtful && !is_common(passage, mention));
        if (mention->person == PASSAGE_NONE)
            continue;
        list->items[mention->person].last_seen = i + 1;
        if (doubtful && passage_shaped(passage, mention->first, SHAPE_TITLED))
            mention->doubtful = false;
    }
}

static void join_names(struct speaker_list *list, const struct passage *passage,
                       struct mention_list *mentions)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->items[i];

        if (!is_full(passage, mention) || mention->doubtful)
            continue;
        join_full(list, passage, mention);
        vote(&list->items[mention->person], mention->is,
             mention->is & LEXICON_TITLE ? VOTE_TITLE : VOTE_GIVEN);
    }
    join_singles(list, passage, mentions, false);
    join_singles(list, passage, mentions, true);
    for (uint32_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->items[i];

        if (mention->kind == MENTION_NAME && mention->person == PASSAGE_NONE)
            mention->kind = MENTION_NONE;
    }
}

/* --- what is known of each -------------------------------------------------------- */

static void hold_role(struct speaker_list *list, const struct passage *passage, uint32_t word,
                      uint32_t person)
{
    struct speaker_form *role = holders(list, forms_of(&list->forms, passage, word));

    role->holder = !role->held || role->holder == person ? person : PASSAGE_NONE;
    role->held = true;
}

/* True for "the Index", "our Challenge", but not for "the Miller plan". */
static bool is_behind_article(const struct passage *passage, const struct mention *mention)
{
    return mention->outer_first == mention->first && mention->first &&
           passage_has(passage, mention->first - 1, LEXICON_ARTICLE | LEXICON_OTHER_FORM) &&
           !passage_shaped(passage, mention->end, SHAPE_WORD);
}

/* "Rover XC90": no person's name. */
static bool has_digit(struct span name)
{
    for (size_t i = 0; i < name.length; i++) {
        if (name.bytes[i] >= '0' && name.bytes[i] <= '9')
            return true;
    }
    return false;
}

/* What speaks against a person: "the Index", "in Index", "an index". */
static int doubts(const struct passage *passage, const struct mention *mention)
{
    if (mention->is & (LEXICON_TITLE | LEXICON_GIVEN))
        return 0;
    return (has_small(passage, mention) ? 2 : 0) +
           (has_digit(passage_text(passage, mention->first, mention->end)) ? 4 : 0) +
           (is_behind_article(passage, mention) ? 2 : 0) + (mention->behind_preposition ? 1 : 0);
}

static void judge_name(struct speaker_list *list, const struct passage *passage,
                       const struct mention *mention)
{
    struct person *person = &list->items[mention->person];
    const struct passage_word *next = &passage->words[mention->end];
    uint32_t apposed = appositions_behind(passage, mention->end);

    if (apposed == PASSAGE_NONE)
        apposed = appositions_before(passage, mention);
    if (mention->is & LEXICON_TITLE) {
        person->evidence += 3;
        vote(person, mention->is, VOTE_TITLE);
    }
    if (mention->is & LEXICON_GIVEN)
        person->evidence += 3;
    if (mention->head != PASSAGE_NONE)
        hold_role(list, passage, mention->head, mention->person);
    if (apposed != PASSAGE_NONE) {
        person->evidence += 2;
        vote(person, passage->words[apposed].is, VOTE_GIVEN);
        hold_role(list, passage, apposed, mention->person);
    }
    if (next->mark == ',' && passage_shaped(passage, mention->end + 1, SHAPE_NUMBER))
        person->evidence += 2;
    if (next->is & LEXICON_RELATIVE ||
        (next->mark == ',' && passage_has(passage, mention->end + 1, LEXICON_RELATIVE)))
        person->evidence += 1;
    if (next->mark == ',' && mention->end + 2 < passage->count && next[2].mark)
        next++; /* "The foreign secretary, Liz Truss, said:", but not "in Port Ellery, said Vorsk"
                 */
    if (next->cue != PASSAGE_NONE && next->is & LEXICON_STRONG && !mention->possessive)
        person->evidence += 2;
    if (mention->end - mention->first == 1 &&
        person->name_end - person->name_first > 1) /* shortened to the last name */
        person->evidence += 2;
    person->evidence -= doubts(passage, mention);
}

/* A pronoun votes for the one person named in its sentence and the one before. */
static void vote_pronoun(struct speaker_list *list, const struct passage *passage,
                         const struct mention_list *mentions, uint32_t pronoun)
{
    uint32_t sentence = passage->words[mentions->items[pronoun].first].sentence;
    uint32_t person = PASSAGE_NONE;

    for (uint32_t i = pronoun; i > 0 && pronoun - i < PRONOUN_MENTIONS; i--) {
        const struct mention *mention = &mentions->items[i - 1];

        if (passage->words[mention->first].sentence + 1 < sentence)
            break;
        if (mention->kind != MENTION_NAME || mention->person == person)
            continue;
        if (person != PASSAGE_NONE)
            return;
        person = mention->person;
    }
    if (person == PASSAGE_NONE)
        return;
    vote(&list->items[person], mentions->items[pronoun].is, VOTE_PRONOUN);
}

static void judge(struct speaker_list *list, const struct passage *passage,
                  const struct mention_list *mentions)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];

        if (mention->kind == MENTION_NAME)
            judge_name(list, passage, mention);
        else if (mention->kind == MENTION_PRONOUN && mention->is & LEXICON_SEX)
            vote_pronoun(list, passage, mentions, i);
    }
}

/* Sends for what is known of the words of names: waiting for it is most of what joining costs. */
static void expect_names(struct speaker_list *list, const struct passage *passage,
                         const struct mention_list *mentions)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->items[i];

        if (mention->kind != MENTION_NAME)
            continue;
        forms_expect(&list->forms, passage, mention->first);
        forms_expect(&list->forms, passage, last_word(passage, mention));
    }
}

void speaker_know(struct speaker_list *list, const struct passage *passage,
                  struct mention_list *mentions)
{
    if (!forms_hold(&list->forms, passage))
        speaker_release(list);
    list->count = 0;
    list->article++;
    expect_names(list, passage, mentions);
    join_names(list, passage, mentions);
    judge(list, passage, mentions);
}

struct span speaker_name(const struct speaker_list *list, const struct passage *passage,
                         uint32_t person)
{
    return passage_text(passage, list->items[person].name_first, list->items[person].name_end);
}

uint32_t speaker_of_role(struct speaker_list *list, const struct passage *passage,
                         const struct mention *mention)
{
    if (mention->head == PASSAGE_NONE || mention->is & LEXICON_PLURAL)
        return PASSAGE_NONE;
    return holders(list, forms_of(&list->forms, passage, mention->head))->holder;
}

void speaker_release(struct speaker_list *list)
{
    free(list->items);
    free(list->holders);
    forms_release(&list->forms);
    *list = SPEAKER_LIST_EMPTY;
}
