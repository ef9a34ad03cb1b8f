/*
 * What stands out by the series that are watched: alarms of this week, and
 * the weeks in which a series burst.
 *
 *     panel_alarms_add(edition, "discovered");       a table, or one sentence
 *     if (panel_alarms_bursts(edition->findings)) {
 *         struct figure figure = panel_alarms_strip(edition, "discovered");
 *         document_figures(edition->document, &figure, 1);
 *     }
 */
#ifndef REPORTS_PAGES_PANEL_ALARMS_H
#define REPORTS_PAGES_PANEL_ALARMS_H

#include "reports/pages/edition.h"

enum { PANEL_ALARMS_BURSTS = 20 }; /* series in the strip */

/* Adds a heading with the alarms below it; nothing where nothing was tested. */
void panel_alarms_add(struct edition *edition, const char *from);

/* Series with a burst in the weeks that charts show. */
size_t panel_alarms_bursts(const struct findings *findings);

/* Their weeks: those whose burst reaches the last week first, then by weight. */
struct figure panel_alarms_strip(struct edition *edition, const char *from);

#endif
