/*
 * Uses of terms, week by week: of those that changed clearly, else of the
 * most frequent ones.
 */
#ifndef REPORTS_PAGES_PANEL_USES_H
#define REPORTS_PAGES_PANEL_USES_H

#include "reports/pages/edition.h"

/* Whether there are weeks enough for lines. */
bool panel_uses_weekly(const struct findings *findings);

/* Uses per million words; needs a term, as panel_places_drawn() says. */
struct figure panel_uses_weeks(struct edition *edition, const char *from);

#endif
