/*
 * Where words fall within the study: an x-ray of terms.
 *
 *     if (panel_places_drawn(edition->findings)) {
 *         struct figure figure = panel_places_xray(edition, "places");
 *         document_figures(edition->document, &figure, 1);
 *     }
 */
#ifndef REPORTS_PAGES_PANEL_PLACES_H
#define REPORTS_PAGES_PANEL_PLACES_H

#include "reports/pages/edition.h"

enum { PANEL_PLACES_ARTICLES = 5 }; /* of the study; fewer are sooner read than drawn */

/* Whether there are days to place articles on, articles, and a term. */
bool panel_places_drawn(const struct findings *findings);

/* A tick an article that uses the term, at its time. */
struct figure panel_places_xray(struct edition *edition, const char *from);

#endif
