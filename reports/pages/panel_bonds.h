/*
 * The network of words that stand together (findings.bonds).
 *
 *     if (panel_bonds_drawn(edition->findings)) {
 *         struct figure figure = panel_bonds_network(edition, "words");
 *         document_figures(edition->document, &figure, 1);
 *     }
 */
#ifndef REPORTS_PAGES_PANEL_BONDS_H
#define REPORTS_PAGES_PANEL_BONDS_H

#include "reports/pages/edition.h"

enum { PANEL_BONDS_LEAST = 3 }; /* pairs that make a network */

bool panel_bonds_drawn(const struct findings *findings);

/* As wide as the page; as many pairs as find room, the closest first. */
struct figure panel_bonds_network(struct edition *edition, const char *from);

#endif
