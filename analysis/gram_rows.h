/*
 * The rows of terms.csv for n-grams: phrases of n words, week by week.
 *
 *     struct gram_rows rows = GRAM_ROWS_EMPTY;
 *     gram_rows_start(&rows, store_terms(store), (struct gram_options){2, 5, 15}, sink);
 *     for each article, in the order of counts.h
 *         gram_rows_add(&rows, counts, index, terms, &fault);
 *     gram_rows_end(&rows, counts, &fault);
 *     gram_rows_release(&rows);
 *
 * An n-gram is n counted words with nothing but blanks between them: no mark, no
 * number, no line's end; so none reaches over a sentence or a paragraph. (In "U.S.
 * president" there are no bigrams: a mark parts each word from the next.) Counts are exact;
 * n-grams with fewer than `least` occurrences in a week have no row there.
 *
 * Rows come as those of term_rows.h. A week of up to GRAM_ROWS_WORDS words is counted in
 * memory; of a longer one the rest waits in a sorter, so memory is bounded.
 */
#ifndef ANALYSIS_GRAM_ROWS_H
#define ANALYSIS_GRAM_ROWS_H

#include "analysis/counts.h"
#include "analysis/term_rows.h"
#include "corpus/base/sorter.h"

enum { GRAM_ROWS_MAX = 5, GRAM_ROWS_LEAST = 5, GRAM_ROWS_WORDS = 1 << 21 };

struct gram_options {
    uint32_t words;   /* of a phrase, 1 to GRAM_ROWS_MAX */
    uint32_t least;   /* occurrences in a week, 1 or more */
    uint32_t minimum; /* articles for an interval */
};

struct gram_article {
    size_t first; /* its place among the week's words */
    uint32_t words;
};

struct gram_rows {
    const struct table *vocabulary; /* borrowed */
    struct gram_options options;
    struct term_sink sink;
    struct ratio_options rate;
    uint32_t *rank_of, *term_at; /* by term id its place among all by text, and the reverse */
    /* Of the week at hand: */
    int32_t week; /* index, as in counts.h */
    struct ratio_sums all;
    uint32_t *words; /* ranks plus 1, with 0 for a break and behind each article */
    size_t word_count, word_capacity;
    struct gram_article *articles; /* of these words */
    size_t article_count, article_capacity;
    uint32_t article;          /* the number in the week of the next article */
    size_t most;               /* words held; 0: GRAM_ROWS_WORDS */
    bool spilled;              /* some of the week's words are in `uses` already */
    struct sorter uses, found; /* phrases with their articles; rows */
    struct bytes record, text;
};

#define GRAM_ROWS_EMPTY ((struct gram_rows){.uses = SORTER_EMPTY, .found = SORTER_EMPTY})

void gram_rows_start(struct gram_rows *rows, const struct table *vocabulary,
                     struct gram_options options, struct term_sink sink);

/* Adds the article with its words. Fails as the sink and a sorter do. */
bool gram_rows_add(struct gram_rows *rows, const struct counts *counts, uint32_t index,
                   struct counted_terms terms, struct fault *fault);

/* Hands over the last week's rows. Fails likewise. */
bool gram_rows_end(struct gram_rows *rows, const struct counts *counts, struct fault *fault);

void gram_rows_release(struct gram_rows *rows);

#endif
