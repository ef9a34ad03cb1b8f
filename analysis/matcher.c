#include "analysis/matcher.h"

#include "corpus/base/bytes.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

/* A distinct word's name: its form, with a `*` after a prefix. */
static uint32_t name_word(struct table *names, struct bytes *room, struct dictionary_word word)
{
    bytes_clear(room);
    bytes_add(room, word.form);
    if (word.prefix)
        bytes_add_byte(room, '*');
    return table_add(names, bytes_span(room));
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

    return (a > b) - (a < b);
}

/* Appends the numbers of the words that `term` fits; returns how many. */
static size_t find_fits(const struct table *names, struct span term, size_t longest_prefix,
                        struct bytes *room, uint32_t *fits)
{
    size_t count = 0;
    uint32_t exact = table_find(names, term);

    if (exact != TABLE_NONE)
        fits[count++] = exact;
    for (size_t length = 1; length <= term.length && length <= longest_prefix; length++) {
        uint32_t prefix;

        bytes_clear(room);
        bytes_add(room, span_cut(term, 0, length));
        bytes_add_byte(room, '*');
        prefix = table_find(names, bytes_span(room));
        if (prefix != TABLE_NONE)
            fits[count++] = prefix;
    }
    qsort(fits, count, sizeof *fits, by_number);
    return count;
}

static void resolve_terms(struct matcher *matcher, const struct table *vocabulary,
                          const struct table *names, size_t longest_prefix)
{
    size_t capacity = 0, used = 0;
    struct bytes room = BYTES_EMPTY;

    matcher->first = memory_new(vocabulary->count + 1, sizeof *matcher->first);
    for (uint32_t id = 0; id < vocabulary->count; id++) {
        matcher->first[id] = (uint32_t)used;
        matcher->fits =
            memory_grow(matcher->fits, &capacity, used + longest_prefix + 1, sizeof *matcher->fits);
        used += find_fits(names, table_text(vocabulary, id), longest_prefix, &room,
                          matcher->fits + used);
    }
    matcher->first[vocabulary->count] = (uint32_t)used;
    matcher->term_count = vocabulary->count;
    bytes_release(&room);
}

/* Puts the entries in order of their first word, keeping the file's order within one. */
static void index_entries(struct matcher *matcher)
{
    const struct dictionary *dictionary = matcher->dictionary;
    uint32_t *next;

    matcher->entry_first = memory_new(matcher->distinct + 1, sizeof *matcher->entry_first);
    matcher->entries = memory_new(dictionary->entry_count, sizeof *matcher->entries);
    for (size_t e = 0; e < dictionary->entry_count; e++)
        matcher->entry_first[matcher->word_number[dictionary->entries[e].first_word] + 1]++;
    for (size_t w = 0; w < matcher->distinct; w++)
        matcher->entry_first[w + 1] += matcher->entry_first[w];
    next = memory_new(matcher->distinct, sizeof *next);
    for (uint32_t e = 0; e < dictionary->entry_count; e++) {
        uint32_t word = matcher->word_number[dictionary->entries[e].first_word];

        matcher->entries[matcher->entry_first[word] + next[word]++] = e;
    }
    free(next);
}

static void mark_beginnings(struct matcher *matcher)
{
    matcher->begins = memory_new(matcher->term_count / 8 + 1, 1);
    for (uint32_t term = 0; term < matcher->term_count; term++) {
        for (uint32_t i = matcher->first[term]; i < matcher->first[term + 1]; i++) {
            uint32_t word = matcher->fits[i];

            if (matcher->entry_first[word] < matcher->entry_first[word + 1])
                matcher->begins[term / 8] |= (uint8_t)(1U << term % 8);
        }
    }
}

