/*
 * intake.csv: what a run read. A row of kind `total` has all of it; `format`
 * and `charset` part it by form and by charset, `reason` counts what was
 * skipped by reason, and `skipped` names each place, without the operand, with
 * its reason as note. A count that a kind does not have is empty.
 */
#ifndef REPORTS_EXPORT_TABLES_INTAKE_H
#define REPORTS_EXPORT_TABLES_INTAKE_H

#include "corpus/base/bytes.h"
#include "corpus/read/reader.h"

/* Without totals, for a report from a store, the one row says that it knows none. */
void tables_intake(struct bytes *out, const struct reader_totals *totals);

#endif
