/*
 * The tables that other programs may rely on: their columns, in order, as
 * reports/README.md lists them. Each function appends one CSV table, with
 * its header row.
 *
 *     struct bytes csv = BYTES_EMPTY;
 *     tables_topics(&csv, &findings);
 *     outdir_write(&dir, "csv/topics.csv", bytes_span(&csv), &fault);
 *
 * Where a value or an interval is missing its cells are empty and `note`
 * says why. The last column, `id`, names the row: "topic:2022-W24:energy".
 */
#ifndef REPORTS_EXPORT_TABLES_H
#define REPORTS_EXPORT_TABLES_H

#include "analysis/counts.h"
#include "analysis/findings.h"
#include "analysis/term_rows.h"
#include "corpus/base/bytes.h"
#include "corpus/store/store.h"
#include "reports/export/csvfile.h"
#include "reports/export/outdir.h"

/* Rows of terms.csv and articles.csv come one by one, after their header. */
void tables_terms_header(struct bytes *out, bool grouped);
void tables_term(struct bytes *out, const struct term_row *row);
void tables_articles_header(struct bytes *out);
void tables_article(struct bytes *out, const struct counts *counts, uint32_t index);

void tables_topics(struct bytes *out, const struct findings *findings);

/* topic_outlets.csv: the columns of topics.csv, then `group`. */
void tables_topic_groups(struct bytes *out, const struct findings *findings);
void tables_topic_terms(struct bytes *out, const struct findings *findings);
void tables_stories(struct bytes *out, const struct findings *findings);
void tables_speakers(struct bytes *out, const struct findings *findings);
void tables_people(struct bytes *out, const struct findings *findings);
void tables_keyness(struct bytes *out, const struct findings *findings);

/* Its columns and cells but for `note` and `id`, for a table that has more (tables_words.h). */
void tables_keyness_columns(struct csvfile *csv);
void tables_keyness_cells(struct csvfile *csv, const struct findings *findings,
                          const struct keyness_row *row);

void tables_trends(struct bytes *out, const struct findings *findings);
void tables_coverage(struct bytes *out, const struct findings *findings);

void tables_evidence(struct bytes *out, const struct findings *findings);

/*
 * The quotations of the articles of these findings, each with its person. What
 * gathers in `out` is moved to `file`, but for the last of it. Fails as the
 * store and the file do.
 */
bool tables_quotes(struct bytes *out, struct outdir_file *file, struct store *store,
                   const struct findings *findings, struct fault *fault);

/* The same of all articles of the store; all stays in `out`. */
bool tables_all_quotes(struct bytes *out, struct store *store, const struct findings *findings,
                       struct fault *fault);

#endif
