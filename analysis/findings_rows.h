/*
 * Rows of the tables that other programs read, as DESIGN.md names their
 * columns. `period` is a week ("2022-W24"), the study ("2016-09-01/2016-11-07")
 * where it is no week, or empty where nothing is dated. A part of findings.h,
 * which has those of keyness.csv beside the directions of change.
 */
#ifndef ANALYSIS_FINDINGS_ROWS_H
#define ANALYSIS_FINDINGS_ROWS_H

#include "analysis/estimate.h"
#include "corpus/base/span.h"

#include <stddef.h>
#include <stdint.h>

struct topic_row {
    struct span period, key;
    struct span group; /* of the grouping, in tables by one; else empty */
    uint32_t hits, articles, articles_total;
    struct estimate share;
};

/* What a topic was found by: one entry of the dictionary, in the same words. */
struct topic_term_row {
    struct span period, topic, entry, words;
    uint32_t hits, title_hits, articles; /* of the articles that carry the topic */
};

struct speaker_row {
    struct span period, name;  /* name: "(all)" for all that a group's people said */
    struct span group, outlet; /* as above; outlet: "(all)" unless the row is of one outlet alone */
    uint32_t quotes, words, articles, stories, outlets;
    struct estimate share;   /* by group: of the group's words; for "(all)" of all words */
    const char *kind;        /* see people.h; NULL for nobody */
    struct span *attributes; /* by the roster's columns; NULL for who is not in it */
};

/*
 * What a speaker had of the quoted words of a topic's articles, in all outlets
 * or in one, in the study. A quotation belongs to each topic that its article
 * carries, so that topics share words.
 */
struct speaker_topic_row {
    struct span name, topic, outlet; /* outlet: "(all)" for all of them */
    uint32_t quotes, words, articles, stories;
    struct estimate share; /* of the topic's quoted words, in that outlet */
};

/* The speaker groups of one column of the roster. */
struct attribute_rows {
    struct speaker_row *rows;
    size_t count;
};

/* A spelling that is taken for a person, in all weeks of the report. */
struct person_row {
    struct span name, spelling;
    uint32_t quotes;
    const char *rule;        /* by which it is: see people.h */
    const char *kind;        /* of the person */
    struct span *attributes; /* as above */
};

/* A story of the report's weeks, as published. */
struct story_row {
    struct span id, title, source; /* of its first article */
    int32_t day;                   /* of that; DAY_NONE when undated */
    uint32_t articles, outlets;
};

/* An outlet's day with articles, as published, or a week in which it fell silent. */
struct coverage_row {
    struct span source;
    int32_t day;  /* DAY_NONE: the undated, or a silent week */
    int32_t week; /* WEEK_NONE when undated */
    bool silent;  /* no articles in this whole week, see coverage.h; all counts are 0 */
    bool partial; /* the day's week is */
    uint32_t articles, quotes;
    uint32_t copies;   /* of the articles: the same text stands under an earlier id */
    uint32_t left_out; /* paragraphs in another language */
    uint64_t words;
    uint64_t replaced; /* bytes that were no UTF-8 */
};

#endif
