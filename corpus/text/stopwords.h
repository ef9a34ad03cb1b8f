/*
 * Stop words: words too common to tell one text's topic from another's.
 *
 *     if (stopwords_has(span_of("en"), term))
 *         continue;
 *
 * Lists of en, de, ru, fr, es, it, pt, nl, pl, cs, uk and bg are compiled in
 * from corpus/lexicon/LANG/stopwords.txt; any other language has none. Terms
 * are folded words (tokens_fold), contractions included ("don't"). Forms
 * that end in an apostrophe ("l'", "qu'") stand for the part that French and
 * Italian write before one: stopwords_has() itself takes a term whole.
 */
#ifndef CORPUS_TEXT_STOPWORDS_H
#define CORPUS_TEXT_STOPWORDS_H

#include "corpus/base/span.h"

/* True when `term` is a stop word of `language`. */
bool stopwords_has(struct span language, struct span term);

/* The list of `language`, for wordlist_has(), empty where there is none. */
struct span stopwords_list(struct span language);

#endif
