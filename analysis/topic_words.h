/*
 * The words by which topics were found, counted: which entry, in which words,
 * how often, in how many articles.
 *
 *     struct topic_words words = TOPIC_WORDS_EMPTY;
 *     topic_words_add(&words, &use);               for each hit
 *     ...
 *     topic_words_release(&words);
 */
#ifndef ANALYSIS_TOPIC_WORDS_H
#define ANALYSIS_TOPIC_WORDS_H

#include "corpus/base/bytes.h"
#include "corpus/base/table.h"

#include <stdint.h>

/* The study as a whole, in place of a week. */
#define TOPIC_WORDS_STUDY UINT32_MAX

/* One hit. */
struct topic_words_use {
    uint32_t week;            /* an index into the plan's weeks, or TOPIC_WORDS_STUDY */
    uint32_t category, entry; /* of the dictionary */
    const uint32_t *terms;    /* its words: ids plus 1 */
    uint32_t count;
    uint32_t article;
    bool in_title;
};

/* What is counted of one entry in the same words. */
struct topic_words_row {
    uint32_t week, category, entry;
    uint32_t hits, title_hits;
    uint32_t articles;     /* with one or the other */
    uint32_t last_article; /* plus 1 */
};

struct topic_words {
    struct table keys;            /* of week, category, entry and words */
    struct topic_words_row *rows; /* by their ids */
    size_t capacity;
    struct bytes key;
};

#define TOPIC_WORDS_EMPTY ((struct topic_words){0})

/* The hits of an article come together. */
void topic_words_add(struct topic_words *words, const struct topic_words_use *use);

/* Replaces `text` by the words of a row: "oil prices". */
void topic_words_text(struct bytes *text, const struct topic_words *words, uint32_t row,
                      const struct table *vocabulary);

void topic_words_release(struct topic_words *words);

#endif
