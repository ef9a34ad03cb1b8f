/*
 * Figures about topics week by week; both need panel_topics_weekly().
 */
#ifndef REPORTS_PAGES_PANEL_TRENDS_H
#define REPORTS_PAGES_PANEL_TRENDS_H

#include "reports/pages/edition.h"

enum {
    PANEL_TREND_TOPICS = 8, /* panels of the front page's trends */
    PANEL_HEAT_TOPICS = 20  /* rows of the heat map */
};

/* Share of articles each week, a panel a topic. */
struct figure panel_trends_lines(struct edition *edition, const char *from);

/* Share of articles by topic and week. */
struct figure panel_trends_heat(struct edition *edition, const char *from);

#endif
