#include "analysis/people/people_inside.h"
#include "corpus/base/memory.h"
#include "corpus/voices/lexicon.h"

void people_decide_all(struct settling *settling, const struct namesake *name,
                       enum people_rule rule)
{
    if (name->spelling == TABLE_NONE)
        return;
    for (uint32_t v = settling->voices_from[name->spelling];
         v < settling->voices_from[name->spelling + 1]; v++)
        people_decide(settling->people, settling->voices[v], name->person, rule);
}

uint32_t people_new(struct settling *settling, enum mark mark)
{
    size_t person = settling->people->count++;

    settling->marks =
        memory_grow(settling->marks, &settling->mark_capacity, person + 1, sizeof *settling->marks);
    settling->marks[person] = mark;
    return (uint32_t)person;
}

/* What the block's full names tell: who was quoted in which week, and of which sex they are. */
static void weigh(struct settling *settling, const struct namesake *names, size_t count)
{
    owners_clear(&settling->owners);
    for (size_t i = 0; i < count; i++) {
        uint32_t spelling = names[i].spelling;

        if (names[i].class == NAME_LAST || names[i].silent)
            continue;
        settling->sexes[names[i].person] |= names[i].sex;
        if (spelling == TABLE_NONE)
            continue;
        for (uint32_t v = settling->voices_from[spelling]; v < settling->voices_from[spelling + 1];
             v++) {
            const struct voice *voice = &settling->people->voices[settling->voices[v]];

            owners_add(&settling->owners, voice->week, names[i].person, voice->quotes);
        }
    }
    owners_sum(&settling->owners);
}

/* The only one of the roster's people in the block, where nobody was quoted under a full name. */
static uint32_t only_listed(const struct settling *settling, const struct namesake *names,
                            size_t count, uint32_t sex)
{
    uint32_t found = PEOPLE_NOBODY;

    for (size_t i = 0; i < count; i++) {
        if (names[i].class == NAME_LAST || !names[i].fixed || names[i].silent ||
            names[i].person == found || !owners_sexes_fit(settling->sexes[names[i].person], sex))
            continue;
        if (found != PEOPLE_NOBODY)
            return PEOPLE_NOBODY;
        found = names[i].person;
    }
    return found;
}

static uint32_t sex_of(const struct settling *settling, const struct namesake *name, uint32_t voice)
{
    uint32_t told = settling->people->voices[voice].sex;

    return told ? told : name->parts.sex;
}

/* A pronoun may have been misread: it chooses among people but makes no two of one. */
static uint32_t sex_by_name(const struct settling *settling, const struct namesake *name,
                            uint32_t voice)
{
    return settling->people->voices[voice].titled ? settling->people->voices[voice].sex
                                                  : name->parts.sex;
}

/*
 * The owner of a last name alone in the voice's week, or else in all weeks;
 * nobody where the two are different people.
 */
static uint32_t owner_in_time(const struct settling *settling, int32_t week, uint32_t sex,
                              bool *any)
{
    bool any_then;
    uint32_t always = owners_find(&settling->owners, OWNERS_ALL_WEEKS, settling->sexes, sex, any);
    uint32_t then = owners_find(&settling->owners, week, settling->sexes, sex, &any_then);

    if (!any_then)
        return always;
    return always == OWNERS_NOBODY || always == then ? then : OWNERS_NOBODY;
}

static void find_owner(struct settling *settling, const struct namesake *names, size_t count,
                       const struct namesake *name, uint32_t voice)
{
    struct people *people = settling->people;
    uint32_t sex = sex_of(settling, name, voice);
    bool any = false;
    uint32_t person = owner_in_time(settling, people->voices[voice].week, sex, &any);
    enum people_rule rule = PEOPLE_LAST_NAME_80;

    if (!any) {
        person = only_listed(settling, names, count, sex);
        rule = PEOPLE_ROSTER;
    }
    /* "Trump Jr." is not whoever is mostly meant by Trump. */
    if (person != PEOPLE_NOBODY && name->parts.suffix.length == 0)
        people_decide(people, voice, person, rule);
}

