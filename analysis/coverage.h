/*
 * Coverage: what the report's articles are by outlet and day, as published.
 *
 *     coverage_fill(&findings, &counts);
 *     use(findings.coverage_rows[0].articles);
 *
 * A row is an outlet's day with articles, the undated ones first; a day
 * without a row has none. Copies are counted among the articles. Last come the
 * weeks in which an outlet was silent: it has no article in a whole week of the
 * report that others have articles in, and has some in at least half of the
 * other such weeks, of which there are at least WEEKS_CLAIM.
 */
#ifndef ANALYSIS_COVERAGE_H
#define ANALYSIS_COVERAGE_H

#include "analysis/counts.h"
#include "analysis/findings.h"

/* Fills the findings' coverage rows, and how many bytes of the study were replaced. */
void coverage_fill(struct findings *findings, const struct counts *counts);

#endif
