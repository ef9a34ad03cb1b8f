#include "corpus/store/weekgains.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"
#include "corpus/store/idlist.h"

#include <stdlib.h>
#include <string.h>

/* Of one term in the articles of one week. */
struct tally {
    int32_t words, articles;
    uint32_t last; /* the article that used it last */
};

static struct week_articles *week_of(struct weekgains *gains, int32_t week)
{
    size_t low = 0, high = gains->week_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (gains->weeks[middle].week < week)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < gains->week_count && gains->weeks[low].week == week)
        return &gains->weeks[low];
    gains->weeks = memory_grow(gains->weeks, &gains->week_capacity, gains->week_count + 1,
                               sizeof *gains->weeks);
    memmove(gains->weeks + low + 1, gains->weeks + low,
            (gains->week_count - low) * sizeof *gains->weeks);
    gains->week_count++;
    gains->weeks[low] = (struct week_articles){.week = week};
    return &gains->weeks[low];
}

void weekgains_add(struct weekgains *gains, int32_t day, struct span terms, int sign)
{
    struct week_articles *week = week_of(gains, day_week(day));

    week->items = memory_grow(week->items, &week->capacity, week->count + 1, sizeof *week->items);
    week->items[week->count++] =
        (struct week_article){.terms = arena_copy(&gains->arena, terms), .sign = sign};
    gains->bytes += terms.length;
}

/*
 * Counts an article, one of its own by its number, into the tallies, by id plus 1, with one for
 * breaks. False where its ids are none of the store's.
 */
static bool count(struct tally *tallies, const struct week_article *article, uint32_t number,
                  size_t term_count)
{
    struct span terms = article->terms;
    uint32_t id;

    while (idlist_next(&terms, &id)) {
        if (id > term_count)
            return false;
        tallies[id].words += article->sign;
        tallies[id].articles += article->sign * (tallies[id].last != number);
        tallies[id].last = number;
    }
    return true;
}

static bool count_week(struct tally *tallies, struct week_articles *week, uint32_t *number,
                       size_t term_count)
{
    for (size_t i = 0; i < week->count; i++) {
        if (!count(tallies, &week->items[i], ++*number, term_count))
            return false;
    }
    free(week->items);
    *week = (struct week_articles){.week = week->week};
    return true;
}

/* Makes gains of the week's tallies and empties them; weeks come falling. */
static void add_gains(struct weekgains *gains, struct tally *tallies, int32_t week)
{
    struct tally *end = tallies + 1 + gains->term_count;

    for (struct tally *tally = tallies + 1; tally < end; tally++) {
        size_t term = (size_t)(tally - tallies) - 1;

        if ((tally->words | tally->articles) == 0) /* as for most terms */
            continue;
        gains->items =
            memory_grow(gains->items, &gains->capacity, gains->count + 1, sizeof *gains->items);
        gains->items[gains->count++] = (struct week_gain){
            .next = gains->first[term],
            .week = week,
            .words = tally->words,
            .articles = tally->articles,
        };
        gains->first[term] = (uint32_t)gains->count;
        tally->words = tally->articles = 0;
    }
}

bool weekgains_count(struct weekgains *gains, size_t term_count)
{
    struct tally *tallies = memory_new(term_count + 1, sizeof *tallies);
    uint32_t number = 0;
    bool sound = true;

    gains->first = memory_new(term_count, sizeof *gains->first);
    gains->term_count = term_count;
    for (size_t i = gains->week_count; sound && i > 0; i--) {
        struct week_articles *week = &gains->weeks[i - 1];

        sound = count_week(tallies, week, &number, term_count);
        add_gains(gains, tallies, week->week);
    }
    arena_release(&gains->arena);
    free(tallies);
    return sound;
}

static void add_week(struct week_list *list, struct week_count week)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = week;
}

void weekgains_unite(struct week_list *weeks, struct span counts, const struct weekgains *gains,
                     size_t term)
{
    struct weekcounts_reader reader = {.rest = counts};
    uint32_t first = gains->first[term];
    struct week_count week;
    bool more = weekcounts_next(&reader, &week);

    weeks->count = 0;
    while (more || first) {
        struct week_gain gain =
            first ? gains->items[first - 1] : (struct week_gain){.week = INT32_MAX};
        struct week_count sum = {.week = more && week.week < gain.week ? week.week : gain.week};

        if (more && week.week == sum.week) {
            sum = week;
            more = weekcounts_next(&reader, &week);
        }
        if (first && gain.week == sum.week) {
            sum.words += (uint32_t)gain.words;
            sum.articles += (uint32_t)gain.articles;
            first = gain.next;
        }
        if (sum.words)
            add_week(weeks, sum);
    }
}

void weekgains_release(struct weekgains *gains)
{
    for (size_t i = 0; i < gains->week_count; i++)
        free(gains->weeks[i].items);
    free(gains->weeks);
    arena_release(&gains->arena);
    free(gains->items);
    free(gains->first);
    *gains = WEEKGAINS_EMPTY;
}
