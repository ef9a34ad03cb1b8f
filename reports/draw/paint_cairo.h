/*
 * Pages as a PDF, one page as a picture: the only file that knows Cairo.
 *
 *     struct bytes pdf = BYTES_EMPTY;
 *     if (!paint_pdf(&pdf, &pages, &fault))
 *         return false;
 *     write the bytes under another name, then rename
 *
 * The same pages give the same bytes on every day, in every time zone and
 * locale. The PDF is tagged, with a text alternative for each figure; it is
 * not PDF/UA (Cairo 1.16 can't mark headers and footers as artifacts).
 */
#ifndef REPORTS_DRAW_PAINT_CAIRO_H
#define REPORTS_DRAW_PAINT_CAIRO_H

#include "reports/draw/flow.h"

/* Appends the finished PDF. Fails with FAULT_OUTPUT where Cairo does; `out` is then empty. */
bool paint_pdf(struct bytes *out, const struct pages *pages, struct fault *fault);

/* Appends page `page` (0 for the first) as a PNG of `dpi` dots an inch, 18 to 600. */
bool paint_png(struct bytes *out, const struct pages *pages, size_t page, double dpi,
               struct fault *fault);

#endif
