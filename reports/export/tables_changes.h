/*
 * What the pages print of the study and no other table has.
 *
 * changes.csv: the study against the weeks before, topic by topic and speaker by
 * speaker, as the pages print it: the share before, the difference of the shares
 * with its interval, p and q. Terms have theirs in keyness.csv.
 *
 * `change` is `up` or `down` where it is clear, `none` where it is not, and empty
 * where nothing was tested; `p` and `q` are then empty too, and `note` says why
 * where there is no interval either.
 */
#ifndef REPORTS_EXPORT_TABLES_CHANGES_H
#define REPORTS_EXPORT_TABLES_CHANGES_H

#include "analysis/findings.h"
#include "corpus/base/bytes.h"

void tables_changes(struct bytes *out, const struct findings *findings);

/* words.csv: the words that rose, fell or were most frequent, with their rates in the study and
 * before. */
void tables_shown_words(struct bytes *out, const struct findings *findings);

#endif
