/*
 * The table of a comparison: compare.csv, a row for each topic, speaker and term. Its ids
 * name both sides: compare-topic:2022-W21:2022-W24:energy.
 */
#ifndef REPORTS_EXPORT_TABLES_VERSUS_H
#define REPORTS_EXPORT_TABLES_VERSUS_H

#include "analysis/versus.h"
#include "corpus/base/bytes.h"

void tables_versus(struct bytes *out, const struct versus *versus);

#endif
