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
    PANEL_WEEKS_LEAST = 3, /* whole weeks below which there is no weekly chart */
    PANEL_RANKS_WEEKS = 9, /* weeks in the chart of ranks */
    PANEL_RANKS_TOPICS = 8 /* topics in it */
};

/* Whether there are weeks enough, and topics, for a weekly chart. */
bool panel_topics_weekly(const struct findings *findings);

/* Topics with at least one article, up to `most`; findings have them largest first. */
size_t panel_topics_shown(const struct findings *findings, size_t most);

/* Share of articles by topic, with intervals and the baseline's share as a tick. */
struct figure panel_topics_dots(struct edition *edition, size_t most, const char *from,
                                int columns);

/* Ranks of the largest topics over the last weeks; needs panel_topics_weekly(). */
struct figure panel_topics_ranks(struct edition *edition, const char *from, int columns);

#endif
