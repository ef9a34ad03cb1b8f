/*
 * Figures of a comparison: what both sides have, A in brown and B in blue.
 *
 *     struct figure slope = panel_sides_topics(&edition, &versus, &sides, 6);
 *
 * `from` is the page that the evidence leads back to, `columns` the figure's width.
 */
#ifndef REPORTS_PAGES_PANEL_SIDES_H
#define REPORTS_PAGES_PANEL_SIDES_H

#include "reports/pages/edition.h"
#include "reports/pages/sides_named.h"

enum { PANEL_SIDES_WEEKS_LEAST = 3 };

/* One comparison while its pages are written. */
struct panel_sides {
    struct edition *edition;
    const struct versus *versus;
    struct sides_named sides;
};

/* The evidence of the side that has more; NULL where there is none. */
struct evidence *panel_sides_more(const struct versus_row *row);

/* The topics from A on the left to B on the right. */
struct figure panel_sides_topics(const struct panel_sides *panel, const char *from, int columns);

/* Whether there are weeks enough for panel_sides_weeks(). */
bool panel_sides_weekly(const struct panel_sides *panel);

/* Both sides' topics week by week. */
struct figure panel_sides_weeks(const struct panel_sides *panel, const char *from);

/* Whether any term differs clearly, as panel_sides_terms() needs. */
bool panel_sides_terms_differ(const struct panel_sides *panel);

/* The terms that set the sides apart, and the speakers of both. */
struct figure panel_sides_terms(const struct panel_sides *panel, const char *from, int columns);
struct figure panel_sides_speakers(const struct panel_sides *panel, const char *from, int columns);

#endif
