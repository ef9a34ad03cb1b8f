/*
 * What a comparison found, in a sentence of each kind, made by rule: the topic, the
 * speaker and the term that differ most clearly; where none does, the one whose
 * difference is largest, and that it is not clear.
 *
 *     side_findings_add(panel);
 *
 * Untested differences are not told.
 */
#ifndef REPORTS_PAGES_SIDE_FINDINGS_H
#define REPORTS_PAGES_SIDE_FINDINGS_H

#include "reports/pages/panel_sides.h"

/* Adds them to the document, on its front page. */
void side_findings_add(const struct panel_sides *panel);

#endif
