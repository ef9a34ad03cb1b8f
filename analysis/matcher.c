#include "analysis/matcher.h"

#include "analysis/dictionary/resolver.h"
#include "corpus/base/memory.h"

#include <stdlib.h>

/* What the words of a text were used for, by category. */
struct matcher_use {
    uint32_t counted; /* the last place counted plus 1 */
    uint32_t counter; /* by this entry */
    /* Where the category is a topic, of all in it: */
    uint32_t free_from; /* the first place not used up */
    uint32_t longest;   /* of the entries at the place looked at, in words */
    uint32_t winner;    /* the entry that used up words last */
};

/* --- compiling ------------------------------------------------------------------------ */

static bool resolve_terms(struct matcher *matcher, const struct table *vocabulary,
                          struct resolver *resolver, struct fault *fault)
{
    struct resolver_fits fits = {0};
    bool done = true;

    matcher->first = memory_new(vocabulary->count + 1, sizeof *matcher->first);
    for (uint32_t id = 0; done && id < vocabulary->count; id++) {
        matcher->first[id] = (uint32_t)fits.count;
        done = resolver_find(resolver, table_text(vocabulary, id), &fits, fault);
    }
    matcher->first[vocabulary->count] = (uint32_t)fits.count;
    matcher->term_count = vocabulary->count;
    matcher->fits = fits.items;
    return done;
}

static bool is_matched(const struct dictionary_entry *entry, uint32_t language)
{
    return entry->never.length == 0 && (entry->language == 0 || entry->language == language);
}

