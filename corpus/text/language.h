/*
 * Language: which one a text is in, and whether a paragraph shares it.
 *
 *     struct span language = language_of_article(article.language, article.text);
 *
 *     if (!language_paragraph_counted(language, text, tokens.items + first, count))
 *         ...                       kept and marked, left out of the counts
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

#include "corpus/text/tokens.h"

/* Characters a paragraph needs to be judged by its words. */
enum { LANGUAGE_JUDGED_MIN = 40 };

/* The language of `text`, which is UTF-8; empty where it cannot be told. Lives with the program. */
struct span language_of(struct span text);

/*
 * The two letters of a declared language: "en" of "en-US", "eng" or
 * "English". Of one we do not know, its first part as it stands (borrowed).
 */
struct span language_normal(struct span declared);

/* The declared language, unless the text's script contradicts it; else that of the text. */
struct span language_of_article(struct span declared, struct span text);

/*
 * True when the paragraph made of `count` tokens of `text` is in `language`
 * as far as can be told. All is counted where `language` is empty or unknown.
 */
bool language_paragraph_counted(struct span language, struct span text, const struct token *tokens,
                                size_t count);

#endif