/* Those of a block without an owner are one person, or one of each sex where both are told of. */
struct loners {
    uint32_t people[MARK_FEMALE + 1]; /* by mark; PEOPLE_NOBODY until there is one */
    uint32_t sexes, silent_sexes;     /* of those that count, and of those that do not */
    bool contested;                   /* others that count bear the name in full */
};

static enum mark mark_of(const struct loners *loners, uint32_t sex)
{
    bool both = loners->sexes == LEXICON_SEX;

    if (sex && (both || !owners_sexes_fit(loners->sexes, sex) ||
                (!loners->sexes && loners->silent_sexes == LEXICON_SEX)))
        return sex == LEXICON_MALE ? MARK_MALE : MARK_FEMALE;
    return loners->contested || both ? MARK_OPEN : MARK_NONE;
}

static void settle_loner(struct settling *settling, struct loners *loners, uint32_t sex,
                         uint32_t voice)
{
    enum mark mark = mark_of(loners, sex);

    if (loners->people[mark] == PEOPLE_NOBODY)
        loners->people[mark] = people_new(settling, mark);
    people_decide(settling->people, voice, loners->people[mark], PEOPLE_ALONE);
}

/* Gives the voices of a last name alone their owner, and notes the sexes of those without. */
static void find_owners(struct settling *settling, const struct namesake *names, size_t count,
                        const struct namesake *name, struct loners *loners)
{
    for (uint32_t v = settling->voices_from[name->spelling];
         v < settling->voices_from[name->spelling + 1]; v++) {
        uint32_t voice = settling->voices[v];

        find_owner(settling, names, count, name, voice);
        if (settling->people->person_of[voice] != PEOPLE_NOBODY)
            continue;
        if (settling->people->voices[voice].counts)
            loners->sexes |= sex_by_name(settling, name, voice);
        else
            loners->silent_sexes |= sex_by_name(settling, name, voice);
    }
}

static void settle_loners(struct settling *settling, const struct namesake *name,
                          struct loners *loners)
{
    for (uint32_t v = settling->voices_from[name->spelling];
         v < settling->voices_from[name->spelling + 1]; v++) {
        uint32_t voice = settling->voices[v];

        if (settling->people->person_of[voice] == PEOPLE_NOBODY)
            settle_loner(settling, loners, sex_by_name(settling, name, voice), voice);
    }
}

static bool is_open(const struct namesake *name)
{
    return !name->fixed && name->spelling != TABLE_NONE;
}

/* The block's last names alone, which are names[from .. count). */
static void settle_last_names(struct settling *settling, const struct namesake *names, size_t from,
                              size_t count)
{
    struct loners loners = {.people = {PEOPLE_NOBODY, PEOPLE_NOBODY, PEOPLE_NOBODY, PEOPLE_NOBODY},
                            .contested = false};

    for (size_t i = 0; i < from; i++)
        loners.contested = loners.contested || !names[i].silent;
    for (size_t i = from; i < count; i++) {
        if (is_open(&names[i]))
            find_owners(settling, names, count, &names[i], &loners);
    }
    for (size_t i = from; i < count; i++) {
        if (is_open(&names[i]))
            settle_loners(settling, &names[i], &loners);
    }
}

void people_settle_block(struct settling *settling, struct namesake *names, size_t count)
{
    struct people *people = settling->people;
    size_t before = people->count, last = 0;

    namesakes_settle(names, count, &people->count);
    if (people->count > before) {
        settling->marks = memory_grow(settling->marks, &settling->mark_capacity, people->count,
                                      sizeof *settling->marks);
        memset(settling->marks + before, 0, (people->count - before) * sizeof *settling->marks);
    }
    while (last < count && names[last].class != NAME_LAST)
        last++;
    for (size_t i = 0; i < count; i++) {
        if (names[i].person != PEOPLE_NOBODY)
            people_decide_all(settling, &names[i], PEOPLE_ROSTER);
    }
    weigh(settling, names, last);
    settle_last_names(settling, names, last, count);
}
