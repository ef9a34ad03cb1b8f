/*
 * Figures of the HTML edition: the title and the subtitle, the plot as a
 * picture for a wide and one for a narrow column (the style sheet shows one of
 * them), the note, and the same numbers as a table.
 */
#ifndef REPORTS_EXPORT_WEBFIGURE_H
#define REPORTS_EXPORT_WEBFIGURE_H

#include "reports/export/webtext.h"

void webfigure_add(struct web *web, const struct figure *figure);

#endif
