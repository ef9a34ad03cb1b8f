/*
 * Peaks: the weeks in which a watched series burst (bursts.h, two states, a
 * burst at twice the usual share).
 *
 * Uses of a term come several to an article, so that one would take a single
 * article for a burst: they and the words they are among are divided by the
 * series' `effect`. Partial weeks count too; a burst is description, no test.
 */
#ifndef ANALYSIS_PEAKS_H
#define ANALYSIS_PEAKS_H

#include "analysis/findings.h"

/* Fills the findings' bursts from the watched series. */
void peaks_find(struct findings *findings);

#endif
