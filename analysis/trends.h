/*
 * Trends: which topics rose or fell over the report's complete weeks.
 *
 * For each topic quasi-Poisson regression of its articles on the week, with
 * all articles as exposure, the dispersion at least 1 and moderated over the
 * topics (spread.h); Mann-Kendall and Theil-Sen on the shares; change
 * points by PELT on the counts. Partial weeks and weeks without articles are
 * left out. q is Benjamini and Hochberg's over all that were fitted.
 */
#ifndef ANALYSIS_TRENDS_H
#define ANALYSIS_TRENDS_H

#include "analysis/findings.h"

enum { TRENDS_WEEKS_LEAST = 8 }; /* complete weeks for a trend */

/* Fills the findings' trends from its topics and weeks. */
void trends_find(struct findings *findings);

#endif
