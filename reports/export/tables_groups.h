/*
 * The tables by group, and of the voices as a whole: their columns, in order,
 * as reports/README.md lists them. Each function appends one CSV table, with
 * its header row.
 *
 *     tables_speaker_groups(&csv, &findings);
 */
#ifndef REPORTS_EXPORT_TABLES_GROUPS_H
#define REPORTS_EXPORT_TABLES_GROUPS_H

#include "analysis/findings.h"
#include "corpus/base/bytes.h"

/* speakers_by_outlet.csv: those of speakers.csv, with `group`. */
void tables_speaker_groups(struct bytes *out, const struct findings *findings);

/* speakers_by_COLUMN.csv: the same, with `outlet` for rows of one outlet alone. */
void tables_attribute(struct bytes *out, const struct findings *findings,
                      const struct attribute_rows *attribute);

/*
 * The name of the file for a column: "csv/speakers_by_party.csv". Of the column's
 * name letters and digits of ASCII stay, in lower case, anything else is a "_"; where an earlier
 * column has that name too, the column's number follows. It lives in `arena`.
 */
const char *tables_attribute_file(struct arena *arena, const struct findings *findings,
                                  size_t column);

void tables_speaker_topics(struct bytes *out, const struct findings *findings);

/* concentration.csv: each week, and the study where it is none. */
void tables_concentration(struct bytes *out, const struct findings *findings);

void tables_arrivals(struct bytes *out, const struct findings *findings);

#endif
