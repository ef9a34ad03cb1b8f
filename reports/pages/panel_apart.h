/*
 * Matrices of dots: outlets by topic, and speakers by topic. A dot is a share;
 * it is coloured where its interval leaves out the overall share, of so many
 * as would by chance alone being said below.
 *
 *     if (panel_apart_outlets_has(findings))
 *         figure = panel_apart_outlets(edition);
 */
#ifndef REPORTS_PAGES_PANEL_APART_H
#define REPORTS_PAGES_PANEL_APART_H

#include "reports/pages/edition.h"

enum {
    PANEL_APART_ROWS = 12,
    PANEL_APART_COLUMNS = 9,
    PANEL_APART_QUOTES = 10, /* quotations below which a topic has no column */
    PANEL_APART_VOICE = 3    /* quotations below which a speaker has no row */
};

/* Outlets with articles enough for an interval: below two there is no matrix of outlets. */
size_t panel_apart_outlets_count(const struct findings *findings);

/* Share of each outlet's articles by topic; needs two such outlets and a topic. */
struct figure panel_apart_outlets(struct edition *edition);

/* Whether two speakers and two topics have quotations enough for a matrix. */
bool panel_apart_voices_has(const struct findings *findings);

/* Share of each topic's quoted words by speaker; needs panel_apart_voices_has(). */
struct figure panel_apart_voices(struct edition *edition, const char *from);

#endif
