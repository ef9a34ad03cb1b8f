/*
 * What was read, in words: one plain sentence each, for the coverage page and
 * for `ingest`. Each adds nothing where there is nothing to say; forms and
 * charsets without an article are left to intake.csv.
 *
 *     reading_formats(&line, &wording, &totals);
 *         Articles by format: HTML 12, JSON Lines 8.
 *     reading_charsets(&line, &wording, &totals);
 *         Not in UTF-8: windows-1252 (3 files, 12 articles).
 *     reading_skips(&line, &wording, &totals);
 *         4 files or parts of them were skipped: it is empty (3), it is no text (1).
 */
#ifndef REPORTS_PAGES_READING_H
#define REPORTS_PAGES_READING_H

#include "corpus/base/bytes.h"
#include "corpus/read/reader.h"
#include "reports/pages/saying.h"

/* "13 files seen, 12 articles read." */
void reading_files(struct bytes *out, const struct wording *wording,
                   const struct reader_totals *totals);

void reading_formats(struct bytes *out, const struct wording *wording,
                     const struct reader_totals *totals);
void reading_charsets(struct bytes *out, const struct wording *wording,
                      const struct reader_totals *totals);

/* With the most frequent reasons. */
void reading_skips(struct bytes *out, const struct wording *wording,
                   const struct reader_totals *totals);

#endif
