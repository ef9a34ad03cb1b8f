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

/* Apostrophes and stars alone: a letter that is folded to an apostrophe is no word by itself. */
static bool is_apostrophe(struct span form)
{
    size_t stars = 0, apostrophes = 0;

    for (size_t i = 0; i < form.length; i++) {
        stars += form.bytes[i] == '*';
        apostrophes += form.bytes[i] == '\'';
    }
    return apostrophes && stars + apostrophes == form.length;
}

static bool read_words(struct pattern *pattern, struct span written,
                       const struct token_list *tokens, const struct table *vocabulary)
{
    struct bytes form = BYTES_EMPTY;
    bool after_mark = false, room = true;

    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind != TOKEN_WORD) {
            after_mark = pattern->count > 0;
            continue;
        }
        if (is_idle(written, tokens, i))
            continue;
        room = pattern->count < PATTERN_WORDS_MAX;
        if (!room)
            break;
        tokens_fold(&form, tokens_span(written, tokens->items[i]));
        if (is_apostrophe(bytes_span(&form)))
            continue;
        pattern->after_mark[pattern->count] = after_mark;
        if (pattern->count)
            bytes_add_text(&pattern->text, after_mark ? ". " : " ");
        bytes_add(&pattern->text, bytes_span(&form));
        after_mark = false;
        resolve(pattern, bytes_span(&form), vocabulary);
    }
    bytes_release(&form);
    return room;
}

bool pattern_read(struct pattern *pattern, struct span written, const struct table *vocabulary,
                  struct fault *fault)
{
    struct token_list tokens = TOKEN_LIST_EMPTY;
    struct fault cut;
    bool done;

    *pattern = (struct pattern){.terms = vocabulary->count};
    if (!wildcards_cut(&tokens, written, "*", &cut))
        done = fault_set(fault, FAULT_USAGE, "the term that is looked for: %s", cut.message);
    else if (!read_words(pattern, written, &tokens, vocabulary))
        done = fault_set(fault, FAULT_USAGE, "'%.*s' has more than %d words", SPAN_PRINT(written),
                         PATTERN_WORDS_MAX);
    else
        done = pattern->count || fault_set(fault, FAULT_USAGE, "'%.*s' holds no word to look for",
                                           SPAN_PRINT(written));
    tokens_release(&tokens);
    if (!done)
        pattern_release(pattern);
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
