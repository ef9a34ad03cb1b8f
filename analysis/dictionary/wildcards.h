/*
 * A word with wildcards: `*` stands for any letters or none, `?` for one.
 *
 *     wildcards_fit(span_of("colo*r"), span_of("colour"))      true
 *     wildcards_fit(span_of("wom?n"), span_of("women"))        true
 *
 * Both are UTF-8 and folded; a letter is a code point. The whole word counts.
 */
#ifndef ANALYSIS_DICTIONARY_WILDCARDS_H
#define ANALYSIS_DICTIONARY_WILDCARDS_H

#include "corpus/text/tokens.h"

/* Whether the word fits. */
bool wildcards_fit(struct span pattern, struct span word);

/*
 * Replaces `tokens` by those of a written pattern, in which each byte of `wildcards`
 * ("*", "*?") counts as the letter that it stands for: `anti-*ism` is one word. The
 * tokens are places in `written`. Fails as tokens_cut().
 */
bool wildcards_cut(struct token_list *tokens, struct span written, const char *wildcards,
                   struct fault *fault);

/* Where the letters lie by which a word may be looked up before it is compared. */
enum wildcards_hold {
    WILDCARDS_WHOLE,  /* the word is these letters */
    WILDCARDS_START,  /* it begins with them */
    WILDCARDS_END,    /* it ends with them */
    WILDCARDS_INSIDE, /* they stand somewhere in it */
    WILDCARDS_NONE,   /* there are none: only wildcards */
};

/* The letters to look `pattern` up by: a view into it, empty for WILDCARDS_NONE. */
enum wildcards_hold wildcards_hold(struct span *letters, struct span pattern);

#endif
