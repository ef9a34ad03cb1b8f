#include "corpus/store/shelf.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"
#include "corpus/base/spool.h"
#include "corpus/store/idlist.h"
#include "corpus/store/revision.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024, WORDS_MOST = INT32_MAX };

/* Of an article in the spool: its term ids follow. */
struct record {
    int64_t published;
    uint64_t fingerprint;
    uint64_t content; /* hash of the text */
};

/* An article in memory: what is small, and where the rest lies. */
struct shelved {
    uint64_t at; /* where its record lies in the spool, as far as the next one's */
    uint32_t id; /* where its id lies in `ids`, likewise */
    uint32_t source;
    uint32_t words : 31; /* of an article of at most 16 MB */
    uint32_t superseded : 1;
    int32_t day;
};

struct slot {
    uint32_t item; /* index + 1, or 0 where empty */
    uint32_t hash; /* of outlet and id */
};

struct shelf {
    struct table terms, sources;
    struct spool spool;
    struct shelved *items;
    size_t count, capacity;
    struct slot *slots; /* open addressing by hash; each revision has its own */
    size_t slot_count;
    struct bytes ids;
    struct bytes list, record; /* of the article at hand */
};

struct shelf *shelf_open(void)
{
    return memory_new(1, sizeof(struct shelf));
}

const struct table *shelf_terms(const struct shelf *shelf)
{
    return &shelf->terms;
}

static struct span id_of(const struct shelf *shelf, size_t item)
{
    size_t end = item + 1 < shelf->count ? shelf->items[item + 1].id : shelf->ids.count;

    return span_cut(bytes_span(&shelf->ids), shelf->items[item].id, end);
}

/* Reads the article's record; `terms` are valid until the next is read. */
static bool read_record(struct shelf *shelf, size_t item, struct record *record, struct span *terms,
                        struct fault *fault)
{
    uint64_t at = shelf->items[item].at;
    uint64_t end = item + 1 < shelf->count ? shelf->items[item + 1].at : shelf->spool.length;
    struct span bytes;

    if (!spool_read(&shelf->spool, at, (size_t)(end - at), &shelf->record, &bytes, fault))
        return false;
    memcpy(record, bytes.bytes, sizeof *record);
    *terms = span_cut(bytes, sizeof *record, bytes.length);
    return true;
}

/* --- adding ------------------------------------------------------------------------- */

static void place(struct shelf *shelf, struct slot slot)
{
    size_t mask = shelf->slot_count - 1, at = slot.hash & mask;

    while (shelf->slots[at].item)
        at = (at + 1) & mask;
    shelf->slots[at] = slot;
}

static void widen(struct shelf *shelf)
{
    struct slot *old = shelf->slots;
    size_t count = shelf->slot_count;

    shelf->slot_count = count ? count * 2 : FIRST_SLOTS;
    shelf->slots = memory_new(shelf->slot_count, sizeof *shelf->slots);
    for (size_t i = 0; i < count; i++) {
        if (old[i].item)
            place(shelf, old[i]);
    }
    free(old);
}

/* An article that is to be added. */
struct candidate {
    struct shelved item;
    struct record record;
    struct span id;
    uint32_t hash; /* of outlet and id */
};

/* What is there of it already. */
struct found {
    bool known;               /* this very revision */
    struct shelved *holding;  /* the revision that holds; NULL where there is none */
    struct revision revision; /* that one's */
};

static struct revision revision_of(struct record record)
{
    return (struct revision){.published = record.published, .fingerprint = record.fingerprint};
}

static bool find(struct shelf *shelf, const struct candidate *candidate, struct found *found,
                 struct fault *fault)
{
    size_t mask = shelf->slot_count - 1;
    struct slot slot;

    for (size_t at = candidate->hash & mask; (slot = shelf->slots[at]).item; at = (at + 1) & mask) {
        struct shelved *item = &shelf->items[slot.item - 1];
        struct record record;
        struct span terms;

        if (slot.hash != candidate->hash || item->source != candidate->item.source ||
            !span_equal(id_of(shelf, slot.item - 1), candidate->id))
            continue;
        if (!read_record(shelf, slot.item - 1, &record, &terms, fault))
            return false;
        found->known = found->known || record.fingerprint == candidate->record.fingerprint;
        if (!item->superseded) {
            found->holding = item;
            found->revision = revision_of(record);
        }
    }
    return true;
}

