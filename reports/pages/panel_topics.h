/*
 * Figures about topics: findings in, a figure out, with its title, its text
 * alternative, its note and the name of its CSV. Where there is nothing to
 * draw, the figure is an empty panel that says why.
 *
 *     struct figure row[] = {panel_topics_dots(edition, 12, "front", 6),
 *                            panel_topics_ranks(edition, 6)};
 *     document_figures(edition->document, row, 2);
 *
 * `from` is the page that the evidence leads back to, `columns` the figure's
 * width.
 */
#ifndef REPORTS_PAGES_PANEL_TOPICS_H
#define REPORTS_PAGES_PANEL_TOPICS_H

#include "reports/pages/edition.h"

enum {
    PANEL_WEEKS_MAX = 26,   /* weeks in a weekly chart: the last ones */
    PANEL_WEEKS_LEAST = 3,  /* whole weeks below which there is no weekly chart */
    PANEL_RANKS_WEEKS = 9,  /* weeks in the chart of ranks */
    PANEL_RANKS_TOPICS = 8, /* topics in it */
    PANEL_TREND_TOPICS = 8, /* panels of the front page's trends */
    PANEL_HEAT_TOPICS = 20  /* rows of the heat map */
};

/* The weeks that a chart of at most `most` weeks shows: the last ones. */
struct panel_weeks {
    size_t first; /* index into findings.weeks */
    size_t count;
};

struct panel_weeks panel_weeks_of(const struct findings *findings, size_t most);

/* Whether there are weeks enough for a weekly chart. */
bool panel_weekly(const struct findings *findings);

/* Topics with at least one article, up to `most`; findings have them largest first. */
size_t panel_topics_shown(const struct findings *findings, size_t most);

/* Share of articles by topic, with intervals and the baseline's share as a tick. */
struct figure panel_topics_dots(struct edition *edition, size_t most, const char *from,
                                int columns);

/* Ranks of the largest topics over the last weeks. */
struct figure panel_topics_ranks(struct edition *edition, const char *from, int columns);

/* Share of articles each week, a panel a topic. */
struct figure panel_topics_trends(struct edition *edition, const char *from);

/* Share of articles by topic and week. */
struct figure panel_topics_heat(struct edition *edition, const char *from);

#endif
