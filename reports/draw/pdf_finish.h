/*
 * What Cairo 1.16 leaves out of a PDF, added as an incremental update after
 * its end (ISO 32000-1, 7.5.6): the language, the title in the window's bar,
 * XMP metadata, the text alternative of each figure, well-formed dates and
 * the file's ID, a hash of all its bytes.
 *
 *     struct pdf_finish finish = {.title = ..., .language = ..., .created = ...,
 *                                 .alternatives = texts, .alternative_count = 8};
 *     if (!pdf_finish(&pdf, &finish, &fault))
 */
#ifndef REPORTS_DRAW_PDF_FINISH_H
#define REPORTS_DRAW_PDF_FINISH_H

#include "corpus/base/bytes.h"
#include "corpus/base/fault.h"

struct pdf_finish {
    struct span title, author, subject; /* UTF-8 */
    struct span language;               /* "en-GB" */
    struct span created;                /* "2026-11-23T00:00:00Z" */
    const struct span *alternatives;    /* of the figures, in the order of the document */
    size_t alternative_count;
};

/*
 * Appends the update to the PDF that Cairo wrote. Fails with FAULT_OUTPUT
 * where the file is not built as expected or its figures are not as many;
 * `pdf` is then unchanged.
 */
bool pdf_finish(struct bytes *pdf, const struct pdf_finish *finish, struct fault *fault);

#endif