static struct candidate candidate_of(struct shelf *shelf, const struct annotation *item)
{
    const struct article *article = &item->article;

    return (struct candidate){
        .item = {.at = shelf->spool.length,
                 .id = (uint32_t)shelf->ids.count,
                 .source = table_add(&shelf->sources, article->source),
                 .words = item->words & WORDS_MOST,
                 .day = item->day},
        .record = {.published = revision_published(item->day, item->seconds),
                   .fingerprint = item->hashes.fingerprint,
                   .content = item->hashes.content},
        .id = article->id,
        .hash = (uint32_t)item->hashes.key,
    };
}

/* Writes the candidate's record with these terms, and gives it its place among the others. */
static bool shelve(struct shelf *shelf, const struct candidate *candidate, struct span terms,
                   struct fault *fault)
{
    const struct record *record = &candidate->record;

    bytes_clear(&shelf->record);
    bytes_add(&shelf->record, (struct span){(const char *)record, sizeof *record});
    bytes_add(&shelf->record, terms);
    bytes_add(&shelf->ids, candidate->id);
    shelf->items =
        memory_grow(shelf->items, &shelf->capacity, shelf->count + 1, sizeof *shelf->items);
    shelf->items[shelf->count++] = candidate->item;
    place(shelf, (struct slot){(uint32_t)shelf->count, candidate->hash});
    return spool_add(&shelf->spool, bytes_span(&shelf->record), fault);
}

static bool add_article(struct shelf *shelf, const struct annotation *item, const uint32_t *ids,
                        struct store_tally *tally, struct fault *fault)
{
    struct candidate candidate = candidate_of(shelf, item);
    struct found found = {0};

    if (shelf->count >= shelf->slot_count / 4 * 3)
        widen(shelf);
    if (!find(shelf, &candidate, &found, fault))
        return false;
    if (found.known) {
        tally->known++;
        return true;
    }
    if (found.holding) {
        struct revision revision = revision_of(candidate.record);

        candidate.item.superseded = !revision_holds(&revision, &found.revision);
        found.holding->superseded = !candidate.item.superseded;
    }
    *(found.holding ? &tally->revised : &tally->added) += 1;
    idlist_write(&shelf->list, item->terms, item->term_count, ids);
    return shelve(shelf, &candidate, bytes_span(&shelf->list), fault);
}

bool shelf_add(struct shelf *shelf, const struct batch *batch, struct store_tally *tally,
               struct fault *fault)
{
    uint32_t *ids = batch_new_ids(batch);
    bool done = true;

    for (size_t i = 0; i < batch->term_count; i++)
        ids[i] = table_add_hashed(&shelf->terms, batch->terms[i], batch->hashes[i]) + 1;
    for (size_t i = 0; done && i < batch->count; i++) {
        if (batch->items[i].fault.length == 0)
            done = add_article(shelf, &batch->items[i], batch->ids->items, tally, fault);
    }
    return done;
}

/* --- reading ------------------------------------------------------------------------ */

/* True where the article counts and has a day. */
static bool is_dated(const struct shelved *item)
{
    return !item->superseded && item->day != DAY_NONE;
}

/* The days on which articles were published: each of `span` is one of them or not. */
static void list_seen(const bool *seen, int32_t first, size_t span, int32_t **days, size_t *count)
{
    *days = memory_new(*count, sizeof **days);
    *count = 0;
    for (size_t i = 0; i < span; i++) {
        if (seen[i])
            (*days)[(*count)++] = first + (int32_t)i;
    }
}

