/*
 * Pictures of the HTML edition, painted as SVG in its text.
 */
#ifndef REPORTS_EXPORT_WEBPICTURE_H
#define REPORTS_EXPORT_WEBPICTURE_H

#include "reports/draw/paint_svg.h"
#include "reports/export/webtext.h"

/* Paints the scene, and notes the letters and colours that it needs. */
void webpicture_add(struct web *web, const struct scene *scene, const struct paint_svg *how);

/* A line of a row's history, an ornament beside its numbers; nothing where none is given. */
void webpicture_spark(struct web *web, const double *values, size_t count, enum tone tone);

#endif
