/*
 * Titles of the figures on topic trends and on topics by outlet, by the rules
 * of titles.h: what is clear, else that nothing is, else what is shown.
 */
#ifndef REPORTS_PAGES_TITLES_TRENDS_H
#define REPORTS_PAGES_TITLES_TRENDS_H

#include "reports/pages/period.h"

/* How the trends of topics came out. */
struct titles_slopes {
    size_t fitted, rising, falling;
    const struct trend_finding *steepest; /* of the clear ones; NULL for none */
};

struct titles_slopes titles_slopes_of(const struct findings *findings);

/* "Energy rises by 3.3% a week", "Two topics rising; one falling", "No clear trend in any topic".
 */
struct span titles_trends(const struct wording *wording, const struct findings *findings,
                          struct period_weeks weeks);

/* A cell of a matrix that lies off the overall share. */
struct titles_cell {
    struct span who, what; /* outlet or speaker; topic: empty for none */
    double by;             /* how far off, either way */
};

/* "Energy: Coastline News differs most", or the neutral title, a saying, where no cell does. */
struct span titles_apart(const struct wording *wording, const struct titles_cell *cell,
                         const char *neutral);

/* The label of the topic of this key; the key itself where there is none. */
struct span titles_topic_label(const struct findings *findings, struct span key);

#endif
