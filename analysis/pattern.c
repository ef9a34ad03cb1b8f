#include "analysis/pattern.h"

#include "analysis/dictionary/wildcards.h"
#include "corpus/base/memory.h"
#include "corpus/text/tokens.h"

#include <stdlib.h>

static void resolve(struct pattern *pattern, struct span form, const struct table *vocabulary)
{
    uint8_t *fits = memory_new(vocabulary->count + 1, 1);

    if (memchr(form.bytes, '*', form.length)) {
        for (uint32_t term = 0; term < vocabulary->count; term++)
            fits[term] = wildcards_fit(form, table_text(vocabulary, term));
    } else {
        uint32_t term = table_find(vocabulary, form);

        if (term != TABLE_NONE)
            fits[term] = 1;
    }
    pattern->fits[pattern->count++] = fits;
}

static bool touches(const struct token_list *tokens, size_t i)
{
    return tokens->items[i].start + tokens->items[i].length == tokens->items[i + 1].start;
}

/* A star at a word of a script without blanks: the letter is the word, so it adds nothing. */
static bool is_idle(struct span written, const struct token_list *tokens, size_t i)
{
    const struct token *items = tokens->items;

    return span_is(tokens_span(written, items[i]), "*") &&
           ((i > 0 && items[i - 1].kind == TOKEN_WORD && touches(tokens, i - 1)) ||
            (i + 1 < tokens->count && items[i + 1].kind == TOKEN_WORD && touches(tokens, i)));
}

/* The words of a pattern as they are shown, and where each stands there. */
struct listing {
    struct bytes text;
    struct {
        size_t first, end;
        bool after_mark;
    } words[PATTERN_WORDS_MAX];
    size_t count;
    bool room; /* for all of them */
};

static void list_words(struct listing *listing, struct span written,
                       const struct token_list *tokens)
{
    struct bytes form = BYTES_EMPTY;
    bool after_mark = false;

    listing->room = true;
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind != TOKEN_WORD) {
            after_mark = listing->count > 0;
            continue;
        }
        if (is_idle(written, tokens, i))
            continue;
        listing->room = listing->count < PATTERN_WORDS_MAX;
        if (!listing->room)
            break;
        tokens_fold(&form, tokens_span(written, tokens->items[i]));
        if (listing->count)
            bytes_add_text(&listing->text, after_mark ? ". " : " ");
        listing->words[listing->count].after_mark = after_mark;
        listing->words[listing->count].first = listing->text.count;
        bytes_add(&listing->text, bytes_span(&form));
        listing->words[listing->count++].end = listing->text.count;
        after_mark = false;
    }
    bytes_release(&form);
}

/*
 * What is shown is what is read when it is written so. It is not where a letter is folded to an
 * apostrophe that joins nothing.
 */
static bool reads_back(const struct listing *listing)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct listing again = {.text = BYTES_EMPTY};
    struct fault cut;
    bool same;

    if (wildcards_cut(&tokens, bytes_span(&listing->text), "*", &cut))
        list_words(&again, bytes_span(&listing->text), &tokens);
    same = again.count == listing->count &&
           span_equal(bytes_span(&again.text), bytes_span(&listing->text));
    tokens_release(&tokens);
    bytes_release(&again.text);
    return same;
}

static void take_words(struct pattern *pattern, const struct listing *listing,
                       const struct table *vocabulary)
{
    struct span text = bytes_span(&listing->text);

    bytes_add(&pattern->text, text);
    for (size_t i = 0; i < listing->count; i++) {
        pattern->after_mark[i] = listing->words[i].after_mark;
        resolve(pattern, span_cut(text, listing->words[i].first, listing->words[i].end),
                vocabulary);
    }
}

bool pattern_read(struct pattern *pattern, struct span written, const struct table *vocabulary,
                  struct fault *fault)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct listing listing = {.text = BYTES_EMPTY};
    struct fault cut;
    bool done = wildcards_cut(&tokens, written, "*", &cut);

    *pattern = (struct pattern){.terms = vocabulary->count};
    if (done)
        list_words(&listing, written, &tokens);
    if (!done)
        (void)fault_set(fault, FAULT_USAGE, "the term that is looked for: %s", cut.message);
    else if (!listing.room)
        done = fault_set(fault, FAULT_USAGE, "'%.*s' has more than %d words", SPAN_PRINT(written),
                         PATTERN_WORDS_MAX);
    else if (listing.count == 0 || !reads_back(&listing))
        done =
            fault_set(fault, FAULT_USAGE, "'%.*s' holds no word to look for", SPAN_PRINT(written));
    else
        take_words(pattern, &listing, vocabulary);
    tokens_release(&tokens);
    bytes_release(&listing.text);
    return done;
}

size_t pattern_at(const struct pattern *pattern, const uint32_t *ids, size_t count, size_t at)
{
    size_t i = at;

    for (size_t w = 0; w < pattern->count; w++) {
        if (w && i < count && (ids[i] == 0) != pattern->after_mark[w])
            return 0;
        i += w && pattern->after_mark[w];
        if (i >= count || ids[i] == 0 || ids[i] > pattern->terms || !pattern->fits[w][ids[i] - 1])
            return 0;
        i++;
    }
    return i - at;
}

void pattern_release(struct pattern *pattern)
{
    for (size_t w = 0; w < pattern->count; w++)
        free(pattern->fits[w]);
    bytes_release(&pattern->text);
    *pattern = PATTERN_EMPTY;
}
