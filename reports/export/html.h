/*
 * A document as one page of HTML: the same blocks as the PDF's, in their
 * order. The file stands alone: no script, no address that it loads, its fonts
 * cut down to the letters in use. It follows the reader's light or dark
 * screen, the width of the window, and prints.
 *
 *     struct bytes html = BYTES_EMPTY;
 *     if (!html_write(&html, &document, typeset, &fault))
 *         return false;
 *
 * The page is well-formed XML too, so that any tool can read it. The same
 * document gives the same bytes. Links to other places than http and
 * https are left out, whatever an article says.
 */
#ifndef REPORTS_EXPORT_HTML_H
#define REPORTS_EXPORT_HTML_H

#include "reports/draw/document.h"

/*
 * Appends the page. Fails with FAULT_INPUT where two blocks have one
 * destination, a link leads nowhere, or a font can't be cut; `out` is then empty.
 */
bool html_write(struct bytes *out, const struct document *document, struct typeset *typeset,
                struct fault *fault);

#endif
