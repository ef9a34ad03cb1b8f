/*
 * What the rows of our tables share: an estimate's three cells, and how a row
 * ends.
 *
 *     csvrow_estimate(&csv, row->share);
 *     csvrow_end(&csv, row->share.note, "topic", row->period, row->key);
 */
#ifndef REPORTS_EXPORT_CSVROW_H
#define REPORTS_EXPORT_CSVROW_H

#include "analysis/estimate.h"
#include "reports/export/csvfile.h"

/* value, low and high; what is missing is empty. */
void csvrow_estimate(struct csvfile *csv, struct estimate estimate);

/* `note` and `id`, "topic:2022-W24:energy", and the row's end; an empty period is left out. */
void csvrow_end(struct csvfile *csv, const char *note, const char *kind, struct span period,
                struct span key);

#endif
