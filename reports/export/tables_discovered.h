/*
 * discovered.csv: topics that no dictionary names, analysis/discovery.h. A row
 * without a term is a topic as a whole, in the study and in each week of the
 * report; a row with one is that word or phrase in the study. Where nothing
 * was found, the one row's note says why.
 */
#ifndef REPORTS_EXPORT_TABLES_DISCOVERED_H
#define REPORTS_EXPORT_TABLES_DISCOVERED_H

#include "analysis/findings.h"
#include "corpus/base/bytes.h"

void tables_discovered(struct bytes *out, const struct findings *findings);

#endif
