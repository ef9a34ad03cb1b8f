/*
 * The tables of an audit (analysis/audit.h): the sheet that people fill, and
 * audit.csv with what came of it.
 */
#ifndef REPORTS_EXPORT_TABLES_AUDIT_H
#define REPORTS_EXPORT_TABLES_AUDIT_H

#include "analysis/audit_sample.h"
#include "corpus/base/bytes.h"

/* The sentence that says how a sheet is filled. */
extern const char tables_audit_how[];

void tables_audit_sheet(struct bytes *out, const struct audit_sample *sample,
                        const struct findings *findings);

/* Empty but for its header where no audit was read. */
void tables_audit(struct bytes *out, const struct findings *findings);

#endif
