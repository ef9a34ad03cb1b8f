#include "corpus/store/shelf.h"

#include "corpus/base/day.h"
#include "corpus/base/memory.h"
#include "corpus/base/spool.h"
#include "corpus/store/idlist.h"
#include "corpus/store/revision.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

struct shelved {
    uint64_t key; /* of outlet and id */
    struct revision revision;
    uint64_t content; /* hash of the text */
    uint64_t at;      /* where its terms lie in the spool */
    uint32_t length;  /* of these, in bytes */
    uint32_t id;      /* where its id lies in `ids` */
    uint32_t id_length;
    uint32_t source;
    uint32_t words;
    uint32_t other; /* index + 1 of another revision of it, or 0; of the one that holds: of all */
    int32_t day;
    bool superseded;
};

struct shelf {
    struct table terms, sources;
    struct spool spool;
    struct shelved *items;
    size_t count, capacity;
    uint32_t *slots; /* by key: index + 1 of the revision that holds, or 0 */
    size_t slot_count;
    struct bytes ids;
    struct bytes list; /* of the article at hand; what was read back */
};

struct shelf *shelf_open(void)
{
    return memory_new(1, sizeof(struct shelf));
}

const struct table *shelf_terms(const struct shelf *shelf)
{
    return &shelf->terms;
}

static struct span id_of(const struct shelf *shelf, const struct shelved *item)
{
    return span_cut(bytes_span(&shelf->ids), item->id, (size_t)item->id + item->id_length);
}

/* --- adding ------------------------------------------------------------------------- */

static uint32_t *slot_of(const struct shelf *shelf, uint64_t key)
{
    size_t mask = shelf->slot_count - 1, slot = key & mask;

    while (shelf->slots[slot] && shelf->items[shelf->slots[slot] - 1].key != key)
        slot = (slot + 1) & mask;
    return &shelf->slots[slot];
}

static void widen(struct shelf *shelf)
{
    shelf->slot_count = shelf->slot_count ? shelf->slot_count * 2 : FIRST_SLOTS;
    free(shelf->slots);
    shelf->slots = memory_new(shelf->slot_count, sizeof *shelf->slots);
    for (size_t i = 0; i < shelf->count; i++) {
        if (!shelf->items[i].superseded)
            *slot_of(shelf, shelf->items[i].key) = (uint32_t)i + 1;
    }
}

/* True where this very revision is among those from index + 1 on. */
static bool is_known(const struct shelf *shelf, uint32_t from, uint64_t fingerprint)
{
    while (from && shelf->items[from - 1].revision.fingerprint != fingerprint)
        from = shelf->items[from - 1].other;
    return from != 0;
}

/* Gives the new item its place among the revisions of its key. */
static void settle(struct shelf *shelf, struct shelved *item, uint32_t *slot)
{
    struct shelved *holding = *slot ? &shelf->items[*slot - 1] : NULL;

    item->superseded = holding && !revision_holds(&item->revision, &holding->revision);
    if (item->superseded) {
        item->other = holding->other;
        holding->other = (uint32_t)shelf->count + 1;
        return;
    }
    item->other = *slot;
    if (holding)
        holding->superseded = true;
    *slot = (uint32_t)shelf->count + 1;
}

static struct shelved shelved_of(struct shelf *shelf, const struct annotation *item)
{
    const struct article *article = &item->article;

    return (struct shelved){
        .key = revision_key(article->source, article->id),
        .revision = {.published = revision_published(item->day, item->seconds),
                     .fingerprint = revision_fingerprint(article, item->content)},
        .content = item->content,
        .at = shelf->spool.length,
        .id = (uint32_t)shelf->ids.count,
        .id_length = (uint32_t)article->id.length,
        .source = table_add(&shelf->sources, article->source),
        .words = item->words,
        .day = item->day,
    };
}

static bool add_article(struct shelf *shelf, const struct annotation *item, const uint32_t *ids,
                        struct store_tally *tally, struct fault *fault)
{
    struct shelved shelved = shelved_of(shelf, item);
    uint32_t *slot;

    if (shelf->count * 2 >= shelf->slot_count)
        widen(shelf);
    slot = slot_of(shelf, shelved.key);
    if (is_known(shelf, *slot, shelved.revision.fingerprint)) {
        tally->known++;
        return true;
    }
    *(*slot ? &tally->revised : &tally->added) += 1;
    idlist_write(&shelf->list, item->terms, item->term_count, ids);
    shelved.length = (uint32_t)shelf->list.count;
    bytes_add(&shelf->ids, item->article.id);
    settle(shelf, &shelved, slot);
    shelf->items =
        memory_grow(shelf->items, &shelf->capacity, shelf->count + 1, sizeof *shelf->items);
    shelf->items[shelf->count++] = shelved;
    return spool_add(&shelf->spool, bytes_span(&shelf->list), fault);
}

bool shelf_add(struct shelf *shelf, const struct batch *batch, struct store_tally *tally,
               struct fault *fault)
{
    uint32_t *ids = batch_new_ids(batch);
    bool done = true;

    for (size_t i = 0; i < batch->term_count; i++)
        ids[i] = table_add_hashed(&shelf->terms, batch->terms[i], batch->hashes[i]);
    for (size_t i = 0; done && i < batch->count; i++) {
        if (batch->items[i].fault.length == 0)
            done = add_article(shelf, &batch->items[i], batch->ids->items, tally, fault);
    }
    return done;
}

/* --- reading ------------------------------------------------------------------------ */

static int by_number(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;

    return (a > b) - (a < b);
}

void shelf_list_days(const struct shelf *shelf, int32_t **days, size_t *count, uint64_t *articles)
{
    int32_t *found = memory_new(shelf->count, sizeof *found);
    size_t dated = 0;

    *articles = 0;
    for (size_t i = 0; i < shelf->count; i++) {
        if (shelf->items[i].superseded)
            continue;
        ++*articles;
        if (shelf->items[i].day != DAY_NONE)
            found[dated++] = shelf->items[i].day;
    }
    qsort(found, dated, sizeof *found, by_number);
    *count = 0;
    for (size_t i = 0; i < dated; i++) {
        if (i == 0 || found[i] != found[i - 1])
            found[(*count)++] = found[i];
    }
    *days = found;
}

/* An article's place in the walk. */
struct place {
    struct span source, id;
    int32_t day; /* the undated come first */
    uint32_t index;
};

static int by_place(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    int order = (a->day > b->day) - (a->day < b->day);

    if (order == 0)
        order = span_compare(a->source, b->source);
    return order ? order : span_compare(a->id, b->id);
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
                .source = table_text(&shelf->sources, item->source),
                .id = id_of(shelf, item),
                .day = item->day == DAY_NONE ? INT32_MIN : item->day,
                .index = (uint32_t)i,
            };
    }
    qsort(places, *count, sizeof *places, by_place);
    return places;
}

bool shelf_walk(struct shelf *shelf, struct store_days days, store_visitor *visit, void *context,
                struct fault *fault)
{
    size_t count;
    struct place *places = order(shelf, days, &count);
    bool done = true;

    for (size_t i = 0; done && i < count; i++) {
        const struct shelved *item = &shelf->items[places[i].index];
        struct stored_article article = {
            .number = places[i].index,
            .day = item->day,
            .seconds = ANNOTATE_NO_TIME,
            .id = places[i].id,
            .source = places[i].source,
            .words = item->words,
            .content = item->content,
        };

        done = spool_read(&shelf->spool, item->at, item->length, &shelf->list, &article.terms,
                          fault) &&
               visit(context, &article, fault);
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
    free(shelf->items);
    free(shelf->slots);
    free(shelf);
}
