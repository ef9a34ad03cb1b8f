/*
 * Waves: by how much the weeks of a series differ, in the baseline and, where
 * it is longer than a week, in the study. Claims of change are tested with it.
 * Where two spans of days are compared, the set's other whole weeks tell it too,
 * as they differ among each other: a single week against another tells nothing.
 *
 *     for each series
 *         waves_add(&spreads[i], findings, weeks);         its hits in each week
 *     spread_moderate(spreads, count);
 *     p = spread_p(study, baseline, &spreads[i]);
 */
#ifndef ANALYSIS_WAVES_H
#define ANALYSIS_WAVES_H

#include "analysis/findings.h"
#include "analysis/measures/spread.h"

/* Adds the findings' weeks, week_count of them; those in both study and baseline are left out. */
void waves_add(struct spread *spread, const struct findings *findings,
               const struct proportion *weeks);

/* Whole weeks with articles that waves_add() learns from: those alone in their part tell nothing.
 */
uint32_t waves_weeks(const struct findings *findings);

#endif
