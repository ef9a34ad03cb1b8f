/*
 * Topics: which articles carry which topic of the dictionary.
 *
 * An article carries a topic when it has two or more of its entries in the
 * text, or one in the title. Shares are of articles; hits are counted apart.
 *
 *     struct topics topics = TOPICS_EMPTY;
 *     topics_start(&topics, &dictionary, store_terms(store), counts);
 *     for each article, in the order of counts.h
 *         topics_add(&topics, counts, index, terms);
 *     ...
 *     topics_release(&topics);
 */
#ifndef ANALYSIS_TOPICS_H
#define ANALYSIS_TOPICS_H

#include "analysis/carried.h"
#include "analysis/counts.h"
#include "analysis/dictionary.h"
#include "analysis/matcher.h"

/* Hits in the text that make an article carry a topic, and hits in the title. */
enum { TOPICS_TEXT_HITS = 2, TOPICS_TITLE_HITS = 1 };

/* A topic in one week. */
struct topic_count {
    uint32_t hits, articles;
};

/* An article of the study that carries a topic. */
struct topic_evidence {
    uint32_t topic, article, hits;
    struct span words; /* the distinct entries that matched, in text order: "flood*, storm" */
};

struct topics {
    const struct dictionary *dictionary; /* borrowed */
    struct matcher matcher;
    size_t weeks;
    struct topic_count *series;           /* `weeks` numbers a topic */
    struct topic_count *study, *baseline; /* by topic */
    uint32_t *week_articles;              /* all articles, by week */
    uint32_t study_articles, baseline_articles;
    struct topic_evidence *evidence;
    size_t evidence_count, evidence_capacity;
    struct carried carried; /* of all articles that count for anything */
    struct arena arena;
    /* Reused from article to article: */
    struct matcher_hits text_hits, title_hits;
    uint32_t *in_text, *in_title; /* by topic */
};

#define TOPICS_EMPTY ((struct topics){0})

void topics_start(struct topics *topics, const struct dictionary *dictionary,
                  const struct table *vocabulary, const struct counts *counts);

void topics_add(struct topics *topics, const struct counts *counts, uint32_t index,
                struct counted_terms terms);

/* A topic's name to show: "economy-and-business" as "Economy and business". */
struct span topics_label(struct arena *arena, struct span key);

void topics_release(struct topics *topics);

#endif