void shelf_list_days(const struct shelf *shelf, int32_t **days, size_t *count, uint64_t *articles)
{
    int32_t first = INT32_MAX, last = INT32_MIN;
    size_t span;
    bool *seen;

    *articles = 0;
    for (size_t i = 0; i < shelf->count; i++) {
        const struct shelved *item = &shelf->items[i];

        *articles += !item->superseded;
        if (is_dated(item)) {
            first = item->day < first ? item->day : first;
            last = item->day > last ? item->day : last;
        }
    }
    span = first <= last ? (size_t)((int64_t)last - first + 1) : 0;
    seen = memory_new(span, sizeof *seen);
    *count = 0;
    for (size_t i = 0; i < shelf->count; i++) {
        if (is_dated(&shelf->items[i])) {
            bool *day = &seen[shelf->items[i].day - first];

            *count += !*day;
            *day = true;
        }
    }
    list_seen(seen, first, span, days, count);
    free(seen);
}

/* An article's place in the walk: the undated come first. */
struct place {
    int32_t day;
    uint32_t rank; /* of its outlet among all */
    uint32_t item; /* index */
};

static int by_place(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    int order = (a->day > b->day) - (a->day < b->day);

    return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

struct name {
    struct span text;
    uint32_t item;
};

static int by_name(const void *left, const void *right)
{
    return span_compare(((const struct name *)left)->text, ((const struct name *)right)->text);
}

/* Sorts the articles of each outlet's day by their ids. */
static void order_days(const struct shelf *shelf, struct place *places, size_t count)
{
    struct name *names = NULL;
    size_t capacity = 0, end;

    for (size_t first = 0; first < count; first = end) {
        end = first;
        do {
            names = memory_grow(names, &capacity, end - first + 1, sizeof *names);
            names[end - first] = (struct name){id_of(shelf, places[end].item), places[end].item};
            end++;
        } while (end < count && by_place(&places[first], &places[end]) == 0);
        qsort(names, end - first, sizeof *names, by_name);
        for (size_t i = first; i < end; i++)
            places[i].item = names[i - first].item;
    }
    free(names);
}

static bool is_chosen(const struct shelved *item, struct store_days days)
{
    if (item->superseded)
        return false;
    return item->day == DAY_NONE ? days.undated : item->day >= days.first && item->day <= days.last;
}

/* The chosen articles in the walk's order; the caller frees them. */
static struct place *order(const struct shelf *shelf, struct store_days days, size_t *count)
{
    uint32_t *ranks = table_ranks(&shelf->sources);
    struct place *places;

    *count = 0;
    for (size_t i = 0; i < shelf->count; i++)
        *count += is_chosen(&shelf->items[i], days);
    places = memory_new(*count, sizeof *places);
    *count = 0;
    for (size_t i = 0; i < shelf->count; i++) {
        const struct shelved *item = &shelf->items[i];

        if (is_chosen(item, days))
            places[(*count)++] = (struct place){
                .day = item->day, /* DAY_NONE is the least */
                .rank = ranks[item->source],
                .item = (uint32_t)i,
            };
    }
    free(ranks);
    qsort(places, *count, sizeof *places, by_place);
    order_days(shelf, places, *count);
    return places;
}

bool shelf_walk(struct shelf *shelf, struct store_days days, store_visitor *visit, void *context,
                struct fault *fault)
{
    size_t count;
    struct place *places = order(shelf, days, &count);
    bool done = true;

    for (size_t i = 0; done && i < count; i++) {
        const struct shelved *item = &shelf->items[places[i].item];
        struct stored_article article = {
            .number = places[i].item,
            .day = item->day,
            .seconds = ANNOTATE_NO_TIME,
            .id = id_of(shelf, places[i].item),
            .source = table_text(&shelf->sources, item->source),
            .words = item->words,
        };
        struct record record = {0};

        done = read_record(shelf, places[i].item, &record, &article.terms, fault);
        article.content = record.content;
        done = done && visit(context, &article, fault);
    }
    free(places);
    return done;
}

void shelf_close(struct shelf *shelf)
{
    if (!shelf)
        return;
    table_release(&shelf->terms);
    table_release(&shelf->sources);
    spool_release(&shelf->spool);
    bytes_release(&shelf->ids);
    bytes_release(&shelf->list);
    bytes_release(&shelf->record);
    free(shelf->items);
    free(shelf->slots);
    free(shelf);
}
