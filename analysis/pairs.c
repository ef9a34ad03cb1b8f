#include "analysis/pairs.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum { SLOTS = 1 << 21, SLOTS_USED = SLOTS / 4 * 3 };

struct pairs_slot {
    uint64_t key;
    uint32_t times; /* 0 where the slot is free */
    uint32_t articles;
    uint32_t first_article, last_article;
};

static size_t home(uint64_t key)
{
    return (size_t)((key * 0x9E3779B97F4A7C15U) >> 43);
}

_Static_assert(SLOTS == 1 << (64 - 43), "home() gives a slot");

/* Bytes of a piece of a pair, its numbers in this order. */
enum { AT_FIRST = 0, AT_SECOND = 4, AT_BEGIN = 8, AT_LAST = 12, AT_TIMES = 16, AT_ARTICLES = 20 };

static bool spill(struct pairs *pairs, struct fault *fault)
{
    for (size_t i = 0; pairs->used && i < SLOTS; i++) {
        const struct pairs_slot *slot = &pairs->slots[i];

        if (slot->times == 0)
            continue;
        bytes_clear(&pairs->record);
        sorter_number(&pairs->record, (uint32_t)(slot->key >> 32));
        sorter_number(&pairs->record, (uint32_t)slot->key);
        sorter_number(&pairs->record, slot->first_article);
        sorter_number(&pairs->record, slot->last_article);
        sorter_number(&pairs->record, slot->times);
        sorter_number(&pairs->record, slot->articles);
        if (!sorter_add(&pairs->sorter, bytes_span(&pairs->record), fault))
            return false;
    }
    if (pairs->used)
        memset(pairs->slots, 0, SLOTS * sizeof *pairs->slots);
    pairs->used = 0;
    return true;
}

bool pairs_add(struct pairs *pairs, struct pair pair, uint32_t article, struct fault *fault)
{
    uint64_t key = (uint64_t)pair.first << 32 | pair.second;
    struct pairs_slot *slot;
    size_t at = home(key);

    if (!pairs->slots)
        pairs->slots = memory_new(SLOTS, sizeof *pairs->slots);
    while ((slot = &pairs->slots[at])->times && slot->key != key)
        at = (at + 1) % SLOTS;
    if (slot->times) {
        slot->times++;
        slot->articles += slot->last_article != article;
        slot->last_article = article;
        return true;
    }
    if (pairs->used == SLOTS_USED)
        return spill(pairs, fault) && pairs_add(pairs, pair, article, fault);
    *slot = (struct pairs_slot){key, 1, 1, article, article};
    pairs->used++;
    return true;
}

bool pairs_end(struct pairs *pairs, struct fault *fault)
{
    if (!spill(pairs, fault))
        return false;
    free(pairs->slots);
    pairs->slots = NULL;
    return sorter_end(&pairs->sorter, fault);
}

/* Reads a piece into `next`; *begin is its first article. */
static bool read_piece(struct pairs *pairs, uint32_t *begin, struct fault *fault)
{
    struct span record;

    if (!sorter_next(&pairs->sorter, &record, fault))
        return false;
    pairs->next = (struct pair_count){
        .pair = {sorter_number_at(record, AT_FIRST), sorter_number_at(record, AT_SECOND)},
        .times = sorter_number_at(record, AT_TIMES),
        .articles = sorter_number_at(record, AT_ARTICLES),
    };
    *begin = sorter_number_at(record, AT_BEGIN);
    pairs->next_last = sorter_number_at(record, AT_LAST);
    return true;
}

bool pairs_next(struct pairs *pairs, struct pair_count *count, struct fault *fault)
{
    uint32_t begin, last;

    fault->kind = FAULT_NONE;
    if (!pairs->ahead && !read_piece(pairs, &begin, fault))
        return false;
    *count = pairs->next;
    last = pairs->next_last;
    pairs->ahead = false;
    while (read_piece(pairs, &begin, fault)) {
        if (pairs->next.pair.first != count->pair.first ||
            pairs->next.pair.second != count->pair.second) {
            pairs->ahead = true;
            return true;
        }
        /* A pair's pieces come in the order of their articles; one may go on in the next. */
        count->times += pairs->next.times;
        count->articles += pairs->next.articles - (begin == last);
        last = pairs->next_last;
    }
    return fault->kind == FAULT_NONE;
}

void pairs_release(struct pairs *pairs)
{
    free(pairs->slots);
    sorter_release(&pairs->sorter);
    bytes_release(&pairs->record);
    *pairs = PAIRS_EMPTY;
}
