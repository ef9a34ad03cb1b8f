#include "analysis/dictionary_check.h"

#include "corpus/base/memory.h"
#include "corpus/text/tokens.h"

#include <stdlib.h>

/* Hits in the same words that are compared with one: more are a problem told by then. */
enum { HITS_TOGETHER = 64, CONTEXT_BYTES = 40 };

struct dictionary_check_pair {
    enum dictionary_problem_kind kind;
    uint32_t entry, other, hits;
    struct dictionary_example example;
};

void dictionary_check_start(struct dictionary_check *check, const struct dictionary *dictionary,
                            const struct table *vocabulary)
{
    *check = (struct dictionary_check){
        .dictionary = dictionary,
        .matchers = matchers_of(dictionary, vocabulary),
        .stands = memory_new(dictionary->entry_count, sizeof *check->stands),
        .counts = memory_new(dictionary->entry_count, sizeof *check->counts),
    };
}

/* A text being looked at. */
struct place {
    const uint32_t *terms;
    uint32_t article;
    bool in_title;
};

static struct dictionary_example keep_example(struct dictionary_check *check, struct place place,
                                              uint32_t at, uint32_t entry)
{
    uint32_t count = check->dictionary->entries[entry].phrase.count;
    struct dictionary_example example = {
        .article = place.article,
        .first = (uint32_t)check->term_count,
        .count = count,
        .in_title = place.in_title,
    };

    check->terms = memory_grow(check->terms, &check->term_capacity, check->term_count + count,
                               sizeof *check->terms);
    memcpy(check->terms + check->term_count, place.terms + at, count * sizeof *check->terms);
    check->term_count += count;
    return example;
}

static void note_pair(struct dictionary_check *check, struct dictionary_check_pair pair,
                      struct place place, uint32_t at)
{
    const uint32_t key[] = {pair.kind, pair.entry, pair.other};
    size_t before = check->pairs.count;
    uint32_t id = table_add(&check->pairs, (struct span){(const char *)key, sizeof key});

    check->pair_items = memory_grow(check->pair_items, &check->pair_capacity, check->pairs.count,
                                    sizeof *check->pair_items);
    if (id == before) {
        pair.example = keep_example(check, place, at, pair.entry);
        check->pair_items[id] = pair;
    }
    check->pair_items[id].hits++;
}

/* Notes the hits after the `h`-th that share a word with it. */
static void note_doubles(struct dictionary_check *check, size_t h, struct place place)
{
    const struct dictionary_entry *entries = check->dictionary->entries;
    const struct matcher_hit *hits = check->hits.items;
    uint32_t end = hits[h].at + entries[hits[h].entry].phrase.count;

    for (size_t i = h + 1; i < check->hits.count && i <= h + HITS_TOGETHER && hits[i].at < end; i++)
        note_pair(check,
                  (struct dictionary_check_pair){
                      .kind = DICTIONARY_DOUBLE, .entry = hits[h].entry, .other = hits[i].entry},
                  place, hits[h].at);
}

static void note_text(struct dictionary_check *check, const struct matcher *matcher,
                      struct place place)
{
    for (size_t i = 0; i < matcher->candidate_count; i++) {
        const struct matcher_candidate *candidate = &matcher->candidates[i];

        check->stands[candidate->entry]++;
        if (candidate->taken_by != MATCHER_COUNTS)
            note_pair(check,
                      (struct dictionary_check_pair){.kind = DICTIONARY_SHADOWED,
                                                     .entry = candidate->entry,
                                                     .other = candidate->taken_by},
                      place, candidate->at);
    }
    for (size_t h = 0; h < check->hits.count; h++) {
        check->counts[check->hits.items[h].entry]++;
        note_doubles(check, h, place);
    }
}

bool dictionary_check_add(struct dictionary_check *check, const struct dictionary_checked *article,
                          struct fault *fault)
{
    struct matcher *matcher;

    check->articles++;
    if (!matchers_find(&matcher, &check->matchers, article->language, fault))
        return false;
    if (!matcher)
        return true;
    matcher_match(matcher, article->text, article->text_count, &check->hits);
    note_text(check, matcher, (struct place){article->text, article->number, false});
    matcher_match(matcher, article->title, article->title_count, &check->hits);
    note_text(check, matcher, (struct place){article->title, article->number, true});
    return true;
}

/* By each entry what keeps it from counting most often. */
static const struct dictionary_check_pair **find_takers(const struct dictionary_check *check)
{
    const struct dictionary_check_pair **takers =
        memory_new(check->dictionary->entry_count, sizeof(struct dictionary_check_pair *));

    for (size_t i = 0; i < check->pairs.count; i++) {
        const struct dictionary_check_pair *pair = &check->pair_items[i];

        if (pair->kind == DICTIONARY_SHADOWED &&
            (!takers[pair->entry] || pair->hits > takers[pair->entry]->hits))
            takers[pair->entry] = pair;
    }
    return takers;
}

