/*
 * The blocks of a document as the body of a page of HTML, in their order: no
 * pages, so a number of a page reads as the name of its section, and the
 * contents are the page's outline.
 */
#ifndef REPORTS_EXPORT_WEBPAGE_H
#define REPORTS_EXPORT_WEBPAGE_H

#include "reports/export/webtext.h"

/*
 * Fails with FAULT_INPUT where two blocks have one destination, or a link names
 * one that no block has.
 */
bool webpage_body(struct web *web, struct fault *fault);

#endif
