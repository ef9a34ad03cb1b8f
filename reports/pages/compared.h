/*
 * The comparison of two sides: findings in, a document out.
 *
 *     struct document document = DOCUMENT_EMPTY;
 *     compared_document(&document, &versus, &about);
 *     flow_pages(&pages, &document, typeset, &fault);
 */
#ifndef REPORTS_PAGES_COMPARED_H
#define REPORTS_PAGES_COMPARED_H

#include "analysis/versus.h"
#include "reports/pages/edition.h"

/* Fills an empty document; `versus` and what `about` points to must outlive it. */
void compared_document(struct document *document, const struct versus *versus,
                       const struct weekly_about *about);

#endif
