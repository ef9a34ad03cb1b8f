/*
 * The figure about outlets: how many articles each had, week by week.
 */
#ifndef REPORTS_PAGES_PANEL_OUTLETS_H
#define REPORTS_PAGES_PANEL_OUTLETS_H

#include "reports/pages/edition.h"

enum { PANEL_OUTLETS = 20, PANEL_OUTLETS_WEEKS = 3 };

/* Whether there are outlets and weeks enough for the chart: two and PANEL_OUTLETS_WEEKS. */
bool panel_outlets_weekly(const struct findings *findings);

/* Articles by outlet and week, of the first PANEL_OUTLETS; needs panel_outlets_weekly(). */
struct figure panel_outlets_heat(struct edition *edition);

#endif
