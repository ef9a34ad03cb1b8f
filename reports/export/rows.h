/*
 * What the rows of all tables share: estimates, the roster's columns, and the
 * two last cells.
 *
 *     rows_estimate(&csv, row->share);
 *     rows_end(&csv, row->share.note, "topic", row->period, row->key);
 */
#ifndef REPORTS_EXPORT_ROWS_H
#define REPORTS_EXPORT_ROWS_H

#include "analysis/findings.h"
#include "reports/export/csvfile.h"

/* value, low and high; what is missing is empty. */
void rows_estimate(struct csvfile *csv, struct estimate estimate);

/* A number where it is known, else an empty cell. */
void rows_number(struct csvfile *csv, bool known, double number);

/* `note`, `id` ("topic:2022-W24:energy", without an empty period), and the row's end. */
void rows_end(struct csvfile *csv, const char *note, const char *kind, struct span period,
              struct span key);

/* The same, with the group behind the key where there is one. */
void rows_end_grouped(struct csvfile *csv, const char *note, const char *kind, struct span period,
                      struct span key, struct span group);

/* A header whose last columns are `group` where rows are grouped, `note` and `id`. */
void rows_header(struct csvfile *csv, const char *const *columns, size_t count, bool grouped);

/* A header whose last columns are the roster's attributes, `note` and `id`. */
void rows_header_with_attributes(struct csvfile *csv, const struct findings *findings,
                                 const char *const *columns, size_t count);

/* The cells of a speaker's row up to its kind, which all tables of speakers have. */
void rows_speaker(struct csvfile *csv, const struct speaker_row *row);

/* The cells of the roster's columns; `attributes` may be NULL. */
void rows_attributes(struct csvfile *csv, const struct findings *findings,
                     const struct span *attributes);

#endif
