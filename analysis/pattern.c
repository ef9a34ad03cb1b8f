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

static bool is_star(struct span written, struct token token)
{
    return token.length == 1 && written.bytes[token.start] == '*';
}

static bool takes(struct span written, const struct token_list *tokens, size_t i)
{
    return tokens->items[i].kind == TOKEN_WORD || is_star(written, tokens->items[i]);
}

static bool touches(const struct token_list *tokens, size_t i)
{
    return i < tokens->count &&
           tokens->items[i].start == tokens->items[i - 1].start + tokens->items[i - 1].length;
}

/* What goes on with the word before it: a word, a star, or a hyphen or apostrophe and one of these.
 */
static bool goes_on(struct span written, const struct token_list *tokens, size_t i)
{
    struct token token;

    if (!touches(tokens, i))
        return false;
    token = tokens->items[i];
    return takes(written, tokens, i) || (strchr("-'", written.bytes[token.start]) &&
                                         touches(tokens, i + 1) && takes(written, tokens, i + 1));
}

/* The word that token `*at` begins, with the stars that stand beside it and no blank between. */
static void take_word(struct bytes *form, struct span written, const struct token_list *tokens,
                      size_t *at)
{
    struct bytes folded = BYTES_EMPTY;
    size_t i = *at;

    do {
        struct token token = tokens->items[i];

        tokens_fold(&folded, tokens_span(written, token));
        bytes_add(form, bytes_span(&folded));
        i++;
    } while (goes_on(written, tokens, i));
    *at = i;
    bytes_release(&folded);
}

static bool read_words(struct pattern *pattern, struct span written,
                       const struct token_list *tokens, const struct table *vocabulary)
{
    struct bytes form = BYTES_EMPTY;
    bool after_mark = false, room = true;

    for (size_t i = 0; room && i < tokens->count;) {
        if (!takes(written, tokens, i)) {
            after_mark = pattern->count > 0;
            i++;
            continue;
        }
        room = pattern->count < PATTERN_WORDS_MAX;
        if (!room)
            break;
        bytes_clear(&form);
        take_word(&form, written, tokens, &i);
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
    if (!tokens_cut(&tokens, written, &cut))
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
