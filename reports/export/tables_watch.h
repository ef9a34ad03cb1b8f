/*
 * alarms.csv and bursts.csv: the watched series (findings.h) in the study's week
 * against the weeks before, by each method; and the weeks in which they burst.
 *
 * A row of alarms.csv without a number says why in `note`; its q is over all rows
 * that have one. `count` are hits: articles of a topic, uses of a term, articles
 * that quote a speaker.
 */
#ifndef REPORTS_EXPORT_TABLES_WATCH_H
#define REPORTS_EXPORT_TABLES_WATCH_H

#include "analysis/findings.h"
#include "corpus/base/bytes.h"

void tables_alarms(struct bytes *out, const struct findings *findings);
void tables_bursts(struct bytes *out, const struct findings *findings);

#endif
