/*
 * Topics: which articles carry which topic of the dictionary.
 *
 * An article carries a topic when the topic's rule is met: two hits in the
 * text or one in the title, unless the dictionary says otherwise. It is
 * matched by the entries of its own language. Shares are of the articles in
 * languages that the dictionary is for; hits are counted apart.
 *
 * What is called a topic here may be any category: those at the top, or down
 * to as many levels as asked for. A category counts those below it.
 *
 *     struct topics topics = TOPICS_EMPTY;
 *     topics_start(&topics, &dictionary, 1, store_terms(store), counts);
 *     for each article, in the order of counts.h
 *         if (!topics_add(&topics, counts, index, terms, &fault))
 *             ...
 *     topics_release(&topics);
 */
#ifndef ANALYSIS_TOPICS_H
#define ANALYSIS_TOPICS_H

#include "analysis/carried.h"
#include "analysis/counts.h"
#include "analysis/dictionary.h"
#include "analysis/matchers.h"
#include "analysis/topic_words.h"

/* A topic in one week. */
struct topic_count {
    uint32_t hits, articles;
};

/* An article of the study that carries a topic. */
struct topic_evidence {
    uint32_t topic, article, hits; /* topic: a category of the dictionary */
    struct span words; /* the distinct entries that matched, in text order: "flood*, storm" */
};

struct topics {
    const struct dictionary *dictionary; /* borrowed */
    struct matchers matchers;
    uint32_t *shown;   /* the categories that are counted, in their order */
    size_t count;      /* of these */
    uint32_t *spelled; /* by entry: the first that is written like it */
    size_t weeks;
    struct topic_count *series;           /* `weeks` numbers a category */
    struct topic_count *study, *baseline; /* by category */
    uint32_t *week_articles;              /* those in the dictionary's languages, by week */
    uint32_t study_articles, baseline_articles;
    uint32_t study_foreign; /* articles of the study in other languages */
    struct topic_words words;
    struct topic_evidence *evidence;
    size_t evidence_count, evidence_capacity;
    struct carried carried; /* of all articles that count for anything */
    struct arena arena;
    /* Reused from article to article: */
    struct matcher_hits text_hits, title_hits;
    uint32_t *in_text, *in_title; /* by category */
    uint32_t *counted;            /* by category: the last place counted plus 1 */
};

#define TOPICS_EMPTY ((struct topics){0})

/* Counts the categories of the dictionary's first `levels` levels. */
void topics_start(struct topics *topics, const struct dictionary *dictionary, uint32_t levels,
                  const struct table *vocabulary, const struct counts *counts);

/* Fails as matcher_compile(). */
bool topics_add(struct topics *topics, const struct counts *counts, uint32_t index,
                struct counted_terms terms, struct fault *fault);

/* A category's name in tables: its path, "economy/energy". */
struct span topics_key(const struct topics *topics, uint32_t category);

/* Whether the article is in a language that the dictionary is for. */
bool topics_cover(const struct topics *topics, const struct counts *counts, uint32_t index);

/* A topic's name to show: "economy-and-business" as "Economy and business". */
struct span topics_label(struct arena *arena, struct span key);

void topics_release(struct topics *topics);

#endif
