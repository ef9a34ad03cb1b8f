/*
 * Words: the distinct terms that one thread has met, each with a number.
 *
 * A cache in front of tokens_fold(): the same bytes are folded and looked up
 * by hash once, and from then on a short word is found by one comparison. Numbers are 0, 1,
 * 2, ... in the order of first appearance; nothing that is stored depends on
 * them.
 *
 *     struct words words = WORDS_EMPTY;
 *     words_read(&words, text, &tokens);
 *     for (size_t i = 0; i < tokens.count; i++)
 *         if (tokens.items[i].kind == TOKEN_WORD)
 *             struct span term = words_term(&words, words_number(&words, i));
 *     words_release(&words);
 */
#ifndef CORPUS_TEXT_WORDS_H
#define CORPUS_TEXT_WORDS_H

#include "corpus/base/bytes.h"
#include "corpus/base/table.h"
#include "corpus/text/tokens.h"

/* Past as many ways of writing words words_refresh() begins anew. */
enum { WORDS_MANY = 1 << 18 };

struct words_entry;

struct words {
    struct table terms;          /* by number */
    struct words_entry *entries; /* short words as they are written, open addressing */
    size_t entry_count, used;
    struct table longs;   /* other words as they are written, by their own ids */
    uint32_t *long_terms; /* by id of `longs`: the number of its term plus 1 */
    size_t long_capacity;
    struct bytes folded;
    uint32_t *at; /* what words_read() found: a word's number plus 1, and 0 for other tokens */
    size_t at_capacity;
    uint64_t generation; /* how often it was begun anew: what was known by number is void then */
};

#define WORDS_EMPTY ((struct words){0})

/* Begins anew where many words are known, so that memory is bounded. Numbers are void then. */
void words_refresh(struct words *words);

/* Numbers all words among the tokens of `text`, into words->at. */
void words_read(struct words *words, struct span text, const struct token_list *tokens);

/* The number of the word that is token `at` of what was read last. */
static inline uint32_t words_number(const struct words *words, size_t at)
{
    return words->at[at] - 1;
}

static inline struct span words_term(const struct words *words, uint32_t number)
{
    return table_text(&words->terms, number);
}

/* The term's hash_bytes() with seed 0. */
static inline uint64_t words_hash(const struct words *words, uint32_t number)
{
    return words->terms.hashes[number];
}

void words_release(struct words *words);

#endif
