/*
 * Language: which one a text is in, and whether a paragraph shares it.
 *
 *     struct language_memory memory = LANGUAGE_MEMORY_EMPTY;
 *     struct language_article article = {.text = text, .tokens = &tokens, .words = &words};
 *
 *     words_read(&words, text, &tokens);
 *     language_read(&article, &memory, declared);
 *     if (!language_counts(&article, from, to))
 *         ...                       kept and marked, left out of the counts
 *     language_release(&memory);
 *
 * Languages are the two letters of ISO 639-1 ("en"); an empty span is an
 * unknown one. The rule:
 *   - Script first: the one most letters are in. Greek, Hebrew, Arabic,
 *     Devanagari, Bengali, Thai, Georgian, Armenian and Hangul name the
 *     language (el, he, ar, hi, bn, th, ka, hy, ko); kana make Han Japanese,
 *     Han alone is Chinese.
 *   - Latin is en, de, fr, es, it, pt, nl, pl or cs, and Cyrillic ru, uk or bg, by
 *     points over the first 400 words: 3 for a stop word of the language, 2
 *     for a word with a letter that marks it, 1 for a word with one of its
 *     endings. Between equals the one decides whose usual endings more words
 *     have. Under half a point a word the language is unknown.
 *   - What the input declares holds for the article, unless the text is in
 *     another script than that language's; "en-US", "eng" and "English" are "en".
 *   - A paragraph is counted unless most of its letters are in another script
 *     than the article's language, or it has 40 characters or more and
 *     another language of the same script has 6 points and over twice
 *     those of the article's. Shorter ones are judged by script alone.
 * Measured on 480 sentences in these twelve languages, written for it
 * (tests/articles/languages.txt): right are all 152 of 15 words and more, 107
 * of the 108 of 8 to 14, and 172 of the 220 of 3 to 7, of which 38 are left
 * unknown and 10 are taken for another language. CLD2 has 151, 107 and 189
 * right there, libexttextcat, asked about these languages only, 149, 100 and
 * 189. Of 75,920 English paragraphs of real news and speeches of 40 characters
 * and more 75 are left out, nearly all of them Spanish or Latin in truth; of
 * 1,689 German, 247 Russian and 93 Czech ones none.
 */
#ifndef CORPUS_TEXT_LANGUAGE_H
#define CORPUS_TEXT_LANGUAGE_H

#include "corpus/text/recall.h"
#include "corpus/text/traits.h"
#include "corpus/text/words.h"

/* Characters a paragraph needs to be judged by its words. */
enum { LANGUAGE_JUDGED_MIN = 40 };

/* What words say of languages, kept from article to article by one thread. */
struct language_memory {
    struct traits_index traits;
    struct recall said;               /* a uint64_t for each word, as traits_say() */
    struct recall own[TRAITS_JUDGED]; /* a byte for each word: its points of that language */
};

#define LANGUAGE_MEMORY_EMPTY ((struct language_memory){0})

struct language_article {
    /* Given, and borrowed; the words have read these tokens last: */
    struct span text;
    const struct token_list *tokens;
    const struct words *words;
    /* Found: */
    struct span language; /* of the article; empty where it cannot be told */
    const struct trait *trait;
    struct language_memory *memory;
    bool mixed; /* letters of another script stand in it */
};

/*
 * The two letters of a declared language: "en" of "en-US", "eng" or
 * "English". Of one we do not know, its first part as it stands (borrowed).
 */
struct span language_normal(struct span declared);

/*
 * Whether what is declared names a language: one that we know by words or script, or else by a code
 * of ISO 639; "und" is that of what is not known.
 */
bool language_exists(struct span declared);

/*
 * Finds the article's language: the declared one, unless the text's script
 * contradicts it; else that of the text. `memory` is always given the same
 * words.
 */
void language_read(struct language_article *article, struct language_memory *memory,
                   struct span declared);

/*
 * True when the paragraph made of the tokens from..to-1 is in the article's
 * language as far as can be told. All is counted where that is not known.
 */
bool language_counts(const struct language_article *article, size_t from, size_t to);

void language_release(struct language_memory *memory);

#endif
