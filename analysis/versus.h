/*
 * Versus: two sides side by side, A and B, from two surveys of the same
 * articles: of B against A and of A against B.
 *
 *     struct versus versus;
 *
 *     survey_make(&b, store, &options, fault);           study B, baseline A
 *     ... options with the sides exchanged ...
 *     survey_make(&a, store, &options, fault);           study A, baseline B
 *     versus_make(&versus, &a, &b);
 *
 * A difference is B minus A, of a term the binary logarithm of B's rate over A's, with
 * the tests of the survey of B. What a side alone can say, its evidence and its trends,
 * is from the survey in which it is the study. Exchanging A and B turns the
 * differences around, those of speakers too: a side has its own resamples,
 * whichever survey it is in.
 */
#ifndef ANALYSIS_VERSUS_H
#define ANALYSIS_VERSUS_H

#include "analysis/findings.h"

enum {
    VERSUS_WEEKS = 52,
    VERSUS_WINDOW_ARTICLES = 10, /* on average in a window, */
    VERSUS_WINDOW_WEEKS = 13     /* which is no longer than this */
};

/* A topic, a speaker or a term on both sides. */
struct versus_row {
    struct span key, label;
    bool unattributed;         /* the speakers' last row */
    bool content;              /* of a term: no stop word */
    struct estimate a, b;      /* shares; of a term rates per million */
    uint64_t a_count, b_count; /* articles; quoted words; uses */
    uint64_t a_total, b_total; /* of so many */
    struct change change;      /* p and q of a term: the largest of its three tests' */
    const struct trend_finding *trend_a, *trend_b; /* NULL where there is none */
    /*
     * Of a topic, by week; NAN where a week is no whole one of the side, has no article, or has
     * fewer weeks before it than the window needs. whole_weeks: of all; NULL where both sides
     * have the same days.
     */
    double *a_weeks, *b_weeks, *whole_weeks;
    struct evidence *evidence_a, *evidence_b; /* NULL where there is none */
};

struct versus_rows {
    struct versus_row *items;
    size_t count;
};

/* The weeks drawn: whole ones, at most VERSUS_WEEKS. */
struct versus_weeks {
    int32_t first_week; /* as day_week() counts */
    size_t count;
    size_t window; /* a week's share is that of so many weeks up to it; 1 for two periods */
};

struct versus {
    const struct findings *a; /* of A against B */
    struct findings *b;       /* of B against A; shows the articles and the evidence of both */
    struct versus_weeks weeks;
    struct versus_rows topics;   /* with an article on either side; by the larger share, falling */
    struct versus_rows speakers; /* quoted on either; by the larger share; unattributed last */
    struct versus_rows terms;    /* all compared; by g2, falling */
};

/*
 * Puts the surveys together. The evidence of `a` goes over to `b`, which then points into
 * `a`: release `b` first.
 */
void versus_make(struct versus *versus, struct findings *a, struct findings *b);

/*
 * The row to tell of, of topics or speakers: of those that differ clearly, where there are
 * any, else of all that were compared, the one with the largest difference; the first of
 * several. Never the unattributed; NULL where none was compared.
 */
const struct versus_row *versus_most_different(const struct versus_rows *rows);

/*
 * The term to tell of: of those that surely mark B and A the one whose ratio is the
 * surest, by the bound of its interval that is nearer 0; NULL where there is none.
 */
const struct term_finding *versus_surest_term(const struct versus *versus);

#endif
