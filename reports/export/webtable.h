/*
 * Tables of the HTML edition: those of the report, and the numbers of a
 * figure. On a narrow screen a report's table of many columns stands as a list
 * of its rows, each cell after its column's name; it stays a table for those
 * who have it read to them. A figure's numbers scroll within their frame.
 */
#ifndef REPORTS_EXPORT_WEBTABLE_H
#define REPORTS_EXPORT_WEBTABLE_H

#include "reports/export/webtext.h"

/* With its title, subtitle and note; `dest` is its own destination, or empty. */
void webtable_grid(struct web *web, const struct grid *grid, struct span dest);

/* The table itself, called `name`; past some hundred rows it points to `csv`. */
void webtable_sheet(struct web *web, const struct sheet *sheet, struct span name, struct span csv);

#endif
