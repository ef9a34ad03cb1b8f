#include "analysis/people/offices.h"
#include "analysis/people/people_inside.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

static void settle_blocks(struct settling *settling)
{
    size_t from = 0, to;

    qsort(settling->names, settling->count, sizeof *settling->names, namesakes_order);
    for (; from < settling->count; from = to) {
        to = from + 1;
        while (to < settling->count &&
               namesakes_share_block(&settling->names[from], &settling->names[to]))
            to++;
        if (settling->names[from].parts.is_name)
            people_settle_block(settling, settling->names + from, to - from);
    }
}

static void learn_offices(struct settling *settling, struct offices *offices)
{
    struct people *people = settling->people;

    for (size_t i = 0; i < people->holding_count; i++) {
        const struct holding *holding = &people->holdings[i];

        if (holding->counts && people->person_of[holding->voice] != PEOPLE_NOBODY)
            offices_learn(offices, &people->reader, table_text(&people->phrases, holding->phrase),
                          people->voices[holding->voice].week, people->person_of[holding->voice]);
    }
}

/* What is no name is the same only as itself, but for case and accents. */
static uint32_t person_of_other(struct settling *settling, const struct namesake *name)
{
    size_t known = settling->others.count;
    uint32_t other =
        table_add(&settling->others, name->parts.whole.length ? name->parts.whole : name->text);

    settling->other_people = memory_grow(settling->other_people, &settling->other_capacity,
                                         (size_t)other + 1, sizeof *settling->other_people);
    if (other >= known)
        settling->other_people[other] = people_new(settling, MARK_NONE);
    return settling->other_people[other];
}

static void settle_other(struct settling *settling, const struct offices *offices,
                         const struct namesake *name, struct bytes *phrase)
{
    struct people *people = settling->people;
    bool office = offices_phrase(phrase, &people->reader, name->text);

    for (uint32_t v = settling->voices_from[name->spelling];
         v < settling->voices_from[name->spelling + 1]; v++) {
        uint32_t voice = settling->voices[v];
        uint32_t person =
            office && people->voices[voice].definite
                ? offices_find(offices, bytes_span(phrase), people->voices[voice].week)
                : OFFICES_NOBODY;

        if (person != OFFICES_NOBODY)
            people_decide(people, voice, person, PEOPLE_OFFICE);
        else
            people_decide(people, voice, person_of_other(settling, name), PEOPLE_ALONE);
    }
}

static void settle_others(struct settling *settling)
{
    struct offices offices = OFFICES_EMPTY;
    struct bytes phrase = BYTES_EMPTY;

    for (size_t i = 0; i < settling->count; i++) {
        if (settling->names[i].fixed)
            people_decide_all(settling, &settling->names[i], PEOPLE_ROSTER);
    }
    learn_offices(settling, &offices);
    for (size_t i = 0; i < settling->count; i++) {
        const struct namesake *name = &settling->names[i];

        if (!name->parts.is_name && !name->fixed && name->spelling != TABLE_NONE)
            settle_other(settling, &offices, name, &phrase);
    }
    bytes_release(&phrase);
    offices_release(&offices);
}

void people_settle(struct people *people)
{
    struct settling settling = {.people = people};

    people->person_of = memory_new(people->voice_count, sizeof *people->person_of);
    people->rules = memory_new(people->voice_count, sizeof *people->rules);
    for (size_t v = 0; v < people->voice_count; v++)
        people->person_of[v] = PEOPLE_NOBODY;
    people_read_names(&settling);
    settling.sexes = memory_new(settling.count + people->voice_count, sizeof *settling.sexes);
    settling.marks =
        memory_grow(NULL, &settling.mark_capacity, people->count + 1, sizeof *settling.marks);
    settle_blocks(&settling);
    settle_others(&settling);
    people_choose_names(&settling);
    people_find_kinds(&settling);
    owners_release(&settling.owners);
    table_release(&settling.others);
    free(settling.other_people);
    free(settling.marks);
    free(settling.sexes);
    free(settling.voices);
    free(settling.voices_from);
    free(settling.names);
}
