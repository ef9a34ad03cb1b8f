/*
 * The weekly report: findings in, a document out.
 *
 *     struct document document = DOCUMENT_EMPTY;
 *     weekly_document(&document, &findings, &about);
 *     flow_pages(&pages, &document, typeset, &fault);
 */
#ifndef REPORTS_PAGES_WEEKLY_H
#define REPORTS_PAGES_WEEKLY_H

#include "reports/pages/edition.h"

/* Fills an empty document; `findings` and what `about` points to must outlive it. */
void weekly_document(struct document *document, const struct findings *findings,
                     const struct weekly_about *about);

#endif
