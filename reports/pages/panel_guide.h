/*
 * How to read the charts: a small example of each kind, with invented numbers,
 * whose labels say what they mean.
 *
 *     panel_guide_add(edition);
 */
#ifndef REPORTS_PAGES_PANEL_GUIDE_H
#define REPORTS_PAGES_PANEL_GUIDE_H

#include "reports/pages/edition.h"

/*
 * Adds a heading and rows of examples: those of weekly charts where the report
 * has weeks, none where it has too few articles for an interval.
 */
void panel_guide_add(struct edition *edition);

#endif
