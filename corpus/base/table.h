/*
 * A table of texts: each distinct text gets a number, 0, 1, 2, ... in the
 * order of first appearance. A vocabulary, a set of names, an index by key.
 *
 *     struct table names = TABLE_EMPTY;
 *     uint32_t id = table_add(&names, span);       the same text, the same id
 *     struct span again = table_text(&names, id);
 *     table_release(&names);
 *
 * Texts are copied and stay where they are while the table lives. At most
 * TABLE_NONE texts fit (4,294,967,295).
 */
#ifndef CORPUS_BASE_TABLE_H
#define CORPUS_BASE_TABLE_H

#include "corpus/base/arena.h"
#include "corpus/base/span.h"

#include <stdint.h>

#define TABLE_NONE UINT32_MAX

struct table_slot {
    uint32_t number; /* id + 1, or 0 where empty */
    uint32_t mark;   /* of its hash: others are then passed over without a look at their text */
};

struct table {
    struct arena arena;       /* the texts */
    struct span *texts;       /* by id */
    uint64_t *hashes;         /* by id */
    struct table_slot *slots; /* open addressing */
    size_t slot_count;        /* a power of two, or 0 */
    size_t count;             /* texts */
    size_t text_capacity, hash_capacity;
};

#define TABLE_EMPTY ((struct table){0})

/* The id of `text`, which is added where it is new. */
uint32_t table_add(struct table *table, struct span text);

/* The same where hash_bytes(text, 0) is known. */
uint32_t table_add_hashed(struct table *table, struct span text, uint64_t hash);

/* The id of `text`, or TABLE_NONE. */
uint32_t table_find(const struct table *table, struct span text);

static inline struct span table_text(const struct table *table, uint32_t id)
{
    return table->texts[id];
}

/* The rank of each text among all, in the order of span_compare(); the caller frees them. */
uint32_t *table_ranks(const struct table *table);

void table_release(struct table *table);

#endif
