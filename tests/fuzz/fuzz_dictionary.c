/*
 * Any bytes as a dictionary, in whichever form they seem to be; then its own
 * words as a text.
 *
 * Invariants: a refused one is empty and its fault names the file; of one that
 * is read each entry lies in a category, a parent stands before its children,
 * and no phrase fits every word. Hits are candidates that count, they rise, and
 * within a topic no two share a word unless they begin and end together.
 */
#include "analysis/matcher.h"

#include <assert.h>
#include <stdlib.h>

enum { TERMS_MAX = 512 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_entries(const struct dictionary *dictionary)
{
    assert(dictionary->entry_count > 0);
    for (uint32_t c = 0; c < dictionary->category_count; c++) {
        const struct dictionary_category *category = &dictionary->categories[c];

        assert(category->key.length && category->rule.hits);
        assert(category->parent == DICTIONARY_NONE ? category->topic == c : category->parent < c);
        assert(dictionary_lies_in(dictionary, c, category->topic));
    }
    for (size_t e = 0; e < dictionary->entry_count; e++) {
        const struct dictionary_entry *entry = &dictionary->entries[e];

        assert(entry->category < dictionary->category_count);
        assert(entry->first_condition + entry->condition_count <= dictionary->condition_count);
        assert(entry->never.length ||
               (entry->phrase.count &&
                entry->phrase.first + entry->phrase.count <= dictionary->word_count &&
                dictionary->words[entry->phrase.first].kind != DICTIONARY_WORD_ANY));
    }
}

/* The words of the entries, in their order, each a term and after some a break. */
static size_t make_text(uint32_t *terms, struct table *vocabulary,
                        const struct dictionary *dictionary)
{
    size_t count = 0;

    for (size_t w = 0; w < dictionary->word_count && count + 1 < TERMS_MAX; w++) {
        struct span form = dictionary->words[w].form;

        if (form.length)
            terms[count++] = table_add(vocabulary, form) + 1;
        if (w % 7 == 6)
            terms[count++] = 0;
    }
    return count;
}

static void check_hits(const struct matcher *matcher, const struct matcher_hits *hits, size_t count)
{
    const struct dictionary_entry *entries = matcher->dictionary->entries;
    size_t counted = 0;

    for (size_t c = 0; c < matcher->candidate_count; c++)
        counted += matcher->candidates[c].taken_by == MATCHER_COUNTS &&
                   !entries[matcher->candidates[c].entry].excludes;
    assert(counted == hits->count);
    for (size_t h = 0; h < hits->count; h++) {
        const struct matcher_hit *hit = &hits->items[h];
        uint32_t end = hit->at + entries[hit->entry].phrase.count;

        assert(end <= count && (h == 0 || hits->items[h - 1].at <= hit->at));
        for (size_t i = h + 1; i < hits->count && hits->items[i].at < end; i++) {
            const struct matcher_hit *other = &hits->items[i];

            assert(entries[other->entry].topic != entries[hit->entry].topic ||
                   (other->at == hit->at &&
                    entries[other->entry].phrase.count == entries[hit->entry].phrase.count &&
                    entries[other->entry].category != entries[hit->entry].category));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct dictionary dictionary = DICTIONARY_EMPTY;
    struct table vocabulary = TABLE_EMPTY;
    struct matcher matcher = MATCHER_EMPTY;
    struct matcher_hits hits = MATCHER_HITS_EMPTY;
    struct fault fault = FAULT_EMPTY;
    uint32_t terms[TERMS_MAX];

    if (dictionary_read(&dictionary, (struct span){(const char *)data, size}, "fuzz", SPAN_EMPTY,
                        &fault)) {
        size_t count = make_text(terms, &vocabulary, &dictionary);

        check_entries(&dictionary);
        if (matcher_compile(&matcher, &dictionary, 0, &vocabulary, &fault)) {
            matcher_match(&matcher, terms, count, &hits);
            check_hits(&matcher, &hits, count);
        } else {
            assert(fault.kind == FAULT_LIMIT && !matcher.dictionary);
        }
    } else {
        assert(dictionary.entry_count == 0 && dictionary.category_count == 0);
        assert(strstr(fault.message, "fuzz"));
    }
    matcher_hits_release(&hits);
    matcher_release(&matcher);
    table_release(&vocabulary);
    dictionary_release(&dictionary);
    return 0;
}
