#include "corpus/text/words.h"

#include "corpus/base/memory.h"
#include "corpus/text/utf8.h"

#include <stdlib.h>

enum { SHORT_MAX = 16, FIRST_ENTRIES = 1024, ROUND = 32 };

/* A short word is its own key: its bytes in lower case, and zeros. */
struct key {
    uint64_t low, high;
};

struct words_entry {
    struct key key;  /* of no bytes where the entry is free */
    uint32_t number; /* of the term */
};

/* Adds 0x20 to each of eight bytes that is one of A to Z; all are ASCII. */
static uint64_t lower(uint64_t eight)
{
    const uint64_t each = 0x0101010101010101U;
    uint64_t from_a = eight + each * (0x80 - 'A');
    uint64_t past_z = eight + each * (0x80 - 'Z' - 1);

    return eight | ((from_a & ~past_z & each * 0x80) >> 2);
}

/* The key of the folded word; false where it is long, or not all ASCII. */
static bool key_of(struct key *key, struct span word)
{
    char bytes[SHORT_MAX] = {0};

    if (word.length > SHORT_MAX)
        return false;
    memcpy(bytes, word.bytes, word.length);
    memcpy(&key->low, bytes, sizeof key->low);
    memcpy(&key->high, bytes + sizeof key->low, sizeof key->high);
    if ((key->low | key->high) & 0x8080808080808080U)
        return false;
    key->low = lower(key->low);
    key->high = lower(key->high);
    return true;
}

/* The same where the 16 bytes at `word` may be read, on a machine with the low byte first. */
static bool key_at(struct key *key, struct span word)
{
    static const uint64_t masks[] = {
        0,
        0xFF,
        0xFFFF,
        0xFFFFFF,
        0xFFFFFFFF,
        0xFFFFFFFFFF,
        0xFFFFFFFFFFFF,
        0xFFFFFFFFFFFFFF,
        0xFFFFFFFFFFFFFFFF,
    };
    size_t low = word.length < 8 ? word.length : 8;

    if (word.length > SHORT_MAX)
        return false;
    memcpy(&key->low, word.bytes, sizeof key->low);
    memcpy(&key->high, word.bytes + sizeof key->low, sizeof key->high);
    key->low &= masks[low];
    key->high &= masks[word.length - low];
    if ((key->low | key->high) & 0x8080808080808080U)
        return false;
    key->low = lower(key->low);
    key->high = lower(key->high);
    return true;
}

static size_t slot_of(struct key key, size_t count)
{
    uint64_t mixed = (key.low ^ (key.high << 29 | key.high >> 35)) * 0x9E3779B97F4A7C15U;

    return (mixed >> 32 ^ mixed >> 15) & (count - 1);
}

static struct words_entry *find(struct words_entry *entries, size_t count, struct key key)
{
    size_t slot = slot_of(key, count);

    while (entries[slot].key.low &&
           (entries[slot].key.low != key.low || entries[slot].key.high != key.high))
        slot = (slot + 1) & (count - 1);
    return &entries[slot];
}

static void widen(struct words *words)
{
    size_t count = words->entry_count ? words->entry_count * 4 : FIRST_ENTRIES;
    struct words_entry *entries = memory_new(count, sizeof *entries);

    for (size_t i = 0; i < words->entry_count; i++) {
        if (words->entries[i].key.low)
            *find(entries, count, words->entries[i].key) = words->entries[i];
    }
    free(words->entries);
    words->entries = entries;
    words->entry_count = count;
}

/* The number of a short ASCII term, which its key spells out. */
static uint32_t number_of_key(struct words *words, struct key key)
{
    struct words_entry *entry;

    if (words->used * 2 >= words->entry_count)
        widen(words);
    entry = find(words->entries, words->entry_count, key);
    if (!entry->key.low) {
        struct span term = {(const char *)&key, strnlen((const char *)&key, SHORT_MAX)};

        *entry = (struct words_entry){key, table_add(&words->terms, term)};
        words->used++;
    }
    return entry->number;
}

/* The number of any other word: folded once, then known by how it is written. */
static uint32_t number_of_surface(struct words *words, struct span word)
{
    size_t known = words->surfaces.count;
    uint32_t id = table_add(&words->surfaces, word);
    struct key key;

    if (words->surfaces.count == known)
        return words->numbers[id];
    words->numbers = memory_grow(words->numbers, &words->number_capacity, words->surfaces.count,
                                 sizeof *words->numbers);
    tokens_fold(&words->folded, word);
    if (key_of(&key, bytes_span(&words->folded)) && key.low)
        words->numbers[id] = number_of_key(words, key);
    else
        words->numbers[id] = table_add(&words->terms, bytes_span(&words->folded));
    return words->numbers[id];
}

/* The key of a word of `text`; false where it is no short ASCII word. */
static bool key_of_token(struct key *key, struct span text, struct token token)
{
    struct span word = tokens_span(text, token);
    bool has_room =
        (size_t)token.start + SHORT_MAX <= text.length && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;

    return (has_room ? key_at(key, word) : key_of(key, word)) && key->low;
}

uint32_t words_number(struct words *words, struct span text, struct token token)
{
    struct key key;

    if (key_of_token(&key, text, token))
        return number_of_key(words, key);
    return number_of_surface(words, tokens_span(text, token));
}

static void forget(struct words *words)
{
    table_release(&words->terms);
    table_release(&words->surfaces);
    bytes_release(&words->folded);
    free(words->entries);
    free(words->numbers);
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
    if (words->terms.count > WORDS_MANY || words->surfaces.count > WORDS_MANY)
        begin_anew(words);
}

/*
 * Numbers as many tokens as fit a round. Their keys are made first and their
 * entries sent for, since waiting for memory is what a look-up costs.
 */
static void read_round(struct words *words, struct span text, const struct token *tokens,
                       uint32_t *numbers, size_t count)
{
    struct key keys[ROUND];

    for (size_t i = 0; i < count; i++) {
        if (tokens[i].kind != TOKEN_WORD || !key_of_token(&keys[i], text, tokens[i]))
            keys[i].low = 0;
        else if (words->entry_count)
            __builtin_prefetch(&words->entries[slot_of(keys[i], words->entry_count)]);
    }
    for (size_t i = 0; i < count; i++) {
        if (keys[i].low)
            numbers[i] = number_of_key(words, keys[i]);
        else
            numbers[i] = tokens[i].kind == TOKEN_WORD
                             ? number_of_surface(words, tokens_span(text, tokens[i]))
                             : 0;
    }
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
