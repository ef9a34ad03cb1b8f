/*
 * Publishing: a document as files of the report's folder.
 *
 *     char date[PUBLISHING_DATE_SIZE];
 *     publishing_date(date, options, &findings);
 *     ... the document bears it ...
 *     if (!publishing_write(&dir, "weekly", &document, typeset, options, &fault))
 *         return false;                          weekly.pdf, weekly.html, with --png pictures
 */
#ifndef REPORTS_CLI_PUBLISHING_H
#define REPORTS_CLI_PUBLISHING_H

#include "analysis/findings.h"
#include "reports/cli/options.h"
#include "reports/draw/flow.h"
#include "reports/export/outdir.h"

enum { PUBLISHING_DATE_SIZE = 32 };

/* The PDF's date: --date or SOURCE_DATE_EPOCH where given, else the last day of the study. */
void publishing_date(char text[static PUBLISHING_DATE_SIZE], const struct options *options,
                     const struct findings *findings);

/*
 * Writes the same blocks as pages and as one long page. Fails with FAULT_OUTPUT,
 * with --strict also where a letter is in no font, which is else warned of.
 */
bool publishing_write(struct outdir *dir, const char *name, const struct document *document,
                      struct typeset *typeset, const struct options *options, struct fault *fault);

/* Says what goes on a page by itself: less with each level, of which 0 has all. */
struct publishing_page {
    const void *context;
    int levels; /* 1 or more */
    void (*make)(struct document *document, const void *context, int level);
};

/*
 * Writes `name`, a PDF of one page, at the first level at which it fits. Fails
 * likewise, with FAULT_LIMIT where none does.
 */
bool publishing_write_page(struct outdir *dir, const char *name, const struct publishing_page *page,
                           struct typeset *typeset, struct fault *fault);

#endif
