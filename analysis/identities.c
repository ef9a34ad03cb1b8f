#include "analysis/identities.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

bool identities_counts(enum quote_kind kind)
{
    return kind != QUOTE_TURN && kind != QUOTE_INDIRECT;
}

uint32_t identities_add(struct identities *identities, struct people *people,
                        const struct stored_quote *quote, struct identity_place place)
{
    uint32_t voice;

    if (quote->speaker.length == 0)
        return IDENTITIES_NOBODY;
    voice = people_add(
        people, &(struct people_use){.speaker = quote->speaker,
                                     .mention = quote->mention,
                                     .cue = quote->cue,
                                     .week = place.week,
                                     .article = place.article,
                                     .counts = place.counts && identities_counts(quote->kind)});
    identities->items = memory_grow(identities->items, &identities->capacity, identities->count + 1,
                                    sizeof *identities->items);
    identities->items[identities->count++] = (struct identity){quote->article, quote->start, voice};
    return voice;
}

void identities_fill(struct findings *findings, const struct identities *identities,
                     const struct people *people)
{
    struct span *names = memory_new(people->count, sizeof *names);

    findings->quote_people =
        arena_new(&findings->arena, identities->count, sizeof *findings->quote_people);
    findings->quote_person_count = identities->count;
    for (size_t p = 0; p < people->count; p++)
        names[p] = arena_copy(&findings->arena, people->names[p]);
    for (size_t i = 0; i < identities->count; i++)
        findings->quote_people[i] = (struct quote_person){
            .article = identities->items[i].article,
            .start = identities->items[i].start,
            .name = names[people->person_of[identities->items[i].voice]],
        };
    free(names);
}

/* --- all articles of a store ------------------------------------------------------- */

struct identity_reading {
    struct identities identities;
    struct people people;
    int32_t *weeks; /* by the article's number in the store */
    size_t week_count, week_capacity;
    uint32_t last_article, last_number;
};

static bool take_article(void *context, const struct stored_article *article, struct fault *fault)
{
    struct identity_reading *reading = context;

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
    struct identity_reading *reading = context;
    bool goes_on = reading->last_article == quote->article && reading->last_number == quote->number;

    (void)fault;
    (void)identities_add(&reading->identities, &reading->people, quote,
                         (struct identity_place){.week = reading->weeks[quote->article],
                                                 .article = quote->article,
                                                 .counts = !goes_on});
    if (identities_counts(quote->kind)) {
        reading->last_article = quote->article;
        reading->last_number = quote->number;
    }
    return true;
}

bool identities_read(struct findings *findings, struct store *store, const struct roster *roster,
                     struct fault *fault)
{
    struct identity_reading reading = {.people = {.roster = roster}};
    bool done = store_walk(store, STORE_ALL_DAYS, take_article, &reading, fault) &&
                store_walk_quotes(store, STORE_ALL_DAYS, take_quote, &reading, fault);

    if (done) {
        people_settle(&reading.people);
        identities_fill(findings, &reading.identities, &reading.people);
    }
    identities_release(&reading.identities);
    people_release(&reading.people);
    free(reading.weeks);
    return done;
}

void identities_release(struct identities *identities)
{
    free(identities->items);
    *identities = IDENTITIES_EMPTY;
}
