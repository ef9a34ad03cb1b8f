#include "analysis/dictionary/resolver.h"

#include "analysis/dictionary/regex.h"
#include "analysis/dictionary/wildcards.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

enum { HOLDS = WILDCARDS_NONE + 1, PAIRS = 1 << 16 };

struct resolver {
    const struct dictionary *dictionary;
    struct table words; /* the distinct ones: kind and form */
    uint32_t *first_of; /* by number: a word of the dictionary that it is */
    uint32_t any;
    struct table letters;            /* hold and letters by which words are looked up */
    uint32_t *heads;                 /* by id of these: the last word's number */
    uint32_t *next;                  /* by number: the one before it, or DICTIONARY_NONE */
    size_t longest[HOLDS];           /* letters of each hold, in bytes */
    uint8_t pairs[HOLDS][PAIRS / 8]; /* a bit for each pair of bytes that words are held by */
    uint32_t *tried;                 /* the numbers of words that are tried one by one */
    size_t tried_count;
    struct bytes key;
};

static void write_key(struct bytes *key, enum wildcards_hold hold, struct span letters)
{
    bytes_clear(key);
    bytes_add_byte(key, (char)('0' + hold));
    bytes_add(key, letters);
}

/* The two bytes by which a word's letters are told apart first; one that is missing is 0. */
static unsigned pair_of(enum wildcards_hold hold, struct span text)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    size_t n = text.length;

    if (hold == WILDCARDS_END)
        return (unsigned)(n > 1 ? bytes[n - 2] : 0) << 8 | bytes[n - 1];
    return (unsigned)bytes[0] << 8 | (n > 1 ? bytes[1] : 0U);
}

/* Marks the pair that a term must have; a single letter goes with any other. */
static void mark_pairs(struct resolver *resolver, enum wildcards_hold hold, struct span letters)
{
    unsigned pair = pair_of(hold, letters);

    for (unsigned other = 0; other < (letters.length > 1 ? 1U : 256U); other++) {
        unsigned marked = pair + (hold == WILDCARDS_END ? other << 8 : other);

        resolver->pairs[hold][marked / 8] |= (uint8_t)(1U << marked % 8);
    }
}

/* False where no word held so can be found at the start (or end) of `text`. */
static bool may_hold(const struct resolver *resolver, enum wildcards_hold hold, struct span text)
{
    unsigned pair = pair_of(hold, text);

    return resolver->pairs[hold][pair / 8] >> pair % 8 & 1;
}

static void hold_form(struct resolver *resolver, uint32_t number, struct span form)
{
    struct span letters;
    enum wildcards_hold hold = wildcards_hold(&letters, form);
    size_t before = resolver->letters.count;
    uint32_t id;

    if (hold == WILDCARDS_NONE) {
        resolver->tried[resolver->tried_count++] = number;
        return;
    }
    write_key(&resolver->key, hold, letters);
    id = table_add(&resolver->letters, bytes_span(&resolver->key));
    resolver->next[number] = id < before ? resolver->heads[id] : DICTIONARY_NONE;
    resolver->heads[id] = number;
    if (letters.length > resolver->longest[hold])
        resolver->longest[hold] = letters.length;
    mark_pairs(resolver, hold, letters);
}

static void hold_word(struct resolver *resolver, uint32_t number)
{
    const struct dictionary_word *word = &resolver->dictionary->words[resolver->first_of[number]];

    if (word->kind == DICTIONARY_WORD_ANY)
        resolver->any = number;
    else if (word->kind == DICTIONARY_WORD_REGEX)
        resolver->tried[resolver->tried_count++] = number;
    else
        hold_form(resolver, number, word->form);
}

struct resolver *resolver_open(const struct dictionary *dictionary, uint32_t *numbers)
{
    struct resolver *resolver = memory_new(1, sizeof *resolver);
    size_t most = dictionary->word_count;

    *resolver = (struct resolver){
        .dictionary = dictionary,
        .any = DICTIONARY_NONE,
        .first_of = memory_new(most, sizeof *resolver->first_of),
        .heads = memory_new(most, sizeof *resolver->heads),
        .next = memory_new(most, sizeof *resolver->next),
        .tried = memory_new(most, sizeof *resolver->tried),
    };
    for (uint32_t w = 0; w < most; w++) {
        const struct dictionary_word *word = &dictionary->words[w];
        size_t before = resolver->words.count;

        bytes_clear(&resolver->key);
        bytes_add_byte(&resolver->key, (char)('0' + word->kind));
        bytes_add(&resolver->key, word->form);
        numbers[w] = table_add(&resolver->words, bytes_span(&resolver->key));
        if (numbers[w] < before)
            continue;
        resolver->first_of[numbers[w]] = w;
        hold_word(resolver, numbers[w]);
    }
    return resolver;
}

