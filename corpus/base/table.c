#include "corpus/base/table.h"

#include "corpus/base/hash.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 64 };

static uint32_t mark_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

/* The slot that holds `text`, or the empty one where it belongs. */
static size_t slot_of(const struct table *table, struct span text, uint64_t hash)
{
    size_t mask = table->slot_count - 1;
    size_t slot = hash & mask;

    while (table->slots[slot].number) {
        uint32_t id = table->slots[slot].number - 1;

        if (table->slots[slot].mark == mark_of(hash) && span_equal(table->texts[id], text))
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static void widen(struct table *table)
{
    size_t slot_count = table->slot_count ? table->slot_count * 2 : FIRST_SLOTS;
    struct table_slot *slots = memory_new(slot_count, sizeof *slots);

    for (uint32_t id = 0; id < table->count; id++) {
        size_t slot = table->hashes[id] & (slot_count - 1);

        while (slots[slot].number)
            slot = (slot + 1) & (slot_count - 1);
        slots[slot] = (struct table_slot){id + 1, mark_of(table->hashes[id])};
    }
    free(table->slots);
    table->slots = slots;
    table->slot_count = slot_count;
}

uint32_t table_add(struct table *table, struct span text)
{
    return table_add_hashed(table, text, hash_bytes(text, 0));
}

uint32_t table_add_hashed(struct table *table, struct span text, uint64_t hash)
{
    size_t slot;

    if (table->count * 2 >= table->slot_count)
        widen(table);
    slot = slot_of(table, text, hash);
    if (table->slots[slot].number)
        return table->slots[slot].number - 1;
    table->texts =
        memory_grow(table->texts, &table->text_capacity, table->count + 1, sizeof *table->texts);
    table->hashes =
        memory_grow(table->hashes, &table->hash_capacity, table->count + 1, sizeof *table->hashes);
    table->texts[table->count] = arena_copy(&table->arena, text);
    table->hashes[table->count] = hash;
    table->slots[slot] = (struct table_slot){(uint32_t)++table->count, mark_of(hash)};
    return (uint32_t)table->count - 1;
}

uint32_t table_find(const struct table *table, struct span text)
{
    size_t slot;

    if (table->slot_count == 0)
        return TABLE_NONE;
    slot = slot_of(table, text, hash_bytes(text, 0));
    return table->slots[slot].number ? table->slots[slot].number - 1 : TABLE_NONE;
}

struct ranked {
    struct span text;
    uint32_t id;
};

static int by_text(const void *left, const void *right)
{
    return span_compare(((const struct ranked *)left)->text, ((const struct ranked *)right)->text);
}

uint32_t *table_ranks(const struct table *table)
{
    struct ranked *texts = memory_new(table->count, sizeof *texts);
    uint32_t *ranks = memory_new(table->count, sizeof *ranks);

    for (uint32_t id = 0; id < table->count; id++)
        texts[id] = (struct ranked){table_text(table, id), id};
    qsort(texts, table->count, sizeof *texts, by_text);
    for (uint32_t i = 0; i < table->count; i++)
        ranks[texts[i].id] = i;
    free(texts);
    return ranks;
}

void table_release(struct table *table)
{
    arena_release(&table->arena);
    free(table->texts);
    free(table->hashes);
    free(table->slots);
    *table = TABLE_EMPTY;
}
