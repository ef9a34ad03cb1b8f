/*
 * Tokens: an article's text cut into words, numbers and punctuation marks.
 *
 * A token is a pair of byte offsets into the text it was cut from, so cutting
 * copies nothing and a token can always be shown in its place in the article.
 *
 *     struct token_list tokens = TOKEN_LIST_EMPTY;
 *
 *     if (!tokens_cut(&tokens, article.text, &fault))
 *         return false;
 *     for (size_t i = 0; i < tokens.count; i++)
 *         look_at(tokens_span(article.text, tokens.items[i]));
 *     tokens_release(&tokens);
 *
 * The rule, version TOKENS_RULE: Unicode words by UAX #29, with these stated
 * differences.
 *   - A hyphen-minus, hyphen or no-break hyphen (U+002D, U+2010, U+2011)
 *     between two letters or digits joins: "anti-terrorism", "covid-19".
 *   - An apostrophe, straight or curly, between two letters joins, as UAX #29
 *     says: "don't", "l’État"; but between two digits it parts. A full stop or
 *     colon between letters never joins ("U.S." is two words and two marks);
 *     an underscore or another connector never does at all.
 *   - No dictionary: a letter of a script written without blanks (Han,
 *     hiragana, Thai, ...) is a word by itself. Katakana joins katakana.
 *   - A token that holds a letter is TOKEN_WORD; one of digits alone, with
 *     inner commas, points and hyphens, is TOKEN_NUMBER: "1,250.50",
 *     "2024-06-14"; "3rd" and "v2.0" are words.
 *   - Combining marks and format controls belong to the word or number before
 *     them; behind a mark or a blank they belong to nothing.
 *   - Everything else but white space and controls is a TOKEN_MARK of one
 *     code point: emoji and flags are not joined, dashes (U+2012 to U+2015)
 *     part words: "counter—terrorism" is two.
 * tests/corpus/plain_tokens.h says the same as a table of functions, by which
 * `make soak` compares 10 million random strings with ICU.
 */
#ifndef CORPUS_TEXT_TOKENS_H
#define CORPUS_TEXT_TOKENS_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"
#include "corpus/base/span.h"

#include <stdint.h>

/* Raised whenever the rule changes; stored, and printed in the report. */
enum { TOKENS_RULE = 1 };

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
    uint32_t start;  /* bytes from the start of the text */
    uint32_t length; /* in bytes, at least 1 */
    enum token_kind kind;
};

/* Grows as needed; `items[0 .. count-1]` are the tokens in text order. */
struct token_list {
    struct token *items; /* owned by the list */
    size_t count;
    size_t capacity;
};

#define TOKEN_LIST_EMPTY ((struct token_list){0})

/* The longest text that tokens_cut() takes, in bytes. */
enum { TOKENS_TEXT_MAX = 16 << 20 };

/*
 * Replaces what `list` held by the tokens of `text`, reusing its memory.
 *
 * Fails with FAULT_LIMIT when the text is longer than TOKENS_TEXT_MAX, and
 * with FAULT_INPUT, naming the byte, where it is not UTF-8; `list` is then
 * empty.
 */
bool tokens_cut(struct token_list *list, struct span text, struct fault *fault);

/* The first token, from `from` on, that starts at byte `at` or behind it; `count` for none. */
size_t tokens_from(const struct token_list *list, size_t from, size_t at);

/* The bytes of `token` in the `text` that it was cut from. */
static inline struct span tokens_span(struct span text, struct token token)
{
    return (struct span){.bytes = text.bytes + token.start, .length = token.length};
}

/*
 * Replaces what `term` held by the word's term: case folded (Unicode simple
 * folding), in NFC, apostrophes (U+2018, U+2019, U+02BC, U+FF07) made "'",
 * U+2010 and U+2011 made "-", soft hyphens, zero-width joiners and other
 * format controls dropped. A term folds to itself. `word` is UTF-8.
 */
void tokens_fold(struct bytes *term, struct span word);

/* Frees what the list holds and leaves it empty, ready to be used again. */
void tokens_release(struct token_list *list);

#endif
