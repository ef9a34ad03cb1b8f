/*
 * A word with wildcards: `*` stands for any letters or none, `?` for one.
 *
 *     pattern_fits(span_of("colo*r"), span_of("colour"))      true
 *     pattern_fits(span_of("wom?n"), span_of("women"))        true
 *
 * Both are UTF-8 and folded; a letter is a code point. The whole word counts.
 */
#ifndef ANALYSIS_PATTERN_H
#define ANALYSIS_PATTERN_H

#include "corpus/base/span.h"

/* True where there is a wildcard in it. */
bool pattern_is_wild(struct span pattern);

bool pattern_fits(struct span pattern, struct span word);

/* Where the letters lie by which a word may be looked up before it is compared. */
enum pattern_hold {
    PATTERN_WHOLE,  /* the word is these letters */
    PATTERN_START,  /* it begins with them */
    PATTERN_END,    /* it ends with them */
    PATTERN_INSIDE, /* they stand somewhere in it */
    PATTERN_NONE,   /* there are none: only wildcards */
};

/* The letters to look `pattern` up by: a view into it, empty for PATTERN_NONE. */
enum pattern_hold pattern_hold(struct span *letters, struct span pattern);

#endif
