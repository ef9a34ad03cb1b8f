#include "analysis/people/quote_people.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"
#include "corpus/store/record.h"

#include <stdlib.h>

static bool kind_counts(const struct quote_people *voices, enum quote_kind kind)
{
    return kind == QUOTE_TURN ? voices->turns : kind != QUOTE_INDIRECT || voices->indirect;
}

/* A piece that does not count may stand between two of one quotation that do. */
static bool goes_on(struct quote_people *voices, const struct stored_quote *quote)
{
    bool same = voices->last_article == quote->article + 1 && voices->last_number == quote->number;

    voices->last_article = quote->article + 1;
    voices->last_number = quote->number;
    return same;
}

struct quote_use quote_people_add(struct quote_people *voices, struct people *people,
                                  const struct stored_quote *quote, struct quote_place place)
{
    struct quote_use use = {.voice = QUOTE_PEOPLE_NOBODY,
                            .counts = kind_counts(voices, quote->kind)};

    use.begins = use.counts && !goes_on(voices, quote);
    if (quote->speaker.length == 0)
        return use;
    use.voice = people_add(people, &(struct people_use){.speaker = quote->speaker,
                                                        .mention = quote->mention,
                                                        .cue = quote->cue,
                                                        .week = place.week,
                                                        .article = place.article,
                                                        .counts = use.counts,
                                                        .further = !use.begins});
    voices->items =
        memory_grow(voices->items, &voices->capacity, voices->count + 1, sizeof *voices->items);
    voices->items[voices->count++] = (struct quote_voice){quote->article, quote->start, use.voice};
    return use;
}

void quote_people_fill(struct findings *findings, const struct quote_people *voices,
                       const struct people *people)
{
    struct span *names = memory_new(people->count, sizeof *names);

    findings->quote_people =
        arena_new(&findings->arena, voices->count, sizeof *findings->quote_people);
    findings->quote_person_count = voices->count;
    for (size_t p = 0; p < people->count; p++)
        names[p] = arena_copy(&findings->arena, people->names[p]);
    for (size_t i = 0; i < voices->count; i++)
        findings->quote_people[i] = (struct quote_person){
            .article = voices->items[i].article,
            .start = voices->items[i].start,
            .name = names[people->person_of[voices->items[i].voice]],
        };
    free(names);
}

struct span quote_people_next(const struct findings *findings, size_t *at,
                              const struct stored_quote *quote)
{
    const struct quote_person *person = &findings->quote_people[*at];

    if (quote->speaker.length == 0 || *at == findings->quote_person_count ||
        person->article != quote->article || person->start != quote->start)
        return SPAN_EMPTY;
    ++*at;
    return person->name;
}

/* --- all articles of a store ------------------------------------------------------- */

struct quote_people_reading {
    struct quote_people voices;
    struct people people;
    int32_t week; /* of the article at hand; -1 when undated */
};

static bool take_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct quote_people_reading *reading = context;

    (void)fault;
    (void)quote_people_add(&reading->voices, &reading->people, quote,
                           (struct quote_place){.week = reading->week, .article = quote->article});
    return true;
}

static bool take_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct quote_people_reading *reading = context;

    reading->week = article->day == DAY_NONE ? -1 : day_week(article->day);
    return record_visit_quotes(article, take_quote, reading, fault);
}

bool quote_people_read(struct findings *findings, struct store *store, const struct roster *roster,
                       bool turns, bool indirect, struct fault *fault)
{
    struct quote_people_reading reading = {.voices = {.turns = turns, .indirect = indirect},
                                           .people = {.roster = roster}};
    bool done = store_walk(store, STORE_ALL_DAYS, take_article, &reading, fault);

    if (done) {
        people_settle(&reading.people);
        quote_people_fill(findings, &reading.voices, &reading.people);
    }
    quote_people_release(&reading.voices);
    people_release(&reading.people);
    return done;
}

void quote_people_release(struct quote_people *voices)
{
    free(voices->items);
    *voices = QUOTE_PEOPLE_EMPTY;
}
