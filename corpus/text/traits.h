/*
 * Traits: by what the words of each language are known.
 *
 *     struct traits_index index = TRAITS_INDEX_EMPTY;
 *
 *     traits_fill(&index);
 *     uint64_t said = traits_say(&index, span_of("regierung"));
 *     traits_release(&index);
 *
 * The first TRAITS_JUDGED languages are told from others of their script by
 * their words; the others are known by name and script alone.
 */
#ifndef CORPUS_TEXT_TRAITS_H
#define CORPUS_TEXT_TRAITS_H

#include "corpus/base/span.h"
#include "corpus/base/table.h"
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

/* Texts, and what each says of the languages, by its id. */
struct traits_clues {
    struct table texts;
    uint64_t *said;
    size_t capacity;
};

/* What all languages are known by. */
struct traits_index {
    struct traits_clues words, letters, endings;
    size_t ending_max; /* bytes of the longest */
};

#define TRAITS_INDEX_EMPTY ((struct traits_index){0})

void traits_fill(struct traits_index *index);

/*
 * What a term says of the first TRAITS_JUDGED languages: TRAITS_BITS for each,
 * those of the first one lowest. The lower three are points, the fourth says
 * that it has a usual ending.
 */
enum { TRAITS_BITS = 4, TRAITS_POINTS = 7, TRAITS_USUAL = 8 };

uint64_t traits_say(const struct traits_index *index, struct span term);

void traits_release(struct traits_index *index);

#endif
