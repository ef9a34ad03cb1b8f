/*
 * The names that were joined: a table of those the report's shares rest on
 * most, so that a reader can check who was taken for whom.
 */
#ifndef REPORTS_PAGES_PANEL_NAMES_H
#define REPORTS_PAGES_PANEL_NAMES_H

#include "reports/pages/edition.h"

/* How many spellings of the findings' people differ from the name shown. */
size_t panel_names_joined(const struct findings *findings);

/* Adds the table; nothing where no names were joined. */
void panel_names_add(struct edition *edition);

#endif