static struct dictionary_problem problem_of(const struct dictionary_check *check, uint32_t entry,
                                            const struct dictionary_check_pair *taker)
{
    struct dictionary_problem problem = {
        .kind = DICTIONARY_DEAD,
        .entry = entry,
        .other = DICTIONARY_NONE,
        .hits = check->stands[entry],
    };

    if (check->dictionary->entries[entry].never.length) {
        problem.kind = DICTIONARY_NEVER;
    } else if (taker) {
        problem.kind = DICTIONARY_SHADOWED;
        problem.other = taker->other;
        problem.example = taker->example;
    }
    return problem;
}

static bool has_problem(const struct dictionary_check *check, uint32_t entry)
{
    const struct dictionary_entry *own = &check->dictionary->entries[entry];

    if (own->never.length)
        return true;
    if (check->articles == 0)
        return false;
    return check->stands[entry] == 0 || (!own->excludes && check->counts[entry] == 0);
}

static int by_kind(const void *left, const void *right)
{
    const struct dictionary_problem *a = left, *b = right;

    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->kind == DICTIONARY_DOUBLE && a->hits != b->hits)
        return a->hits > b->hits ? -1 : 1;
    if (a->entry != b->entry)
        return a->entry < b->entry ? -1 : 1;
    return (a->other > b->other) - (a->other < b->other);
}

void dictionary_check_end(struct dictionary_check *check)
{
    const struct dictionary_check_pair **takers = find_takers(check);
    size_t count = 0;

    check->problems =
        memory_new(check->dictionary->entry_count + check->pairs.count, sizeof *check->problems);
    for (uint32_t e = 0; e < check->dictionary->entry_count; e++) {
        if (has_problem(check, e))
            check->problems[count++] = problem_of(check, e, takers[e]);
    }
    for (size_t i = 0; i < check->pairs.count; i++) {
        const struct dictionary_check_pair *pair = &check->pair_items[i];

        if (pair->kind == DICTIONARY_DOUBLE)
            check->problems[count++] = (struct dictionary_problem){
                .kind = pair->kind,
                .entry = pair->entry,
                .other = pair->other,
                .hits = pair->hits,
                .example = pair->example,
            };
    }
    free(takers);
    qsort(check->problems, count, sizeof *check->problems, by_kind);
    check->problem_count = count;
}

const char *dictionary_problem_name(enum dictionary_problem_kind kind)
{
    static const char *const names[] = {
        [DICTIONARY_NEVER] = "never",
        [DICTIONARY_DEAD] = "dead",
        [DICTIONARY_SHADOWED] = "shadowed",
        [DICTIONARY_DOUBLE] = "double",
    };

    return names[kind];
}

/* True where the example's words are the tokens from `at` on. */
static bool stands_at(const struct dictionary_check *check,
                      const struct dictionary_example *example, const struct token_list *tokens,
                      size_t at, struct span text)
{
    struct bytes term = BYTES_EMPTY;
    bool same = example->count <= tokens->count - at;

    for (uint32_t w = 0; same && w < example->count; w++) {
        tokens_fold(&term, tokens_span(text, tokens->items[at + w]));
        same = span_equal(bytes_span(&term), table_text(check->matchers.vocabulary,
                                                        check->terms[example->first + w] - 1));
    }
    bytes_release(&term);
    return same;
}

/* Appends the text from `start` to `end`, with white space as single blanks. */
static void add_flat(struct bytes *out, struct span text, size_t start, size_t end)
{
    bool blank = false;

    for (size_t i = start; i < end; i++) {
        bool is_blank = text.bytes[i] == ' ' || (text.bytes[i] >= '\t' && text.bytes[i] <= '\r');

        if (!is_blank && blank && out->count)
            bytes_add_byte(out, ' ');
        if (!is_blank)
            bytes_add_byte(out, text.bytes[i]);
        blank = is_blank;
    }
}

bool dictionary_example_show(struct bytes *context, const struct dictionary_check *check,
                             const struct dictionary_example *example, struct span text)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct fault fault;
    size_t at = 0, first, last;
    bool found = false;

    bytes_clear(context);
    if (!tokens_cut(&tokens, text, &fault))
        return false;
    while (!found && at < tokens.count)
        found = stands_at(check, example, &tokens, at++, text);
    if (found) {
        first = last = at - 1;
        while (first && tokens.items[at - 1].start - tokens.items[first - 1].start < CONTEXT_BYTES)
            first--;
        last += example->count - 1;
        at = last;
        while (last + 1 < tokens.count &&
               tokens.items[last + 1].start - tokens.items[at].start < CONTEXT_BYTES)
            last++;
        add_flat(context, text, tokens.items[first].start,
                 tokens.items[last].start + tokens.items[last].length);
    }
    tokens_release(&tokens);
    return found;
}

void dictionary_check_release(struct dictionary_check *check)
{
    matchers_release(&check->matchers);
    free(check->stands);
    free(check->counts);
    table_release(&check->pairs);
    free(check->pair_items);
    free(check->terms);
    matcher_hits_release(&check->hits);
    free(check->problems);
    *check = DICTIONARY_CHECK_EMPTY;
}
