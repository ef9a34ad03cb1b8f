/*
 * Coverage: what the report's articles are by outlet and day, as published.
 *
 *     coverage_fill(&findings, &counts);
 *     use(findings.coverage_rows[0].articles);
 *
 * A row is an outlet's day with articles, the undated ones first; a day
 * without a row has none. Copies are counted among the articles.
 */
#ifndef ANALYSIS_COVERAGE_H
#define ANALYSIS_COVERAGE_H

#include "analysis/counts.h"
#include "analysis/findings.h"

/* Fills the findings' coverage rows, and how many bytes of the study were replaced. */
void coverage_fill(struct findings *findings, const struct counts *counts);

#endif
