/*
 * The figure about speakers: whose words were quoted, and how many.
 */
#ifndef REPORTS_PAGES_PANEL_SPEAKERS_H
#define REPORTS_PAGES_PANEL_SPEAKERS_H

#include "reports/pages/edition.h"

/* Speakers with a name and quoted words. */
size_t panel_speakers_named(const struct findings *findings);

/* Shares of quoted words of the first `most` speakers, "(unattributed)" apart. */
struct figure panel_speakers_shares(struct edition *edition, size_t most, const char *from,
                                    int columns);

#endif
