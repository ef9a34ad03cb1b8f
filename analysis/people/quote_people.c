#include "analysis/people/quote_people.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

bool quote_people_counts(enum quote_kind kind, bool turns, bool indirect)
{
    return kind == QUOTE_TURN ? turns : kind != QUOTE_INDIRECT || indirect;
}

uint32_t quote_people_add(struct quote_people *voices, struct people *people,
                          const struct stored_quote *quote, struct quote_place place)
{
    uint32_t voice;

    if (quote->speaker.length == 0)
        return QUOTE_PEOPLE_NOBODY;
    voice = people_add(people, &(struct people_use){.speaker = quote->speaker,
                                                    .mention = quote->mention,
                                                    .cue = quote->cue,
                                                    .week = place.week,
                                                    .article = place.article,
                                                    .counts = place.counts});
    voices->items =
        memory_grow(voices->items, &voices->capacity, voices->count + 1, sizeof *voices->items);
    voices->items[voices->count++] = (struct quote_voice){quote->article, quote->start, voice};
    return voice;
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

/* --- all articles of a store ------------------------------------------------------- */

struct quote_people_reading {
    struct quote_people voices;
    struct people people;
    int32_t *weeks; /* by the article's number in the store */
    size_t week_count, week_capacity;
    uint32_t last_article, last_number;
};

static bool take_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct quote_people_reading *reading = context;

    (void)fault;
    if (article->number >= reading->week_count) {
        reading->weeks = memory_grow(reading->weeks, &reading->week_capacity,
                                     (size_t)article->number + 1, sizeof *reading->weeks);
        reading->week_count = (size_t)article->number + 1;
    }
    reading->weeks[article->number] = article->day == DAY_NONE ? -1 : day_week(article->day);
    return true;
}

static bool take_quote(void *context, const struct stored_quote *quote, struct fault *fault)
{
    struct quote_people_reading *reading = context;
    bool counts = quote_people_counts(quote->kind, false, false);
    bool goes_on = reading->last_article == quote->article && reading->last_number == quote->number;

    (void)fault;
    (void)quote_people_add(&reading->voices, &reading->people, quote,
                           (struct quote_place){.week = reading->weeks[quote->article],
                                                .article = quote->article,
                                                .counts = counts && !goes_on});
    if (counts) {
        reading->last_article = quote->article;
        reading->last_number = quote->number;
    }
    return true;
}

bool quote_people_read(struct findings *findings, struct store *store, const struct roster *roster,
                       struct fault *fault)
{
    struct quote_people_reading reading = {.people = {.roster = roster}};
    bool done = store_walk(store, STORE_ALL_DAYS, take_article, &reading, fault) &&
                store_walk_quotes(store, STORE_ALL_DAYS, take_quote, &reading, fault);

    if (done) {
        people_settle(&reading.people);
        quote_people_fill(findings, &reading.voices, &reading.people);
    }
    quote_people_release(&reading.voices);
    people_release(&reading.people);
    free(reading.weeks);
    return done;
}

void quote_people_release(struct quote_people *voices)
{
    free(voices->items);
    *voices = QUOTE_PEOPLE_EMPTY;
}
