#include "corpus/text/words.h"

#include "corpus/base/memory.h"

#include <stdlib.h>

enum { SHORT_MAX = 16, FIRST_ENTRIES = 1024, ROUND = 32 };

/* A short word is its own key: its bytes as they are written, and zeros. */
struct key {
    uint64_t low, high;
};

struct words_entry {
    struct key key; /* of no bytes where the entry is free */
    uint32_t term;  /* the number of the word's term, plus 1 */
};

/* The key of the word that begins the 16 bytes at `bytes`. */
static struct key key_at(const char *bytes, size_t length)
{
    static const unsigned char kept[2 * SHORT_MAX] = {
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    };
    struct key key, mask;

    memcpy(&key, bytes, sizeof key);
    memcpy(&mask, kept + SHORT_MAX - length, sizeof mask);
    return (struct key){key.low & mask.low, key.high & mask.high};
}

/* The same where the text ends before those 16 bytes. */
static struct key key_at_end(const char *bytes, size_t length)
{
    struct key key = {0};

    memcpy(&key, bytes, length);
    return key;
}

/* No word as it is written begins with it, for no UTF-8 does. */
static const struct key key_of_long = {UINT64_MAX, 0};

/* The key of a token of `text`; of no bytes where it is no word. */
static inline struct key key_of(struct span text, const struct token *token)
{
    const char *bytes = text.bytes + token->start;

    if (token->kind != TOKEN_WORD)
        return (struct key){0};
    if (token->length > SHORT_MAX)
        return key_of_long;
    return token->start + (size_t)SHORT_MAX <= text.length ? key_at(bytes, token->length)
                                                           : key_at_end(bytes, token->length);
}

static size_t slot_of(struct key key, size_t count)
{
    uint64_t mixed = (key.low ^ (key.high << 29 | key.high >> 35)) * 0x9E3779B97F4A7C15U;

    return (mixed >> 32 ^ mixed >> 15) & (count - 1);
}

/* The entry of the key, or the free one that is to hold it, looked for from `slot` on. */
static struct words_entry *find(struct words_entry *entries, size_t count, struct key key,
                                size_t slot)
{
    while (entries[slot].key.low &&
           (entries[slot].key.low != key.low || entries[slot].key.high != key.high))
        slot = (slot + 1) & (count - 1);
    return &entries[slot];
}

/* The entries, and behind them one of no bytes and no term, where what is no word is found. */
static void widen(struct words *words)
{
    size_t count = words->entry_count ? words->entry_count * 2 : FIRST_ENTRIES;
    struct words_entry *entries = memory_new(count + 1, sizeof *entries);

    for (size_t i = 0; i < words->entry_count; i++) {
        struct key key = words->entries[i].key;

        if (key.low)
            *find(entries, count, key, slot_of(key, count)) = words->entries[i];
    }
    free(words->entries);
    words->entries = entries;
    words->entry_count = count;
}

/* The number of a word's term, plus 1. */
static uint32_t term_of(struct words *words, struct span word)
{
    tokens_fold(&words->folded, word);
    return table_add(&words->terms, bytes_span(&words->folded)) + 1;
}

/* The same of a long word, which is remembered as it is written. */
static uint32_t term_of_long(struct words *words, struct span word)
{
    size_t known = words->longs.count;
    uint32_t id = table_add(&words->longs, word);

    if (words->longs.count > known) {
        words->long_terms = memory_grow(words->long_terms, &words->long_capacity,
                                        words->longs.count, sizeof *words->long_terms);
        words->long_terms[id] = term_of(words, word);
    }
    return words->long_terms[id];
}

/* The same of a word that does not stand where it is looked for first. */
static uint32_t term_elsewhere(struct words *words, struct key key, size_t slot, struct span word)
{
    struct words_entry *entry;

    if (word.length > SHORT_MAX)
        return term_of_long(words, word);
    entry = find(words->entries, words->entry_count, key, slot);
    if (!entry->key.low) {
        *entry = (struct words_entry){key, term_of(words, word)};
        words->used++;
    }
    return entry->term;
}

/*
 * Finds the terms of as many tokens as fit a round. Their keys are made first and their
 * entries sent for, since waiting for memory is what a look-up costs; and so is the hash
 * of each term, which signatures are made of.
 */
static void read_round(struct words *words, struct span text, const struct token *tokens,
                       uint32_t *terms, size_t count)
{
    struct key keys[ROUND];
    size_t slots[ROUND];

    if ((words->used + ROUND) * 4 > words->entry_count * 3)
        widen(words);
    for (size_t i = 0; i < count; i++) {
        keys[i] = key_of(text, &tokens[i]);
        slots[i] = keys[i].low ? slot_of(keys[i], words->entry_count) : words->entry_count;
        __builtin_prefetch(&words->entries[slots[i]]);
    }
    for (size_t i = 0; i < count; i++) {
        const struct words_entry *entry = &words->entries[slots[i]];

        terms[i] = entry->key.low == keys[i].low && entry->key.high == keys[i].high
                       ? entry->term
                       : term_elsewhere(words, keys[i], slots[i], tokens_span(text, tokens[i]));
        if (terms[i])
            __builtin_prefetch(&words->terms.hashes[terms[i] - 1]);
    }
}

static void forget(struct words *words)
{
    table_release(&words->terms);
    table_release(&words->longs);
    bytes_release(&words->folded);
    free(words->entries);
    free(words->long_terms);
}

/* Begins anew, but keeps the room for numbers. */
static void begin_anew(struct words *words)
{
    struct words next = {
        .at = words->at, .at_capacity = words->at_capacity, .generation = words->generation + 1};

    forget(words);
    *words = next;
}

void words_refresh(struct words *words)
{
    if (words->used > WORDS_MANY || words->longs.count > WORDS_MANY)
        begin_anew(words);
}

void words_read(struct words *words, struct span text, const struct token_list *tokens)
{
    words->at = memory_grow(words->at, &words->at_capacity, tokens->count, sizeof *words->at);
    for (size_t i = 0; i < tokens->count; i += ROUND) {
        size_t count = tokens->count - i < ROUND ? tokens->count - i : ROUND;

        read_round(words, text, tokens->items + i, words->at + i, count);
    }
}

void words_release(struct words *words)
{
    forget(words);
    free(words->at);
    *words = WORDS_EMPTY;
}