void matcher_compile(struct matcher *matcher, const struct dictionary *dictionary,
                     const struct table *vocabulary)
{
    struct table names = TABLE_EMPTY;
    struct bytes room = BYTES_EMPTY;
    size_t longest_prefix = 0;

    *matcher = (struct matcher){.dictionary = dictionary};
    matcher->word_number = memory_new(dictionary->word_count, sizeof *matcher->word_number);
    for (size_t w = 0; w < dictionary->word_count; w++) {
        struct dictionary_word word = dictionary->words[w];

        matcher->word_number[w] = name_word(&names, &room, word);
        if (word.prefix && word.form.length > longest_prefix)
            longest_prefix = word.form.length;
    }
    matcher->distinct = names.count;
    index_entries(matcher);
    resolve_terms(matcher, vocabulary, &names, longest_prefix);
    mark_beginnings(matcher);
    matcher->free_from = memory_new(dictionary->topic_count, sizeof *matcher->free_from);
    bytes_release(&room);
    table_release(&names);
}

/* True when the term (an id plus 1, or 0) fits this distinct word. */
static bool fits(const struct matcher *matcher, uint32_t term, uint32_t word)
{
    if (term == 0 || term > matcher->term_count)
        return false;
    for (uint32_t i = matcher->first[term - 1]; i < matcher->first[term]; i++) {
        if (matcher->fits[i] == word)
            return true;
    }
    return false;
}

static bool entry_stands(const struct matcher *matcher, const struct dictionary_entry *entry,
                         const uint32_t *terms, size_t left)
{
    if (entry->word_count > left)
        return false;
    for (uint32_t w = 1; w < entry->word_count; w++) {
        if (!fits(matcher, terms[w], matcher->word_number[entry->first_word + w]))
            return false;
    }
    return true;
}

/* Keeps the entry unless the topic has a longer one at this place or the words are used up. */
static void consider(struct matcher *matcher, uint32_t e, uint32_t at, size_t here,
                     struct matcher_hits *hits)
{
    const struct dictionary_entry *entries = matcher->dictionary->entries;

    if (matcher->free_from[entries[e].topic] > at)
        return;
    for (size_t i = here; i < hits->count; i++) {
        struct matcher_hit *hit = &hits->items[i];

        if (entries[hit->entry].topic != entries[e].topic)
            continue;
        if (entries[e].word_count > entries[hit->entry].word_count)
            hit->entry = e;
        return;
    }
    hits->items = memory_grow(hits->items, &hits->capacity, hits->count + 1, sizeof *hits->items);
    hits->items[hits->count++] = (struct matcher_hit){.entry = e, .at = at};
}

static void match_at(struct matcher *matcher, const uint32_t *terms, size_t count, uint32_t at,
                     struct matcher_hits *hits)
{
    const struct dictionary_entry *entries = matcher->dictionary->entries;
    uint32_t term = terms[at] - 1;
    size_t here = hits->count;

    for (uint32_t i = matcher->first[term]; i < matcher->first[term + 1]; i++) {
        uint32_t word = matcher->fits[i];

        for (uint32_t k = matcher->entry_first[word]; k < matcher->entry_first[word + 1]; k++) {
            uint32_t e = matcher->entries[k];

            if (entry_stands(matcher, &entries[e], terms + at, count - at))
                consider(matcher, e, at, here, hits);
        }
    }
    for (size_t i = here; i < hits->count; i++) {
        const struct dictionary_entry *entry = &entries[hits->items[i].entry];

        matcher->free_from[entry->topic] = at + entry->word_count;
    }
}

static bool may_begin(const struct matcher *matcher, uint32_t term)
{
    return matcher->begins[term / 8] >> term % 8 & 1;
}

void matcher_match(struct matcher *matcher, const uint32_t *terms, size_t count,
                   struct matcher_hits *hits)
{
    memset(matcher->free_from, 0, matcher->dictionary->topic_count * sizeof *matcher->free_from);
    hits->count = 0;
    for (uint32_t at = 0; at < count; at++) {
        uint32_t term = terms[at];

        if (term && term <= matcher->term_count && may_begin(matcher, term - 1))
            match_at(matcher, terms, count, at, hits);
    }
}

void matcher_hits_release(struct matcher_hits *hits)
{
    free(hits->items);
    *hits = MATCHER_HITS_EMPTY;
}

void matcher_release(struct matcher *matcher)
{
    free(matcher->first);
    free(matcher->fits);
    free(matcher->word_number);
    free(matcher->entry_first);
    free(matcher->entries);
    free(matcher->begins);
    free(matcher->free_from);
    *matcher = MATCHER_EMPTY;
}
