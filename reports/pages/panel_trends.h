/*
 * Figures about topics week by week; all need panel_topics_weekly().
 */
#ifndef REPORTS_PAGES_PANEL_TRENDS_H
#define REPORTS_PAGES_PANEL_TRENDS_H

#include "reports/pages/edition.h"

enum {
    PANEL_TREND_TOPICS = 8, /* panels of the front page's trends */
    PANEL_ALL_TOPICS = 20,  /* of the figure of all */
    PANEL_HEAT_TOPICS = 20  /* rows of the heat map */
};

/* Share of articles each week, a panel a topic. */
struct figure panel_trends_lines(struct edition *edition, const char *from);

/* How many topics have articles enough for a panel of panel_trends_all(). */
size_t panel_trends_enough(const struct findings *findings);

/*
 * The same for each topic with as many articles, in study and weeks, as an
 * interval needs; there must be one. Its title is what the trends came to.
 */
struct figure panel_trends_all(struct edition *edition, const char *from);

/* Share of articles by topic and week. */
struct figure panel_trends_heat(struct edition *edition, const char *from);

#endif
