/*
 * Warnings: is the study's week out of the ordinary, as the weeks before have
 * it? Three methods of alarms.h over the watched series.
 *
 * farrington: the forecast, its dispersion moderated over the series of one kind
 * (spread.h); with a trend from WARNINGS_TREND weeks on. u': Laney's limits of
 * the weeks before, which include that their rate is only estimated. ewma:
 * lambda 0.3, level and spread of the weeks before.
 *
 * p of u' and ewma is Student's, with 0.6 degrees a week for spreads made of
 * moving ranges. q is Benjamini and Hochberg's over all series and methods; an
 * alarm is a week above the upper limit with q <= 0.05. Only complete weeks
 * count, at least WARNINGS_WEEKS before the study's, with on average
 * WARNINGS_HITS hits (independent ones, see `effect`) expected in it.
 */
#ifndef ANALYSIS_WARNINGS_H
#define ANALYSIS_WARNINGS_H

#include "analysis/findings.h"

enum { WARNINGS_WEEKS = 8, WARNINGS_TREND = 20, WARNINGS_HITS = 5 };

/* Fills the findings' alarms from the watched series. */
void warnings_find(struct findings *findings);

#endif
