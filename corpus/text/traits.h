/*
 * Traits: by what the words of each language are known.
 *
 *     const struct trait *trait = traits_find(span_of("de"));
 *     unsigned points = traits_points(trait, span_of("regierung"));
 *
 * The first TRAITS_JUDGED languages are told from others of their script by
 * their words; the others are known by name and script alone.
 */
#ifndef CORPUS_TEXT_TRAITS_H
#define CORPUS_TEXT_TRAITS_H

#include "corpus/base/span.h"
#include "corpus/text/unicode.h"

enum { TRAITS_JUDGED = 12, TRAITS = 32 };

/* Points of a word: for a stop word, a letter that marks the language, an ending. */
enum { TRAITS_WORD = 3, TRAITS_LETTER = 2, TRAITS_ENDING = 1 };

/*
 * Letters and endings are lower case, in NFC; endings are parted by blanks.
 * `endings` say much and are few; `usual` ones most words of the language
 * have, and of its neighbours fewer: they decide between equals alone. All
 * three are NULL past the first TRAITS_JUDGED.
 */
struct trait {
    const char *code, *code3, *name; /* "en", "eng", "english" */
    enum script script;
    const char *letters, *endings, *usual;
};

extern const struct trait traits[TRAITS];

/* The language of these two letters, or NULL. */
const struct trait *traits_find(struct span code);

/* The points of a folded word, 0 to 6. */
unsigned traits_points(const struct trait *trait, struct span term);

/* True for a word that ends as most words of the language do. */
bool traits_usual(const struct trait *trait, struct span term);

#endif
