/*
 * Explaining: how each kind of row is found again, and what is said of it.
 *
 *     const struct explaining *how = explaining_of(id.kind);
 *     if (!how)
 *         ...                                 no table has such ids
 *     explaining_formula(&out, how, &cells);
 *
 * A formula is a text in which "{share}" stands for the row's cell of that
 * column.
 */
#ifndef REPORTS_CLI_EXPLAINING_H
#define REPORTS_CLI_EXPLAINING_H

#include "corpus/base/bytes.h"
#include "reports/export/rowid.h"

enum explaining_source {
    EXPLAINING_SURVEY,      /* a table made from findings */
    EXPLAINING_DISCOVERY,   /* the same, with the topics that no dictionary names */
    EXPLAINING_GROUPS,      /* the same, with the tables of the breakdown */
    EXPLAINING_TERMS,       /* terms.csv, also of phrases */
    EXPLAINING_ARTICLES,    /* articles.csv */
    EXPLAINING_SIDES,       /* compare.csv, of the two sides that the id names */
    EXPLAINING_COLLOCATION, /* found anew */
    EXPLAINING_DIVERSITY,
    EXPLAINING_DISPERSION,
    EXPLAINING_TEXT, /* a place in a text: it has no row but itself */
};

enum explaining_witness {
    WITNESS_NONE,
    WITNESS_TERM,    /* the key's places in the period */
    WITNESS_TOPIC,   /* the topic's hits */
    WITNESS_SPEAKER, /* the person's quotations in the period */
    WITNESS_SPELLING,
    WITNESS_STORY,    /* its articles */
    WITNESS_COVERAGE, /* the day's articles of the outlet */
    WITNESS_WEEKS,    /* a trend's weeks */
    WITNESS_COLLOCATION,
    WITNESS_QUOTE, /* the quotation */
    WITNESS_PLACE, /* the word */
};

struct explaining {
    const char *kind, *table; /* "topic", "topics.csv" */
    enum explaining_source source;
    enum explaining_witness witness;
    const char *what;    /* one sentence */
    const char *formula; /* with cells in braces; empty for none */
    const char *rule;
    const char *example; /* how its ids look */
};

/* NULL where no table has ids of this kind. */
const struct explaining *explaining_of(struct span kind);

/* Appends the formula with the row's cells put in; what is missing is "(none)". */
void explaining_formula(struct bytes *out, const struct explaining *how,
                        const struct rowid_cells *cells);

/* Appends "term:2022-W24:energy, topic:2022-W24:energy, ...": ids of the first kinds. */
void explaining_examples(struct bytes *out);

#endif
