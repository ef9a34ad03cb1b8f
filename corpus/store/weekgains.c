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

static struct week_stream *stream_of(struct weekgains *gains, int32_t week)
{
    size_t low = 0, high = gains->stream_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (gains->streams[middle].week < week)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < gains->stream_count && gains->streams[low].week == week)
        return &gains->streams[low];
    gains->streams = memory_grow(gains->streams, &gains->stream_capacity, gains->stream_count + 1,
                                 sizeof *gains->streams);
    memmove(gains->streams + low + 1, gains->streams + low,
            (gains->stream_count - low) * sizeof *gains->streams);
    gains->stream_count++;
    gains->streams[low] = (struct week_stream){.week = week};
    return &gains->streams[low];
}

void weekgains_add(struct weekgains *gains, int32_t day, struct span terms, int sign)
{
    struct week_stream *stream = stream_of(gains, day_week(day));
    struct bytes *bytes = sign > 0 ? &stream->gained : &stream->lost;

    idlist_add(bytes, (uint32_t)terms.length);
    bytes_add(bytes, terms);
    gains->bytes += terms.length;
}

/*
 * Counts a stream's articles into the tallies, by id plus 1, with one for
 * breaks; `article` goes on from stream to stream. False where their ids are
 * none of the store's.
 */
static bool count(struct tally *tallies, uint32_t *article, struct span stream, int32_t sign,
                  size_t term_count)
{
    uint32_t length, id, this;

    while (idlist_next(&stream, &length) && length <= stream.length) {
        struct span terms = span_cut(stream, 0, length);

        stream = span_cut(stream, length, stream.length);
        this = ++*article;
        while (idlist_next(&terms, &id)) {
            if (id > term_count)
                return false;
            tallies[id].words += sign;
            tallies[id].articles += sign * (tallies[id].last != this);
            tallies[id].last = this;
        }
    }
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
    uint32_t article = 0;
    bool sound = true;

    gains->first = memory_new(term_count, sizeof *gains->first);
    gains->term_count = term_count;
    for (size_t i = gains->stream_count; sound && i > 0; i--) {
        struct week_stream *stream = &gains->streams[i - 1];

        sound = count(tallies, &article, bytes_span(&stream->gained), 1, term_count) &&
                count(tallies, &article, bytes_span(&stream->lost), -1, term_count);
        add_gains(gains, tallies, stream->week);
        bytes_release(&stream->gained);
        bytes_release(&stream->lost);
    }
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
    for (size_t i = 0; i < gains->stream_count; i++) {
        bytes_release(&gains->streams[i].gained);
        bytes_release(&gains->streams[i].lost);
    }
    free(gains->streams);
    free(gains->items);
    free(gains->first);
    *gains = WEEKGAINS_EMPTY;
}
