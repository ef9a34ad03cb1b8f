/*
 * Where words fall within the study: an x-ray of terms, and their weeks.
 *
 *     if (panel_places_drawn(edition->findings)) {
 *         struct figure figure = panel_places_xray(edition, "places");
 *         document_figures(edition->document, &figure, 1);
 *     }
 *
 * Shown are the terms that changed clearly, then the most frequent ones.
 */
#ifndef REPORTS_PAGES_PANEL_PLACES_H
#define REPORTS_PAGES_PANEL_PLACES_H

#include "reports/pages/edition.h"

enum {
    PANEL_PLACES_TERMS = 12,
    PANEL_PLACES_ARTICLES = 5 /* of the study; fewer are sooner read than drawn */
};

/* Whether there are days to place articles on, articles, and a term. */
bool panel_places_drawn(const struct findings *findings);

/* A tick an article that uses the term, at its time. */
struct figure panel_places_xray(struct edition *edition, const char *from);

/* Whether there are weeks enough for lines. */
bool panel_places_weekly(const struct findings *findings);

/* Uses per million words, week by week; needs panel_places_drawn() too. */
struct figure panel_places_weeks(struct edition *edition, const char *from);

#endif
