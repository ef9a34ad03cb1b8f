/*
 * The digest: the report on one page, from the pieces of its front page.
 *
 *     struct digest digest = {.findings = &findings, .about = &about};
 *     digest_document(&document, &digest, 0);
 *
 * Levels from 0 up to DIGEST_LEVELS - 1 show less and less, for findings that need room.
 */
#ifndef REPORTS_PAGES_DIGEST_H
#define REPORTS_PAGES_DIGEST_H

#include "reports/pages/edition.h"

enum { DIGEST_LEVELS = 4 };

struct digest {
    const struct findings *findings;
    const struct weekly_about *about;
};

/* Fills an empty document; what `digest`, a struct digest, points to must outlive it. */
void digest_document(struct document *document, const void *digest, int level);

#endif