size_t resolver_count(const struct resolver *resolver)
{
    return resolver->words.count;
}

uint32_t resolver_any(const struct resolver *resolver)
{
    return resolver->any;
}

static void add_fit(struct resolver_fits *fits, uint32_t number)
{
    fits->items = memory_grow(fits->items, &fits->capacity, fits->count + 1, sizeof *fits->items);
    fits->items[fits->count++] = number;
}

/* Adds the words held by these letters of the term that it fits. */
static void look_up(struct resolver *resolver, struct span term, enum wildcards_hold hold,
                    struct span letters, struct resolver_fits *fits)
{
    uint32_t id;

    write_key(&resolver->key, hold, letters);
    id = table_find(&resolver->letters, bytes_span(&resolver->key));
    if (id == TABLE_NONE)
        return;
    for (uint32_t n = resolver->heads[id]; n != DICTIONARY_NONE; n = resolver->next[n]) {
        if (wildcards_fit(resolver->dictionary->words[resolver->first_of[n]].form, term))
            add_fit(fits, n);
    }
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static void look_up_all(struct resolver *resolver, struct span term, struct resolver_fits *fits)
{
    const size_t *longest = resolver->longest;
    size_t most = may_hold(resolver, WILDCARDS_START, term) ? longest[WILDCARDS_START] : 0;

    if (term.length <= longest[WILDCARDS_WHOLE] && may_hold(resolver, WILDCARDS_WHOLE, term))
        look_up(resolver, term, WILDCARDS_WHOLE, term, fits);
    for (size_t l = least(term.length, most); l; l--)
        look_up(resolver, term, WILDCARDS_START, span_cut(term, 0, l), fits);
    most = may_hold(resolver, WILDCARDS_END, term) ? longest[WILDCARDS_END] : 0;
    for (size_t l = least(term.length, most); l; l--)
        look_up(resolver, term, WILDCARDS_END, span_cut(term, term.length - l, term.length), fits);
    for (size_t at = 0; longest[WILDCARDS_INSIDE] && at < term.length; at++) {
        struct span rest = span_cut(term, at, term.length);

        if (!may_hold(resolver, WILDCARDS_INSIDE, rest))
            continue;
        for (size_t l = least(rest.length, longest[WILDCARDS_INSIDE]); l; l--)
            look_up(resolver, term, WILDCARDS_INSIDE, span_cut(rest, 0, l), fits);
    }
}

static bool try_all(const struct resolver *resolver, struct span term, struct resolver_fits *fits,
                    struct fault *fault)
{
    const struct dictionary *dictionary = resolver->dictionary;

    for (size_t i = 0; i < resolver->tried_count; i++) {
        uint32_t number = resolver->tried[i];
        const struct dictionary_word *word = &dictionary->words[resolver->first_of[number]];
        bool found = false;

        if (word->kind != DICTIONARY_WORD_REGEX)
            found = wildcards_fit(word->form, term);
        else if (!regex_fits(&found, dictionary->regexes[word->regex], term, fault))
            return false;
        if (found)
            add_fit(fits, number);
    }
    return true;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

/* Puts those from `from` on in order, each once: letters inside may stand twice in a term. */
static void order(struct resolver_fits *fits, size_t from)
{
    size_t kept = from;

    if (fits->count < from + 2)
        return;
    qsort(fits->items + from, fits->count - from, sizeof *fits->items, by_number);
    for (size_t i = from; i < fits->count; i++) {
        if (kept == from || fits->items[kept - 1] != fits->items[i])
            fits->items[kept++] = fits->items[i];
    }
    fits->count = kept;
}

bool resolver_find(struct resolver *resolver, struct span term, struct resolver_fits *fits,
                   struct fault *fault)
{
    size_t from = fits->count;

    if (term.length == 0)
        return true;
    look_up_all(resolver, term, fits);
    if (!try_all(resolver, term, fits, fault))
        return false;
    order(fits, from);
    return true;
}

void resolver_close(struct resolver *resolver)
{
    table_release(&resolver->words);
    table_release(&resolver->letters);
    bytes_release(&resolver->key);
    free(resolver->first_of);
    free(resolver->heads);
    free(resolver->next);
    free(resolver->tried);
    free(resolver);
}