/* Puts the entries in order of their first word, keeping the file's order within one. */
static void index_entries(struct matcher *matcher, uint32_t language)
{
    const struct dictionary *dictionary = matcher->dictionary;
    uint32_t *next;

    matcher->entry_first = memory_new(matcher->distinct + 1, sizeof *matcher->entry_first);
    matcher->entries = memory_new(dictionary->entry_count, sizeof *matcher->entries);
    for (size_t e = 0; e < dictionary->entry_count; e++) {
        if (is_matched(&dictionary->entries[e], language))
            matcher->entry_first[matcher->word_number[dictionary->entries[e].phrase.first] + 1]++;
    }
    for (size_t w = 0; w < matcher->distinct; w++)
        matcher->entry_first[w + 1] += matcher->entry_first[w];
    next = memory_new(matcher->distinct, sizeof *next);
    for (uint32_t e = 0; e < dictionary->entry_count; e++) {
        uint32_t word;

        if (!is_matched(&dictionary->entries[e], language))
            continue;
        word = matcher->word_number[dictionary->entries[e].phrase.first];
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

bool matcher_compile(struct matcher *matcher, const struct dictionary *dictionary,
                     uint32_t language, const struct table *vocabulary, struct fault *fault)
{
    struct resolver *resolver;
    bool done;

    *matcher = (struct matcher){.dictionary = dictionary};
    matcher->word_number = memory_new(dictionary->word_count, sizeof *matcher->word_number);
    resolver = resolver_open(dictionary, matcher->word_number);
    matcher->distinct = resolver_count(resolver);
    matcher->any = resolver_any(resolver);
    done = resolve_terms(matcher, vocabulary, resolver, fault);
    resolver_close(resolver);
    if (!done) {
        matcher_release(matcher);
        return false;
    }
    index_entries(matcher, language);
    mark_beginnings(matcher);
    matcher->uses = memory_new(dictionary->category_count, sizeof *matcher->uses);
    return true;
}

/* --- finding what stands in a text ------------------------------------------------------ */

/* A text being matched. */
struct text {
    const uint32_t *terms;
    size_t count;
};

/* True when the term (an id plus 1, or 0) fits this distinct word. */
static bool fits(const struct matcher *matcher, uint32_t term, uint32_t word)
{
    if (term == 0)
        return false;
    if (word == matcher->any)
        return true;
    if (term > matcher->term_count)
        return false;
    for (uint32_t i = matcher->first[term - 1]; i < matcher->first[term]; i++) {
        if (matcher->fits[i] == word)
            return true;
    }
    return false;
}

/* True when the phrase stands at `at`; of its words those from the `known`-th on are compared. */
static bool phrase_stands(const struct matcher *matcher, struct dictionary_phrase phrase,
                          struct text text, size_t at, uint32_t known)
{
    if (phrase.count > text.count - at)
        return false;
    for (uint32_t w = known; w < phrase.count; w++) {
        if (!fits(matcher, text.terms[at + w], matcher->word_number[phrase.first + w]))
            return false;
    }
    return true;
}

static bool any_stands(const struct matcher *matcher, const struct dictionary_condition *condition,
                       struct text text, size_t at)
{
    const struct dictionary_phrase *phrases =
        matcher->dictionary->phrases + condition->first_phrase;

    for (uint32_t p = 0; p < condition->phrase_count; p++) {
        if (phrase_stands(matcher, phrases[p], text, at, 0))
            return true;
    }
    return false;
}

/* One of the phrases has its last word among the `within` words before `at`. */
static bool stands_before(const struct matcher *matcher,
                          const struct dictionary_condition *condition, struct text text, size_t at)
{
    uint32_t words = 0, longest = 0;
    const struct dictionary_phrase *phrases =
        matcher->dictionary->phrases + condition->first_phrase;

    for (uint32_t p = 0; p < condition->phrase_count; p++)
        longest = phrases[p].count > longest ? phrases[p].count : longest;
    text.count = at; /* it ends before the hit */
    for (size_t i = at; i-- > 0 && words < condition->within + longest - 1;) {
        if (text.terms[i] == 0)
            continue;
        words++;
        for (uint32_t p = 0; p < condition->phrase_count; p++) {
            if (words < condition->within + phrases[p].count &&
                phrase_stands(matcher, phrases[p], text, i, 0))
                return true;
        }
    }
    return false;
}

/* One of the phrases has its first word among the `within` words from `at` on. */
static bool stands_after(const struct matcher *matcher,
                         const struct dictionary_condition *condition, struct text text, size_t at)
{
    uint32_t words = 0;

    for (size_t i = at; i < text.count && words < condition->within; i++) {
        if (text.terms[i] == 0)
            continue;
        words++;
        if (any_stands(matcher, condition, text, i))
            return true;
    }
    return false;
}

static bool condition_holds(const struct matcher *matcher, uint32_t number, struct text text,
                            size_t start, size_t end)
{
    const struct dictionary_condition *condition = &matcher->dictionary->conditions[number];
    bool found =
        (condition->side & DICTIONARY_AFTER && stands_before(matcher, condition, text, start)) ||
        (condition->side & DICTIONARY_BEFORE && stands_after(matcher, condition, text, end));

    return found != condition->denied;
}

/* The words stand at `at`, the first of which is known to, and so do the conditions. */
static bool entry_stands(const struct matcher *matcher, const struct dictionary_entry *entry,
                         struct text text, size_t at)
{
    uint32_t unless = matcher->dictionary->categories[entry->category].unless;
    size_t end = at + entry->phrase.count;

    if (!phrase_stands(matcher, entry->phrase, text, at, 1))
        return false;
    for (uint32_t c = 0; c < entry->condition_count; c++) {
        if (!condition_holds(matcher, entry->first_condition + c, text, at, end))
            return false;
    }
    return unless == DICTIONARY_NONE || entry->excludes ||
           condition_holds(matcher, unless, text, at, end);
}

static void add_candidate(struct matcher *matcher, uint32_t e, uint32_t at)
{
    matcher->candidates = memory_grow(matcher->candidates, &matcher->candidate_capacity,
                                      matcher->candidate_count + 1, sizeof *matcher->candidates);
    matcher->candidates[matcher->candidate_count++] =
        (struct matcher_candidate){.entry = e, .at = at, .taken_by = MATCHER_COUNTS};
    if (!matcher->dictionary->entries[e].excludes)
        return;
    matcher->exclusions = memory_grow(matcher->exclusions, &matcher->exclusion_capacity,
                                      matcher->exclusion_count + 1, sizeof *matcher->exclusions);
    matcher->exclusions[matcher->exclusion_count++] = (uint32_t)matcher->candidate_count - 1;
}

static void collect_at(struct matcher *matcher, struct text text, uint32_t at)
{
    uint32_t term = text.terms[at] - 1;

    for (uint32_t i = matcher->first[term]; i < matcher->first[term + 1]; i++) {
        uint32_t word = matcher->fits[i];

        for (uint32_t k = matcher->entry_first[word]; k < matcher->entry_first[word + 1]; k++) {
            uint32_t e = matcher->entries[k];

            if (entry_stands(matcher, &matcher->dictionary->entries[e], text, at))
                add_candidate(matcher, e, at);
        }
    }
}

/* --- which of it counts ------------------------------------------------------------------- */

static int by_entry(const void *left, const void *right)
{
    const struct matcher_candidate *a = left, *b = right;

    return (a->entry > b->entry) - (a->entry < b->entry);
}

static uint32_t words_of(const struct matcher *matcher, const struct matcher_candidate *candidate)
{
    return matcher->dictionary->entries[candidate->entry].phrase.count;
}

/* Looks for an exclusion that shares a word with the candidate; those before `from` end earlier. */
static void exclude(const struct matcher *matcher, struct matcher_candidate *candidate, size_t from)
{
    const struct dictionary *dictionary = matcher->dictionary;
    uint32_t end = candidate->at + words_of(matcher, candidate);

    if (dictionary->entries[candidate->entry].excludes)
        return;
    for (size_t i = from; i < matcher->exclusion_count; i++) {
        const struct matcher_candidate *exclusion = &matcher->candidates[matcher->exclusions[i]];

        if (exclusion->at >= end)
            return;
        if (exclusion->at + words_of(matcher, exclusion) > candidate->at &&
            dictionary_lies_in(dictionary, dictionary->entries[candidate->entry].category,
                               dictionary->entries[exclusion->entry].category)) {
            candidate->taken_by = exclusion->entry;
            return;
        }
    }
}

static void exclude_all(struct matcher *matcher)
{
    size_t from = 0;

    for (size_t i = 0; matcher->exclusion_count && i < matcher->candidate_count; i++) {
        struct matcher_candidate *candidate = &matcher->candidates[i];

        while (from < matcher->exclusion_count &&
               matcher->candidates[matcher->exclusions[from]].at + DICTIONARY_WORDS_MAX <=
                   candidate->at)
            from++;
        exclude(matcher, candidate, from);
    }
}

static void add_hit(struct matcher_hits *hits, const struct matcher_candidate *candidate)
{
    hits->items = memory_grow(hits->items, &hits->capacity, hits->count + 1, sizeof *hits->items);
    hits->items[hits->count++] = (struct matcher_hit){candidate->entry, candidate->at};
}

/* A candidate may count unless it excludes, is excluded, or lies in used-up words. */
static bool is_open(const struct matcher *matcher, struct matcher_candidate *candidate)
{
    const struct dictionary_entry *entry = &matcher->dictionary->entries[candidate->entry];
    const struct matcher_use *use = &matcher->uses[entry->topic];

    if (entry->excludes || candidate->taken_by != MATCHER_COUNTS)
        return false;
    if (use->free_from > candidate->at)
        candidate->taken_by = use->winner;
    return candidate->taken_by == MATCHER_COUNTS;
}

/* Settles the candidates of one place. */
static void settle_place(struct matcher *matcher, struct matcher_candidate *group, size_t count,
                         struct matcher_hits *hits)
{
    const struct dictionary_entry *entries = matcher->dictionary->entries;
    struct matcher_use *uses = matcher->uses;
    size_t before = hits->count;

    if (count > 1)
        qsort(group, count, sizeof *group, by_entry);
    for (size_t i = 0; i < count; i++) {
        uint32_t words = words_of(matcher, &group[i]);
        struct matcher_use *use = &uses[entries[group[i].entry].topic];

        if (is_open(matcher, &group[i]) && words > use->longest) {
            use->longest = words;
            use->winner = group[i].entry;
        }
    }
    for (size_t i = 0; i < count; i++) {
        const struct dictionary_entry *entry = &entries[group[i].entry];
        const struct matcher_use *topic = &uses[entry->topic];
        struct matcher_use *own = &uses[entry->category];

        if (entry->excludes || group[i].taken_by != MATCHER_COUNTS)
            continue;
        if (entry->phrase.count < topic->longest) {
            group[i].taken_by = topic->winner;
        } else if (own->counted == group[i].at + 1) {
            group[i].taken_by = own->counter;
        } else {
            own->counted = group[i].at + 1;
            own->counter = group[i].entry;
            add_hit(hits, &group[i]);
        }
    }
    for (size_t i = before; i < hits->count; i++) {
        const struct dictionary_entry *entry = &entries[hits->items[i].entry];

        uses[entry->topic].free_from = hits->items[i].at + entry->phrase.count;
        uses[entry->topic].longest = 0;
    }
}

void matcher_match(struct matcher *matcher, const uint32_t *terms, size_t count,
                   struct matcher_hits *hits)
{
    struct text text = {terms, count};

    hits->count = matcher->candidate_count = matcher->exclusion_count = 0;
    for (uint32_t at = 0; at < count; at++) {
        uint32_t term = terms[at];

        if (term && term <= matcher->term_count &&
            matcher->begins[(term - 1) / 8] >> (term - 1) % 8 & 1)
            collect_at(matcher, text, at);
    }
    if (matcher->candidate_count == 0)
        return;
    memset(matcher->uses, 0, matcher->dictionary->category_count * sizeof *matcher->uses);
    exclude_all(matcher);
    for (size_t i = 0, end; i < matcher->candidate_count; i = end) {
        for (end = i + 1; end < matcher->candidate_count &&
                          matcher->candidates[end].at == matcher->candidates[i].at;)
            end++;
        settle_place(matcher, matcher->candidates + i, end - i, hits);
    }
}

const struct matcher_hit *matcher_next_of(const struct matcher_hits *hits,
                                          const struct dictionary *dictionary, uint32_t category,
                                          size_t *next)
{
    while (*next < hits->count) {
        const struct matcher_hit *hit = &hits->items[(*next)++];

        if (!dictionary_lies_in(dictionary, dictionary->entries[hit->entry].category, category))
            continue;
        while (*next < hits->count && hits->items[*next].at == hit->at)
            (*next)++;
        return hit;
    }
    return NULL;
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
    free(matcher->candidates);
    free(matcher->exclusions);
    free(matcher->uses);
    *matcher = MATCHER_EMPTY;
}
